/** Facts of a code in words. */
import type {
  BudgetScope,
  Codebook,
  CodeConfidence,
  CodeEntry,
  Evidence,
  OldName,
  Scheme,
} from '../../../transforms/index.js';

/** The classifications by their official names. */
export const SCHEME_NAMES: Readonly<Record<Scheme, string>> = {
  function: '支出功能分类科目',
  dept_economic: '部门预算支出经济分类科目',
  gov_economic: '政府预算支出经济分类科目',
  revenue: '收入分类科目',
  procurement: '政府采购品目分类目录',
  cofog: '政府职能分类 COFOG 1999',
  gfsm: '政府财政统计 GFSM',
  region: '行政区划代码 GB/T 2260',
};

export const BUDGET_NAMES: Readonly<Record<BudgetScope, string>> = {
  general: '一般公共预算',
  gov_fund: '政府性基金预算',
  state_capital: '国有资本经营预算',
  social_insurance: '社会保险基金预算',
};

const EVIDENCE_WORDS: Readonly<Record<Evidence, string>> = {
  observed: 'stands in a real document with this name',
  recalled_twice: 'from memory, twice independently',
  recalled_once: 'from memory, once',
  disputed: 'from memory, and memories differ',
  official: 'from an imported official edition',
  listed: 'from a published list',
  judged: 'a judgement',
};

const LEVELS: Readonly<Partial<Record<Scheme, readonly string[]>>> = {
  function: ['类', '款', '项'],
  dept_economic: ['类', '款'],
  gov_economic: ['类', '款'],
  revenue: ['类', '款', '项', '目'],
  region: ['省级', '地级', '县级'],
};

/** 类, 款, 项 where the classification calls its levels so, else the number. */
export function levelName({ scheme, level }: CodeEntry): string {
  return LEVELS[scheme]?.[level - 1] ?? `level ${level}`;
}

/** How far to trust code and name; empty where the table does not say. */
export function trustWords(evidence: Evidence | null, confidence: CodeConfidence | null): string {
  return [evidence === null ? '' : EVIDENCE_WORDS[evidence], confidence === null ? '' : `${confidence} confidence`]
    .filter((words) => words !== '')
    .join('; ');
}

/** `observed, high`: the same in the words of the tables, for lists. */
export function trustInShort(evidence: Evidence | null, confidence: CodeConfidence | null): string {
  return [evidence?.replace('_', ' ') ?? '', confidence ?? ''].filter((word) => word !== '').join(', ');
}

/** `since 2018`, `until 2023?`, `2014 to 2018`; empty where no year is known. A year in doubt has its `?`. */
export function yearsWords(from: number | null, to: number | null, doubtful: readonly number[] = []): string {
  const word = (year: number): string => yearWord(year, doubtful);
  if (from === null) return to === null ? '' : `until ${word(to)}`;
  if (to === null) return `since ${word(from)}`;
  return from === to ? word(from) : `${word(from)} to ${word(to)}`;
}

/** `2021`, `2021?`. */
export function yearWord(year: number | null, doubtful: readonly number[]): string {
  return year === null ? '' : `${year}${doubtful.includes(year) ? '?' : ''}`;
}

/** When an entry was in force. */
export function inForceWords({ validFrom, validTo, doubtfulYears }: CodeEntry): string {
  return yearsWords(validFrom, validTo, doubtfulYears);
}

/** `医疗卫生支出 (until 2013)`. */
export function oldNameWords({ name, from, to }: OldName, { doubtfulYears }: CodeEntry): string {
  const years = yearsWords(from, to, doubtfulYears);
  return years === '' ? name : `${name} (${years})`;
}

/** What a code was called in a year; its present name without one. */
export function nameInYear({ name, oldNames }: CodeEntry, year: number | null): string {
  const isOfYear = ({ from, to }: OldName, when: number): boolean =>
    (from !== null || to !== null) && (from ?? when) <= when && when <= (to ?? when);
  return (year === null ? undefined : oldNames.find((old) => isOfYear(old, year)))?.name ?? name;
}

/** The names above a code, outermost first: `一般公共服务支出 › 人大事务`; empty at the top. */
export function pathWords(entry: CodeEntry, codebook: Codebook, year: number | null): string {
  return ancestorsOf(entry, codebook, year)
    .map((one) => nameInYear(one, year))
    .join(' › ');
}

/** The entries above a code, outermost first, as they were in the year or in the code's last one. */
export function ancestorsOf(entry: CodeEntry, codebook: Codebook, year: number | null): readonly CodeEntry[] {
  const parent = parentOf(entry, codebook, year ?? entry.validTo);
  return parent === null ? [] : [...ancestorsOf(parent, codebook, year ?? entry.validTo), parent];
}

/** The parent in the same edition: the same code means other goods in another one. */
function parentOf(
  { scheme, edition, parentCode }: CodeEntry,
  codebook: Codebook,
  year: number | null,
): CodeEntry | null {
  if (parentCode === null) return null;
  if (edition === '') return codebook.entry(scheme, parentCode, year);
  const isParent = (entry: CodeEntry): boolean =>
    entry.scheme === scheme && entry.edition === edition && entry.code === parentCode;
  return codebook.entries.find(isParent) ?? null;
}
