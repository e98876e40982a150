/** Stretches of a page where text stands in columns: what may be a table without a frame. */
import { boxAround, centreY, heightOf, sharedLength } from '../boxes.js';
import { withTopHeadings } from './header/top-heading.js';
import { isClose, WIDEST_PITCH } from '../lines/line-pitch.js';
import { isAmount } from '../lines/columns.js';
import type { Ruling } from '../page.js';
import { isDrawn } from '../rules/weak-rules.js';
import { areStrips, isNextStrip } from './row-strips.js';
import { hasLeader, type SegmentRow } from '../lines/segments.js';

/** Lines with words in one column only that may stand between two lines of a table: wrapped words, a group's heading. */
const MOST_SINGLE_LINES = 3;
/** Points by which lines that begin at one edge may differ. */
const SAME_EDGE = 2;
/** Lines between the first row and the rule above it, the last row and the rule below it: headings that wrap. */
const MOST_LINES_TO_RULE = 3;
/** Share of the run's width that a rule must cover to belong to it. */
const NEARLY_WHOLE = 0.8;
/** Times the size of the type around it: a line in type this large, alone, is the title of what follows. */
const TITLE_SIZE = 1.15;
/** Number or bullet at the start of a paragraph. */
const LIST_MARK =
  /^(?:[•·▪■□◆●○–—*-]|[(（]?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5}|[一二三四五六七八九十]{1,3})[)）.．、:]+|\d{1,2}(?:\.\d{1,2}){1,3}\.?)$/u;

/**
 * Maximal runs of lines of which many are divided. A rule above or below that is as wide as the run takes the lines between with it.
 *
 * @param rows from top to bottom
 * @param rules horizontal ones, outside ruled tables
 */
export function findRuns(rows: readonly SegmentRow[], rules: readonly Ruling[]): (readonly SegmentRow[])[] {
  const spans = withLastStrips(coreSpans(rows, rules), rows, rules);
  return spans.map(({ first, last }, at) => {
    const core = rows.slice(first, last + 1);
    const wide = rules.filter((rule) => covers(rule, core));
    const above = rows.slice((spans[at - 1]?.last ?? -1) + 1, first).toReversed();
    const below = rows.slice(last + 1, spans[at + 1]?.first);
    const reached = reachRule(above, core[0], wide);
    const whole = [...reached.toReversed(), ...core, ...reachRule(below, core.at(-1), wide)];
    return withTopHeadings(whole, above.slice(reached.length), rules);
  });
}

interface Span {
  readonly first: number;
  last: number;
}

/** From divided line to divided line, as long as few lines and no two rules stand between. */
function coreSpans(rows: readonly SegmentRow[], rules: readonly Ruling[]): Span[] {
  const spans: Span[] = [];
  rows.forEach((row, at) => {
    if (!isDivided(row)) return;
    const span = spans.at(-1);
    if (span && goesOn(rows.slice(span.last, at + 1), rules)) span.last = at;
    else spans.push({ first: at, last: at });
  });
  return spans;
}

/** Each span down over the names below it that stand between rules of their own. */
function withLastStrips(
  spans: readonly Span[],
  rows: readonly SegmentRow[],
  rules: readonly Ruling[],
): readonly Span[] {
  return spans.map(({ first, last: end }, at) => {
    const limit = spans[at + 1]?.first ?? rows.length;
    const wide = rules.filter((rule) => covers(rule, rows.slice(first, end + 1)));
    let last = end;
    for (let next = rows[last + 1]; next && last + 1 < limit; next = rows[last + 1]) {
      if (!isNextStrip(rows[last], next, wide)) break;
      last += 1;
    }
    return { first, last };
  });
}

/**
 * Do these lines, of which the first and the last are divided, belong to one table? Where one ends and the next begins stand two rules or a
 * title; two rules stand also about a row of which the amounts are blank. The edges of a shaded row part nothing.
 */
function goesOn(rows: readonly SegmentRow[], rules: readonly Ruling[]): boolean {
  const singles = rows.slice(1, -1);
  if (singles.some((line) => isTitle(line, [rows[0], rows.at(-1)]))) return false;
  const loose = singles.filter((row) => !standsUnder(row, rows[0]) && !isBeforeAmounts(row, [rows[0], rows.at(-1)]));
  if (loose.length > MOST_SINGLE_LINES || !rows.slice(1).every((row, at) => isClose(rows[at] ?? row, row)))
    return false;
  const parting = rules.filter((rule) => isDrawn(rule) && stretchesBetween(rule, rows));
  if (singles.length === 0 || parting.length < 2) return true;
  return areStrips(
    rows,
    rules.filter((rule) => covers(rule, rows)),
  );
}

/** In larger type than these lines of the table? */
function isTitle(line: SegmentRow, rows: readonly (SegmentRow | undefined)[]): boolean {
  return rows.every((row) => row && line.fontSize >= TITLE_SIZE * row.fontSize);
}

/** Does the line begin where a segment of the divided line does, the first excepted? The other panel of a table of two is empty there. */
function standsUnder({ box }: SegmentRow, divided: SegmentRow | undefined): boolean {
  return divided?.segments.slice(1).some((segment) => Math.abs(segment.box[0] - box[0]) <= SAME_EDGE) === true;
}

/** Does the line end before the amounts of both lines begin? Then it is in the column of their names: a row without amounts, or one that wraps. */
function isBeforeAmounts({ box }: SegmentRow, rows: readonly (SegmentRow | undefined)[]): boolean {
  return rows.every((row) => {
    const amount = row?.segments.find(isAmount);
    return amount !== undefined && amount.box[0] >= box[2];
  });
}

function stretchesBetween(rule: Ruling, rows: readonly SegmentRow[]): boolean {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return false;
  return rule.position > centreY(first.box) && rule.position < centreY(last.box) && covers(rule, [first, last]);
}

/** At least two segments that are no paragraph with its number and no heading with its page. Before an amount stands no such number. */
function isDivided({ segments }: SegmentRow): boolean {
  const [first, second] = segments;
  if (!first || !second || segments.some((segment) => hasLeader(segment.text))) return false;
  return segments.length > 2 || isAmount(second) || !LIST_MARK.test(first.text.trim());
}

/**
 * The lines between the run and the nearest wide rule on one side, if it is near; none where the rule is next to the run or there is no
 * rule.
 *
 * @param lines on that side, the nearest first
 * @param edge the run's own line there
 */
function reachRule(lines: readonly SegmentRow[], edge: SegmentRow | undefined, wide: readonly Ruling[]): SegmentRow[] {
  const reached: SegmentRow[] = [];
  let before = edge;
  for (const line of lines.slice(0, MOST_LINES_TO_RULE)) {
    if (!before || !isClose(before, line) || wide.some((rule) => isBetween(rule, before, line))) return [];
    if (edge && isTitle(line, [edge])) return [];
    reached.push(line);
    const next = lines[reached.length];
    if (wide.some((rule) => (next ? isBetween(rule, line, next) : isBeyond(rule, line, before)))) return reached;
    before = line;
  }
  return [];
}

function isBetween(rule: Ruling, a: SegmentRow | undefined, b: SegmentRow): boolean {
  if (!a) return false;
  const [from, to] = [centreY(a.box), centreY(b.box)];
  return rule.position > Math.min(from, to) && rule.position < Math.max(from, to);
}

/** On the far side of `line`, seen from the run, and near. */
function isBeyond(rule: Ruling, line: SegmentRow, nearer: SegmentRow | undefined): boolean {
  const middle = centreY(line.box);
  const outward = nearer && centreY(nearer.box) > middle ? -1 : 1;
  const distance = (rule.position - middle) * outward;
  return distance > 0 && distance <= WIDEST_PITCH * heightOf(line.box);
}

/** Does the rule run over nearly the whole width of these lines? */
function covers(rule: Ruling, lines: readonly SegmentRow[]): boolean {
  const [from, , to] = boxAround(lines.map((line) => line.box));
  return sharedLength(rule.from, rule.to, from, to) >= NEARLY_WHOLE * (to - from);
}
