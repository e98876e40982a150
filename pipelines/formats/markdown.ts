/** `extract --format md`: for reading in an editor or a review. */
import type { RawBlock } from '../../extractors/index.js';
import type { BudgetDocument, BudgetTable } from '../../transforms/index.js';
import { partsInReadingOrder, rowsOf } from './parts.js';

/** Blocks as headings, paragraphs and quotes, tables as pipe tables under their title; Markdown knows no spans, so places spanned over are empty. */
export function renderMarkdown(document: BudgetDocument): string {
  const parts = partsInReadingOrder(document).map((part) =>
    part.kind === 'table' ? renderTable(part.table) : renderBlock(part.block),
  );
  return `${parts.join('\n\n')}\n`;
}

function renderBlock({ kind, text }: RawBlock): string {
  const words = escapeText(text);
  if (kind === 'heading') return `## ${words.replace(/\s*\n\s*/g, ' ')}`;
  return kind === 'note' || kind === 'page_furniture' ? `> ${words.replaceAll('\n', '\n> ')}` : words;
}

function renderTable({ raw, grid, tableKind, unit }: BudgetTable): string {
  const name = `**${String(raw.tableNo)}. ${escapeText(raw.title ?? tableKind)}**${unit === null ? '' : ` (${unit})`}`;
  const [first = [], ...rest] = rowsOf(grid);
  const rule = first.map(() => '---');
  return [name, '', ...[first, rule, ...rest].map(renderRow)].join('\n');
}

function renderRow(texts: readonly string[]): string {
  return `| ${texts.map((text) => escapeText(text).replaceAll('|', '\\|').replace(/\r?\n/g, '<br>')).join(' | ')} |`;
}

function escapeText(text: string): string {
  return text.replace(/[\\`*_<>#[\]]/g, '\\$&');
}
