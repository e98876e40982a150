/** The header row of an indicator section: which column says what. */
import type { Cell } from '../../extractors/types.js';
import { findBracketedUnit } from '../amounts/index.js';
import { pack } from '../vocabulary/index.js';

export type TargetRole =
  | 'level1'
  | 'level2'
  | 'level3'
  | 'description'
  | 'operator'
  | 'target'
  | 'unit'
  | 'basis'
  | 'projectName'
  | 'projectCode'
  | 'projectAmount';

/** Header words, packed, bracketed additions aside; a column means what its own header says. */
const HEADER_WORDS: readonly (readonly [role: TargetRole, words: RegExp])[] = [
  ['level1', /^(?:绩效)?一级(?:绩效)?指标(?:名称)?$/],
  ['level2', /^(?:绩效)?二级(?:绩效)?指标(?:名称)?$/],
  ['level3', /^(?:绩效)?三级(?:绩效)?指标(?:名称)?$|^(?:绩效)?指标名称$|^具体指标$/],
  ['description', /^(?:绩效)?指标(?:描述|解释|说明|内容|含义|释义)$/],
  ['operator', /^(?:指标)?(?:性质|方向|方向性|运算符号?|关系)$|^(?:绩效)?指标(?:性质|方向性?)$|^计算符号$/],
  ['unit', /^(?:计量|度量|指标值?)?单位$|^绩效度量单位$/],
  ['basis', /依据$|^(?:绩效|行业|参考)标准$|^(?:评分|扣分|评分标准|评\(?扣?\)?分)标准$|^指标值?(?:来源|出处)$/],
  [
    'target',
    /^(?:本?年度|当年|全年|项目|年度项目|计划|预期|绩效|实施期)*(?:指标值|目标值|目标)(?:及单位|和单位|及计量单位)?$/,
  ],
  ['projectName', /^项目名称$/],
  ['projectCode', /^项目(?:编码|代码|编号)$/],
  ['projectAmount', /^(?:项目)?(?:年度|当年|本年)?(?:预算|资金|项目)(?:数|金额|总额|总金额)$|^项目预算$|^预算$/],
];

/** A longer cell is no header. */
const LONGEST_HEADER = 30;

export interface TargetColumn {
  readonly role: TargetRole;
  readonly col: number;
  /** The money unit in the header's brackets, for amounts. */
  readonly unit: string | null;
}

/** Columns of an indicator section, left to right; each role at most once. */
export type TargetHeader = readonly TargetColumn[];

/** The header that the cells of a row make, or null: it must name two of the three levels and, in this row, the target. */
export function readHeader(cells: readonly Cell[]): TargetHeader | null {
  const columns: TargetColumn[] = [];
  for (const { col, text } of cells) {
    const role = roleOf(text);
    if (role && !columns.some((column) => column.role === role))
      columns.push({ role, col, unit: findBracketedUnit(text) });
  }
  const has = (role: TargetRole): boolean => columns.some((column) => column.role === role);
  const levels = [has('level1'), has('level2'), has('level3')].filter(Boolean).length;
  return levels >= 2 && has('target') ? columns.sort((a, b) => a.col - b.col) : null;
}

function roleOf(text: string): TargetRole | null {
  if (text.length > LONGEST_HEADER) return null;
  const word = pack(text)
    .replace(/\((?:\/?项目|元|万元|权重|可选|单位:?万?元)\)/g, '')
    .replace(/[:;]$/, '');
  return HEADER_WORDS.find(([, words]) => words.test(word))?.[0] ?? null;
}
