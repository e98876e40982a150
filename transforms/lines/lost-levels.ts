/**
 * Levels that a list lost with its indents: 一、基本支出, then 工资福利支出 and others that make it up, under one total. Neither numbers nor codes tell; the total does, for with all rows it is too small.
 */
import type { Fen } from '../types.js';
import { mayContain } from './row-parents.js';
import type { OutlineRow } from './rows.js';
import type { Numbered } from './sides.js';

/** Columns of a side: their amounts by grid row. */
type Columns = ReadonlyMap<number, ReadonlyMap<number, Numbered>>;

/** Rows under one total of which levels are looked for; longer lists are lists of details. */
const MOST_ROWS = 500;

/** A row with the rows after it that make it up, directly or by others; none for a row by itself. */
interface Block {
  /** Places in the list, of the rows directly below. */
  readonly parts: readonly number[];
  /** The place after the block. */
  readonly end: number;
}

/**
 * Where a total is not the sum of its rows in some column, puts the rows under those before them that they add up to, in every column, if then all columns of the total hold: to the fen, as
 * nothing else speaks for it. Nothing is done where they don't. A row that only repeats the row above it, name and all, is no part of it.
 *
 * @param parents index of each row's parent, undefined for none; not changed
 * @returns the parents, and the rows that got another one by their amounts
 */
export function findLostLevels(
  rows: readonly OutlineRow[],
  parents: readonly (number | undefined)[],
  columns: Columns,
): { readonly parents: (number | undefined)[]; readonly moved: ReadonlySet<number> } {
  const found = [...parents];
  const moved = new Set<number>();
  rows.forEach((total, index) => {
    if (total.totalKind === null) return;
    const list = rows.flatMap((row, at) => (parents[at] === index && row.role !== 'memo' ? [at] : []));
    for (const [whole, parts] of levelsUnder(index, list, rows, columns))
      for (const part of parts) {
        found[part] = whole;
        moved.add(part);
      }
  });
  return { parents: found, moved };
}

/** The rows that are wholes, each with its parts; none where all rows add up, or no levels make them. */
function levelsUnder(
  total: number,
  list: readonly number[],
  rows: readonly OutlineRow[],
  columns: Columns,
): readonly (readonly [whole: number, parts: readonly number[]])[] {
  if (list.length < 2 || list.length > MOST_ROWS) return [];
  const amountsOf = (index: number): readonly Fen[] =>
    [...columns.values()].map((column) => column.get(rows[index]?.row ?? -1)?.amount.amount ?? 0n);
  const isPrinted = [...columns.values()].map((column) => column.has(rows[total]?.row ?? -1));
  const amounts = list.map(amountsOf);
  const holds = (sum: readonly Fen[]): boolean =>
    amountsOf(total).every((amount, column) => !isPrinted[column] || amount === sum[column]);
  if (holds(sumOf(amounts))) return [];
  const blocks = blocksOf(list, amounts, rows);
  const tops = placesOfTops(blocks);
  if (!holds(sumOf(tops.map((at) => amounts[at] ?? [])))) return [];
  return tops.flatMap((at) => levelsOf(at, blocks, list));
}

/** For each place the block that begins there, the shortest; from the end, as a part is a block itself. */
function blocksOf(list: readonly number[], amounts: readonly (readonly Fen[])[], rows: readonly OutlineRow[]): Block[] {
  const blocks: Block[] = [];
  for (let at = list.length - 1; at >= 0; at--) {
    const alone = { parts: [], end: at + 1 };
    blocks[at] = gather(at, list, amounts, rows, blocks) ?? alone;
  }
  return blocks;
}

function gather(
  at: number,
  list: readonly number[],
  amounts: readonly (readonly Fen[])[],
  rows: readonly OutlineRow[],
  blocks: readonly Block[],
): Block | null {
  const whole = amounts[at] ?? [];
  const parts: number[] = [];
  let left = whole;
  for (let next = at + 1; left.some((amount) => amount > 0n);) {
    const block = blocks[next];
    if (!block || !mayBePart(rows[list[at] ?? -1], rows[list[next] ?? -1])) return null;
    left = left.map((amount, column) => amount - (amounts[next]?.[column] ?? 0n));
    if (left.some((amount) => amount < 0n)) return null;
    parts.push(next);
    next = block.end;
    if (left.every((amount) => amount === 0n)) return repeatsName(at, parts, list, rows) ? null : { parts, end: next };
  }
  return null;
}

/** Numbers and codes that are printed speak before amounts do. */
function mayBePart(whole: OutlineRow | undefined, part: OutlineRow | undefined): boolean {
  if (!whole || !part || ![whole, part].every(({ role, item }) => role === 'detail' && item === null)) return false;
  const isDeeper = part.depth === null || (whole.depth !== null && part.depth > whole.depth);
  return isDeeper && mayContain(whole, part);
}

/** A row printed twice is no whole of itself. */
function repeatsName(
  at: number,
  parts: readonly number[],
  list: readonly number[],
  rows: readonly OutlineRow[],
): boolean {
  const labelAt = (place: number | undefined): string => rows[list[place ?? -1] ?? -1]?.label.trim() ?? '';
  return parts.length === 1 && labelAt(parts[0]) === labelAt(at);
}

/** The places of the rows that are in no block of others. */
function placesOfTops(blocks: readonly Block[]): number[] {
  const tops: number[] = [];
  for (let at = 0; at < blocks.length; at = blocks[at]?.end ?? blocks.length) tops.push(at);
  return tops;
}

function levelsOf(
  at: number,
  blocks: readonly Block[],
  list: readonly number[],
): readonly (readonly [whole: number, parts: readonly number[]])[] {
  const { parts } = blocks[at] ?? { parts: [] };
  if (parts.length === 0) return [];
  const own = [list[at] ?? -1, parts.map((part) => list[part] ?? -1)] as const;
  return [own, ...parts.flatMap((part) => levelsOf(part, blocks, list))];
}

function sumOf(amounts: readonly (readonly Fen[])[]): readonly Fen[] {
  const [first = [], ...others] = amounts;
  return others.reduce((sum, row) => sum.map((amount, column) => amount + (row[column] ?? 0n)), first);
}
