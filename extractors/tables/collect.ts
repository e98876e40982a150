/** From runs of rows and the lines between them to whole tables. */
import { isUnitLine, statesUnit } from '../../notation/money-units.js';
import type { BreakKind } from './continued/break-lines.js';
import { CellCount } from './cell-count.js';
import { isSubtitle, splitParts } from './captions.js';
import type { TableParts } from './captions.js';
import { mark, markAbove, takeBelow } from './line-roles.js';
import type { LooseLine, MarkedLine } from './line-roles.js';
import { looseRow, markRow, rowTexts } from './loose-rows.js';
import { OpenTable } from './continued/open-table.js';
import { OpenTables } from './continued/open-tables.js';
import { reportReadings } from './readings/report-readings.js';
import type { Fragment, SourceRow } from './rows.js';
import { hasLostSpans, reportShortDrawn, reportShortRows } from './readings/short-rows.js';
import { lookAbove } from './surroundings.js';
import { isNote, squeeze } from './words.js';
import { DEFAULT_EXTRACT_LIMITS } from '../limits.js';
import type { ExtractLimits } from '../limits.js';
import type { Diagnostic, RawTable } from '../types.js';

export type { LooseLine, MarkedLine } from './line-roles.js';

export type TextItem =
  { readonly kind: 'line'; readonly line: LooseLine } | { readonly kind: 'table'; readonly fragment: Fragment };

export interface CollectedTables {
  /** `tableNo` counts the tables only; the document's reading order is the caller's. */
  readonly tables: readonly Omit<RawTable, 'order'>[];
  readonly lines: readonly MarkedLine[];
  /** `row-short`, `spans-lost`, `table-perhaps-continued` (warnings), `header-ambiguous` (info). */
  readonly diagnostics: readonly Diagnostic[];
}

/** Columns by which the first rows of two tables show that they list the same things: code and name. */
const LABEL_COLUMNS = 2;

/**
 * Joins what page breaks parted, reads names and captions off, and builds the readings of every table. Every line and every row
 * of `items` ends up in a table or in `lines`; a repeated header that says the same as the first one is in neither.
 *
 * @throws UnreadableDocument `too-many-cells` before grids beyond the limit are made
 */
export function collectTables(
  items: readonly TextItem[],
  limits: Pick<ExtractLimits, 'cells'> = DEFAULT_EXTRACT_LIMITS,
): CollectedTables {
  const collector = new TableCollector(findRunningNotes(items), new CellCount(limits.cells));
  for (const item of items) {
    if (item.kind === 'line') collector.addLine(item.line);
    else collector.addFragment(item.fragment);
  }
  return collector.finish();
}

/** Breaks after which a table without a name is not a part of the statement above. */
const SAYS_OTHER: ReadonlySet<BreakKind> = new Set(['apart', 'noted']);

class TableCollector {
  private readonly tables: OpenTable[] = [];
  private readonly open = new OpenTables();
  private readonly lines: MarkedLine[] = [];
  private readonly diagnostics: Diagnostic[] = [];
  /** Lines since the last table. */
  private between: LooseLine[] = [];

  /** @param runningNotes notes that stand on several pages */
  constructor(
    private readonly runningNotes: ReadonlySet<string>,
    private readonly count: CellCount,
  ) {}

  addLine(line: LooseLine): void {
    this.between.push(line);
  }

  addFragment(fragment: Fragment): void {
    const parts = splitParts(fragment.rows);
    if (parts.body.length === 0) {
      // nothing but captions or signatures: lines that happen to be printed as rows
      for (const row of [...parts.captions, ...parts.footers]) this.between.push(looseRow(row));
      return;
    }
    const body = withoutCaptions(fragment, parts);
    const table = this.continueOpen(body, parts) ?? this.startTable(body, parts);
    table.footers.push(...rowTexts(parts.footers));
    this.open.add(table, body);
    this.keep(parts.footers.map((row) => markRow(row, 'note')));
    this.between = [];
  }

  finish(): CollectedTables {
    const { taken, rest } = takeBelow(this.between, this.tables.at(-1));
    this.keep([...taken, ...rest.map((line) => mark(line, 'text'))]);
    const finished = this.tables.map((table, at) => {
      this.count.add(table.cellCount);
      return finishTable(table, at + 1);
    });
    const tables = finished.map(({ table }) => table);
    return {
      tables,
      lines: this.lines.sort((a, b) => a.no - b.no),
      diagnostics: [
        ...this.diagnostics,
        ...finished.flatMap(({ diagnostics }) => diagnostics),
        ...tables.flatMap(reportReadings),
      ],
    };
  }

  /** The table that the run goes on with, the run taken in; null where it begins one. */
  private continueOpen(next: Fragment, { captions }: TableParts): OpenTable | null {
    const isRunning = (text: string): boolean => this.runningNotes.has(squeeze(text));
    const words = [...textsOf(this.between), ...rowTexts(captions)].filter((text) => !isRunning(text));
    for (const table of this.open.candidates(next)) {
      const altered = table.goOn(next, words);
      if (!altered) continue;
      this.keep(altered.map((row) => markRow(row, 'caption')));
      this.keep(this.between.map((line) => mark(line, !line.furniture && isNote(line.text) ? 'note' : 'caption')));
      this.keep(captions.map((row) => markRow(row, 'caption')));
      table.notes = [...table.notes, ...textsOf(this.between).filter(isNote)];
      return table;
    }
    return null;
  }

  private startTable(fragment: Fragment, parts: TableParts): OpenTable {
    const { taken, rest } = takeBelow(this.between, this.tables.at(-1), pageOf(fragment));
    const above = lookAbove(textsOf(rest));
    const marked = markAbove(rest, parts.title === null ? above : { ...above, title: null });
    const named = parts.title ?? marked.find(({ role }) => role === 'title')?.text.trim() ?? null;
    const title = named ?? this.titleAcrossPages(fragment);
    const captions = [
      ...marked.filter(({ role }) => role === 'caption').map(({ text }) => text.trim()),
      ...rowTexts(parts.captions),
    ];
    if (!statesUnit(captions)) captions.push(...this.runningUnit(pageOf(fragment)));
    this.keep([...taken, ...marked]);
    this.keep(
      parts.captions.map((row) => markRow(row, row.cells.some((text) => text.trim() === title) ? 'title' : 'caption')),
    );
    const table = new OpenTable(
      fragment,
      title,
      captions.filter((text) => text !== title),
    );
    this.tables.push(table);
    if (this.isInDoubt(fragment, parts)) this.diagnostics.push(describeDoubt(this.tables.length, pageOf(fragment)));
    return table;
  }

  /** The unit that the running head of the page names. */
  private runningUnit(page: number | null): string[] {
    const heads = this.between.filter(
      (line) => line.furniture && (line.page ?? null) === page && isUnitLine(line.text),
    );
    return heads.map(({ text }) => text.trim()).slice(-1);
  }

  /** Whether the table may be the rest of the one before. */
  private isInDoubt(fragment: Fragment, { captions }: TableParts): boolean {
    const words = [...textsOf(this.between), ...rowTexts(captions)];
    return this.open.candidates(fragment)[0]?.mayGoOn(fragment, words) === true;
  }

  /** A table that begins on a new page under the same first columns goes on with the last statement, whatever its other columns are; not one that begins the same form anew. */
  private titleAcrossPages(fragment: Fragment): string | null {
    const last = this.tables.at(-1);
    const page = pageOf(fragment);
    const isNewPage =
      page === null
        ? this.between.some(({ furniture, text }) => furniture || isSubtitle(text))
        : page !== last?.lastPage;
    if (!last || !isNewPage || SAYS_OTHER.has(last.judgeBreak(textsOf(this.between)))) return null;
    if (last.startsAnew(fragment)) return null;
    const labels = (row: SourceRow | undefined): string =>
      (row?.cells ?? []).slice(0, LABEL_COLUMNS).map(squeeze).join('|');
    return labels(fragment.rows[0]) === labels(last.first.rows[0]) ? last.title : null;
  }

  private keep(lines: readonly MarkedLine[]): void {
    for (const line of lines) this.lines.push(line);
  }
}

/** The table, and what its short rows tell where one text a column is printed. */
function finishTable(open: OpenTable, tableNo: number) {
  const table = open.finish(tableNo);
  const { first, sourceRows: rows } = open;
  if (!first.positional) return { table, diagnostics: [] };
  const { headerRowCount, rowCount } = table.readings[0].grid;
  const areGridRows = rowCount === rows.length;
  if (first.edges) return { table, diagnostics: areGridRows ? reportShortDrawn(tableNo, rows) : [] };
  const given = { tableNo, rows, headerRowCount, areGridRows, mergedOnce: first.mergedOnce === true };
  return { table: hasLostSpans(given) ? { ...table, spansLost: true } : table, diagnostics: reportShortRows(given) };
}

function describeDoubt(tableNo: number, page: number | null): Diagnostic {
  const message =
    'the table stands in the columns of the one before and has no name of its own, but text stands between them; it was read as a table of its own';
  return { stage: 'extract', severity: 'warning', code: 'table-perhaps-continued', message, origin: { tableNo, page } };
}

/** The run's grid, and its alternatives, without the rows that are no part of it. */
function withoutCaptions(fragment: Fragment, { body }: TableParts): Fragment {
  const { alternatives, asAbove, ...own } = fragment;
  const others = alternatives?.map(bodyOf).filter(({ rows }) => rows.length > 0);
  return { ...own, rows: body, ...(others && { alternatives: others }), ...(asAbove && { asAbove: bodyOf(asAbove) }) };
}

function bodyOf(fragment: Fragment): Fragment {
  return { ...fragment, rows: splitParts(fragment.rows).body };
}

/** A note that the foot of every page of a table repeats ends none of them. */
function findRunningNotes(items: readonly TextItem[]): ReadonlySet<string> {
  const pages = new Map<string, Set<number>>();
  for (const item of items) {
    if (item.kind !== 'line' || item.line.furniture || !isNote(item.line.text)) continue;
    const { text, page = null } = item.line;
    if (page !== null) pages.set(squeeze(text), (pages.get(squeeze(text)) ?? new Set()).add(page));
  }
  return new Set([...pages].flatMap(([text, on]) => (on.size > 1 ? [text] : [])));
}

function pageOf({ rows }: Fragment): number | null {
  return rows[0]?.drawn?.page ?? null;
}

function textsOf(lines: readonly LooseLine[]): string[] {
  return lines.filter(({ furniture }) => !furniture).map(({ text }) => text);
}
