/** Which of the tables so far a further run of rows may go on with. */
import type { OpenTable } from './open-table.js';
import type { Fragment } from '../rows.js';

/** Tables that stand in one piece of the document (a page), in reading order; a source that draws nothing is one piece. */
interface PieceOfTables {
  readonly piece: number | null;
  readonly tables: { readonly table: OpenTable; readonly from: number; readonly to: number }[];
}

/**
 * Remembers the tables of the last two pieces with tables. Where tables stand side by side each one goes on below its own; nothing goes on with a
 * table that another one stands under, or from below another table of its own piece.
 */
export class OpenTables {
  private previous: PieceOfTables = { piece: null, tables: [] };
  private current: PieceOfTables = { piece: null, tables: [] };

  /** Notes that a run of rows belongs to the table. */
  add(table: OpenTable, fragment: Fragment): void {
    this.turnTo(pieceOf(fragment));
    this.current.tables.push({ table, ...extentOf(fragment) });
  }

  /** Tables that the run may go on with, the nearest first. */
  candidates(fragment: Fragment): readonly OpenTable[] {
    if (!fragment.edges) return this.current.tables.slice(-1).map(({ table }) => table);
    this.turnTo(pieceOf(fragment));
    const place = extentOf(fragment);
    if (this.current.tables.some((other) => overlap(other, place))) return [];
    const { tables } = this.previous;
    const isLowest = (at: number): boolean => {
      const one = tables[at];
      return one !== undefined && !tables.slice(at + 1).some((other) => overlap(one, other));
    };
    return tables
      .flatMap((entry, at) => (isLowest(at) ? [entry] : []))
      .toSorted((a, b) => shared(b, place) - shared(a, place))
      .map(({ table }) => table);
  }

  private turnTo(piece: number | null): void {
    if (piece === this.current.piece) return;
    this.previous = this.current;
    this.current = { piece, tables: [] };
  }
}

interface Extent {
  readonly from: number;
  readonly to: number;
}

function pieceOf(fragment: Fragment): number | null {
  return fragment.rows[0]?.drawn?.piece ?? null;
}

function extentOf({ edges }: Fragment): Extent {
  return { from: edges?.[0] ?? 0, to: edges?.at(-1) ?? 0 };
}

function overlap(a: Extent, b: Extent): boolean {
  return shared(a, b) > 0;
}

function shared(a: Extent, b: Extent): number {
  return Math.min(a.to, b.to) - Math.max(a.from, b.from);
}
