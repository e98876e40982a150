/** A、B分别为1万元、2万元: which of several amounts belongs to which of several things. */
import type { Mention, MoneyMention } from './mentions.js';
import type { Clause } from './sentences.js';
import { namedStages, namedYears } from './stage.js';

/** One amount of an enumeration with the words of its thing, and the words that tell its year and stage. */
export interface Share {
  readonly mention: MoneyMention;
  readonly clause: Clause;
  readonly stageWords: string;
}

const RESPECTIVELY = /(?:分别|依次)(?:为|是|安排|达到?|:)*((?:\d[\d.]*[、,，和及与])*)$/;
const BETWEEN = /^[、,，和及与]$/;
/** From the marks that only enumerate to those that also stand inside names (购置及运行费). */
const JOINTS: readonly RegExp[] = [/[^、]+/g, /[^、和]+/g, /[^、和及与]+/g];

/**
 * The numbers of the enumeration that `mentions` begins with, `own` being the words before it: with 分别 in them and with nothing
 * but a comma or 和 between two numbers of a kind. Empty where there is no enumeration.
 */
export function findRun(own: string, mentions: readonly Mention[], text: string): readonly Mention[] {
  if (!/分别|依次/.test(own)) return [];
  const ends = mentions.findIndex((mention, at) => {
    const before = mentions[at - 1];
    return (
      before !== undefined && !(before.kind === mention.kind && BETWEEN.test(text.slice(before.end, mention.start)))
    );
  });
  const run = ends < 0 ? mentions : mentions.slice(0, ends);
  const enumerates = run.length > 1 || /\d/.test(RESPECTIVELY.exec(own)?.[1] ?? '');
  return enumerates ? run : [];
}

/** Whether the numbers behind `own` are amounts of things, not changes or shares of them. */
export function statesLevels(own: string): boolean {
  return RESPECTIVELY.test(own);
}

/** Gives each amount of `run` its thing in `own`; null where things and amounts are not as many or their years are unclear. */
export function distribute(own: Clause, run: readonly MoneyMention[]): readonly Share[] | null {
  const found = RESPECTIVELY.exec(own.text);
  const [last] = run;
  if (found === null || last === undefined) return null;
  const words = own.text.slice(0, found.index);
  const amounts = [...bareNumbers(found[1] ?? '', own.end - (found[1] ?? '').length, last), ...run];
  if (amounts.length < 2) return null;
  const names = JOINTS.map((joint) => [...words.matchAll(joint)]).find(({ length }) => length === amounts.length);
  if (names === undefined) return null;
  const shares = amounts.flatMap((mention, at): readonly Share[] => {
    const name = names[at];
    if (name === undefined) return [];
    const start = own.start + name.index;
    const clause = { ...own, text: name[0], start, end: start + name[0].length };
    const stageWords = stageWordsOf(words, name[0]);
    return stageWords === null ? [] : [{ mention, clause, stageWords }];
  });
  return shares.length === amounts.length ? shares : null;
}

/** 1、2、3万元: all have the unit that is printed once, behind the last. */
function bareNumbers(text: string, offset: number, { unit, approximate, trouble }: MoneyMention): MoneyMention[] {
  return [...text.matchAll(/\d[\d.]*/g)].map(({ 0: digits, index }) => {
    const start = offset + index;
    const end = start + digits.length;
    return { kind: 'money', start, end, digits, digitsEnd: end, unit, approximate, trouble };
  });
}

/** A year or stage said once holds for all; of several, each thing must name its own. */
function stageWordsOf(all: string, own: string): string | null {
  const years = namedYears(all);
  const ofAll = new Set(years).size <= 1;
  const stagesOfAll = namedStages(all).size <= 1;
  if (ofAll && stagesOfAll) return all;
  const [year] = years;
  if (!ofAll && namedYears(own).length === 0) return null;
  if (!stagesOfAll && namedStages(own).size === 0) return null;
  return ofAll && year !== undefined ? `${String(year)}年${own}` : own;
}
