/** What a performance form says above its indicators: project, code, amount, or the department that it is about. */
import type { Cell, Grid } from '../../extractors/types.js';
import { findBracketedUnit, parseAmount, unitFactor } from '../amounts/index.js';
import type { BudgetTable, Fen, MicroYuan } from '../types.js';
import { pack } from '../vocabulary/index.js';
import { tidy } from './text.js';

/** An amount on a form, with its place and its last printed place for checks. */
export interface FormAmount {
  readonly amount: Fen;
  readonly precision: MicroYuan;
  /** false when the figure is finer than a fen and was rounded half up. */
  readonly exact: boolean;
  readonly row: number;
  readonly col: number;
}

export interface FormFacts {
  readonly scope: 'project' | 'department';
  /** For a department's form the department's name. */
  readonly projectName: string | null;
  readonly projectCode: string | null;
  readonly projectAmount: FormAmount | null;
  /** A printed amount that could not be read, with its place. */
  readonly unreadable: { readonly text: string; readonly row: number; readonly col: number } | null;
}

/** Labels, packed, best first: the year's amount before that of the whole project, the project's before its parent fund's. */
const NAME_LABELS = [
  '项目名称',
  '支出方向(子项)',
  '支出方向',
  '子项名称',
  '专项名称',
  '专项资金名称',
  '政策名称',
  '项目(政策)名称',
];
const DEPARTMENT_LABELS = [
  '部门名称',
  '部门(单位)名称',
  '单位名称',
  '单位(部门)名称',
  '预算部门',
  '预算单位',
  '填报单位',
  '部门(单位)',
];
const CODE_LABELS = ['项目编码', '项目代码', '项目编号'];
const AMOUNT_LABELS = [
  '年度资金申请总额',
  '年度资金总额',
  '年度预算申请',
  '年度预算资金总额',
  '年度预算总额',
  '年度预算数',
  '预算数',
  '年度金额',
  '预算金额',
  '预算资金',
  '资金总额',
  '项目资金总额',
  '项目预算',
  '项目金额',
  '部门预算总额',
];
const ALL_LABELS = new Set([...NAME_LABELS, ...DEPARTMENT_LABELS, ...CODE_LABELS, ...AMOUNT_LABELS]);
/** A label of an amount may also head a column; then words stand beside it. */
const NUMBER_LIKE = /^\s*[-−△▲(（¥￥]?\s*[\d０-９]/;
const PROJECT_TITLE = /^(?:\d{1,3}[、.．])?(.+?)(?:项目)?(?:支出)?绩效目标(?:申报|填报|汇总)?表?$/;
/** What may stand in a title instead of a project's name. */
const NO_PROJECT = /^(?:\d{4}年度?|项目|财政|部门|单位|预算|区级|市级|省级|县级|重点|专项|资金|整体|支出|方向)*$/;
const WHOLE_DEPARTMENT = /部门整体|整体支出|单位整体|部门\(单位\)整体/;

interface Labelled {
  readonly label: string;
  readonly text: string;
  readonly cell: Cell;
}

/** Reads the rows `from` to `to` (exclusive) of a form; null where they hold none of its labels. */
export function readForm(table: BudgetTable, from: number, to: number): FormFacts | null {
  const pairs = labelledValues(table.grid, from, to);
  const project = best(pairs, NAME_LABELS);
  const department = best(pairs, DEPARTMENT_LABELS);
  const scope = isWholeDepartment(table) || (department && !project) ? 'department' : 'project';
  const name = scope === 'department' ? (department ?? project) : project;
  const code = best(pairs, CODE_LABELS);
  const amount = best(
    pairs.filter(({ text }) => NUMBER_LIKE.test(text)),
    AMOUNT_LABELS,
  );
  if (!name && !code && !amount) return null;
  const read = amount ? readAmount(table, amount) : null;
  return {
    scope,
    projectName: name ? tidy(name.text) : nameInTitle(table.raw.title),
    projectCode: code ? tidy(code.text) : null,
    projectAmount: read,
    unreadable: amount && !read ? { text: amount.text, row: amount.cell.row, col: amount.cell.col } : null,
  };
}

/** What the title of a table without a form names, unless `above` is the form of the same: another project, or the department. */
export function formOfTitle(table: BudgetTable, above: FormFacts | null): FormFacts | null {
  const scope = isWholeDepartment(table) ? 'department' : 'project';
  const projectName = nameInTitle(table.raw.title);
  const other =
    scope === 'department' ? above?.scope !== scope : projectName !== null && above?.projectName !== projectName;
  return other ? { scope, projectName, projectCode: null, projectAmount: null, unreadable: null } : null;
}

function isWholeDepartment({ raw }: BudgetTable): boolean {
  return [raw.title ?? '', ...raw.captions].some((text) => WHOLE_DEPARTMENT.test(pack(text)));
}

/** 车辆保险费绩效目标表 names the project; 项目支出绩效目标表 none. */
function nameInTitle(title: string | null): string | null {
  const name = PROJECT_TITLE.exec(tidy(title ?? '') ?? '')?.[1];
  return name === undefined || NO_PROJECT.test(name) ? null : name;
}

/** Label and value beside each other, or in one cell with a colon. */
function labelledValues(grid: Grid, from: number, to: number): Labelled[] {
  const cells = grid.cells.filter(({ row }) => row >= from && row < to);
  return cells.flatMap((cell, at) => {
    const [, word, value] = /^([^:]{2,12}):(.+)$/.exec(pack(cell.text)) ?? [];
    if (word !== undefined && value !== undefined && ALL_LABELS.has(word)) return [{ label: word, text: value, cell }];
    const label = bareLabel(cell.text);
    const beside = cells[at + 1];
    if (!ALL_LABELS.has(label) || beside?.row !== cell.row) return [];
    return beside.text.trim() === '' || isLabel(beside.text) ? [] : [{ label, text: beside.text, cell: beside }];
  });
}

/** A label without its unit and colon: 年度预算申请（万元） is 年度预算申请. */
function bareLabel(text: string): string {
  return pack(text)
    .replace(/\((?:单位:?)?[百千万亿]*元\)$/, '')
    .replace(/:$/, '');
}

function isLabel(text: string): boolean {
  return ALL_LABELS.has(bareLabel(text)) || /^[^:]{2,12}:/.test(pack(text));
}

function best(pairs: readonly Labelled[], labels: readonly string[]): Labelled | null {
  for (const wanted of labels) {
    const pair = pairs.find(({ label }) => label === wanted);
    if (pair) return pair;
  }
  return null;
}

/** The unit is the number's own, that in brackets in a label of the same row, or the table's. */
function readAmount(table: BudgetTable, { text, cell }: Labelled): FormAmount | null {
  const [, number = text, own] = /^(.*?)(百万元|亿元|万元|千元|百元|元)$/.exec(text.trim()) ?? [];
  const inRow = table.grid.cells
    .filter(({ row, rowSpan }) => row <= cell.row && cell.row < row + rowSpan)
    .flatMap((label) => findBracketedUnit(label.text) ?? []);
  const unit = own ?? inRow[0] ?? table.unit;
  const factor = unit === null ? null : unitFactor(unit);
  const reading = factor === null ? null : parseAmount(number, factor);
  if (reading?.kind !== 'amount') return null;
  const { amount, precision, exact } = reading;
  return { amount, precision, exact, row: cell.row, col: cell.col };
}
