/**
 * Header rows in which merged cells are collapsed (one cell a line): a row has fewer texts than the grid has columns. Read from
 * the bottom up: below a cell merged downwards stands a blank, below a cell merged sideways stand its sub-headings.
 */
import { isBlank, squeeze } from '../words.js';
import type { HeaderReading } from './positions.js';
import type { PlacedCell, PlacedRow } from '../rows.js';

/** Alignments kept on the way; more than a few equally good ones never occur together in practice. */
const BEAM = 4;

/** What speaks against seeing one upper cell over a group of lower ones; the unit is one odd cell. */
const COST = {
  /** A blank upper cell that would have to be merged sideways. */
  blankOverMany: 5,
  /** A blank among the sub-headings of a merged cell. */
  blankInGroup: 3,
  /** A single sub-heading: possible (本年收入 › 小计), but rarer than a merged cell with several. */
  onlyChild: 1,
  /** An own text below a blank upper cell. */
  textUnderBlank: 1,
  /** Groups of one header tend to begin with the same word (项目 金额 | 项目 金额). */
  sameBeginning: -0.5,
};

/** A reading whose cost is this much above the best one's is not offered: the best one explains the shape clearly better. */
const CLEARLY_WORSE = 0.5;

interface Alignment {
  readonly groups: readonly number[];
  readonly cost: number;
}

interface PartialHeader {
  readonly rows: readonly PlacedRow[];
  readonly cost: number;
}

/**
 * All plausible ways to lay the header rows over `width` columns, likeliest first; empty where the lowest row has no text for
 * every column.
 */
export function readCollapsedHeader(rows: readonly (readonly string[])[], width: number): HeaderReading[] {
  const lowest = rows.at(-1);
  if (lowest?.length !== width) return [];
  const bottom: PlacedRow = lowest.map((text, col) => ({ text, col, colSpan: 1, continuesAbove: false }));
  let partials: PartialHeader[] = [{ rows: [bottom], cost: 0 }];
  for (const upper of rows.slice(0, -1).reverse()) {
    partials = partials
      .flatMap(({ rows: below, cost }) => {
        const lower = below[0] ?? [];
        return alignOver(upper, lower).map((alignment) => ({
          rows: layOver(upper, lower, alignment, below.slice(1)),
          cost: cost + alignment.cost,
        }));
      })
      .sort((a, b) => a.cost - b.cost)
      .slice(0, BEAM);
  }
  const best = partials[0]?.cost ?? 0;
  const plausible = partials.filter(({ cost }) => cost < best + CLEARLY_WORSE);
  return plausible.map(({ rows: placed, cost }) => ({
    rows: placed,
    defects: countDefects(placed, cost),
    why: 'header from the shape of its merged cells',
  }));
}

/** A blank that tops a column is a column without heading; an odd alignment counts as its whole cost units. */
function countDefects(rows: readonly PlacedRow[], cost: number): number {
  return (rows[0] ?? []).filter((cell) => isBlank(cell.text)).length + Math.max(0, Math.floor(cost));
}

/** The best ways to divide `lower` into `upper.length` runs, as run lengths. */
function alignOver(upper: readonly string[], lower: PlacedRow): Alignment[] {
  if (upper.length > lower.length) return [];
  const beginnings = new Map<string, number>();
  for (const cell of lower) beginnings.set(squeeze(cell.text), (beginnings.get(squeeze(cell.text)) ?? 0) + 1);
  let states = new Map<number, Alignment[]>([[0, [{ groups: [], cost: 0 }]]]);
  upper.forEach((text, at) => {
    const next = new Map<number, Alignment[]>();
    const left = upper.length - at - 1;
    for (const [start, alignments] of states) {
      for (let size = 1; start + size + left <= lower.length; size += 1) {
        const step = groupCost(text, lower.slice(start, start + size), beginnings);
        const grown = alignments.map(({ groups, cost }) => ({ groups: [...groups, size], cost: cost + step }));
        next.set(
          start + size,
          [...(next.get(start + size) ?? []), ...grown].sort((a, b) => a.cost - b.cost).slice(0, BEAM),
        );
      }
    }
    states = next;
  });
  return states.get(lower.length) ?? [];
}

function groupCost(upper: string, group: PlacedRow, beginnings: ReadonlyMap<string, number>): number {
  const [first] = group;
  const blanks = group.filter((cell) => isBlank(cell.text)).length;
  if (isBlank(upper))
    return group.length > 1 ? COST.blankOverMany * group.length : blanks === 1 ? 0 : COST.textUnderBlank;
  if (group.length === 1) return blanks === 1 ? 0 : COST.onlyChild;
  const repeated = first && !isBlank(first.text) && (beginnings.get(squeeze(first.text)) ?? 0) > 1;
  return blanks * COST.blankInGroup + (repeated ? COST.sameBeginning : 0);
}

function layOver(
  upper: readonly string[],
  lower: PlacedRow,
  { groups }: Alignment,
  below: readonly PlacedRow[],
): PlacedRow[] {
  const top: PlacedCell[] = [];
  const adjusted: PlacedCell[] = [];
  let at = 0;
  upper.forEach((text, index) => {
    const group = lower.slice(at, at + (groups[index] ?? 1));
    const colSpan = group.reduce((sum, cell) => sum + cell.colSpan, 0);
    top.push({ text, col: group[0]?.col ?? 0, colSpan, continuesAbove: false });
    const merged = group.length === 1;
    adjusted.push(...group.map((cell) => (merged && isBlank(cell.text) ? { ...cell, continuesAbove: true } : cell)));
    at += group.length;
  });
  return [top, adjusted, ...below];
}
