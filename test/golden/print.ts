/** A reading written as a Word document that can be printed: ruled tables whose columns hold their figures, on paper wide enough for them. */
import type { RawDocument } from '../../extractors/index.js';
import { contentOf, docx, grid, p } from '../builders/docx.js';

/** Twentieths of a point, as all sizes here. */
const CHARACTER = 210;
/** Also of digits in fonts that draw them wide. */
const LETTER = 140;
const PADDING = 300;
/** Names that are longer go on in a second line, figures never. */
const MOST_NAME = 12 * CHARACTER;
const LEAST_COLUMN = 700;
const MARGIN = 1_440;
const A4 = { text: 11_906 - 2 * MARGIN, height: 16_838 };

const EDGES = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];
const RULES = `<w:tblBorders>${EDGES.map((edge) => `<w:${edge} w:val="single" w:sz="4"/>`).join('')}</w:tblBorders>`;

/** The lines and tables that a reading shows, one below the other; the last paragraph is one that every document of Word has. */
export function printable(document: RawDocument): Buffer {
  let widest = A4.text;
  const blocks = contentOf(document).map((item) => {
    if (typeof item === 'string') return p(item);
    const widths = columnWidths(item);
    const width = sum(widths);
    widest = Math.max(widest, width);
    return grid(item, { widths, properties: `<w:tblW w:w="${width}" w:type="dxa"/>${RULES}` }) + p();
  });
  return docx(blocks.join('') + p() + pageOf(widest));
}

function pageOf(width: number): string {
  const margins = ['top', 'right', 'bottom', 'left'].map((edge) => `w:${edge}="${MARGIN}"`).join(' ');
  return `<w:sectPr><w:pgSz w:w="${width + 2 * MARGIN}" w:h="${A4.height}"/><w:pgMar ${margins}/></w:sectPr>`;
}

/** @param rows of a table as pictures draw it (cells parted by `|`) */
function columnWidths(rows: readonly string[]): readonly number[] {
  const texts = rows.map((row) => row.split('|'));
  return (texts[0] ?? []).map((_, col) => {
    const own = texts.filter((row) => row[col + 1] !== '<').map((row) => row[col] ?? '');
    return Math.max(LEAST_COLUMN, ...own.flatMap((text) => text.split('\\n').map(widthOf)));
  });
}

function widthOf(line: string): number {
  const width = sum(Array.from(line, (mark) => (/[ -~]/.test(mark) ? LETTER : CHARACTER)));
  return PADDING + (/^[\d.,%-]+$/.test(line) ? width : Math.min(width, MOST_NAME));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
