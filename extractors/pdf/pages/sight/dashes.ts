/** Broken lines drawn piece by piece: rules whose dashes or dots are painted one at a time become one rule. */
import type { Ruling } from '../../../geometry/page.js';

/** Points. Longer pieces are rules of their own; the dashes of office programs are 1 to 6 points long. */
const LONGEST_DASH = 6;
/** Points between two dashes; rows and columns of a table, whose corners look like dots, stand farther apart. */
const LARGEST_GAP = 4;
/** Points by which the pieces of one rule may be out of line. */
const OUT_OF_LINE = 0.5;
/** Two pieces may be chance: a tick, the crossing of two borders. */
const FEWEST_PIECES = 3;

/**
 * Joins runs of short pieces. `dots` are pieces as long as thick, each given once level and once upright: they are rules only in a run.
 * Everything else of `rulings` is kept as it is, in its order; joined rules come last.
 */
export function joinDashes(rulings: readonly Ruling[], dots: readonly Ruling[]): readonly Ruling[] {
  const isPiece = (ruling: Ruling): boolean => !ruling.fillEdge && ruling.to - ruling.from <= LONGEST_DASH;
  const pieces = [...rulings.filter(isPiece), ...dots];
  if (pieces.length < FEWEST_PIECES) return rulings;
  const joined = new Set<Ruling>();
  const rules = findRuns(pieces).map((run) => {
    for (const piece of run) joined.add(piece);
    return joinRun(run);
  });
  return rules.length === 0 ? rulings : [...rulings.filter((ruling) => !joined.has(ruling)), ...rules];
}

/** Pieces that follow each other in one line without a large gap. */
function findRuns(pieces: readonly Ruling[]): readonly (readonly Ruling[])[] {
  const runs: Ruling[][] = [];
  let end = 0;
  for (const piece of pieces.toSorted(alongLines)) {
    const run = runs.at(-1);
    const first = run?.[0];
    if (run && first && lineOf(first) === lineOf(piece) && piece.from - end <= LARGEST_GAP) {
      run.push(piece);
      end = Math.max(end, piece.to);
    } else {
      runs.push([piece]);
      end = piece.to;
    }
  }
  return runs.filter(({ length }) => length >= FEWEST_PIECES);
}

function alongLines(one: Ruling, other: Ruling): number {
  const [line, otherLine] = [lineOf(one), lineOf(other)];
  if (line !== otherLine) return line < otherLine ? -1 : 1;
  return one.from - other.from;
}

function lineOf({ orientation, position, visible }: Ruling): string {
  return `${orientation}${visible ? '' : '-'}${Math.round(position / OUT_OF_LINE)}`;
}

function joinRun(run: readonly Ruling[]): Ruling {
  const [first] = run;
  if (!first) throw new Error('a run of no dashes');
  const to = run.reduce((end, piece) => Math.max(end, piece.to), first.to);
  const thickness = run.reduce((most, piece) => Math.max(most, piece.thickness), 0);
  return { ...first, to, thickness };
}
