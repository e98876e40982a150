/** PDF pages: what stands where, and nothing of tables. */
export { openPdf } from './open.js';
export type { PdfFile } from './open.js';
