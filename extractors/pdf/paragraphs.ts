/** Lines of running text put together to the paragraphs they were before they were laid out. */
import { isSubtitle } from '../tables/captions.js';
import { isCaption, isTableName } from '../tables/words.js';
import type { Box } from '../types.js';
import type { PlacedLine } from './page-items.js';

/** Times the font size: a line that ends this near to the right edge of the text is full, and its sentence goes on below. */
const FULL_LINE = 2;
/** Times the font size: a line that begins further in begins a paragraph. */
const INDENT = 1.2;
/** Times the font size: lines further apart are of different paragraphs. */
const LINE_DISTANCE = 2.6;
/** Share by which the font sizes of one paragraph may differ. */
const SAME_SIZE = 0.12;

/** Where the running text of a page stands. */
interface Column {
  readonly left: number;
  readonly right: number;
}

/** The lines of one page between two tables, joined where a line is full and the next one begins at the left edge. */
export function joinParagraphs(lines: readonly PlacedLine[]): readonly PlacedLine[] {
  const columns = columnsOf(lines);
  const joined: PlacedLine[] = [];
  let open: { readonly first: PlacedLine; last: PlacedLine; text: string; box: Box } | null = null;
  const close = (): void => {
    if (open) joined.push({ ...open.first, text: open.text, box: open.box });
  };
  for (const line of lines) {
    if (open && goesOn(open.last, line, columns.get(line.column ?? 0))) {
      open.text += (needsSpace(open.text, line.text) ? ' ' : '') + line.text.trimStart();
      open.box = unite(open.box, line.box);
      open.last = line;
      continue;
    }
    close();
    open = { first: line, last: line, text: line.text, box: line.box };
  }
  close();
  return joined;
}

function columnsOf(lines: readonly PlacedLine[]): ReadonlyMap<number, Column> {
  const columns = new Map<number, Column>();
  for (const { column = 0, box } of lines) {
    const { left, right } = columns.get(column) ?? { left: Infinity, right: -Infinity };
    columns.set(column, { left: Math.min(left, box[0]), right: Math.max(right, box[2]) });
  }
  return columns;
}

function goesOn(above: PlacedLine, line: PlacedLine, column: Column | undefined): boolean {
  if (!column || above.column !== line.column || isOfTable(above) || isOfTable(line)) return false;
  const size = above.fontSize;
  const isFull = above.box[2] >= column.right - FULL_LINE * size;
  const isFlush = line.box[0] <= column.left + INDENT * size;
  const isBelow = line.box[1] > above.box[1] && line.box[1] - above.box[3] <= LINE_DISTANCE * size;
  return isFull && isFlush && isBelow && Math.abs(line.fontSize - size) <= SAME_SIZE * size;
}

function isOfTable({ text }: PlacedLine): boolean {
  return isCaption(text) || isTableName(text) || isSubtitle(text);
}

/** Between words of letters a line end is a space; between Chinese characters it is nothing. */
function needsSpace(above: string, below: string): boolean {
  return /[A-Za-z0-9,.;]$/.test(above) && /^\s*[A-Za-z]/.test(below);
}

function unite(a: Box, b: Box): Box {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}
