/** A drawn table over its pieces (pages): the columns all of them share, and its rows without what the pieces repeat. */
import { findAlignedColumns, findCommonColumns, keepColumns, moveRows } from './drawn-columns.js';
import type { CommonColumns, Edges } from './drawn-columns.js';
import { countOwnHeader, countRepeatedRows, haveSameHeadings } from './drawn-header.js';
import { addBelowBreak } from './page-cut.js';
import { rowName, rowWords } from '../rows.js';
import type { DrawnRow, Fragment, SourceRow } from '../rows.js';
import { squeeze } from '../words.js';
import type { TableMethod } from '../../types.js';

/** How a further piece goes on with a table. */
export interface Extension {
  /** Rows that repeat the header, and the body rows below, in the common columns. */
  readonly header: readonly SourceRow[];
  readonly body: readonly SourceRow[];
  readonly columns: CommonColumns;
}

export class DrawnTable {
  private edges: Edges;
  private rows: SourceRow[];
  private headerCount: number;
  private last: DrawnRow | undefined;
  private readonly method: TableMethod;

  /** @param first its first piece; `edges` must be known */
  constructor(first: Fragment) {
    this.edges = first.edges ?? [];
    this.rows = [...first.rows];
    this.method = first.method;
    this.headerCount = countOwnHeader(first.rows);
    this.last = first.rows[0]?.drawn;
  }

  get width(): number {
    return this.edges.length - 1;
  }

  /** The page on which it ends. */
  get lastPage(): number | null {
    return this.last?.page ?? null;
  }

  get allRows(): readonly SourceRow[] {
    return this.rows;
  }

  get header(): readonly SourceRow[] {
    return this.rows.slice(0, this.headerCount);
  }

  /**
   * How `next` goes on with the table: in a later piece, in the same columns, below the same header or none. null when it is a table of its
   * own: it heads other things, or begins with the table's first row again.
   *
   * @param isMarked the text between says that the table goes on (续表, its name again)
   */
  continueWith(next: Fragment, isMarked: boolean): Extension | null {
    const piece = next.rows[0]?.drawn?.piece;
    if (piece === undefined || this.last === undefined || piece <= this.last.piece || !next.edges) return null;
    const columns = this.commonColumns(next, next.edges);
    if (columns === null) return null;
    const rows = moveRows(next.rows, columns.ofNext);
    const known = moveRows(this.rows.slice(0, this.headerCount + SAMPLE_ROWS), columns.ofFirst);
    const body = known.slice(this.headerCount);
    const repeated = this.headerCount === 0 ? 0 : countRepeatedRows(known.slice(0, this.headerCount), body, rows);
    const extension = { header: rows.slice(0, repeated ?? 0), body: rows.slice(repeated ?? 0), columns };
    if (repeated === null) return runsOn(this.rows.at(-1), rows) ? withHeader(extension) : null;
    const isAnew = !isMarked && (repeated > 0 || this.headerCount === 0);
    return isAnew && (this.isClosed() || this.isFirstRow(extension.body[0])) ? null : extension;
  }

  /** Whether `next` stands in the same columns under the very same headings or under none. */
  fits(next: Fragment): boolean {
    const isHeaded = countOwnHeader(next.rows) > 0;
    return this.continueWith(next, true) !== null && (!isHeaded || haveSameHeadings(this.header, next.rows));
  }

  /** Adds a piece. */
  extend({ columns, body }: Extension, next: Fragment): void {
    this.rows = columns.ofFirst.every((place, at) => place === at)
      ? this.rows
      : [...moveRows(this.rows, columns.ofFirst)];
    this.edges = columns.edges;
    const isHeaderAlone = this.rows.length === this.headerCount;
    addBelowBreak(this.rows, body, this.headerCount);
    // the break may stand within the header
    if (isHeaderAlone) this.headerCount = countOwnHeader(this.rows);
    this.last = next.rows.at(-1)?.drawn ?? this.last;
  }

  private commonColumns({ rows, method }: Fragment, edges: Edges): CommonColumns | null {
    const common = findCommonColumns(this.edges, edges);
    if (common) return common;
    if (haveSameHeadings(this.header, rows)) return keepColumns(this.edges);
    const areCertain = this.method === 'ruled' && method === 'ruled';
    return areCertain ? null : findAlignedColumns(this.edges, edges);
  }

  /**
   * A run of rows that begins with the same words as the table's first body row (合计, 1) is another table of the same form. Where the first
   * words are merged over rows they name a group, which a page may print again.
   */
  private isFirstRow(row: SourceRow | undefined): boolean {
    const body = this.rows.slice(this.headerCount, this.headerCount + SAMPLE_ROWS);
    const hasGroups = body.some(({ drawn }) => drawn?.cells.some(({ col, rowSpan }) => col === 0 && rowSpan > 1));
    const nameOf = hasGroups ? rowWords : rowName;
    const name = nameOf(body[0]);
    return name !== '' && name === nameOf(row);
  }

  /** A total closes a table that does not begin with one. */
  private isClosed(): boolean {
    return this.rows.length > this.headerCount + 1 && TOTAL.test(rowName(this.rows.at(-1)));
  }
}

/** Body rows that show what the columns hold. */
const SAMPLE_ROWS = 50;
const TOTAL = /^(?:合计|总计|合计数)$/;

/** The table of one way to see each of its pieces; null where they, seen so, don't stand in the same columns. */
export function joinPieces([first, ...further]: readonly Fragment[]): DrawnTable | null {
  if (!first) return null;
  const table = new DrawnTable(first);
  for (const next of further) {
    const extension = table.continueWith(next, true);
    if (!extension) return null;
    table.extend(extension, next);
  }
  return table;
}

/** Row numbers that go on over the break: 12 above, then 13. */
function runsOn(last: SourceRow | undefined, rows: readonly SourceRow[]): boolean {
  const numberOf = (row: SourceRow | undefined): number => {
    const word = squeeze(row?.cells[0] ?? '');
    return /^\d{1,4}$/.test(word) ? Number(word) : NaN;
  };
  return numberOf(rows[countOwnHeader(rows)]) === numberOf(last) + 1;
}

function withHeader(extension: Extension): Extension {
  const count = countOwnHeader(extension.body);
  return { ...extension, header: extension.body.slice(0, count), body: extension.body.slice(count) };
}
