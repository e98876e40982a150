/** The header of an unruled table, step by step: lines, headings, columns that hold nothing, borders, the tree. */
import { median } from '../../boxes.js';
import { findColumns, type Column } from '../../lines/columns.js';
import type { Ruling } from '../../page.js';
import { partHeadings, type SegmentRow } from '../../lines/segments.js';
import { headColumns } from './head-columns.js';
import { bordersOfColumns, type Border } from './column-cells.js';
import { blocksOf } from './heading-blocks.js';
import { partAbutting } from './part-abutting.js';
import { partGlued } from './part-glued.js';
import { partLetters, partWrappedLetters } from './part-letters.js';
import { growTrees } from './heading-tree.js';
import { partLines } from './header-lines.js';
import { splitUnderHeadings } from './split-columns.js';
import type { HeaderTree } from './types.js';

/** Columns with their borders, and the header over them; `header` is null where the lines have none of several levels. */
export interface HeadedColumns {
  readonly columns: readonly Column[];
  /** One more than there are columns. */
  readonly borders: readonly Border[];
  readonly header: HeaderTree | null;
  /** Further trees that fit nearly as well. */
  readonly otherHeaders: readonly HeaderTree[];
  /** What stands over the header, and below it. */
  readonly captions: readonly SegmentRow[];
  readonly body: readonly SegmentRow[];
}

/**
 * Reads the header at the top of these lines.
 *
 * @param lines from top to bottom
 * @param rules horizontal ones
 * @param known columns that the lines are known to stand in
 */
export function readHeader(
  lines: readonly SegmentRow[],
  rules: readonly Ruling[],
  known?: readonly Column[],
): HeadedColumns {
  const { captions, header: headerLines, numbering, body } = partLines(lines);
  const rowColumns = known ?? findColumns(body);
  if (headerLines.length === 0 || rowColumns.length < 2) return withoutHeader(lines, known);
  const headings = partWrappedLetters(
    headerLines.map((line) => partHeadings(partLetters(partAbutting(partGlued(line), rowColumns), body), rowColumns)),
  );
  const blocks = blocksOf(headings, rules);
  const numbers = blocksOf(numbering, rules);
  const marks = [...blocks, ...numbers];
  const columns = known ?? headColumns(splitUnderHeadings(rowColumns, marks, body), blocks, numbers);
  const borders = bordersOfColumns(columns, body, marks);
  const fontSize = median(headings.map((line) => line.fontSize));
  const [header, ...otherHeaders] = growTrees({ blocks, columns, borders, rules, fontSize });
  if (!header) return withoutHeader(lines, known);
  return {
    columns,
    borders: keepOffHeadings(borders, columns, header),
    header,
    otherHeaders,
    captions,
    body: [...numbering, ...body],
  };
}

/** The columns of lines that have no header. */
export function withoutHeader(lines: readonly SegmentRow[], known?: readonly Column[]): HeadedColumns {
  const columns = known ?? findColumns(lines);
  return {
    columns,
    borders: bordersOfColumns(columns, lines, []),
    header: null,
    otherHeaders: [],
    captions: [],
    body: lines,
  };
}

/** The borders, moved where one runs through the words of a column's heading though there is room beside them. */
function keepOffHeadings(borders: readonly Border[], columns: readonly Column[], { headings }: HeaderTree): Border[] {
  const headed = columns.map((column, col) => {
    const own = headings.filter(({ first, last }) => first === col && last === col);
    const boxes = own.flatMap(({ blocks }) => blocks.map(({ box }) => box));
    return {
      from: Math.min(column.from, ...boxes.map(([from]) => from)),
      to: Math.max(column.to, ...boxes.map(([, , to]) => to)),
    };
  });
  return borders.map((border, at) => {
    const [before, after] = [headed[at - 1]?.to ?? -Infinity, headed[at]?.from ?? Infinity];
    return before < after ? { ...border, at: Math.min(Math.max(border.at, before), after) } : border;
  });
}
