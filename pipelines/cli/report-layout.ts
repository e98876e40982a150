/** The report's shape: sections, groups by document, lists that end somewhere. */

/** Documents shown in a section. */
const MOST_GROUPS = 50;
/** Findings shown of one document. */
const MOST_ENTRIES = 10;

/** A section under its title; nothing where it has no lines. */
export function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : [title, ...lines].join('\n');
}

export function indent(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  ${line}`);
}

/** The first `most` of `lines`, then how many there are more and the query that shows them all. */
export function bounded(lines: readonly string[], most: number, query: string): readonly string[] {
  const more = lines.length - most;
  return more <= 0 ? lines : [...lines.slice(0, most), `… and ${more} more: ${query}`];
}

/** One document's part of a section. */
export interface Group<T> {
  readonly name: string;
  readonly documentId: string | null;
  readonly members: readonly T[];
}

type Owned = { readonly documentId: string | null; readonly fileName: string };

/** What people call the document or source that a finding is of. */
export type NameOfOwner = (owner: Owned) => string;

/** Findings by the document they are of, in their order. */
export function groupByOwner<T extends Owned>(findings: readonly T[], nameOfOwner: NameOfOwner): readonly Group<T>[] {
  return groupBy(findings, nameOfOwner).map((members) => {
    const [first] = members;
    return { name: nameOfOwner(first), documentId: first.documentId, members };
  });
}

/**
 * Lines of a section: each document's name, below it its findings.
 *
 * @param table from which all findings can be selected, with its condition where it needs one
 */
export function renderGroups<T>(
  groups: readonly Group<T>[],
  render: (group: Group<T>) => readonly string[],
  table: string,
): readonly string[] {
  const shown = groups.slice(0, MOST_GROUPS).flatMap((group) => {
    const entries = bounded(render(group), MOST_ENTRIES, `FROM ${ofDocument(table, group.documentId)}`);
    return [`  ${group.name}`, ...entries.map((entry) => `    ${entry}`)];
  });
  const more = groups.length - MOST_GROUPS;
  return more <= 0 ? shown : [...shown, `  … and ${more} more documents: FROM ${table}`];
}

/** `table` with a condition that keeps to one document. */
function ofDocument(table: string, documentId: string | null): string {
  const condition = documentId === null ? 'document_id IS NULL' : `document_id = '${documentId}'`;
  return `${table} ${table.includes(' WHERE ') ? 'AND' : 'WHERE'} ${condition}`;
}

/** Members with the same key together, groups and members in the order in which they come. */
export function groupBy<T>(members: readonly T[], keyOf: (member: T) => string): readonly (readonly [T, ...T[]])[] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const member of members) {
    const group = groups.get(keyOf(member));
    if (group) group.push(member);
    else groups.set(keyOf(member), [member]);
  }
  return [...groups.values()];
}
