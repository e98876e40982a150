/** What the lines between two tables are to the one above and to the one below. */
import { isLoneUnit, isUnitLine, namedUnits } from '../../notation/money-units.js';
import { lookBelow } from './surroundings.js';
import type { Surroundings } from './surroundings.js';

import type { Box, PageBreak } from '../types.js';

/** A line of text outside table rows. */
export interface LooseLine {
  readonly no: number;
  readonly text: string;
  readonly furniture: boolean;
  /** Where the source has pages. */
  readonly page?: number | null;
  readonly box?: Box | null;
  /** Where a whole paragraph goes on over page ends. */
  readonly pageBreaks?: readonly PageBreak[];
  /** The line is a whole paragraph; absent where the source breaks lines anywhere. */
  readonly whole?: boolean;
  /** The source says that it is a heading. */
  readonly heading?: boolean;
}

export type LineRole = 'text' | 'title' | 'caption' | 'note';

/** A line or table row outside every grid, with what it is to the table next to it. */
export interface MarkedLine extends LooseLine {
  readonly role: LineRole;
  readonly lineLast: number;
}

/** The table that ends above the lines. */
interface TableAbove {
  readonly captions: string[];
  readonly lastPage: number | null;
  notes: readonly string[];
}

/**
 * Gives the table above what is its own of the lines below it: its notes, and a unit line (单位：万元) directly below a table that names no unit,
 * when the next table has one of its own or stands on another page.
 *
 * @param nextPage the page of the next table, null where the source has no pages; absent where no table follows
 */
export function takeBelow(
  lines: readonly LooseLine[],
  above: TableAbove | undefined,
  nextPage?: number | null,
): { readonly taken: readonly MarkedLine[]; readonly rest: readonly LooseLine[] } {
  const words = lines.filter(({ furniture }) => !furniture);
  const notes = new Set((above ? lookBelow(words.map(({ text }) => text)) : []).map((at) => words[at]));
  const others = words.filter((line) => !notes.has(line));
  const unit = above && isUnitBelow(others, above, nextPage) ? others[0] : undefined;
  if (above) above.notes = [...above.notes, ...words.filter((line) => notes.has(line)).map(({ text }) => text.trim())];
  if (above && unit) above.captions.push(unit.text.trim());
  const roleOf = (line: LooseLine): LineRole | null => {
    if (notes.has(line)) return 'note';
    return line === unit ? 'caption' : null;
  };
  const taken = lines.flatMap((line) => {
    const role = roleOf(line);
    return role === null ? [] : [mark(line, role)];
  });
  return { taken, rest: lines.filter((line) => roleOf(line) === null) };
}

function isUnitBelow(words: readonly LooseLine[], above: TableAbove, nextPage: number | null | undefined): boolean {
  const [line, ...others] = words;
  const page = line?.page ?? null;
  if (!line || !namesUnit(line) || namedUnits(above.captions).length > 0 || page !== above.lastPage) return false;
  const isLast = nextPage === undefined || (nextPage !== null && nextPage !== page);
  return isLast || others.some(namesUnit);
}

function namesUnit({ text }: LooseLine): boolean {
  return isUnitLine(text) || isLoneUnit(text);
}

/** Says of each line what it is to the table below. Indexes count the lines without furniture. */
export function markAbove(lines: readonly LooseLine[], { title, captions }: Surroundings): MarkedLine[] {
  const words = lines.filter(({ furniture }) => !furniture);
  const isCaption = new Set(captions.map((at) => words[at]));
  const roleOf = (line: LooseLine): LineRole => {
    if (isCaption.has(line)) return 'caption';
    return title !== null && line === words[title] ? 'title' : 'text';
  };
  return lines.map((line) => mark(line, roleOf(line)));
}

export function mark(line: LooseLine, role: LineRole): MarkedLine {
  return { ...line, role, lineLast: line.no };
}
