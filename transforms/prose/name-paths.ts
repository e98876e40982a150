/** Classification names in sentences: 类-款-项 paths, single names, printed codes; and what the codebook makes of them. */
import type { BudgetScope, Codebook } from '../codebook/index.js';
import { mapCode } from '../codes/index.js';
import type { FundSource, LineCode, LineScheme } from '../types.js';

/** A name as a sentence prints it. */
export interface PrintedName {
  /** Innermost name, its （项） mark included. */
  readonly name: string;
  /** Names above it, outermost first, marks included. */
  readonly path: readonly string[];
  readonly code: string | null;
  /** Where the words begin in the text they were found in. */
  readonly start: number;
}

/** A name mapped, with how it went. */
export interface MappedName {
  readonly code: LineCode;
  /** 类 1, 款 2, 项 3; null when unmapped. */
  readonly level: number | null;
  /** Several codes fit equally well: none is given. */
  readonly tied: boolean;
}

/** A name may hold brackets of its own: 政府办公厅（室）及相关机构事务（款）. */
const MARKED = /((?:[^()]|\((?!(?:类|款|项)\))[^()]*\))+)\((类|款|项)\)/g;
const MARKS = ['类', '款', '项'];
const DASH = /[-‐‑‒–—―]+/;
const DASHED = /^[\u4e00-\u9fff()]{2,}(?:[-‐‑‒–—―]+[\u4e00-\u9fff()、]{2,}){1,2}$/;
const CODE_FIRST = /^(\d{7}|\d{5}|\d{3})(?!\d)[ :-]?(?=[\u4e00-\u9fff])/;
const CODE_BRACKETED = /[([](\d{7}|\d{5}|\d{3})[)\]]/;
const CODED = /((?:[^()]|\([^()\d]*\))+)\((\d{7}|\d{5}|\d{2,3})\)/g;
/** What may stand before the first name of a path in its own clause. */
const BEFORE_PATH = /^.*(?:20\d\d年度?|安排的|用于|其中|[:,])/;
/** A single name is taken for a code only when the codebook is this sure of it. */
const SURE = 0.85;

/**
 * The printed name in a folded subject (`一般公共服务(类)政协事务(款)行政运行(项)`, `卫生健康-行政事业单位医疗-行政单位医疗`,
 * `2010201行政运行`), or null. A path that begins below its 类 is completed from `above`, the path printed before it.
 */
export function findPrintedName(text: string, above: readonly string[]): PrintedName | null {
  const chain = findCodedChain(text);
  if (chain !== null) return chain;
  const coded = CODE_FIRST.exec(text) ?? CODE_BRACKETED.exec(text);
  const code = coded?.[1] ?? null;
  const words =
    coded === null
      ? text
      : text.slice(0, coded.index) + ' '.repeat(coded[0].length) + text.slice(coded.index + coded[0].length);
  const found = findMarked(words, above) ?? findDashed(words.trim());
  if (found !== null) return { ...found, code };
  return code === null || words.trim() === '' ? null : { name: words.trim(), path: [], code, start: 0 };
}

/** 社会保障和就业支出(208)民政管理事务(02)行政运行(01): every name with its code, or with what its code adds to the one before. */
function findCodedChain(text: string): PrintedName | null {
  const parts = [...text.matchAll(CODED)];
  if (parts.length < 2 || parts.map(([whole]) => whole).join('') !== text) return null;
  const names = parts.map(([, name = '']) => name);
  const codes = parts.map(([, , digits = '']) => digits);
  const code = codes.reduce((above, own) => (own.length === 2 ? above + own : own));
  return { name: names.at(-1) ?? '', path: names.slice(0, -1), code: isCode(code) ? code : null, start: 0 };
}

function isCode(digits: string): boolean {
  return digits.length === 3 || digits.length === 5 || digits.length === 7;
}

function findMarked(text: string, above: readonly string[]): PrintedName | null {
  const parts = [...text.matchAll(MARKED)];
  const first = parts[0];
  if (first === undefined) return null;
  const [, firstWords = ''] = first;
  const lead = BEFORE_PATH.exec(firstWords)?.[0].length ?? 0;
  const names = parts.map(([whole], at) => (at === 0 ? whole.slice(lead) : whole));
  const outer = above.slice(0, Math.max(0, MARKS.indexOf(first[2] ?? '')));
  return {
    name: names.at(-1) ?? '',
    path: [...outer, ...names.slice(0, -1)],
    code: null,
    start: first.index + lead,
  };
}

function findDashed(text: string): PrintedName | null {
  if (!DASHED.test(text)) return null;
  const names = text.split(DASH);
  return { name: names.at(-1) ?? '', path: names.slice(0, -1), code: null, start: 0 };
}

/** Asks the codebook for `printed`; an unknown marked name comes back with code null and method `none`. */
export function mapName(
  codebook: Codebook,
  scheme: LineScheme,
  printed: PrintedName,
  context: { readonly year: number | null; readonly fund: FundSource | null },
): MappedName {
  const { name, path, code } = printed;
  const mapping = { codebook, year: context.year, budget: budgetOf(context.fund) };
  const mapped = mapCode({ scheme, code, name, path, ancestors: [] }, mapping);
  const entry = mapped.code === null ? null : codebook.entry(scheme, mapped.code, context.year);
  return {
    code: { ...mapped, namePrinted: name.replace(/\((?:类|款|项)\)$/, '') },
    level: entry?.level ?? null,
    tied: mapped.code === null && mapped.rivals.length > 1,
  };
}

/** A single unmarked name, mapped only if the codebook is sure of exactly one code for it; null otherwise. */
export function mapSingleName(
  codebook: Codebook,
  scheme: LineScheme,
  name: string,
  context: { readonly year: number | null; readonly fund: FundSource | null },
): MappedName | null {
  const printed: PrintedName = { name, path: [], code: null, start: 0 };
  const mapped = mapName(codebook, scheme, printed, context);
  return mapped.code.code !== null && mapped.code.score >= SURE ? mapped : null;
}

/**
 * A name below one of the path `above` (行政运行 behind 政协事务), with its own path; null unless exactly one code bears just this
 * name there.
 */
export function mapBelow(
  codebook: Codebook,
  name: string,
  above: readonly string[],
  context: { readonly year: number | null; readonly fund: FundSource | null },
): { readonly mapped: MappedName; readonly path: readonly string[] } | null {
  const parents = above.slice(0, 2).map((_, at, outer) => outer.slice(0, outer.length - at));
  for (const path of parents) {
    const mapped = mapName(codebook, 'function', { name, path, code: null, start: 0 }, context);
    const { code, method, score } = mapped.code;
    if (code === null || method === 'similar' || score < SURE) continue;
    return { mapped, path: [...path.slice(0, (mapped.level ?? 1) - 1), name] };
  }
  return null;
}

function budgetOf(fund: FundSource | null): BudgetScope | null {
  if (fund === 'general_public') return 'general';
  if (fund === 'gov_fund' || fund === 'state_capital') return fund;
  return null;
}
