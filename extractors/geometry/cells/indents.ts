/** How far names stand in from the left edge of their column: in budget tables the indent says whose part a row is. */
import { median } from '../boxes.js';
import { isIdeographic } from '../lines/glyph-lines.js';
import type { CellPlace } from './places.js';

export interface PlacedText {
  readonly place: CellPlace;
  readonly text: string;
  /** Points; first and last coordinate of the first line; null for a blank cell or turned text. */
  readonly left: number | null;
  readonly right: number | null;
  /** Points. */
  readonly characterWidth: number;
}

/** Share of a character's width by which left edges may differ and still be one edge. */
const SAME_EDGE = 0.3;
/** Share of a column's texts that must begin at edges shared with others for the column to be aligned left. */
const MOSTLY_ALIGNED = 0.6;
/** Share of a character's width by which a centred text may miss the middle of its cell. */
const CENTRED = 0.4;
/** More than this is no indent but a text that stands elsewhere in its cell. */
const DEEPEST_INDENT = 8;

/**
 * For each text the number of whole characters that it is indented: 0 in columns that are centred, aligned right, or of numbers, and for a text
 * alone in the middle of its cell (a heading, 合计).
 */
export function measureIndents(texts: readonly PlacedText[]): number[] {
  const indents = texts.map(() => 0);
  for (const members of namesByColumn(texts)) {
    const names = members.map(({ text }) => text);
    const edge = leftEdge(names);
    if (edge === null) continue;
    const edges = names.filter((text) => !isCentred(text)).map((text) => text.left);
    for (const { at, text } of members) {
      const stands = edges.some((left) => Math.abs(left - text.left) <= SAME_EDGE * text.characterWidth);
      if (stands) indents[at] = indentOf(text, edge);
    }
  }
  return indents;
}

type Name = PlacedText & { readonly left: number };

/** The texts with Chinese words, of cells one column wide, column by column. */
function namesByColumn(texts: readonly PlacedText[]): Iterable<{ at: number; text: Name }[]> {
  const columns = new Map<number, { at: number; text: Name }[]>();
  texts.forEach((text, at) => {
    if (text.left === null || text.place.colSpan > 1 || !isIdeographic(text.text)) return;
    const name = { at, text: { ...text, left: text.left } };
    const column = columns.get(text.place.col);
    if (column) column.push(name);
    else columns.set(text.place.col, [name]);
  });
  return columns.values();
}

function indentOf({ left, characterWidth }: Name, edge: number): number {
  const indent = Math.round((left - edge) / characterWidth);
  return indent > 0 && indent <= DEEPEST_INDENT ? indent : 0;
}

/** The leftmost edge at which several texts of the column begin; null where the column is not aligned left. */
function leftEdge(texts: readonly Name[]): number | null {
  if (texts.length < 2 || texts.filter(isCentred).length > texts.length / 2) return null;
  const tolerance = SAME_EDGE * median(texts.map((text) => text.characterWidth));
  const lefts = texts.map((text) => text.left).toSorted((a, b) => a - b);
  const shared = lefts.filter((left, at) =>
    [lefts[at - 1], lefts[at + 1]].some((other) => other !== undefined && Math.abs(other - left) <= tolerance),
  );
  return shared.length >= MOSTLY_ALIGNED * texts.length ? (shared[0] ?? null) : null;
}

function isCentred({ place, left, right, characterWidth }: Name): boolean {
  const before = left - place.box[0];
  const after = place.box[2] - (right ?? 0);
  return Math.abs(before - after) <= 2 * CENTRED * characterWidth;
}
