/** Unframed tables side by side: their rules stop at one gap and go on beyond it, at the same heights. */
import type { Box } from '../../types.js';
import { holdsCentre, sharedLength } from '../boxes.js';
import { TOUCH } from '../rules/networks.js';
import type { Glyph, Ruling } from '../page.js';

/** Heights at which both tables have a rule: at the top, under the header, at the bottom. */
const FEWEST_LEVELS = 3;
/** Points. Columns of one table with a rule each stand nearer together; between two tables is room for a character. */
const NARROWEST_GUTTER = 10;
/** Points by which words may reach over the rules of their table. */
const MARGIN = 3;

/** A part of a page that is read by itself. */
export interface PagePart {
  readonly glyphs: readonly Glyph[];
  readonly rules: readonly Ruling[];
}

interface Pair {
  readonly left: Ruling;
  readonly right: Ruling;
}

/**
 * Parts the characters and rules of each two tables side by side from each other and from the page, which comes first.
 *
 * @param rules that frame nothing
 */
export function partBeside(glyphs: readonly Glyph[], rules: readonly Ruling[]): PagePart[] {
  const parts: PagePart[] = [];
  let rest: PagePart = { glyphs, rules };
  for (const pairs of findGutters(rules)) {
    const sides = [boxOf(pairs.map(({ left }) => left)), boxOf(pairs.map(({ right }) => right))];
    const between = rest.glyphs.filter((glyph) => holdsCentre(bandOf(sides), glyph.box));
    if (!between.every((glyph) => sides.some((side) => holdsCentre(side, glyph.box)))) continue;
    const isTaken = (glyph: Glyph): boolean => sides.some((side) => holdsCentre(side, glyph.box));
    for (const side of sides)
      parts.push({
        glyphs: rest.glyphs.filter((glyph) => holdsCentre(side, glyph.box)),
        rules: rest.rules.filter((rule) => liesIn(rule, side)),
      });
    rest = {
      glyphs: rest.glyphs.filter((glyph) => !isTaken(glyph)),
      rules: rest.rules.filter((rule) => !sides.some((side) => liesIn(rule, side))),
    };
  }
  return [rest, ...parts];
}

/** Pairs of rules at one height that share a gap with those of other heights. */
function findGutters(rules: readonly Ruling[]): Pair[][] {
  const gutters: Pair[][] = [];
  for (const pair of pairsOf(rules)) {
    const known = gutters.find(([first]) => first && haveSameEnds(first, pair));
    if (known) known.push(pair);
    else gutters.push([pair]);
  }
  return gutters.filter((pairs) => pairs.length >= FEWEST_LEVELS);
}

/** Heights at which exactly two drawn rules stand, with a gap between. */
function pairsOf(rules: readonly Ruling[]): Pair[] {
  const levels: Ruling[][] = [];
  const drawn = rules.filter(({ orientation, visible }) => orientation === 'h' && visible);
  for (const rule of drawn.toSorted((a, b) => a.position - b.position)) {
    const level = levels.at(-1);
    if (level?.[0] && rule.position - level[0].position <= TOUCH) level.push(rule);
    else levels.push([rule]);
  }
  return levels.flatMap((level) => {
    const [left, right, more] = level.toSorted((a, b) => a.from - b.from);
    return left && right && !more && right.from - left.to >= NARROWEST_GUTTER ? [{ left, right }] : [];
  });
}

function haveSameEnds(a: Pair, b: Pair): boolean {
  return [
    [a.left, b.left],
    [a.right, b.right],
  ].every(([one, other]) => one && other && isNear(one.from, other.from) && isNear(one.to, other.to));
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= TOUCH;
}

/** From the first to the last of parallel rules. */
function boxOf(rules: readonly Ruling[]): Box {
  const positions = rules.map(({ position }) => position);
  const from = Math.min(...rules.map((rule) => rule.from));
  const to = Math.max(...rules.map((rule) => rule.to));
  return [from - MARGIN, Math.min(...positions), to + MARGIN, Math.max(...positions)];
}

/** The whole width of the page beside these boxes. */
function bandOf(boxes: readonly Box[]): Box {
  return [
    -Infinity,
    Math.min(...boxes.map(([, top]) => top)),
    Infinity,
    Math.max(...boxes.map(([, , , bottom]) => bottom)),
  ];
}

function liesIn({ orientation, position, from, to }: Ruling, [x0, y0, x1, y1]: Box): boolean {
  const [low, high, start, end] = orientation === 'h' ? [y0, y1, x0, x1] : [x0, x1, y0, y1];
  return position >= low - TOUCH && position <= high + TOUCH && sharedLength(from, to, start, end) > 0;
}
