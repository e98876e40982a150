/**
 * What documents print, how often, and why that is assumed. Weights of one table are relative to each other. "Counted" means: among the
 * 564 different pairs of row and classification in the sample disclosures of 2022 to 2025; the rest is judgement, and the measurement
 * is repeated with the rare kinds halved and doubled to show what hangs on it.
 */
import type { Random } from './random.js';

export interface Share<Kind extends string> {
  readonly kind: Kind;
  readonly weight: number;
  readonly why: string;
}
export type Shares<Kind extends string> = readonly Share<Kind>[];

/** The classifications that a disclosure's rows bear. */
export const SCHEMES = [
  { kind: 'function', weight: 55, why: 'counted 314 of 564; almost every statement is by function' },
  { kind: 'dept_economic', weight: 26, why: 'counted 153: the basic-expenditure statement' },
  { kind: 'gov_economic', weight: 8, why: 'counted 45: the same by government economic class, not in every region' },
  { kind: 'procurement', weight: 9, why: 'counted 52: the procurement statement and its sentences' },
  {
    kind: 'revenue',
    weight: 2,
    why: 'department disclosures print sources, not classes, of revenue; governments print classes',
  },
] as const satisfies Shares<string>;
export type DrawnScheme = (typeof SCHEMES)[number]['kind'];

/** Where a row's code and name stand. */
const LAYOUTS = [
  { kind: 'code_and_name', weight: 68, why: 'counted 67 %: the form of the model tables of 财政部' },
  { kind: 'top_names', weight: 15, why: 'counted 18 %: 收支总表 lists the 类 by name alone, numbered 一、二、' },
  { kind: 'marked_path', weight: 6, why: 'counted 6 %: 一般公共服务（类）政协事务（款）行政运行（项） in prose' },
  { kind: 'bare_name', weight: 4, why: 'counted 6 %: a single name in a sentence, a procurement item without code' },
  { kind: 'names_under_names', weight: 3, why: 'counted 3 %: a table without codes, names indented' },
  { kind: 'names_under_codes', weight: 2, why: 'codes on some rows only, a name below them without one' },
  { kind: 'code_alone', weight: 1, why: 'a column headed by a class code, a name cut away by the page' },
  { kind: 'fragment', weight: 1, why: "only the row's own two digits, the parent's code in the rows above" },
] as const satisfies Shares<string>;
export type Layout = (typeof LAYOUTS)[number]['kind'];

/** How a row spells its name. */
const NAMES = [
  {
    kind: 'official',
    weight: 86,
    why: 'disclosures are printed from budget software, which fills in the official name',
  },
  {
    kind: 'spelling',
    weight: 5,
    why: 'width and kind of brackets, blanks and line breaks inside a narrow cell, 其中：',
  },
  {
    kind: 'suffix',
    weight: 4,
    why: 'a final 支出 dropped or added; counted in a tenth of the prose paths, hardly ever in tables',
  },
  {
    kind: 'other_name',
    weight: 1.5,
    why: 'a name out of its years or an alias; disclosures of 2023 still print names of 2018',
  },
  { kind: 'cut', weight: 1, why: "a long name ends with its cell or with the column's width" },
  { kind: 'word_added', weight: 0.8, why: '经费, 项目, 本级 or the like written to the name' },
  { kind: 'word_dropped', weight: 0.5, why: '事业, 机关, 管理, brackets left out by hand' },
  { kind: 'wrong_character', weight: 0.7, why: 'a typing error, a character that OCR misreads or loses' },
  {
    kind: 'other_row',
    weight: 0.3,
    why: "the name of a sibling beside the row's own code: a row copied and changed by half",
  },
  { kind: 'traditional', weight: 0.2, why: 'a converted document' },
] as const satisfies Shares<string>;
export type NameKind = (typeof NAMES)[number]['kind'];

/** What the printed code is beside its name; only where a code is printed. */
const CODES = [
  { kind: 'own', weight: 97.5, why: 'budget software again' },
  {
    kind: 'renumbered',
    weight: 1,
    why: 'siblings numbered one after another: one of about fifteen disclosures does it in one block',
  },
  { kind: 'cut_to_parent', weight: 0.5, why: "the 款's code beside the 项's name" },
  { kind: 'digit_slip', weight: 0.5, why: 'one digit typed or recognised wrongly' },
] as const satisfies Shares<string>;
export type CodeKind = (typeof CODES)[number]['kind'];

/** Which year's tables the document follows. */
const EDITIONS = [
  { kind: 'own_year', weight: 97, why: 'budget software is updated with each edition' },
  {
    kind: 'year_before',
    weight: 2,
    why: 'drawn up before the edition was out; procurement of 2023 by the catalogue of 2013',
  },
  { kind: 'two_before', weight: 1, why: 'a disclosure made from an old file' },
] as const satisfies Shares<string>;
export type EditionKind = (typeof EDITIONS)[number]['kind'];

/** What stands above a row that leans on the rows above it. */
const CONTEXTS = [
  { kind: 'whole', weight: 84, why: 'the path is complete' },
  { kind: 'shortened', weight: 8, why: 'a level is skipped: 类 and 项 without 款' },
  { kind: 'other_name', weight: 4, why: 'an ancestor with an alias or a name out of its years' },
  { kind: 'wrong', weight: 4, why: 'indentation misread, or the row belongs to a group that the table does not print' },
] as const satisfies Shares<string>;
export type ContextKind = (typeof CONTEXTS)[number]['kind'];

/** Whether the codebook has the row's class at all; where it has not, the only right answer is none. */
const PRESENCE = [
  { kind: 'known', weight: 97, why: 'all 103 function codes observed so far were in the tables' },
  {
    kind: 'withheld',
    weight: 2,
    why: 'additions of the newest year, and what nobody recalled: the upper end of 0 in 103',
  },
  { kind: 'foreign', weight: 1, why: 'a project, a unit or a local item in the column of classes, without a code' },
] as const satisfies Shares<string>;
export type Presence = (typeof PRESENCE)[number]['kind'];

/** The statement's budget; null where it does not say. */
export const BUDGETS = [
  { kind: 'general', weight: 72, why: 'statements of 一般公共预算' },
  { kind: 'unknown', weight: 23, why: '收支总表, 支出总表 and sentences serve all budgets' },
  { kind: 'gov_fund', weight: 4, why: 'most disclosures print the form empty' },
  { kind: 'state_capital', weight: 1, why: 'as a rule empty' },
] as const satisfies Shares<string>;

export interface Assumptions {
  readonly schemes: Shares<DrawnScheme>;
  readonly layouts: Shares<Layout>;
  readonly names: Shares<NameKind>;
  readonly codes: Shares<CodeKind>;
  readonly contexts: Shares<ContextKind>;
  readonly presence: Shares<Presence>;
  readonly editions: Shares<EditionKind>;
}

export const ASSUMED: Assumptions = {
  schemes: SCHEMES,
  layouts: LAYOUTS,
  names: NAMES,
  codes: CODES,
  contexts: CONTEXTS,
  presence: PRESENCE,
  editions: EDITIONS,
};

/** The same with everything but the commonest kind of name, code, context, presence and edition `factor` times as frequent. */
export function withRareKinds(factor: number): Assumptions {
  const scale = <Kind extends string>(shares: Shares<Kind>): Shares<Kind> => {
    const most = Math.max(...shares.map(({ weight }) => weight));
    return shares.map((share) => (share.weight === most ? share : { ...share, weight: share.weight * factor }));
  };
  return {
    ...ASSUMED,
    names: scale(NAMES),
    codes: scale(CODES),
    contexts: scale(CONTEXTS),
    presence: scale(PRESENCE),
    editions: scale(EDITIONS),
  };
}

/** One kind, each as likely as its weight says. */
export function drawKind<Kind extends string>(shares: Shares<Kind>, random: Random): Kind {
  let left = random.next() * shares.reduce((sum, { weight }) => sum + weight, 0);
  for (const { kind, weight } of shares) {
    left -= weight;
    if (left < 0) return kind;
  }
  throw new Error('no kind has a weight');
}
