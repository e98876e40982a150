/** Long tables as forms print them, and their rows laid out on pages: what a page break does to a table, drawn. */
import type { Random } from '../../calibration/random.js';

/** Texts of a row, one a column; `<` is merged with the cell on its left, `^` with the one above, `\n` ends a line. */
export type Row = readonly string[];

/** A table before it is cut. */
export interface LongTable {
  readonly header: readonly Row[];
  readonly body: readonly Row[];
  /** Column edges in points. */
  readonly xs: readonly number[];
}

export interface TableShape {
  /** 1 to 3 levels of headings. */
  readonly levels: 1 | 2 | 3;
  /** A row of column numbers closes the header. */
  readonly numbered: boolean;
  readonly rows: number;
  /** Where 合计 stands; a table of a page of its own may have none. */
  readonly total: 'first' | 'last' | 'none';
  /** A column of departments, merged over their rows, stands first. */
  readonly grouped: boolean;
}

const HEADERS: Readonly<Record<TableShape['levels'], readonly string[]>> = {
  1: ['科目编码|科目名称|合计|人员经费|公用经费|项目支出'],
  2: ['科目|<|合计|基本支出|<|项目支出', '编码|名称|^|人员经费|公用经费|^'],
  3: ['支出功能分类|<|本年支出|<|<|<', '科目编码|科目名称|合计|基本支出|<|项目支出', '^|^|^|人员经费|公用经费|^'],
};

const NAMES = [
  '一般公共服务支出',
  '政府办公厅事务',
  '行政运行',
  '机关事业单位基本养老保险缴费支出',
  '社会保障和就业支出',
  '行政事业单位养老支出',
  '其他支出',
  '事业单位离退休',
  '卫生健康支出',
  '公务员医疗补助',
  '其他政府办公厅及相关机构事务支出',
  '住房公积金',
  '信访事务',
];

const DEPARTMENTS = ['某市某局', '某市档案馆', '某市机关服务中心', '某市信访局'];

/** Characters that fit on a line of the names' column. */
const NAME_LINE = 10;
const WIDTHS = [60, 110, 74, 74, 74, 74];
const DEPARTMENT_WIDTH = 90;
const LEFT = 40;

export function makeTable(random: Random, { levels, numbered, rows, total, grouped }: TableShape): LongTable {
  const header = HEADERS[levels].map((row) => row.split('|'));
  if (numbered) header.push(['栏次', '<', '1', '2', '3', '4']);
  const body = Array.from({ length: rows }, (_, at) => makeRow(random, at));
  const sum = ['合计', '<', ...amounts(random, 0)];
  if (total === 'first') body.unshift(sum);
  if (total === 'last') body.push(sum);
  const widths = grouped ? [DEPARTMENT_WIDTH, ...WIDTHS] : WIDTHS;
  const xs = widths.reduce<number[]>((all, width) => [...all, (all.at(-1) ?? LEFT) + width], [LEFT]);
  if (!grouped) return { header, body, xs };
  return {
    header: header.map((row, at) => [heads(at, levels), ...(row[0] === '栏次' ? ['栏次', '<', ...row.slice(2)] : row)]),
    body: group(random, body),
    xs,
  };
}

function heads(at: number, levels: number): string {
  if (at === 0) return '单位名称';
  return at < levels ? '^' : '';
}

function makeRow(random: Random, at: number): Row {
  const code = random.pick([String(201 + at), String(20_101 + at), String(2_010_101 + at)]) ?? '';
  const name = random.pick(NAMES) ?? '';
  return [code, wrap(name), ...amounts(random)];
}

function amounts(random: Random, blanks = 0.2): string[] {
  return Array.from({ length: 4 }, (_, at) => {
    if (at > 0 && random.happens(blanks)) return '';
    return (random.between(1, 9_999_999) / 100).toFixed(2);
  });
}

function wrap(name: string): string {
  const lines = Array.from({ length: Math.ceil(name.length / NAME_LINE) }, (_, at) =>
    name.slice(at * NAME_LINE, (at + 1) * NAME_LINE),
  );
  return lines.join('\n');
}

/** Departments of one to six rows each; a total has none. */
function group(random: Random, body: readonly Row[]): Row[] {
  let left = 0;
  let no = 0;
  return body.map((row) => {
    if (row[0] === '合计') {
      left = 0;
      return ['合计', '<', '<', ...row.slice(2)];
    }
    if (left > 0) {
      left -= 1;
      return ['^', ...row];
    }
    left = random.between(0, 5);
    no += 1;
    return [DEPARTMENTS[no % DEPARTMENTS.length] ?? '', ...row];
  });
}
