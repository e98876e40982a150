/** The contract as a page for readers: docs/data-model.md. */
import { ENUMS } from './enums.js';
import type { Column } from './columns.js';
import type { Table } from './table.js';
import { TABLES } from './tables/index.js';
import { CONTRACT_VERSION } from './version.js';
import type { View } from './view.js';
import { describeColumns } from './view.js';
import { lineColumns } from './views/current.js';
import { VIEWS } from './views/index.js';

const INTRODUCTION = `# The data model

Contract version ${CONTRACT_VERSION}. This page is made from \`sinks/contract/\` by \`scripts/write-data-model.ts\`; change it there.

\`budget.duckdb\` holds the tables and views below; \`parquet/<table>/\` holds each table once more, zstd-compressed and sorted by its key, for tools
that read Parquet. Tables inside documents are partitioned as \`document_year=<year>\` (the document's year, \`unknown\` where none was found).
\`parquet\` is a link to the newest snapshot; a program that reads while a run may end resolves it first and reads that snapshot to the end.
The same texts stand in the database as comments: \`SELECT column_name, data_type, comment FROM duckdb_columns() WHERE table_name = 'budget_lines'\`.

- Money is \`DECIMAL(20,2)\` in yuan (元), exact, whatever unit the page uses. Codes are text: leading zeros count.
- Rows and columns of tables count from 0, everything else from 1. Times are UTC.
- Everything inside a document is keyed by \`document_id\` and a running number in reading order, the same for the same bytes and program version.
- A document is *current* while one of its sources still holds it (\`superseded_at\` and \`missing_since\` are null). Views show current documents only.
- Never sum \`budget_lines\` as it is: totals, parts and repetitions are all in it. The views take each fact once and leave last year's figures
  (\`prior_year\`) out.
`;

/** The whole page. */
export function renderDataModel(): string {
  return [
    '<!-- prettier-ignore-start -->\n',
    INTRODUCTION,
    '## Views\n',
    renderCommonColumns(),
    ...VIEWS.map(renderView),
    '## Tables\n',
    ...TABLES.map(renderTable),
    '## Enumerated values\n',
    'Also in the table `enum_values`.\n',
    ...Object.keys(ENUMS).map(renderEnum),
    '<!-- prettier-ignore-end -->\n',
  ].join('\n');
}

function renderTable({ name, comment, key, parquet, columns }: Table): string {
  const layout = {
    by_document_year: 'Parquet: by document year.',
    unpartitioned: 'Parquet: one file.',
    internal: 'Not in Parquet.',
  }[parquet.kind];
  const rows = Object.entries(columns).map(([column, { type, nullable, comment: text }]: readonly [string, Column]) =>
    row([`\`${column}\``, type, nullable ? '' : 'always', text]),
  );
  const keyNames = key.map((column) => `\`${column}\``).join(', ');
  return `### ${name}\n\n${escape(comment)}\n\nKey: ${keyNames}. ${layout}\n\n${grid(['column', 'type', 'filled', 'meaning'], rows)}`;
}

/** What the views of lines have in common, described once. */
function renderCommonColumns(): string {
  const rows = Object.entries(describeColumns(lineColumns([]))).map(([column, text]) => row([`\`${column}\``, text]));
  return `### Columns of every view of lines\n\nWho and when, how much, how sure and where it stands:\n\n${grid(['column', 'meaning'], rows)}`;
}

/** Only what is the view's own; columns taken over from a table with their meaning are named, the common ones not even that. */
function renderView({ name, comment, columns }: View): string {
  const isOfLines = lineColumns([]).every((column) => column in columns);
  const others = Object.entries(columns).filter(([column]) => !isOfLines || !lineColumns([]).includes(column));
  const described = others.map(([column, text]) => ({ column, text, owner: ownerOf(column, text) }));
  const own = described.filter(({ owner }) => owner === null).map(({ column, text }) => row([`\`${column}\``, text]));
  const taken = [...new Set(described.flatMap(({ owner }) => owner ?? []))].map((owner) => {
    const names = described.filter((one) => one.owner === owner).map(({ column }) => `\`${column}\``);
    return `As in \`${owner}\`: ${names.join(', ')}.\n`;
  });
  const common = isOfLines ? ['The columns of every view of lines.\n'] : [];
  const table = own.length === 0 ? [] : [grid(['column', 'meaning'], own)];
  return [`### ${name}\n`, `${escape(comment)}\n`, ...common, ...taken, ...table].join('\n');
}

/** The table, most of all `budget_lines`, whose column of this name has this meaning; null where none has. */
function ownerOf(column: string, text: string): string | null {
  const owners = TABLES.filter(({ columns }) => columns[column]?.comment === text).map(({ name }) => name);
  return owners.find((name) => name === 'budget_lines') ?? owners[0] ?? null;
}

function renderEnum(column: string): string {
  const rows = (ENUMS[column] ?? []).map(({ value, parent, zh, en }) =>
    row([`\`${value}\``, parent === null ? '' : `\`${parent}\``, zh, en]),
  );
  return `### \`${column}\`\n\n${grid(['value', 'part of', '中文', 'English'], rows)}`;
}

function grid(heads: readonly string[], rows: readonly string[]): string {
  return `${[`| ${heads.join(' | ')} |`, `|${heads.map(() => '---|').join('')}`, ...rows].join('\n')}\n`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.map(escape).join(' | ')} |`;
}

/** Characters that Markdown would read as a table bar or a tag. */
function escape(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll(/<(?=[a-z])/g, '\\<');
}
