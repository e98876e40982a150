import type { Table } from './table.js';
import { budgetLines, documents, performanceTargets, statements } from './tables/index.js';

export interface View {
  readonly name: string;
  readonly comment: string;
  /** Column name → comment, in the order of the select list. */
  readonly columns: Readonly<Record<string, string>>;
  /** The select; its column names are those of `columns`, in that order. */
  readonly sql: string;
}

/** Comments of columns that views take over unchanged, by column name; the last table to name one has the say. */
const INHERITED = commentsOf([performanceTargets, statements, documents, budgetLines]);

function commentsOf(tables: readonly Table[]): ReadonlyMap<string, string> {
  return new Map(
    tables.flatMap(({ columns }) => Object.entries(columns).map(([name, { comment }]) => [name, comment] as const)),
  );
}

/**
 * Names the columns of a view; those without an own comment inherit it from the table column of the same name.
 * @throws Error when a column has no comment anywhere (a bug)
 */
export function describeColumns(
  names: readonly string[],
  own: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    names.map((name) => {
      const comment = own[name] ?? INHERITED.get(name);
      if (comment === undefined) throw new Error(`view column without a comment: ${name}`);
      return [name, comment];
    }),
  );
}
