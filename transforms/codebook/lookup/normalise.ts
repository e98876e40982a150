/** Names of codes as documents print them, brought to keys under which different spellings meet. */
import { simplify } from './traditional.js';

export interface NameKeys {
  /** The name without numbering, level marks, brackets, punctuation and white space. */
  readonly exact: string;
  /** `exact` without what documents add and leave out freely: a final 支出, 的, 和/与/及. */
  readonly loose: string;
  /** The level its mark names: （类）1, （款）2, （项）3; null without a mark. */
  readonly level: number | null;
}

const CIRCLED_NUMBER = /^[\u2460-\u24ff]+/u;
const SPACE = /[\s\u200b\ufeff]+/gu;
/** `[2010301]`, `2010301-`, `A02010105 ` before a name. */
const LEADING_CODE = /^[[【(]?(?:[ABC](?:\d{2})+|\d{3}(?:\d{2}){0,4})[\]】)]?[-_—:]?(?=\P{N})/u;
/** 一、 （一） 1. 1、 (1) 其中： before a name, several in a row too. */
const NUMBERING =
  /^(?:其中:?|[一二三四五六七八九十百]+[、.]|\([一二三四五六七八九十百]+\)|\d{1,3}(?:、|\.(?!\d))|\(\d{1,3}\))+/u;
const LEVEL_MARK = /[([](类|款|项)级?(?:科目)?[)\]]/gu;
const LEVELS: ReadonlyMap<string, number> = new Map([
  ['类', 1],
  ['款', 2],
  ['项', 3],
]);
/** A remark behind a name: what is included, or an amount. */
const REMARK = /[([](?:不?含|包括|其中|包含)[^()]*[)\]]$|[([][^()]*\d(?:\.\d+)?(?:万|亿)?元[^()]*[)\]]$/u;
const PUNCTUATION = /[\p{P}\p{S}]+/gu;
const OPTIONAL_WORDS = /[的和与及]/gu;
const SUFFIX = /支出$/u;
/** 其他支出 is a name of its own: without its suffix it would be a mere 其他. */
const BARE_OTHER = '其他';

/** Most names are nothing but characters: no numbering, marks, brackets or spaces to take away. */
const CHARACTERS_ONLY = /^(?!其中)[\u4e00-\u9fff]+$/u;

/** No class has a name of as many characters; longer texts are prose, and would only cost time. */
const LONGEST_NAME = 200;
const NO_NAME: NameKeys = { exact: '', loose: '', level: null };

/** The keys of a printed or official name; both keys are empty where nothing of a name is left. */
export function nameKeys(text: string): NameKeys {
  if (text.length > LONGEST_NAME) return NO_NAME;
  return CHARACTERS_ONLY.test(text) ? keysOf(simplify(text), null) : keysOfMarked(text);
}

function keysOfMarked(text: string): NameKeys {
  const plain = text.replace(CIRCLED_NUMBER, '').normalize('NFKC').replace(SPACE, '');
  const bare = simplify(plain).replace(LEADING_CODE, '').replace(NUMBERING, '').replace(REMARK, '');
  const marks = [...bare.matchAll(LEVEL_MARK)].map((match) => match[1] ?? '');
  const words = bare.replace(LEVEL_MARK, '').replace(PUNCTUATION, '');
  // 其他（类） is 其他支出（类） cut short like every other name; an unmarked 其他 may be anything.
  const exact = words === BARE_OTHER && marks.length > 0 ? `${BARE_OTHER}支出` : words;
  return keysOf(exact, LEVELS.get(marks.at(-1) ?? '') ?? null);
}

function keysOf(exact: string, level: number | null): NameKeys {
  return { exact, loose: looseKey(exact), level };
}

function looseKey(exact: string): string {
  const stem = exact.replace(SUFFIX, '').replace(/费用$/u, '费').replace(OPTIONAL_WORDS, '');
  return stem === '' || stem === BARE_OTHER ? exact : stem;
}
