/** Tables that say of themselves that their figures hold for nothing: forms to copy from, examples, what was withdrawn. */
import type { Diagnostic, RawDocument, RawTable } from '../../extractors/types.js';
import type { TextLine } from './lines.js';
import { listCaptions, squeeze } from './lines.js';
import type { Part } from './other-reports.js';

/** Within a title or caption. A name may hold 示范 and 模板 (示范区, 模板工程). */
const VOID = /样表|样张|样例|范例|填[报写]示例|作废|[（(【[]?(?:示例|样本|模板|草稿)[)）】\]]?$|^示例/;
/** All that a line says that is printed across a page. */
const STAMP = /^[（(【[]?(?:样表|样张|样例|范例|示例|样本|样稿|模板|作废|草稿)[)）】\]]?$/;

export interface VoidTables {
  readonly parts: readonly Part[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The tables whose title or captions, or a line that says nothing else on their pages (without pages: between them and the table before), call them an
 * example or withdrawn, with a warning `table-void` each; all of a document whose own title does.
 */
export function findVoidTables(raw: RawDocument, lines: readonly TextLine[], title: string | null): VoidTables {
  const stamps = lines.filter(({ text }) => STAMP.test(text));
  const isOfAll = VOID.test(title ?? '');
  const found = raw.tables.filter((table, at) => {
    const above = raw.tables[at - 1]?.order ?? -Infinity;
    return isOfAll || isCalledVoid(table) || stamps.some((stamp) => isStamped(table, above, stamp, raw));
  });
  return {
    parts: found.map(({ order }) => ({ from: order, to: order + 1 })),
    diagnostics: found.map(report),
  };
}

function isCalledVoid(table: RawTable): boolean {
  return [squeeze(table.title ?? ''), ...listCaptions(table)].some((text) => VOID.test(text));
}

function isStamped(
  { order, pageFirst, pageLast }: RawTable,
  above: number,
  stamp: TextLine,
  raw: RawDocument,
): boolean {
  const page = raw.blocks.find((block) => block.order === stamp.order)?.page ?? null;
  if (page === null || pageFirst === null || pageLast === null) return stamp.order > above && stamp.order < order;
  return page >= pageFirst && page <= pageLast;
}

function report({ tableNo, lineFirst, pageFirst }: RawTable): Diagnostic {
  const message = 'the table is called an example, or withdrawn; its lines are suspect';
  const origin = { tableNo, line: lineFirst, page: pageFirst };
  return { stage: 'transform', severity: 'warning', code: 'table-void', message, origin };
}
