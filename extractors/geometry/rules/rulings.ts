/** Rules as the eye sees them: broken, dashed and doubled ones made whole. */
import type { Ruling } from '../page.js';

/** Points. Two parallel rules nearer than this are one doubled rule: no line of text (5 points at least) fits between them. */
const DOUBLE_RULE = 3.5;
/** Points. Rules of neighbouring cells are drawn one by one and may miss each other by the thickness of a pen. */
const BREAK = 3;
/** Points. Dashes and dots are short and near to each other; underlines of two headers are longer and stay apart. */
const LONGEST_DASH = 12;
const WIDEST_DASH_GAP = 8;
/** Points. What is left shorter than this is a dot, a bullet or a part of a letter. */
const SHORTEST_RULE = 4;
/**
 * Whole rules of one direction: a page of the smallest cells has fewer; charts and maps have more, and crossing them all takes too long.
 */
const MOST_RULES = 1_000;

/**
 * Joins rulings on one line into whole ones: overlapping, touching, doubled or dashed. Drawn rules, shaded edges and unseen rules are
 * healed apart.
 *
 * @returns horizontal rules from top to bottom, then vertical ones from left to right
 */
export function healRulings(rulings: readonly Ruling[]): Ruling[] {
  const kinds = ['drawn', 'shaded', 'unseen'] as const;
  return (['h', 'v'] as const).flatMap((orientation) => {
    const parallel = rulings.filter((rule) => rule.orientation === orientation);
    const healed = kinds.flatMap((kind) => joinParallel(parallel.filter((rule) => kindOf(rule) === kind)));
    return healed.toSorted((a, b) => a.position - b.position || a.from - b.from);
  });
}

function kindOf(rule: Ruling): 'drawn' | 'shaded' | 'unseen' {
  if (!rule.visible) return 'unseen';
  return rule.fillEdge === true ? 'shaded' : 'drawn';
}

/** Of too many rules the longest `MOST_RULES` of each direction, which could still frame a table. */
export function keepLongest(rules: readonly Ruling[]): Ruling[] {
  return (['h', 'v'] as const).flatMap((orientation) => {
    const parallel = rules.filter((rule) => rule.orientation === orientation);
    if (parallel.length <= MOST_RULES) return parallel;
    return parallel.toSorted((a, b) => lengthOf(b) - lengthOf(a)).slice(0, MOST_RULES);
  });
}

function lengthOf(rule: Ruling): number {
  return rule.to - rule.from;
}

function joinParallel(rules: readonly Ruling[]): Ruling[] {
  const bands = intoBands(rules);
  return bands.flatMap(joinAlong).filter((rule) => lengthOf(rule) >= SHORTEST_RULE);
}

/** Rules whose positions lie within the width of a doubled rule, counted from the first of the band. */
function intoBands(rules: readonly Ruling[]): Ruling[][] {
  const bands: Ruling[][] = [];
  let start = -Infinity;
  for (const rule of rules.toSorted((a, b) => a.position - b.position)) {
    const band = bands.at(-1);
    if (band && rule.position - start <= DOUBLE_RULE) band.push(rule);
    else {
      bands.push([rule]);
      start = rule.position;
    }
  }
  return bands;
}

/** The rules of a band, joined where they overlap or nearly touch. */
function joinAlong(band: readonly Ruling[]): Ruling[] {
  const joined: Ruling[][] = [];
  let end = -Infinity;
  for (const rule of band.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    const before = last?.at(-1);
    const goesOn = before !== undefined && rule.from - end <= allowedGap(before, rule);
    if (goesOn) last?.push(rule);
    else joined.push([rule]);
    end = goesOn ? Math.max(end, rule.to) : rule.to;
  }
  return joined.map(mergeRules);
}

function allowedGap(a: Ruling, b: Ruling): number {
  return Math.max(lengthOf(a), lengthOf(b)) <= LONGEST_DASH ? WIDEST_DASH_GAP : BREAK;
}

/** One rule in the place of several: at their mean position, weighed by length. */
function mergeRules(parts: readonly Ruling[]): Ruling {
  const [first, ...rest] = parts;
  if (!first) throw new Error('no rule to merge');
  if (rest.length === 0) return first;
  const total = parts.reduce((sum, part) => sum + lengthOf(part), 0);
  const weighed = parts.reduce((sum, part) => sum + part.position * lengthOf(part), 0);
  return {
    ...first,
    position: total > 0 ? weighed / total : first.position,
    from: parts.reduce((least, part) => Math.min(least, part.from), Infinity),
    to: parts.reduce((most, part) => Math.max(most, part.to), -Infinity),
    thickness: parts.reduce((most, part) => Math.max(most, part.thickness), 0),
  };
}
