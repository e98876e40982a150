/** The report's shape: sections, groups by document, lists that end somewhere. */
import type { Excerpt, ExcerptGroup } from '../../sinks/index.js';
import { oneLine } from './one-line.js';

/** A section under its title; nothing where it has no lines. */
export function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : [title, ...lines].join('\n');
}

export function indent(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  ${line}`);
}

/** The first of `total` lines, then how many there are more and the query that shows them all. */
export function withRest(lines: readonly string[], total: number, query: string): readonly string[] {
  const more = total - lines.length;
  return more <= 0 ? lines : [...lines, `… and ${more} more: ${query}`];
}

/** A document by enough of its id to find it by, then what a person knows it by; a source by the name of its file. */
export function nameOf({
  documentId,
  fileName,
  publisher,
  fiscalYear,
}: Pick<ExcerptGroup<unknown>, 'documentId' | 'fileName' | 'publisher' | 'fiscalYear'>): string {
  if (documentId === null) return oneLine(fileName);
  const words = [documentId.slice(0, 8), publisher, fiscalYear, `(${fileName})`];
  return oneLine(words.filter((word) => word !== null).join(' '));
}

/**
 * Lines of a section: each document's name, below it its findings.
 *
 * @param table from which all findings can be selected, with its condition where it needs one
 */
export function renderGroups<T>(
  { owners, groups }: Excerpt<T>,
  render: (entry: T) => string,
  table: string,
): readonly string[] {
  const shown = groups.flatMap((group) => {
    const query = `FROM ${ofDocument(table, group.documentId)}`;
    const entries = withRest(group.shown.map(render), group.entries, query);
    return [`  ${nameOf(group)}`, ...entries.map((entry) => `    ${entry}`)];
  });
  const more = owners - groups.length;
  return more <= 0 ? shown : [...shown, `  … and ${more} more documents: FROM ${table}`];
}

/** `table` with a condition that keeps to one document. */
function ofDocument(table: string, documentId: string | null): string {
  const condition = documentId === null ? 'document_id IS NULL' : `document_id = '${documentId}'`;
  return `${table} ${table.includes(' WHERE ') ? 'AND' : 'WHERE'} ${condition}`;
}
