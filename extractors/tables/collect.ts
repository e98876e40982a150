/** From runs of rows and the lines between them to whole tables. */
import { isSubtitle, splitParts } from './captions.js';
import type { TableParts } from './captions.js';
import { continueTable } from './continuation.js';
import type { Continuation } from './continuation.js';
import { joinDrawn, readDrawnGrid } from './drawn-grid.js';
import { readGrids } from './readings.js';
import { isOnlyBreak, lookAbove, lookBelow } from './surroundings.js';
import type { Surroundings } from './surroundings.js';
import { isBlank, isNumeral, squeeze } from './words.js';
import type { Fragment, SourceRow } from './rows.js';
import { reportShortRows } from './short-rows.js';
import type { Box, Diagnostic, RawTable } from '../types.js';

/** A line of text outside table rows. */
export interface LooseLine {
  readonly no: number;
  readonly text: string;
  readonly furniture: boolean;
  /** Where the source has pages. */
  readonly page?: number | null;
  readonly box?: Box | null;
}

export type TextItem =
  { readonly kind: 'line'; readonly line: LooseLine } | { readonly kind: 'table'; readonly fragment: Fragment };

/** A line or table row outside every grid, with what it is to the table next to it. */
export interface MarkedLine extends LooseLine {
  readonly role: 'text' | 'title' | 'caption' | 'note';
  readonly lineLast: number;
}

export interface CollectedTables {
  /** `tableNo` and `order` count the tables only; the document's reading order is the caller's. */
  readonly tables: readonly Omit<RawTable, 'order'>[];
  readonly lines: readonly MarkedLine[];
  /** `row-short`. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Columns by which the first rows of two tables show that they list the same things: code and name. */
const LABEL_COLUMNS = 2;

interface OpenTable {
  readonly fragment: Fragment;
  readonly title: string | null;
  readonly captions: readonly string[];
  rows: readonly SourceRow[];
  lineLast: number;
  footers: readonly SourceRow[];
  readonly repeatedHeaders: (readonly SourceRow[])[];
  notes: readonly string[];
}

/**
 * Joins what page breaks parted, reads names and captions off, and builds the readings of every table. Every line and every row
 * of `items` ends up in a table or in `lines`.
 */
export function collectTables(items: readonly TextItem[]): CollectedTables {
  const collector = new TableCollector();
  for (const item of items) {
    if (item.kind === 'line') collector.addLine(item.line);
    else collector.addFragment(item.fragment);
  }
  return collector.finish();
}

class TableCollector {
  private readonly tables: OpenTable[] = [];
  private readonly lines: MarkedLine[] = [];
  /** Lines since the last table. */
  private between: LooseLine[] = [];

  addLine(line: LooseLine): void {
    this.between.push(line);
  }

  addFragment(fragment: Fragment): void {
    const parts = splitParts(fragment.rows);
    if (this.continueOpen(fragment, parts)) return;
    if (parts.body.length === 0) {
      // nothing but captions or signatures: lines that happen to be printed as rows
      for (const row of [...parts.captions, ...parts.footers]) this.between.push(looseRow(row));
      return;
    }
    this.startTable(fragment, parts);
  }

  finish(): CollectedTables {
    this.keep(markLines(this.between, this.tables.at(-1), null));
    const tables = this.tables.map(finishTable);
    const diagnostics = this.tables.flatMap(({ fragment, rows }, at) => {
      const areGridRows = tables[at]?.readings[0].grid.rowCount === rows.length;
      return fragment.positional ? reportShortRows(rows, at + 1, areGridRows) : [];
    });
    return { tables, lines: this.lines.sort((a, b) => a.no - b.no), diagnostics };
  }

  private continueOpen(fragment: Fragment, parts: TableParts): boolean {
    const open = this.tables.at(-1);
    const words = [...textsOf(this.between), ...rowTexts(parts.captions)];
    const continuation = open && joinContinuation(open, { ...fragment, rows: parts.body }, words);
    if (!open || !continuation) return false;
    this.keep(alteredRows(open.fragment, continuation.header).map((row) => markRow(row, 'caption')));
    this.keep(this.between.map((line) => mark(line, 'caption')));
    this.keep(parts.captions.map((row) => markRow(row, 'caption')));
    this.keep(parts.footers.map((row) => markRow(row, 'note')));
    open.footers = [...open.footers, ...parts.footers];
    this.between = [];
    return true;
  }

  private startTable(fragment: Fragment, parts: TableParts): void {
    const above = lookAbove(textsOf(this.between));
    const marked = markLines(this.between, this.tables.at(-1), {
      ...above,
      title: parts.title === null ? above.title : null,
    });
    const named = parts.title ?? marked.findLast(({ role }) => role === 'title')?.text.trim() ?? null;
    const title = named ?? this.titleAcrossPages(parts);
    const captions = [
      ...marked.filter(({ role }) => role === 'caption').map(({ text }) => text.trim()),
      ...rowTexts(parts.captions),
    ];
    this.keep(marked);
    this.keep(
      parts.captions.map((row) => markRow(row, row.cells.some((text) => text.trim() === title) ? 'title' : 'caption')),
    );
    this.keep(parts.footers.map((row) => markRow(row, 'note')));
    this.between = [];
    this.tables.push({
      fragment: { ...fragment, rows: parts.body },
      title,
      captions: captions.filter((text) => text !== title),
      rows: parts.body,
      lineLast: parts.body.at(-1)?.lineLast ?? 0,
      footers: parts.footers,
      repeatedHeaders: [],
      notes: [],
    });
  }

  /** A table that begins on a new page under the same first columns goes on with the last statement, whatever its other columns are. */
  private titleAcrossPages({ body }: TableParts): string | null {
    const open = this.tables.at(-1);
    const isNewPage = this.between.some(({ furniture, text }) => furniture || isSubtitle(text));
    if (!open || !isNewPage || !isOnlyBreak(textsOf(this.between), open.title)) return null;
    const labels = (row: SourceRow | undefined): string =>
      (row?.cells ?? []).slice(0, LABEL_COLUMNS).map(squeeze).join('|');
    return labels(body[0]) === labels(open.fragment.rows[0]) ? open.title : null;
  }

  private keep(lines: readonly MarkedLine[]): void {
    for (const line of lines) this.lines.push(line);
  }
}

/** Adds `next` to the open table and gives its parts when it goes on with it; null when it does not. */
function joinContinuation(open: OpenTable, next: Fragment, between: readonly string[]): Continuation | null {
  if (next.rows.length === 0 || !isOnlyBreak(between, open.title)) return null;
  const continuation = continueTable(open.fragment, next, open.rows.at(-1)?.drawn?.page ?? null);
  if (!continuation || startsOver(open.fragment, continuation.header.length, continuation.body)) return null;
  open.rows = joinCutRow(open.rows, continuation.body);
  open.lineLast = next.rows.at(-1)?.lineLast ?? open.lineLast;
  if (continuation.header.length > 0) open.repeatedHeaders.push(continuation.header);
  return continuation;
}

/** Rows of a repeated header whose words are not those of the first: the grid leaves them out, the document must not. */
function alteredRows(first: Fragment, header: readonly SourceRow[]): SourceRow[] {
  const wordsOf = (row: SourceRow | undefined): string => (row?.cells ?? []).map(squeeze).join('|');
  return header.filter((row, at) => wordsOf(row) !== wordsOf(first.rows[at]));
}

/** A run of rows that begins with the same words as the table's first body row (合计, 1) is another table of the same form. */
function startsOver(first: Fragment, headerCount: number, body: readonly SourceRow[]): boolean {
  const firstBody = first.rows[headerCount];
  return (
    headerCount > 0 && firstBody !== undefined && rowName(firstBody) !== '' && rowName(firstBody) === rowName(body[0])
  );
}

/** Codes stand on many rows of a table: 201 says nothing without the words behind it. */
const CODE = /^\d{2,}$/;

/** The words by which a row is told from others: its first text, or all its texts but amounts where it begins with a code. */
function rowName(row: SourceRow | undefined): string {
  const words = (row?.cells ?? []).map(squeeze).filter((word) => word !== '');
  const [first = ''] = words;
  return CODE.test(first) ? words.filter((word) => CODE.test(word) || !isNumeral(word)).join('|') : first;
}

/** A row cut by the page break: below, only the rest of its words stands, without its number or code and without amounts. */
function joinCutRow(above: readonly SourceRow[], below: readonly SourceRow[]): SourceRow[] {
  const last = above.at(-1);
  const [rest, ...others] = below;
  const cut =
    last?.cells.length === rest?.cells.length &&
    rest !== undefined &&
    isBlank(rest.cells[0] ?? '') &&
    rest.cells.some((text) => !isBlank(text)) &&
    rest.cells.every(
      (text, col) =>
        isBlank(text) || (!isNumeral(text) && !isBlank(last?.cells[col] ?? '') && !isNumeral(last?.cells[col] ?? '')),
    );
  if (!last || !cut) return [...above, ...below];
  const cells = last.cells.map((text, col) =>
    isBlank(rest.cells[col] ?? '') ? text : `${text}\n${rest.cells[col] ?? ''}`,
  );
  const joined = { cells, lineFirst: last.lineFirst, lineLast: rest.lineLast, ...joinDrawn(last, rest) };
  return [...above.slice(0, -1), joined, ...others];
}

/** Says of each line what it is to the table above and the one below (`below` null where none follows). */
function markLines(
  lines: readonly LooseLine[],
  tableAbove: OpenTable | undefined,
  below: Surroundings | null,
): MarkedLine[] {
  const words = lines.filter(({ furniture }) => !furniture);
  const texts = textsOf(words);
  const notes = new Set(tableAbove ? lookBelow(texts) : []);
  if (tableAbove) tableAbove.notes = [...notes].map((at) => (texts[at] ?? '').trim());
  const captions = new Set(below?.captions ?? []);
  const roleOf = (at: number): MarkedLine['role'] => {
    if (notes.has(at)) return 'note';
    if (captions.has(at)) return 'caption';
    return at === below?.title ? 'title' : 'text';
  };
  const roles = new Map(words.map((line, at) => [line, roleOf(at)]));
  return lines.map((line) => mark(line, roles.get(line) ?? 'text'));
}

function finishTable(table: OpenTable, at: number): Omit<RawTable, 'order'> {
  const { fragment } = table;
  return {
    tableNo: at + 1,
    title: table.title,
    captions: table.captions,
    notes: [...rowTexts(table.footers), ...table.notes],
    readings: readRows(table),
    method: fragment.method,
    sheetName: null,
    pageFirst: table.rows[0]?.drawn?.page ?? null,
    pageLast: table.rows.at(-1)?.drawn?.page ?? null,
    lineFirst: table.rows[0]?.lineFirst ?? null,
    lineLast: table.lineLast,
  };
}

function readRows({ rows, fragment, repeatedHeaders }: OpenTable): RawTable['readings'] {
  if (fragment.edges) return [readDrawnGrid(rows, fragment.edges.length - 1)];
  return readGrids({ rows, positional: fragment.positional, repeatedHeaders });
}

function textsOf(lines: readonly LooseLine[]): string[] {
  return lines.filter(({ furniture }) => !furniture).map(({ text }) => text);
}

function rowTexts(rows: readonly SourceRow[]): string[] {
  return rows.flatMap(({ cells }) => cells.filter((text) => !isBlank(text)).map((text) => text.trim()));
}

function looseRow(row: SourceRow): LooseLine {
  return {
    no: row.lineFirst,
    text: row.cells.filter((text) => !isBlank(text)).join('\t'),
    furniture: false,
    page: row.drawn?.page ?? null,
    box: row.drawn?.cells.find(({ text }) => !isBlank(text))?.box ?? null,
  };
}

function markRow(row: SourceRow, role: MarkedLine['role']): MarkedLine {
  return { ...looseRow(row), role, lineLast: row.lineLast };
}

function mark(line: LooseLine, role: MarkedLine['role']): MarkedLine {
  return { ...line, role, lineLast: line.no };
}
