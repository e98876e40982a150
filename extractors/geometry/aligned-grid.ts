/** A grid from the alignment of text, with whatever rules there are as its certain lines. */
import type { Box } from '../types.js';
import { fillPlaces, sortIntoPlaces } from './cell-texts.js';
import { columnsUnder, findColumns, type Column } from './columns.js';
import { spansOf } from './headings.js';
import type { Lattice } from './lattice.js';
import type { Glyph, Ruling } from './page.js';
import { indexPlaces } from './place-index.js';
import { tileLattice, type CellPlace } from './places.js';
import { cutAtSeams } from './seams.js';
import { cutRows, partHeadings, type SegmentRow } from './segments.js';
import { joinLines, type TextRow } from './text-rows.js';
import type { TableGrid } from './types.js';

/** A part of a page that is thought to be a table. */
export interface Region {
  readonly box: Box;
  /** Characters in it, in painting order. */
  readonly glyphs: readonly Glyph[];
  /** Rules in it; empty for a table without any. */
  readonly horizontal: readonly Ruling[];
  readonly vertical: readonly Ruling[];
}

/** Every step of the way, so that it can be drawn and judged. */
export interface AlignedGrid {
  readonly lines: readonly SegmentRow[];
  readonly columns: readonly Column[];
  readonly rows: readonly TextRow[];
  readonly lattice: Lattice;
}

/** Share of the region's width that a rule must cover to part all of its rows. */
export const FULL_WIDTH = 0.75;

/** Finds columns and rows of a region. */
export function alignRegion(region: Region): AlignedGrid {
  const whole = cutAtSeams(cutRows(region.glyphs, region.vertical));
  const columns = findColumns(whole);
  const lines = whole.map((line) => partHeadings(line, columns));
  const parting = region.horizontal.filter(
    (rule) => rule.to - rule.from >= FULL_WIDTH * (region.box[2] - region.box[0]),
  );
  const bands = intoBands(lines, parting);
  const rows = bands.flatMap((band) => joinLines(band, columns));
  return { lines, columns, rows, lattice: latticeOfText(region, columns, rows) };
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
  return fillPlaces(places, region.glyphs, glyphsOf);
}

function ownersOfSegments(
  places: readonly CellPlace[],
  { rows, columns, lattice }: AlignedGrid,
): Map<Glyph, CellPlace> {
  const owners = new Map<Glyph, CellPlace>();
  const placeAt = indexPlaces(places);
  rows.forEach((row, at) => {
    const y = middleOf(lattice.ys, at);
    for (const segment of row.flatMap((line) => line.segments)) {
      const x = middleOf(lattice.xs, columnsUnder(columns, segment).first);
      const owner = placeAt(x, y);
      if (owner) for (const glyph of segment.line.glyphs) owners.set(glyph, owner);
    }
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

function latticeOfText(region: Region, columns: readonly Column[], rows: readonly TextRow[]): Lattice {
  const extents = rows.map((row) => ({
    from: Math.min(...row.map((line) => line.box[1])),
    to: Math.max(...row.map((line) => line.box[3])),
  }));
  const bridged = rows.map((row, at) => bridgesOf(row, rows[at + 1], columns));
  return {
    xs: borders(columns, region.box[0], region.box[2], region.vertical),
    ys: borders(extents, region.box[1], region.box[3], region.horizontal),
    wallRight: (row, col) => bridged[row]?.has(col) !== true,
    wallBelow: () => true,
  };
}

/** Columns whose right border a segment of the row crosses, or a heading covers that stands over the row below. */
function bridgesOf(row: TextRow, below: TextRow | undefined, columns: readonly Column[]): Set<number> {
  const bridges = new Set<number>();
  for (const line of row)
    for (const { first, last } of spansOf(line, row.length === 1 ? below?.[0] : undefined, columns))
      for (let col = first; col < last; col += 1) bridges.add(col);
  return bridges;
}

/** Lines around and between stretches: on a rule where one stands between two, else half way. */
function borders(stretches: readonly Column[], start: number, end: number, rules: readonly Ruling[]): number[] {
  const inner = stretches.slice(1).map((stretch, at) => {
    const before = stretches[at]?.to ?? start;
    const rule = rules.find(({ position }) => position >= before && position <= stretch.from);
    return rule?.position ?? (before + stretch.from) / 2;
  });
  const first = Math.min(start, stretches[0]?.from ?? start);
  const last = Math.max(end, stretches.at(-1)?.to ?? end);
  return [first, ...inner, last];
}
