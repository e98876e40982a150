/** What the words of a row say of its part in the table. Patterns look at the packed label without number and 其中. */
import type { LineRole, TotalKind } from '../types.js';

export interface RowRule {
  readonly pattern: RegExp;
  readonly role: LineRole;
  readonly totalKind: TotalKind | null;
}

/** First match wins. */
export const ROW_RULES: readonly RowRule[] = [
  {
    pattern: /结余分配|提取职工福利基金|转入事业基金|转入非财政拨款结余|交纳(?:企业)?所得税/,
    role: 'surplus_distribution',
    totalKind: null,
  },
  { pattern: /^(?:收入|支出|收支)?总\s*计$|总计$|^总合计$/, role: 'total', totalKind: 'grand' },
  { pattern: /小计$/, role: 'total', totalKind: 'subtotal' },
  {
    pattern: /合计$|^(?:收入|支出)合计|^合计[:(]|^总额$|^总数$|^本年(?:收入|支出)$/,
    role: 'total',
    totalKind: 'current',
  },
  {
    pattern:
      /^(?:上年|年初|年终|年末|以前年度|上年度|期初|期末).*(?:结转|结余)|^结转(?:下年|至下年|结余|和结余)|^(?:结转|滚存)结余|^(?:财政拨款)?结转(?:资金)?$|^上年未使用/,
    role: 'carryover',
    totalKind: null,
  },
];

/** What a page carries over to the next, or adds up of its own: it repeats rows of the table. */
export const PAGE_TOTAL =
  /^(?:[过转接下]次页|[过转接]下页|承[前上]页|[接续]上页|(?:本|上)页(?:小计|合计|累计)|上页(?:结转|转来))$/;

/** The end of an organisation's name. */
export const ORGANISATION =
  /(?:厅|局|委|办|部|署|院|校|中心|本级|机关|总队|支队|大队|队|所|站|会|处|科|室|社|馆|园|团|镇|乡|街道|政府|公司|中学|小学|大学|学院|幼儿园|医院|协会|联合会|基地|库|场|台|法院|检察院|政协|人大|党校|部门)(?:[（(][^（）()]*[）)])?$/;
