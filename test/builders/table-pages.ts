/** PDFs of many pages with a ruled table on each. */
import { PdfDraft } from './pdf.js';

const ROWS = 30;
const WIDTHS = [90, 230, 90, 90];
const HEADINGS = ['Code', 'Name', 'Basic', 'Project'];
/** Every other table that stands apart has these columns and headings: the same ones would be one table. */
const OTHER_WIDTHS = [90, 180, 140, 90];
const OTHER_HEADINGS = ['No.', 'Payee', 'Planned', 'Spent'];
const ROW_HEIGHT = 22;
const [LEFT, TOP] = [40, 760];

/**
 * `pageCount` A4 pages, each full of one ruled table: tables of their own (`apart`), or one that goes on over all pages
 * with its header repeated (`continued`).
 */
export function tablePages(pageCount: number, layout: 'apart' | 'continued'): Uint8Array {
  const draft = new PdfDraft();
  // one object for all pages, as every producer writes it
  const font = draft.add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  for (let page = 0; page < pageCount; page += 1) {
    const isOther = layout === 'apart' && page % 2 === 1;
    const [widths, headings] = isOther ? [OTHER_WIDTHS, OTHER_HEADINGS] : [WIDTHS, HEADINGS];
    const lefts = [0, 1, 2, 3, 4].map((col) => leftOf(widths, col));
    draft.addPage({
      content: `0.5 w ${drawRules(lefts)} BT /F1 9 Tf ${showRows(page, headings, lefts)} ET`,
      resources: `/Font << /F1 ${font} >>`,
      entries: '/MediaBox [0 0 595 842]',
    });
  }
  return draft.build();
}

function drawRules(lefts: readonly number[]): string {
  const right = lefts.at(-1) ?? LEFT;
  const bottom = TOP - ROWS * ROW_HEIGHT;
  const level = Array.from({ length: ROWS + 1 }, (_, row) => TOP - row * ROW_HEIGHT);
  const lines = [
    ...level.map((y) => `${LEFT} ${y} m ${right} ${y} l S`),
    ...lefts.map((x) => `${x} ${bottom} m ${x} ${TOP} l S`),
  ];
  return lines.join(' ');
}

function showRows(page: number, headings: readonly string[], lefts: readonly number[]): string {
  const rows = Array.from({ length: ROWS - 1 }, (_, at) => {
    const no = page * ROWS + at;
    return [String(2_000_000 + no), `Payment for purpose ${no}`, `${no}.50`, `${no * 2}.25`];
  });
  return [headings, ...rows]
    .flatMap((cells, row) =>
      cells.map((text, col) => show((lefts[col] ?? LEFT) + 4, TOP - (row + 1) * ROW_HEIGHT + 7, text)),
    )
    .join(' ');
}

function leftOf(widths: readonly number[], col: number): number {
  return LEFT + widths.slice(0, col).reduce((sum, width) => sum + width, 0);
}

function show(x: number, y: number, text: string): string {
  return `1 0 0 1 ${x} ${y} Tm (${text}) Tj`;
}
