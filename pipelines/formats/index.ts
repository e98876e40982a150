/** The formats that `extract` prints a document in. */
import type { BudgetDocument } from '../../transforms/index.js';
import { renderCsv } from './csv.js';
import { renderHtml } from './html.js';
import { renderJson } from './json.js';
import { renderMarkdown } from './markdown.js';

export { toExtractedJson } from './json.js';
export type { BlockJson, CellJson, ExtractedJson, TableJson } from './json.js';

/** The renderers of `--format`: a document as text that ends in a line end. */
export const RENDERERS = {
  json: renderJson,
  csv: renderCsv,
  html: renderHtml,
  md: renderMarkdown,
} satisfies Record<string, (document: BudgetDocument) => string>;

export type ExtractFormat = keyof typeof RENDERERS;
