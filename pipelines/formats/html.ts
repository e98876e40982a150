/** `extract --format html`: the grids with their spans, for looking at in a browser. */
import type { Cell, RawBlock } from '../../extractors/index.js';
import type { BudgetDocument, BudgetTable } from '../../transforms/index.js';
import { partsInReadingOrder } from './parts.js';

const STYLE =
  'body{font-family:sans-serif;margin:2rem}table{border-collapse:collapse;margin:1rem 0}th,td{border:1px solid #999;padding:.2rem .5rem;white-space:pre-line}caption{font-weight:bold}';

/** A page of its own: blocks and tables in reading order; every text is escaped, nothing in it is live. */
export function renderHtml(document: BudgetDocument): string {
  const title = escapeHtml(document.facts.title ?? document.raw.fileName);
  const parts = partsInReadingOrder(document).map((part) =>
    part.kind === 'table' ? renderTable(part.table) : renderBlock(part.block),
  );
  return [
    '<!doctype html>',
    `<html lang="zh"><head><meta charset="utf-8"><title>${title}</title><style>${STYLE}</style></head>`,
    '<body>',
    ...parts,
    '</body></html>',
    '',
  ].join('\n');
}

function renderBlock({ kind, text }: RawBlock): string {
  const tag = kind === 'heading' ? 'h2' : 'p';
  return `<${tag} class="${kind}">${escapeHtml(text)}</${tag}>`;
}

function renderTable({ raw, grid, tableKind, unit }: BudgetTable): string {
  const caption = `${escapeHtml(raw.title ?? tableKind)}${unit === null ? '' : ` (${escapeHtml(unit)})`}`;
  const rows = Array.from({ length: grid.rowCount }, (): string[] => []);
  for (const cell of grid.cells) rows[cell.row]?.push(renderCell(cell, cell.row < grid.headerRowCount));
  const lines = rows.map((cells) => `<tr>${cells.join('')}</tr>`);
  const head = lines.slice(0, grid.headerRowCount);
  const body = lines.slice(grid.headerRowCount);
  return [
    `<table id="table-${String(raw.tableNo)}"><caption>${caption}</caption>`,
    '<thead>',
    ...head,
    '</thead><tbody>',
    ...body,
    '</tbody></table>',
  ].join('\n');
}

function renderCell({ text, rowSpan, colSpan }: Cell, isHeader: boolean): string {
  const tag = isHeader ? 'th' : 'td';
  const spans = `${rowSpan > 1 ? ` rowspan="${String(rowSpan)}"` : ''}${colSpan > 1 ? ` colspan="${String(colSpan)}"` : ''}`;
  return `<${tag}${spans}>${escapeHtml(text)}</${tag}>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
