/** Tables without a frame: found by the alignment of their text, and by the rules above and below where there are some. */
import type { Box } from '../../types.js';
import { alignRegion, fillAligned, FULL_WIDTH, type AlignedGrid, type Region } from './aligned-grid.js';
import { partBeside, type PagePart } from './beside.js';
import { boxAround, centreY, holdsCentre, sharedLength, widthOf } from '../boxes.js';
import { areSameColumns, describeColumns, findColumnsAbove } from './columns-above.js';
import { columnsUnder, type Column } from '../lines/columns.js';
import { isLabelled } from './header/header-lines.js';
import type { Lattice } from '../rules/lattice.js';
import { isDrawn } from '../rules/weak-rules.js';
import { findCutCells } from './cut-cells.js';
import type { Glyph, Ruling } from '../page.js';
import { isNumeric, type SegmentRow } from '../lines/segments.js';
import { isTable } from './table-likeness.js';
import { findRuns } from './text-runs.js';
import type { PageTable, TableColumn } from '../types.js';

/** Points around text within which a rule belongs to it. */
const RULE_MARGIN = 12;
/** Rules that frame a table: at the top, under the header, at the bottom. Of two, either may be missing. */
const FEWEST_FRAMING_RULES = 3;
/** Points by which lines that begin at one edge may differ, and how many of them make it the edge of rows. */
const SAME_EDGE = 2;
const FEWEST_ALIKE = 3;
/** Texts among which a table is looked for: a hundred rows of thirty columns are three thousand. The time taken grows by their square. */
const MOST_TEXTS = 5_000;

interface AlignedTables {
  readonly tables: readonly PageTable[];
  /** How many texts stand in runs with more than `MOST_TEXTS`, among which no table is looked for. */
  readonly textsLeftAside: number;
}

/**
 * Finds the tables among what stands outside ruled tables.
 *
 * @param glyphs in painting order
 * @param rules that frame nothing
 * @param above columns of the unframed table that ends the page before
 */
export function findAlignedTables(
  glyphs: readonly Glyph[],
  rules: readonly Ruling[],
  above?: readonly TableColumn[],
): AlignedTables {
  const found = partBeside(glyphs, rules).map((part, at) => findInPart(part, at === 0 ? above : undefined));
  return {
    tables: found.flatMap(({ tables }) => tables),
    textsLeftAside: found.reduce((sum, { textsLeftAside }) => sum + textsLeftAside, 0),
  };
}

function findInPart({ glyphs, rules, rows }: PagePart, above?: readonly TableColumn[]): AlignedTables {
  const horizontal = rules.filter((rule) => rule.orientation === 'h' && rule.visible);
  const all = findRuns(rows, horizontal);
  const runs = all.filter((run) => countTexts(run) <= MOST_TEXTS);
  const textsLeftAside = countTexts(all.flat()) - countTexts(runs.flat());
  const tables = runs.flatMap((run, at) => {
    const before = at === 0 ? above : undefined;
    const read = (lines: readonly SegmentRow[], startsInside = false): Attempt =>
      readRun({ lines, startsInside }, glyphs, rules, before);
    const first = read(run);
    const { rest, wraps, startsInside } = findCutCells(run, rows, [...first.columns, ...(before ?? [])]);
    const upper = before ? rest : [];
    const isCut = before !== undefined && (startsInside || upper.length > 0);
    if (!isCut && wraps.length === 0) return first.table ?? [];
    return read([...upper, ...run, ...wraps], isCut).table ?? [];
  });
  return { tables, textsLeftAside };
}

function countTexts(lines: readonly SegmentRow[]): number {
  return lines.reduce((sum, { segments }) => sum + segments.length, 0);
}

/** Lines that may be a table. */
interface Run {
  readonly lines: readonly SegmentRow[];
  /** The first line is the rest of a row that the page end cuts: no header stands here. */
  readonly startsInside: boolean;
}

/** What a run is read as, and the columns that it stands in. */
interface Attempt {
  readonly table: PageTable | null;
  readonly columns: readonly TableColumn[];
}

function readRun(
  { lines: run, startsInside }: Run,
  glyphs: readonly Glyph[],
  rules: readonly Ruling[],
  above?: readonly TableColumn[],
): Attempt {
  const around = regionAround(run, glyphs, rules);
  const kept = cutToRules(run, around, alignRegion(around).columns);
  const region = { ...(kept.length === run.length ? around : regionAround(kept, glyphs, rules)), startsInside };
  const aligned = alignRegion(region);
  const own = isTable(aligned, isBetweenRules(region)) ? toTable(region, aligned, glyphs) : null;
  const columns = describeColumns(aligned);
  const known = above && (!own || !areSameColumns(columns, above)) ? findColumnsAbove(aligned.lines, above) : null;
  if (!known) return { table: own && { ...own, columns }, columns };
  return { table: continuedTable(own, toTable(region, alignRegion(region, known), glyphs), known), columns: known };
}

function continuedTable(
  own: PageTable | null,
  asAbove: PageTable | null,
  columns: readonly TableColumn[],
): PageTable | null {
  if (!own || !asAbove) return own ?? (asAbove && { ...asAbove, columns });
  return { ...own, columns, asAbove };
}

/** @param all characters of the page */
function toTable(region: Region, aligned: AlignedGrid, all: readonly Glyph[]): PageTable | null {
  // its outermost lines may stand further out than its text: what lies between is in it too
  const box = boxOfLattice(aligned.lattice);
  const glyphs = all.filter((glyph) => holdsCentre(box, glyph.box));
  const inBox = { ...region, glyphs };
  const grid = fillAligned(inBox, aligned);
  if (grid.columnCount < 2) return null;
  const alternatives = (aligned.others ?? []).map((other) => fillAligned(inBox, other));
  return { ...grid, box, method: 'aligned', ...(alternatives.length > 0 && { alternatives }) };
}

function boxOfLattice({ xs, ys }: Lattice): Box {
  return [xs[0] ?? 0, ys[0] ?? 0, xs.at(-1) ?? 0, ys.at(-1) ?? 0];
}

/** Without the lines before the first and after the last rule that do not stand in the columns: captions and notes. */
function cutToRules(run: readonly SegmentRow[], region: Region, columns: readonly Column[]): readonly SegmentRow[] {
  const framing = wideRules(region);
  if (framing.length < FEWEST_FRAMING_RULES) return run;
  // where shading alone bands the rows, their headings stand above it
  const top = framing.some(isDrawn) ? Math.min(...framing.map(({ position }) => position)) : -Infinity;
  const bottom = Math.max(...framing.map(({ position }) => position));
  const belongs = (row: SegmentRow): boolean => {
    const middle = centreY(row.box);
    return (middle > top && middle < bottom) || standsInColumns(row, columns);
  };
  // amounts below the last rule: it closes the header, and the rows go on to the end of the run
  const isOpen = run.some((row) => centreY(row.box) > bottom && hasAmount(row, columns));
  const goesOn = (row: SegmentRow): boolean => belongs(row) || (isOpen && isRow(row, run, columns));
  return run.slice(run.findIndex(belongs), run.findLastIndex(goesOn) + 1);
}

/** Is the line a row, if only a name: has it an amount, or does it begin where other lines do and say nothing of the whole table? */
function isRow(row: SegmentRow, run: readonly SegmentRow[], columns: readonly Column[]): boolean {
  if (isLabelled(row)) return false;
  const left = row.box[0];
  const alike = run.filter((other) => Math.abs(other.box[0] - left) <= SAME_EDGE).length;
  return hasAmount(row, columns) || alike >= FEWEST_ALIKE;
}

/** Is there a number in a column beside the first? */
function hasAmount({ segments }: SegmentRow, columns: readonly Column[]): boolean {
  return segments.slice(1).some((segment) => {
    const { first, last } = columnsUnder(columns, segment);
    return first > 0 && first === last && isNumeric(segment.text);
  });
}

/** Does the line have words in each column, or all but one, and none that span? */
function standsInColumns({ segments }: SegmentRow, columns: readonly Column[]): boolean {
  const spans = segments.map((segment) => columnsUnder(columns, segment));
  const filled = new Set(spans.map((span) => span.first)).size;
  return spans.every((span) => span.first === span.last) && filled >= Math.max(2, columns.length - 1);
}

function regionAround(rows: readonly SegmentRow[], glyphs: readonly Glyph[], rules: readonly Ruling[]): Region {
  const box = boxAround(rows.map((row) => row.box));
  const near = rules.filter((rule) => isNear(rule, box));
  return {
    box,
    glyphs: glyphs.filter((glyph) => holdsCentre(box, glyph.box)),
    horizontal: near.filter((rule) => rule.orientation === 'h'),
    vertical: near.filter((rule) => rule.orientation === 'v'),
  };
}

function isNear({ orientation, position, from, to }: Ruling, [x0, y0, x1, y1]: Box): boolean {
  const [low, high, start, end] = orientation === 'h' ? [y0, y1, x0, x1] : [x0, x1, y0, y1];
  const isBeside = position >= low - RULE_MARGIN && position <= high + RULE_MARGIN;
  return isBeside && sharedLength(from, to, start, end) > 0;
}

function isBetweenRules(region: Region): boolean {
  const middle = centreY(region.box);
  const positions = wideRules(region).map((rule) => rule.position);
  return positions.some((position) => position < middle) && positions.some((position) => position > middle);
}

function wideRules({ box, horizontal }: Region): Ruling[] {
  return horizontal.filter(
    (rule) => rule.visible && sharedLength(rule.from, rule.to, box[0], box[2]) >= FULL_WIDTH * widthOf(box),
  );
}
