import type { Columns, RowOf } from './columns.js';

/** Where a table stands in the Parquet tree. */
type ParquetLayout =
  /** `<table>/document_year=<year>/`, by the year of the document that this column names. */
  | { readonly kind: 'by_document_year'; readonly documentColumn: 'document_id' | 'left_document_id' }
  /** `<table>/` */
  | { readonly kind: 'unpartitioned' }
  /** The archive's own bookkeeping: not exported. */
  | { readonly kind: 'internal' };

export interface Table<C extends Columns = Columns> {
  readonly name: string;
  readonly comment: string;
  /** Columns that name a row; Parquet files are sorted by them. Kept unique by the writers, not by an index (bulk loads stay fast). */
  readonly key: readonly string[];
  readonly parquet: ParquetLayout;
  readonly columns: C;
}

/** The row type of a table. */
export type TableRow<T extends Table> = RowOf<T['columns']>;

/** A table whose rows belong to one document and are replaced with it. */
export function documentTable<C extends Columns>(
  name: string,
  comment: string,
  key: readonly (keyof C & string)[],
  columns: C,
): Table<C> {
  return { name, comment, key, parquet: { kind: 'by_document_year', documentColumn: 'document_id' }, columns };
}

/** A table of the whole archive. */
export function archiveTable<C extends Columns>(
  name: string,
  comment: string,
  key: readonly (keyof C & string)[],
  columns: C,
): Table<C> {
  return { name, comment, key, parquet: { kind: 'unpartitioned' }, columns };
}
