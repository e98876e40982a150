/** A long table drawn on one endless page, and the same table cut over pages in one of the ways documents do. */
import type { PageContent } from '../../../extractors/geometry/page.js';
import type { Glyph, Ruling } from '../../../extractors/geometry/page.js';
import { level, SIZE, upright, write, writeCentred, writeRight } from '../geometry/page-builder.js';
import type { Mark } from './draft.js';
import type { LongTable, Row } from './long-table.js';

export type Rules = 'ruled' | 'three-line' | 'none';

/** How a document cuts a table. */
export interface Manner {
  readonly rules: Rules;
  /** What stands of the header on the second, third, … page; the last one holds for all further pages. */
  readonly header: readonly ('same' | 'lowest' | 'none' | 'reworded')[];
  /** Lines above the table on further pages. */
  readonly above: readonly ('title' | 'title（续）' | 'title(续表)' | '续表' | 'unit' | 'department')[];
  /** Page number at the foot. */
  readonly foot: 'none' | '第 # 页 共 9 页' | '- # -' | '#/9';
  /** The department's name at the head of every page. */
  readonly runningHead: boolean;
  /** A note at the foot of every page. */
  readonly footnote: boolean;
  /** Rows of several lines are cut in two; their amounts stand with the upper or the lower part. */
  readonly rows: 'whole' | 'cut, amounts above' | 'cut, amounts below';
  /** The frame is open at the page end. */
  readonly open: boolean;
  /** Words of a merged cell that a page end cuts: above, or on both pages. */
  readonly merged: 'once' | 'repeated';
  /** Times the width of the columns, and times the size of the letters, on even pages. */
  readonly evenPages: { readonly width: number; readonly size: number; readonly shift: number };
  /** The last row stands alone on the last page. */
  readonly lastAlone: boolean;
}

export const PLAIN: Manner = {
  rules: 'ruled',
  header: ['same'],
  above: [],
  foot: 'none',
  runningHead: false,
  footnote: false,
  rows: 'whole',
  open: false,
  merged: 'once',
  evenPages: { width: 1, size: 1, shift: 0 },
  lastAlone: false,
};

const TITLE = '一般公共预算支出表';
const UNIT = '单位：万元';
const DEPARTMENT = '部门：某市某局';
const WIDTH = 620;
const [TOP, MARGIN] = [60, 60];
const LINE = SIZE + 2;
const ROW_PADDING = 8;

type Sheet = Omit<PageContent, 'pageNo'>;

/** The rows of one page. */
interface Part {
  readonly header: readonly Row[];
  readonly body: readonly Row[];
}

/** The table on a page that is long enough for it. */
export function drawWhole(table: LongTable, { rules }: Pick<Manner, 'rules'>): Sheet {
  return drawPage(table, { header: table.header, body: table.body }, { ...PLAIN, rules }, 1, 100_000, 1);
}

/** @param height of a page, in points: at least so high that the header and two rows stand on it */
export function drawCut(table: LongTable, manner: Manner, height: number): Sheet[] {
  const parts = cut(table, manner, height);
  return parts.map((part, at) => drawPage(table, part, manner, at + 1, height, parts.length));
}

function cut(table: LongTable, manner: Manner, height: number): Part[] {
  const parts: { header: readonly Row[]; body: Row[] }[] = [];
  let page = { header: table.header, body: [] as Row[] };
  let room = roomOn(1, page.header, manner, height);
  const turn = (): void => {
    parts.push(page);
    page = { header: headerOn(parts.length + 1, table.header, manner), body: [] };
    room = roomOn(parts.length + 1, page.header, manner, height);
  };
  for (const [at, row] of table.body.entries()) {
    const needed = heightOf(row);
    if (manner.lastAlone && at === table.body.length - 1 && page.body.length > 0) turn();
    if (needed > room) {
      const halves = manner.rows === 'whole' ? null : cutRow(row, manner.rows);
      if (halves && room >= LINE + ROW_PADDING) {
        page.body.push(halves[0]);
        turn();
        page.body.push(reopen(halves[1], table.body, at, manner, true));
        room -= heightOf(halves[1]);
        continue;
      }
      turn();
    }
    page.body.push(page.body.length === 0 && parts.length > 0 ? reopen(row, table.body, at, manner, false) : row);
    room -= needed;
  }
  return [...parts, page];
}

/** A row at the top of a page has no cell above to be merged with. */
function reopen(row: Row, body: readonly Row[], at: number, { merged }: Manner, isHalf: boolean): Row {
  const [first = '', ...others] = row;
  if (first !== '^' && !(isHalf && first === '')) return row;
  const owner = body.slice(0, at + 1).findLast((one) => one[0] !== '^');
  return [merged === 'repeated' && first === '^' ? (owner?.[0] ?? '') : '', ...others];
}

/** The upper and the lower half of a row of two lines; null where it has one. */
function cutRow(row: Row, kind: Manner['rows']): readonly [Row, Row] | null {
  const name = row.findIndex((text) => text.includes('\n'));
  if (name < 0) return null;
  const [upper = '', ...lower] = (row[name] ?? '').split('\n');
  const hasAmounts = (half: 'above' | 'below'): boolean => kind === `cut, amounts ${half}`;
  const above = row.map((text, col) => (col === name ? upper : col < name || hasAmounts('above') ? text : ''));
  const below = row.map((text, col) => {
    if (col === name) return lower.join('\n');
    if (text === '^') return '^';
    return col < name || hasAmounts('above') ? '' : text;
  });
  return [above, below];
}

function headerOn(page: number, header: readonly Row[], manner: Manner): readonly Row[] {
  const kind = manner.header[Math.min(page - 2, manner.header.length - 1)] ?? 'same';
  if (kind === 'none') return [];
  if (kind === 'same') return header;
  const headings = header.filter((row) => !row.includes('栏次'));
  if (kind === 'lowest') return [lowest(headings)];
  return header.map((row) => row.map((text) => REWORDED[text] ?? text));
}

const REWORDED: Readonly<Record<string, string>> = { 合计: '合计数', 科目编码: '编码', 项目支出: '项目支出金额' };

/** The heading next to each column. */
function lowest(headings: readonly Row[]): Row {
  return (headings[0] ?? []).map(
    (_, col) => headings.map((row) => row[col] ?? '').findLast((text) => text !== '^') ?? '',
  );
}

function heightOf(row: Row): number {
  return Math.max(...row.map((text) => text.split('\n').length)) * LINE + ROW_PADDING;
}

function roomOn(page: number, header: readonly Row[], manner: Manner, height: number): number {
  const used = header.reduce((sum, row) => sum + heightOf(row), 0) + linesAbove(page, manner).length * 2 * LINE;
  return height - TOP - MARGIN - used;
}

function linesAbove(page: number, { above }: Manner): readonly string[] {
  return page === 1 ? ['title', 'department', 'unit'] : above;
}

function drawPage(table: LongTable, part: Part, manner: Manner, no: number, height: number, pages: number): Sheet {
  const { width, size, shift } = no % 2 === 0 ? manner.evenPages : PLAIN.evenPages;
  const left = (table.xs[0] ?? 0) + shift;
  const xs = table.xs.map((x) => left + (x - (table.xs[0] ?? 0)) * width);
  const right = xs.at(-1) ?? 0;
  const glyphs: Glyph[] = [];
  let y = TOP;
  for (const line of linesAbove(no, manner)) {
    glyphs.push(...drawLineAbove(line, y, left, right));
    y += 2 * LINE;
  }
  const drawn = drawRows(
    [...part.header, ...part.body],
    xs,
    y,
    manner,
    part.header.length,
    no < pages && manner.open,
    size * SIZE,
  );
  const foot = height - 25;
  if (manner.runningHead) glyphs.push(...writeCentred(WIDTH / 2, 20, '某市某局2024年部门预算'));
  if (manner.footnote) glyphs.push(...write(left, drawn.bottom + 6, '注：本表按预算编制口径填列。'));
  if (manner.foot !== 'none') glyphs.push(...writeCentred(WIDTH / 2, foot, manner.foot.replace('#', String(no))));
  return {
    width: Math.max(WIDTH, right + 40),
    height,
    rotation: 0,
    glyphs: [...glyphs, ...drawn.glyphs],
    rulings: drawn.rulings,
    images: [],
    diagnostics: [],
  };
}

function drawLineAbove(line: string, y: number, left: number, right: number): Glyph[] {
  if (line === 'unit') return writeRight(right, y, UNIT);
  if (line === 'department') return write(left, y, DEPARTMENT);
  if (line === '续表') return write(left, y, line);
  return writeCentred((left + right) / 2, y, line.replace('title', TITLE), SIZE + 4);
}

function drawRows(
  rows: readonly Row[],
  xs: readonly number[],
  top: number,
  { rules }: Manner,
  headerCount: number,
  open: boolean,
  size: number,
): Mark & { readonly bottom: number } {
  const ys = rows.reduce<number[]>((all, row) => [...all, (all.at(-1) ?? top) + heightOf(row)], [top]);
  const glyphs = rows.flatMap((row, at) =>
    row.flatMap((text, col) =>
      drawText(text, xs[col] ?? 0, xs[endOf(row, col)] ?? 0, ys[at] ?? 0, size, at < headerCount),
    ),
  );
  return { glyphs, rulings: drawRules(rows, xs, ys, rules, headerCount, open), bottom: ys.at(-1) ?? top };
}

function drawText(text: string, from: number, to: number, top: number, size: number, isHeading: boolean): Glyph[] {
  if (text === '<' || text === '^') return [];
  return text.split('\n').flatMap((line, no) => {
    const y = top + ROW_PADDING / 2 + no * LINE;
    if (isHeading) return writeCentred((from + to) / 2, y, line, size);
    return /^[\d,.]+\.\d\d$/.test(line) ? writeRight(to - 4, y, line, size) : write(from + 4, y, line, size);
  });
}

function endOf(row: Row, col: number): number {
  let end = col + 1;
  while (row[end] === '<') end += 1;
  return end;
}

function drawRules(
  rows: readonly Row[],
  xs: readonly number[],
  ys: readonly number[],
  rules: Rules,
  headerCount: number,
  open: boolean,
): Ruling[] {
  const [left = 0, right = 0] = [xs[0], xs.at(-1)];
  if (rules === 'none') return [];
  if (rules === 'three-line') {
    const at = [0, ...(headerCount > 0 ? [headerCount] : []), ...(open ? [] : [rows.length])];
    return at.map((row) => level(ys[row] ?? 0, left, right));
  }
  const found: Ruling[] = [];
  ys.forEach((y, at) => {
    if (open && at === rows.length) return;
    const row = rows[at] ?? [];
    for (let col = 0; col + 1 < xs.length; col += 1)
      if (ownerOf(row, col) !== '^') found.push(level(y, xs[col] ?? 0, xs[col + 1] ?? 0));
  });
  rows.forEach((row, at) => {
    xs.forEach((x, col) => {
      if (row[col] === '<') return;
      found.push(upright(x, ys[at] ?? 0, (ys[at + 1] ?? 0) + (open && at === rows.length - 1 ? 6 : 0)));
    });
  });
  return found;
}

function ownerOf(row: Row, col: number): string {
  const text = row[col] ?? '';
  return text === '<' ? ownerOf(row, col - 1) : text;
}
