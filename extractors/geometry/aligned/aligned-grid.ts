/** A grid from the alignment of text, with whatever rules there are as its certain lines. */
import type { Box } from '../../types.js';
import { boxAround } from '../boxes.js';
import { cutAtBorders } from './border-cuts.js';
import { fillPlaces, sortIntoPlaces } from '../cells/cell-texts.js';
import { columnsUnder, type Column } from '../lines/columns.js';
import type { Border } from './header/column-cells.js';
import { readHeader, withoutHeader, type HeadedColumns } from './header/read-header.js';
import type { Heading, HeaderTree } from './header/types.js';
import { spansOf } from './headings.js';
import type { Lattice } from '../rules/lattice.js';
import type { Glyph, Ruling } from '../page.js';
import { joinSigns } from '../lines/lone-signs.js';
import { indexPlaces } from '../cells/place-index.js';
import { tileLattice, type CellPlace } from '../cells/places.js';
import { cutAtSeams } from './seams.js';
import { cutRows, partHeadings, type Segment, type SegmentRow } from '../lines/segments.js';
import { joinLines, type TextRow } from './text-rows.js';
import type { TableGrid } from '../types.js';

/** A part of a page that is thought to be a table. */
export interface Region {
  readonly box: Box;
  /** Characters in it, in painting order. */
  readonly glyphs: readonly Glyph[];
  /** Rules in it; empty for a table without any. */
  readonly horizontal: readonly Ruling[];
  readonly vertical: readonly Ruling[];
  /** It begins with the rest of a row, so it has no header. */
  readonly startsInside?: boolean;
}

/** Every step of the way, so that it can be drawn and judged. */
export interface AlignedGrid {
  readonly lines: readonly SegmentRow[];
  readonly columns: readonly Column[];
  readonly rows: readonly AlignedRow[];
  readonly lattice: Lattice;
  /** The same under every other header that fits nearly as well. */
  readonly others?: readonly AlignedGrid[];
}

/** A row: lines of text, or a level of headings. */
interface AlignedRow {
  readonly lines: TextRow;
  /** Headings that begin on this level; null for a row of text. */
  readonly headings: readonly Heading[] | null;
}

/** Share of the region's width that a rule must cover to part all of its rows. */
export const FULL_WIDTH = 0.75;
/** Points. Rows whose texts stand beside each other are kept this far apart. */
const SLIGHT = 0.1;

/**
 * Finds columns and rows of a region.
 *
 * @param known columns that it is known to stand in
 */
export function alignRegion(region: Region, known?: readonly Column[]): AlignedGrid {
  const readColumns = (lines: readonly SegmentRow[]): HeadedColumns =>
    region.startsInside ? withoutHeader(lines, known) : readHeader(lines, region.horizontal, known);
  const seamed = cutAtSeams(cutRows(region.glyphs, region.vertical));
  const cut = cutAtBorders(seamed, readColumns(seamed).columns);
  const whole = joinSigns(cut, () => readColumns(cut).columns);
  const headed = readColumns(whole);
  const { columns, header } = headed;
  const lines = whole.map((line) => partHeadings(line, columns));
  const parting = region.horizontal.filter(
    (rule) => rule.to - rule.from >= FULL_WIDTH * (region.box[2] - region.box[0]),
  );
  const readRows = (part: readonly SegmentRow[]): AlignedRow[] =>
    intoBands(part, parting)
      .flatMap((band) => joinLines(band, columns, known !== undefined))
      .map((row) => ({ lines: row, headings: null }));
  if (!header)
    return { lines, columns, rows: readRows(lines), lattice: latticeOfText(region, headed, readRows(lines)) };
  const [above, below] = [readRows(headed.captions), readRows(headed.body)];
  const alignUnder = (tree: HeaderTree): AlignedGrid => {
    const rows = [...above, ...levelsOf(tree), ...below];
    return { lines, columns, rows, lattice: latticeOfText(region, headed, rows) };
  };
  return { ...alignUnder(header), others: headed.otherHeaders.map(alignUnder) };
}

/** The grid with its texts. A segment stands in one cell whole, that of its first column, however far it reaches into the next. */
export function fillAligned(region: Region, aligned: AlignedGrid): TableGrid {
  const places = tileLattice(aligned.lattice);
  const owners = ownersOfSegments(places, aligned);
  const loose = region.glyphs.filter((glyph) => !owners.has(glyph));
  const glyphsOf = sortIntoPlaces(places, loose);
  for (const glyph of region.glyphs) {
    const owner = owners.get(glyph);
    if (owner) glyphsOf.get(owner)?.push(glyph);
  }
  const isHeading = ({ row }: CellPlace): boolean => aligned.rows[row]?.headings != null;
  // without a frame a column is as wide as its widest text
  const roomOf = ({ col, colSpan }: CellPlace): number =>
    (aligned.columns[col + colSpan - 1]?.to ?? 0) - (aligned.columns[col]?.from ?? 0);
  return fillPlaces(places, region.glyphs, glyphsOf, isHeading, roomOf);
}

/** One row for each level; on it the headings that begin there. */
function levelsOf({ headings, levelCount }: HeaderTree): AlignedRow[] {
  return Array.from({ length: levelCount }, (_, level) => {
    const own = headings.filter((heading) => heading.level === level);
    const segments = own.flatMap(({ blocks }) => blocks.flatMap((block) => block.segments));
    const [first] = segments;
    const line = { segments, box: boxAround(segments.map(({ box }) => box)), fontSize: first?.line.fontSize ?? 0 };
    return { lines: [line], headings: own };
  });
}

function ownersOfSegments(
  places: readonly CellPlace[],
  { rows, columns, lattice }: AlignedGrid,
): Map<Glyph, CellPlace> {
  const owners = new Map<Glyph, CellPlace>();
  const placeAt = indexPlaces(places);
  const own = (segment: Segment, row: number, col: number): void => {
    const owner = placeAt(middleOf(lattice.xs, col), middleOf(lattice.ys, row));
    if (owner) for (const glyph of segment.line.glyphs) owners.set(glyph, owner);
  };
  rows.forEach(({ lines, headings }, at) => {
    if (headings) {
      for (const { blocks, first } of headings)
        for (const segment of blocks.flatMap((block) => block.segments)) own(segment, at, first);
    } else
      for (const segment of lines.flatMap((line) => line.segments))
        own(segment, at, columnsUnder(columns, segment).first);
  });
  return owners;
}

function middleOf(lines: readonly number[], strip: number): number {
  return ((lines[strip] ?? 0) + (lines[strip + 1] ?? 0)) / 2;
}

/** The lines between each two rules. */
function intoBands(lines: readonly SegmentRow[], rules: readonly Ruling[]): SegmentRow[][] {
  const bands = new Map<number, SegmentRow[]>();
  for (const line of lines) {
    const above = rules.filter((rule) => rule.position < (line.box[1] + line.box[3]) / 2).length;
    const band = bands.get(above);
    if (band) band.push(line);
    else bands.set(above, [line]);
  }
  return [...bands.values()];
}

function latticeOfText(region: Region, { columns, borders }: HeadedColumns, rows: readonly AlignedRow[]): Lattice {
  const covered = coveredByHeadings(rows);
  const bridged = rows.map(({ lines, headings }, at) =>
    headings ? new Set<number>() : bridgesOf(lines, rows[at + 1], columns),
  );
  const areOne = (row: number, col: number, otherRow: number, otherCol: number): boolean => {
    const heading = covered.get(`${row},${col}`);
    return heading !== undefined && heading === covered.get(`${otherRow},${otherCol}`);
  };
  return {
    xs: onRules(borders, columns, region),
    ys: linesBetween(rows.map(extentOf), region),
    wallRight: (row, col) => bridged[row]?.has(col) !== true && !areOne(row, col, row, col + 1),
    wallBelow: (row, col) => !areOne(row, col, row + 1, col),
  };
}

/** The heading that covers each place of the grid, by `row,column`. */
function coveredByHeadings(rows: readonly AlignedRow[]): Map<string, Heading> {
  const covered = new Map<string, Heading>();
  rows.forEach(({ headings }, at) => {
    for (const heading of headings ?? [])
      for (let row = at; row <= at + heading.lastLevel - heading.level; row += 1)
        for (let col = heading.first; col <= heading.last; col += 1) covered.set(`${row},${col}`, heading);
  });
  return covered;
}

/** From the top of a row to its bottom; headings that go on below are left out of account. */
function extentOf({ lines, headings }: AlignedRow): Column {
  const own = headings?.filter(({ level, lastLevel }) => level === lastLevel).flatMap(({ blocks }) => blocks) ?? [];
  const [, from, , to] = boxAround((own.length > 0 ? own : lines).map(({ box }) => box));
  return { from, to };
}

/** Columns whose right border a segment of the row crosses, or a heading covers that stands over the row below. */
function bridgesOf(row: TextRow, below: AlignedRow | undefined, columns: readonly Column[]): Set<number> {
  const bridges = new Set<number>();
  for (const line of row)
    for (const { first, last } of spansOf(line, row.length === 1 ? below?.lines[0] : undefined, columns))
      for (let col = first; col < last; col += 1) bridges.add(col);
  return bridges;
}

/** The borders of columns, on a rule where one stands between two; the outer ones around the whole region. */
function onRules(borders: readonly Border[], columns: readonly Column[], { box, vertical }: Region): number[] {
  return borders.map(({ at }, no) => {
    const [before, after] = [columns[no - 1], columns[no]];
    if (!before) return Math.min(at, box[0]);
    if (!after) return Math.max(at, box[2]);
    return vertical.find(({ position }) => position >= before.to && position <= after.from)?.position ?? at;
  });
}

/** Lines around and between rows: on a rule where one stands between two, else half way. */
function linesBetween(rows: readonly Column[], { box: [, start, , end], horizontal }: Region): number[] {
  const lines = [Math.min(start, rows[0]?.from ?? start)];
  rows.slice(1).forEach((row, at) => {
    const before = rows[at]?.to ?? start;
    const rule = horizontal.find(({ position }) => position >= before && position <= row.from);
    lines.push(Math.max(rule?.position ?? (before + row.from) / 2, (lines.at(-1) ?? start) + SLIGHT));
  });
  return [...lines, Math.max(end, rows.at(-1)?.to ?? end)];
}
