/** Tables whose statement nothing but their words tells. */
import type { Diagnostic, Grid, RawTable } from '../../extractors/types.js';
import { kindOfTitle, LINE_KINDS, unitOfHeadings } from '../statements/index.js';
import type { TableKind } from '../types.js';
import { pack } from '../vocabulary/index.js';

/** The name of a statement ends in 表 (表1, 明细表); what else stands over a table names the document or a chapter. */
const NAME_OF_TABLE = /表/;

/**
 * Whether the words of its header made the table what it is taken for, and no name of a statement speaks for it: two funds have the same
 * headings, and a table without a name may go on with the one on the page before. Its lines are suspect. Not where the headings name the
 * money unit: a table that repeats what stands over other tables needs nothing above it.
 */
export function isKindDoubtful(raw: RawTable, grid: Grid, kind: TableKind): boolean {
  return isKindGuessed(raw, kind) && !isNamed(raw) && unitOfHeadings(grid) === null;
}

/** A table was classified by its words: they may mislead (warning `table-kind-guessed`). */
export function reportKindGuess(raw: RawTable, grid: Grid, kind: TableKind): Diagnostic[] {
  const isDoubtful = isKindDoubtful(raw, grid, kind);
  if (!isDoubtful && !(isKindGuessed(raw, kind) && isNamed(raw))) return [];
  const name = raw.title === null ? 'the table has no title' : `the title "${raw.title}" names no known statement`;
  return [
    {
      stage: 'transform',
      severity: 'warning',
      code: 'table-kind-guessed',
      message: `${name}; the words of the header make it ${kind}${isDoubtful ? ', its lines are suspect' : ''}`,
      origin: { tableNo: raw.tableNo, line: raw.lineFirst, page: raw.pageFirst },
    },
  ];
}

/** Whether no title, only the words of its header, made a table the statement of budget lines that it is taken for. */
export function isKindGuessed({ title }: RawTable, kind: TableKind): boolean {
  return kindOfTitle(title) === null && LINE_KINDS[kind] !== undefined;
}

function isNamed({ title }: RawTable): boolean {
  return NAME_OF_TABLE.test(pack(title ?? ''));
}
