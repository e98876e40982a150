/** Tables whose cells are parted by rules. */
import type { Box } from '../../types.js';
import { boxAround, heightOf, holdsCentre, median, widthOf } from '../boxes.js';
import { divideCrowded } from './divide-crowded.js';
import { areCrowded } from './crowded-cells.js';
import { fillPlaces } from '../cells/cell-texts.js';
import { isBlank } from '../lines/glyph-lines.js';
import { drawLattice, type Lattice } from '../rules/lattice.js';
import { boxOfNetwork, type Network } from '../rules/networks.js';
import type { Glyph, Ruling } from '../page.js';
import { tileLattice, type CellPlace } from '../cells/places.js';
import { cutRows } from '../lines/segments.js';
import { closeBlankStrips } from './slivers.js';
import { sortWithSpilled } from './spilled.js';
import { cutStretches } from './stretches.js';
import type { PageTable, TableGrid } from '../types.js';
import { isDrawn } from '../rules/weak-rules.js';

/** Rows with words in two cells: a frame without any is a box around a paragraph, a page frame, a drawing. */
const FEWEST_DIVIDED_ROWS = 1;
/** The same where no rule is drawn, only shading or white: each line of a paragraph may be shaded as far as it goes. */
const FEWEST_SHADED_ROWS = 2;
/** Times the text height below a frame within which the next row of its table would stand. */
const NEXT_ROW = 2;
/** Columns that make a table of a single row (合计 alone on the last page); two boxes side by side are a drawing, unless they end the page. */
const FEWEST_COLUMNS_OF_A_ROW = 3;
/** Times the text height: what stands below the last row of a page is no more than its number. */
const FOOTER_HEIGHT = 2;

/**
 * Reads every network of rules that frames a table. What lies inside a table belongs to it; `rest` are the rules that frame nothing.
 *
 * @param glyphs of the page, in painting order
 */
export function findRuledTables(
  networks: readonly Network[],
  glyphs: readonly Glyph[],
): { tables: PageTable[]; rest: Ruling[] } {
  const tables: PageTable[] = [];
  const rest: Ruling[] = [];
  const bySize = networks
    .map((network) => ({ network, box: boxOfNetwork(network) }))
    .toSorted((a, b) => areaOf(b.box) - areaOf(a.box));
  for (const { network, box } of bySize) {
    if (tables.some((table) => holdsCentre(table.box, box))) continue;
    const free = glyphs.filter((glyph) => !tables.some((other) => holdsCentre(other.box, glyph.box)));
    const table = readRuledTable(network, free);
    if (table) tables.push(table);
    else rest.push(...network.horizontal, ...network.vertical);
  }
  return { tables, rest };
}

function areaOf(box: Box): number {
  return widthOf(box) * heightOf(box);
}

/**
 * Do cells go on below the frame? Where shading alone parts the columns and only every other row is shaded, it frames no table: the text has
 * to tell the rows.
 */
function goesOnBelow(xs: readonly number[], box: Box, textHeight: number, glyphs: readonly Glyph[]): boolean {
  const strip: Box = [box[0], box[3], box[2], box[3] + NEXT_ROW * textHeight];
  const [next] = cutRows(glyphs.filter((glyph) => holdsCentre(strip, glyph.box)));
  const inner = xs.slice(1, -1);
  return (
    next !== undefined &&
    next.segments.length > 1 &&
    next.segments.every((segment) => !inner.some((x) => x > segment.box[0] && x < segment.box[2]))
  );
}

/**
 * The table that a network of rules frames; null where it is none: a single box, or rules with hardly any text between them.
 *
 * @param glyphs all that may stand in it, in painting order
 */
function readRuledTable(network: Network, glyphs: readonly Glyph[]): PageTable | null {
  const frame = readFrame(network, glyphs);
  if (!frame || !isTable(frame, network, glyphs)) return null;
  return { ...toTable(frame, network), ...readStretches(network, frame.grid, glyphs) };
}

/** Cells and what stands in them, be it a table or not. */
interface Frame {
  readonly drawn: Lattice;
  readonly lattice: Lattice;
  readonly textHeight: number;
  readonly places: readonly CellPlace[];
  readonly inside: readonly Glyph[];
  readonly glyphsOf: ReadonlyMap<CellPlace, readonly Glyph[]>;
  readonly grid: TableGrid;
}

/** null where no text stands between the rules, or no cell is closed. */
function readFrame(network: Network, glyphs: readonly Glyph[]): Frame | null {
  const box = boxOfNetwork(network);
  const inside = glyphs.filter((glyph) => holdsCentre(box, glyph.box));
  const inked = inside.filter((glyph) => !isBlank(glyph));
  if (inked.length === 0) return null;
  const textHeight = median(inked.map((glyph) => Math.min(glyph.fontSize, heightOf(glyph.box))));
  const drawn = drawLattice(
    network,
    inked.map((glyph) => glyph.box),
    textHeight,
  );
  if (drawn.xs.length < 2 || drawn.ys.length < 2) return null;
  const lattice = closeBlankStrips(drawn, network, inked, textHeight);
  const places = tileLattice(lattice);
  const glyphsOf = sortWithSpilled(places, inside);
  return { drawn, lattice, textHeight, places, inside, glyphsOf, grid: fillPlaces(places, inside, glyphsOf) };
}

function isTable({ drawn, textHeight, grid }: Frame, network: Network, glyphs: readonly Glyph[]): boolean {
  const { xs } = drawn;
  if (xs.length < 3) return false;
  if (!network.vertical.some(isDrawn) && goesOnBelow(xs, boxOfNetwork(network), textHeight, glyphs)) return false;
  if (grid.columnCount < 2) return false;
  if (grid.rowCount === 1 && grid.columnCount < FEWEST_COLUMNS_OF_A_ROW) {
    if (!endsPage(boxOfNetwork(network), textHeight, glyphs)) return false;
  }
  const isRuled = [...network.horizontal, ...network.vertical].some(isDrawn);
  return countDivided(grid) >= (isRuled ? FEWEST_DIVIDED_ROWS : FEWEST_SHADED_ROWS);
}

/** Is the frame the last on its page but for a page number? A form that begins there goes on overleaf. */
function endsPage([, , , bottom]: Box, textHeight: number, glyphs: readonly Glyph[]): boolean {
  const below = glyphs.filter((glyph) => glyph.box[1] >= bottom && !isBlank(glyph));
  return heightOf(boxAround(below.map(({ box }) => box))) <= FOOTER_HEIGHT * textHeight;
}

/** As the rules part it; where several cells are crowded, as the alignment of their text parts them further. */
function toTable({ lattice, places, inside, glyphsOf, grid }: Frame, network: Network): PageTable {
  const box = boxAround(grid.cells.map((cell) => cell.box));
  if (!areCrowded(places, glyphsOf)) return { ...grid, box, method: 'ruled' };
  const finer = divideCrowded({ box, glyphs: inside, ...network }, lattice, places, glyphsOf);
  return { ...finer, box, method: 'aligned', alternatives: [grid] };
}

/** The stretches of the frame, each in its own columns, where there are several. */
function readStretches(network: Network, grid: TableGrid, glyphs: readonly Glyph[]): Pick<PageTable, 'stretches'> {
  const networks = cutStretches(network, grid);
  if (networks.length < 2) return {};
  const stretches = networks.flatMap((part) => {
    const frame = readFrame(part, glyphs);
    return frame ? [toTable(frame, part)] : [];
  });
  return stretches.length === networks.length ? { stretches } : {};
}

/** Rows in which two cells or more have words. */
function countDivided({ cells }: TableGrid): number {
  const filled = new Map<number, number>();
  for (const { row, text } of cells) if (text !== '') filled.set(row, (filled.get(row) ?? 0) + 1);
  return [...filled.values()].filter((count) => count > 1).length;
}
