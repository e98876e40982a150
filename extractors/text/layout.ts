/** Finding tables in a text by how its lines look: tab-separated rows, or one cell a line. */
import { splitAtNames } from '../tables/captions.js';
import type { CellCount } from '../tables/cell-count.js';
import { isContents } from '../tables/contents.js';
import { widthOf } from '../tables/rows.js';
import { isBlank, isCaption, isNumeral } from '../tables/words.js';
import type { Fragment, SourceRow } from '../tables/rows.js';
import type { TextLine } from './lines.js';

/** What the text is made of, in order. */
export type TextPart =
  { readonly kind: 'line'; readonly line: TextLine } | { readonly kind: 'table'; readonly fragment: Fragment };

/** A run of lines without a blank one between them; `gap` is the number of blank lines before it. */
interface Run {
  readonly lines: readonly TextLine[];
  readonly gap: number;
}

/** No statement has as many columns; a line with more is no row, and would only make a huge table. */
const MOST_COLUMNS = 256;

/** A cell that a crawler's converter writes for a paragraph of prose is longer than this and ends like a sentence. */
const LONG_CELL = 60;

/** Whether a line has more cells than a row can have; it is kept as text. */
export function isTooWide({ text, cells }: TextLine): boolean {
  return (cells?.length ?? 0) > MOST_COLUMNS || text.split('\t', MOST_COLUMNS + 2).length > MOST_COLUMNS;
}

/**
 * Splits the lines into tables and lines of prose; every line is in exactly one part.
 *
 * @param count told of the cells that tabs part
 * @param mergedOnce whether tab-separated rows print each merged cell once (see {@link Fragment}); such a row is whole, however short
 */
export function findLayout(lines: readonly TextLine[], count: CellCount, mergedOnce = false): TextPart[] {
  const parts: TextPart[] = [];
  let open: SourceRow[] | null = null;
  const closeTable = (): void => {
    for (const rows of open ? splitAtNames(open) : [])
      parts.push({ kind: 'table', fragment: { rows, method: 'cell_per_line', positional: false } });
    open = null;
  };
  for (const run of splitRuns(lines)) {
    const firstCell = run.lines.findIndex(hasCells);
    const prose = run.lines.slice(0, firstCell < 0 ? run.lines.length : firstCell);
    const rest = run.lines.slice(prose.length);
    const row = isCellPerLine(rest) ? readCellRow(rest) : null;
    if (prose.length > 0 || run.gap > 1 || !row) closeTable();
    for (const line of prose) parts.push({ kind: 'line', line });
    if (row) (open ??= []).push(row);
    else if (rest.length > 0) for (const part of readTabbed(rest, count, mergedOnce)) parts.push(part);
  }
  closeTable();
  return parts.flatMap(dissolveIndentedProse);
}

function hasCells(line: TextLine): boolean {
  return (line.cells !== null || line.text.includes('\t')) && !isTooWide(line);
}

function splitRuns(lines: readonly TextLine[]): Run[] {
  const runs: { lines: TextLine[]; gap: number }[] = [];
  let gap = 0;
  let current: TextLine[] | null = null;
  for (const line of lines) {
    // a line with nothing but tabs is a row of blank cells, not a blank line
    if (line.text.trim() === '' && !line.text.includes('\t') && !line.furniture) {
      gap = current ? 1 : gap + 1;
      current = null;
    } else if (line.furniture || isTooWide(line)) {
      runs.push({ lines: [line], gap });
      current = null;
      gap = 2;
    } else if (current) {
      current.push(line);
    } else {
      current = [line];
      runs.push({ lines: current, gap });
      gap = 0;
    }
  }
  return runs;
}

/** Cells begin with a tab and hold none; lines without a tab go on with the cell above. */
function isCellPerLine(lines: readonly TextLine[]): boolean {
  if (!lines[0]?.text.startsWith('\t') || lines.some(({ cells }) => cells !== null)) return false;
  const tabbed = lines.filter(({ text }) => text.includes('\t'));
  const inner = tabbed.filter(
    ({ text }) => text.trimEnd().lastIndexOf('\t') > 0 || (text.startsWith('\t\t') && text.trim() === ''),
  );
  return inner.length === 0;
}

function readCellRow(lines: readonly TextLine[]): SourceRow {
  const cells: string[] = [];
  for (const { text } of lines) {
    if (text.startsWith('\t')) cells.push(text.slice(1));
    else cells.push(`${cells.pop() ?? ''}\n${text}`);
  }
  return { cells, lineFirst: lines[0]?.no ?? 0, lineLast: lines.at(-1)?.no ?? 0 };
}

/** Tab-separated rows; a row broken inside a cell is put together where that gives just the table's width. */
function readTabbed(lines: readonly TextLine[], count: CellCount, mergedOnce: boolean): TextPart[] {
  const lastTabbed = lines.findLastIndex(hasCells);
  const tail = lines.slice(lastTabbed + 1).map((line) => ({ kind: 'line' as const, line }));
  const pieces = lines
    .slice(0, lastTabbed + 1)
    .map(({ text, no, cells }) => ({ cells: cells ?? splitAtTabs(text, count), lineFirst: no, lineLast: no }));
  if (isContents(pieces)) return lines.map((line) => ({ kind: 'line', line }));
  const tables = splitAtNames(pieces).map((found) => {
    const rows = trimColumns(mergedOnce ? found : joinBrokenRows(found));
    const fragment = { rows, method: 'tsv' as const, positional: true, ...(mergedOnce && { mergedOnce }) };
    return { kind: 'table' as const, fragment };
  });
  return [...tables, ...tail];
}

function splitAtTabs(text: string, count: CellCount): string[] {
  const cells = text.split('\t');
  count.add(cells.length);
  return cells;
}

/**
 * Rows broken inside a cell are put together. Short rows are broken ones only where the converter prints the blanks at the end of
 * rows; where it cuts them off, short rows are the rule.
 */
function joinBrokenRows(pieces: readonly SourceRow[]): SourceRow[] {
  const width = widthOf(pieces);
  const isShort = ({ cells }: SourceRow): boolean => cells.length < width;
  const rows: SourceRow[] = [];
  let joined = 0;
  for (const piece of pieces) {
    const last = rows.at(-1);
    if (!last || !isShort(last) || !isShort(piece) || !fitTogether(last, piece, width)) {
      rows.push(piece);
      continue;
    }
    joined += 1;
    rows[rows.length - 1] = {
      cells: joinCells(last.cells, piece.cells),
      lineFirst: last.lineFirst,
      lineLast: piece.lineLast,
    };
  }
  const keepsBlanks = pieces.some(({ cells }) => cells.length === width && isBlank(cells.at(-1) ?? ''));
  const allPaired = pieces.filter(isShort).length === 2 * joined;
  return keepsBlanks || allPaired ? rows : [...pieces];
}

/** Without the columns at the end that are blank in every row: a stray tab makes no column. */
function trimColumns(rows: readonly SourceRow[]): SourceRow[] {
  const used = rows.reduce((most, { cells }) => Math.max(most, cells.findLastIndex((text) => !isBlank(text)) + 1), 0);
  return rows.map((row) => (row.cells.length > used && used > 0 ? { ...row, cells: row.cells.slice(0, used) } : row));
}

/** Words go on in the next line, numbers and captions (单位：元) never do. */
function fitTogether({ cells }: SourceRow, next: SourceRow, width: number): boolean {
  const end = cells.at(-1) ?? '';
  const start = next.cells[0] ?? '';
  return cells.length + next.cells.length - 1 === width && ![end, start].some(isNumeral) && !cells.some(isCaption);
}

function joinCells(a: readonly string[], b: readonly string[]): string[] {
  return [...a.slice(0, -1), `${a.at(-1) ?? ''}\n${b[0] ?? ''}`, ...b.slice(1)];
}

/** Paragraphs indented by a tab are no table: one text a row, or texts that read like sentences. */
function dissolveIndentedProse(part: TextPart): TextPart[] {
  if (part.kind === 'line' || part.fragment.method !== 'cell_per_line') return [part];
  const { rows } = part.fragment;
  const cells = rows.flatMap((row) => row.cells);
  const sentences = cells.filter((text) => text.length > LONG_CELL || /[。；]\s*$/.test(text));
  const oneColumn = rows.every((row) => row.cells.length === 1);
  if (!oneColumn && sentences.length * 2 <= cells.length) return [part];
  return rows.flatMap((row) =>
    row.cells.map((text, at) => ({
      kind: 'line' as const,
      line: { no: Math.min(row.lineFirst + at, row.lineLast), text, furniture: false, cells: null },
    })),
  );
}
