/** Tables that somebody set with tabs: paragraphs below each other that are rows. */
import type { LooseLine, TextItem } from '../../tables/collect.js';
import { isContents } from '../../tables/contents.js';
import { isAmount } from '../../tables/loose-amounts.js';
import { isPageNumber } from '../../tables/page-numbers.js';
import type { Fragment, SourceRow } from '../../tables/rows.js';
import { isBlank, isCaption, isNote, isSignature, isTableName, squeeze } from '../../tables/words.js';
import { alignRows, isBodyRow } from './align-rows.js';

/** What stands in a document, in order; a blank paragraph parts what is above from what is below. */
export type DocumentItem = TextItem | { readonly kind: 'blank' };

/** A tab and a number behind it happen in text; so many rows below each other, so many of them with a number, don't. */
const LEAST_ROWS = 3;
const LEAST_BODY_ROWS = 2;
/** With so many amounts one row below another one is enough. */
const LEAST_AMOUNTS = 2;
/** No statement has as many columns. */
const MOST_COLUMNS = 64;
/** Characters of a row; of the name of a group of rows. */
const LONGEST_ROW = 400;
const LONGEST_GROUP = 40;

/** The items with such paragraphs as tables, where their columns are sure. Every line is in exactly one item. Linear in the items. */
export function readTabbedTables(items: readonly DocumentItem[]): readonly TextItem[] {
  const found: TextItem[] = [];
  let run: LooseLine[] = [];
  const close = (): void => {
    for (const item of readRun(run)) found.push(item);
    run = [];
  };
  for (const item of items) {
    if (item.kind === 'line') run.push(item.line);
    else close();
    if (item.kind === 'table') found.push(item);
  }
  close();
  return found;
}

/** Lines without a blank one between them. */
function readRun(lines: readonly LooseLine[]): readonly TextItem[] {
  const found: TextItem[] = [];
  for (let at = 0; at < lines.length;) {
    const stretch = lines.slice(at, Math.max(endOfRows(lines, at), at + 1));
    const fragment = toFragment(stretch);
    if (fragment) found.push({ kind: 'table', fragment });
    else for (const line of stretch) found.push({ kind: 'line', line });
    at += stretch.length;
  }
  return found;
}

/** The index behind the rows that begin here. */
function endOfRows(lines: readonly LooseLine[], start: number): number {
  let at = isTopHeading(lines[start]) && isRow(lines[start + 1]) ? start + 1 : start;
  while (isRow(lines[at]) || (at > start && isGroupName(lines[at]) && isRow(lines[at + 1], isBodyRow))) at += 1;
  return at;
}

function toFragment(lines: readonly LooseLine[]): Fragment | null {
  const cells = lines.map(cellsOf);
  const aligned = areRows(cells) ? alignRows(cells) : null;
  if (!aligned) return null;
  const rows = lines.map(({ no }, at): SourceRow => ({
    cells: aligned.rows[at] ?? [],
    lineFirst: no,
    lineLast: no,
  }));
  return { rows, method: 'tsv', positional: aligned.positional };
}

function areRows(rows: readonly (readonly string[])[]): boolean {
  const body = rows.filter(isBodyRow);
  const areMany = rows.length >= LEAST_ROWS && body.length >= LEAST_BODY_ROWS;
  const areSure = rows.length > 1 && body.some((row) => row.filter(isAmount).length >= LEAST_AMOUNTS);
  return (areMany || areSure) && !isContents(rows.map((cells) => ({ cells })));
}

function cellsOf({ text }: LooseLine): string[] {
  return text.split('\t').map((cell) => cell.trim());
}

/** Several texts parted by tabs, and no sentence. */
function isRow(line: LooseLine | undefined, is: (cells: readonly string[]) => boolean = () => true): boolean {
  if (!line || line.heading || line.text.length > LONGEST_ROW || isSentence(line.text)) return false;
  const cells = cellsOf(line);
  return cells.length <= MOST_COLUMNS && cells.filter((cell) => !isBlank(cell)).length > 1 && is(cells);
}

/** A single text in the middle of the line, over the headings of several columns. */
function isTopHeading(line: LooseLine | undefined): boolean {
  return line !== undefined && /^\t\s*\t/.test(line.text) && isPlain(line);
}

/** A single text between two rows. */
function isGroupName(line: LooseLine | undefined): boolean {
  return line !== undefined && !isPageNumber(line.text) && isPlain(line);
}

/** Nothing but a name, and not of a table. */
function isPlain({ text, heading = false }: LooseLine): boolean {
  const word = squeeze(text);
  const isOther = isCaption(text) || isTableName(text) || isNote(text) || isSignature(text) || isSentence(text);
  return !heading && !isOther && word.length <= LONGEST_GROUP;
}

function isSentence(text: string): boolean {
  return /[。；;！？]$/.test(squeeze(text));
}
