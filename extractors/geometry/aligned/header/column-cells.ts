/** Where the cells of unruled columns begin and end: their text tells by how it is aligned, and the middle of their headings. */
import { centreX, median } from '../../boxes.js';
import { columnsUnder, type Column } from '../../lines/columns.js';
import { isNumeric, type SegmentRow } from '../../lines/segments.js';
import type { HeadingBlock } from './types.js';

/** Points by which edges of one column may differ. */
const SAME_EDGE = 1.5;
/** Share of a column's texts that must share an edge. */
const MOSTLY = 0.7;
/** Share of the font size that is usual between a text and the border of its cell. */
const PADDING = 0.4;

/** Times the font size that a cell may reach beyond the longest of its texts where nothing tells how far. */
const WIDEST_MARGIN = 3;

interface CellEdges {
  /** Where the cell begins and ends as its own text tells; null where it doesn't. */
  readonly left: number | null;
  readonly right: number | null;
  /** The same as the middle of its heading tells. */
  readonly mirroredLeft: number | null;
  readonly mirroredRight: number | null;
}

/** Where the border between two columns is, and how far to either side it may be. Points. */
export interface Border {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** The borders of the columns, one more than there are columns. */
export function bordersOfColumns(
  columns: readonly Column[],
  body: readonly SegmentRow[],
  blocks: readonly HeadingBlock[],
): Border[] {
  const fontSize = median(body.map((line) => line.fontSize));
  const edges = columns.map((column, at) => edgesOf(column, textsOf(columns, body, at), blocks, fontSize * PADDING));
  const inner = columns.slice(1).map((column, at) => {
    const end = columns[at]?.to ?? column.from;
    return borderBetween(edges[at], edges[at + 1], Math.min(end, column.from), Math.max(end, column.from));
  });
  return [
    outerBorder(edges[0], columns[0], -1, fontSize),
    ...inner,
    outerBorder(edges.at(-1), columns.at(-1), 1, fontSize),
  ];
}

/** The border at the left (-1) or right (1) of all columns. */
function outerBorder(edges: CellEdges | undefined, column: Column | undefined, side: -1 | 1, fontSize: number): Border {
  const text = (side < 0 ? column?.from : column?.to) ?? 0;
  const told = side < 0 ? (edges?.left ?? edges?.mirroredLeft) : (edges?.right ?? edges?.mirroredRight);
  const at = side * Math.max(side * text, side * (told ?? text));
  const far = typeof told === 'number' ? at : text + side * WIDEST_MARGIN * fontSize;
  return { at, from: Math.min(at, far), to: Math.max(at, far) };
}

interface ColumnText {
  readonly from: number;
  readonly to: number;
  readonly numeric: boolean;
}

function textsOf(columns: readonly Column[], body: readonly SegmentRow[], col: number): ColumnText[] {
  return body.flatMap(({ segments }) =>
    segments.flatMap((segment) => {
      const { first, last } = columnsUnder(columns, segment);
      if (first !== col || last !== col) return [];
      return [{ from: segment.box[0], to: segment.box[2], numeric: isNumeric(segment.text) }];
    }),
  );
}

function edgesOf(
  column: Column,
  texts: readonly ColumnText[],
  blocks: readonly HeadingBlock[],
  padding: number,
): CellEdges {
  const heading = blocks.findLast(({ box }) => box[0] < column.to && box[2] > column.from);
  const [from, to] = [Math.min(...texts.map((text) => text.from)), Math.max(...texts.map((text) => text.to))];
  const isLeft = share(texts, (text) => text.from - from <= SAME_EDGE) >= MOSTLY;
  const isRight = share(texts, (text) => to - text.to <= SAME_EDGE) >= MOSTLY;
  const isNumber = share(texts, (text) => text.numeric) >= MOSTLY;
  const right = isRight && (!isLeft || isNumber) ? to + padding : null;
  const left = isLeft && right === null ? from - padding : null;
  const middle = heading && isCentred(heading, column) ? centreX(heading.box) : null;
  return {
    left,
    right,
    mirroredLeft: right !== null && middle !== null ? 2 * middle - right : null,
    mirroredRight: left !== null && middle !== null ? 2 * middle - left : null,
  };
}

/** A heading that begins or ends where the column does tells nothing of its middle. */
function isCentred({ box }: HeadingBlock, column: Column): boolean {
  return Math.abs(box[0] - column.from) > SAME_EDGE && Math.abs(box[2] - column.to) > SAME_EDGE;
}

function share(texts: readonly ColumnText[], holds: (text: ColumnText) => boolean): number {
  return texts.length === 0 ? 0 : texts.filter(holds).length / texts.length;
}

/** What both columns tell, the text of each before the middle of its heading; anywhere between them where neither does. */
function borderBetween(before: CellEdges | undefined, after: CellEdges | undefined, from: number, to: number): Border {
  const fit = (edges: readonly (number | null | undefined)[]): number[] =>
    edges.filter((edge) => typeof edge === 'number').filter((edge) => edge >= from && edge <= to);
  const certain = fit([before?.right, after?.left]);
  const mirrored = fit([before?.mirroredRight, after?.mirroredLeft]);
  const told = certain.length > 0 ? certain : mirrored;
  if (told.length === 0) return { at: (from + to) / 2, from, to };
  return {
    at: told.reduce((sum, edge) => sum + edge, 0) / told.length,
    from: Math.min(...told),
    to: Math.max(...told),
  };
}
