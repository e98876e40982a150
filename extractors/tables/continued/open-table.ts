/** A table while its pages are read. */
import { judgeBreak } from './break-lines.js';
import type { BreakKind } from './break-lines.js';
import { isSubtitle } from '../captions.js';
import { addContinued, continueTable, startsOver } from './continuation.js';
import { readDrawnGrid } from './drawn-grid.js';
import { DrawnTable, joinPieces } from './drawn-table.js';
import { offerRepairs } from '../repairs/offer-repairs.js';
import { readGrids } from '../readings/readings.js';
import { widthOf } from '../rows.js';
import type { Fragment, SourceRow } from '../rows.js';
import { isCaption, isTableName, squeeze } from '../words.js';
import type { RawTable, Reading, TableMethod } from '../../types.js';

/** More grids than this are not tried for one table; geometry offers one or two a page. */
const MOST_READINGS = 6;

export class OpenTable {
  /** Its rows over all pages, where the source draws them. */
  private readonly drawn: DrawnTable | null;
  /** The same, where it does not. */
  private readonly rows: SourceRow[];
  private readonly repeatedHeaders: (readonly SourceRow[])[] = [];
  private readonly fragments: Fragment[];
  private lineLast: number;
  readonly footers: string[] = [];
  notes: readonly string[] = [];

  /** @param first its first page, captions and footers taken off */
  constructor(
    readonly first: Fragment,
    readonly title: string | null,
    readonly captions: string[],
  ) {
    this.drawn = first.edges ? new DrawnTable(first) : null;
    this.rows = this.drawn ? [] : [...first.rows];
    this.fragments = [first];
    this.lineLast = first.rows.at(-1)?.lineLast ?? 0;
  }

  /** The page on which it ends; null where the source has no pages. */
  get lastPage(): number | null {
    return this.drawn?.lastPage ?? null;
  }

  /** All rows where the source draws no grid; their number is the grid's where no header row was put aside. */
  get sourceRows(): readonly SourceRow[] {
    return this.drawn?.allRows ?? this.rows;
  }

  /** Places of its grid: rows times columns. */
  get cellCount(): number {
    return this.sourceRows.length * (this.drawn?.width ?? widthOf(this.rows));
  }

  judgeBreak(words: readonly string[]): BreakKind {
    return judgeBreak(words, this);
  }

  /**
   * Takes a further run of rows in when it goes on with the table. Gives the rows of a repeated header whose words are not those of the first
   * one: the grid leaves them out, the document must not. null when the run is a table of its own.
   */
  goOn(next: Fragment, between: readonly string[]): readonly SourceRow[] | null {
    const kind = this.judgeBreak(between);
    if (kind === 'apart' || next.rows.length === 0) return null;
    const { asAbove, ...own } = next;
    return (asAbove ? this.take(asAbove, kind) : null) ?? this.take(own, kind);
  }

  private take(next: Fragment, kind: BreakKind): readonly SourceRow[] | null {
    const header = this.drawn ? this.goOnDrawn(this.drawn, next, kind) : this.goOnInText(next, kind);
    if (header === null) return null;
    this.fragments.push(next);
    this.lineLast = next.rows.at(-1)?.lineLast ?? this.lineLast;
    return alteredRows(this.drawn?.header ?? this.first.rows, header);
  }

  /** Whether only text or notes between keep the run from going on with the table: it stands in the same columns and heads nothing else. */
  mayGoOn(next: Fragment, between: readonly string[]): boolean {
    const kind = this.judgeBreak(between);
    if (!this.drawn || this.drawn.header.length === 0 || (kind !== 'apart' && kind !== 'noted')) return false;
    return !between.some((line) => isCaption(line) || isTableName(line) || isSubtitle(line)) && this.drawn.fits(next);
  }

  /** Whether the run stands in the table's columns under its header, but begins anew: another table of the same form. */
  startsAnew(next: Fragment): boolean {
    const { drawn } = this;
    return drawn !== null && drawn.continueWith(next, true) !== null && drawn.continueWith(next, false) === null;
  }

  private goOnDrawn(drawn: DrawnTable, next: Fragment, kind: BreakKind): readonly SourceRow[] | null {
    // forms of the same kind follow each other, each under its name
    if (drawn.header.length === 0 && kind === 'captions') return null;
    const extension = drawn.continueWith(next, kind === 'marked');
    if (!extension) return null;
    // notes end a table, unless rows without a header follow
    if (kind === 'noted' && (extension.header.length > 0 || drawn.header.length === 0)) return null;
    drawn.extend(extension, next);
    return extension.header;
  }

  private goOnInText(next: Fragment, kind: BreakKind): readonly SourceRow[] | null {
    if (kind === 'noted') return null;
    const continuation = continueTable(this.first, next);
    if (!continuation || startsOver(this.first, continuation)) return null;
    addContinued(this.rows, continuation.body);
    if (continuation.header.length > 0) this.repeatedHeaders.push(continuation.header);
    return continuation.header;
  }

  finish(tableNo: number): Omit<RawTable, 'order'> {
    return {
      tableNo,
      title: this.title,
      captions: this.captions,
      notes: [...this.footers, ...this.notes],
      readings: offerAll(this.drawn ? this.readDrawn(this.drawn) : this.readText()),
      method: methodOf(this.fragments),
      ...(this.first.isPlaceUnsure && { placeUnsure: true }),
      sheetName: null,
      pageFirst: this.first.rows[0]?.drawn?.page ?? null,
      pageLast: this.lastPage,
      lineFirst: this.first.rows[0]?.lineFirst ?? null,
      lineLast: this.lineLast,
    };
  }

  private readText(): RawTable['readings'] {
    const { rows, repeatedHeaders } = this;
    return readGrids({ rows, positional: this.first.positional, repeatedHeaders });
  }

  /** As it is drawn, and whole under every other way to see its pages. */
  private readDrawn(drawn: DrawnTable): RawTable['readings'] {
    const most = this.fragments.reduce((count, { alternatives = [] }) => Math.max(count, alternatives.length), 0);
    const others: Reading[] = [];
    for (let choice = 0; choice < Math.min(most, MOST_READINGS - 1); choice += 1) {
      const table = joinPieces(this.fragments.map((fragment) => fragment.alternatives?.[choice] ?? fragment));
      if (table) others.push(toReading(table, `cells as seen otherwise, ${choice + 1}`));
    }
    return [toReading(drawn, 'as drawn'), ...others];
  }
}

/** Each reading with what may be seen otherwise in its cells. */
function offerAll([first, ...others]: RawTable['readings']): RawTable['readings'] {
  return [offerRepairs(first), ...others.map(offerRepairs)];
}

function toReading(table: DrawnTable, why: string): Reading {
  return { grid: readDrawnGrid(table.allRows, table.width), why };
}

/** Rules on every page make a ruled table; one page that was read by alignment makes the table as uncertain as that. */
function methodOf(fragments: readonly Fragment[]): TableMethod {
  return (fragments.find(({ method }) => method === 'aligned') ?? fragments[0])?.method ?? 'aligned';
}

function alteredRows(first: readonly SourceRow[], header: readonly SourceRow[]): readonly SourceRow[] {
  const wordsOf = ({ cells }: SourceRow): string => cells.map(squeeze).join('|');
  const known = new Set(first.slice(0, Math.max(header.length, DEEPEST_HEADER)).map(wordsOf));
  return header.filter((row) => !known.has(wordsOf(row)));
}

/** Rows among which a repeated header row is looked for. */
const DEEPEST_HEADER = 6;
