/** The name that a row prints for its class. */
import type { CodeEntry } from '../../transforms/codebook/types.js';
import type { NameKind } from './assumptions.js';
import type { Random } from './random.js';

/** Shortest part of a name that a cell's end leaves. */
const SHORTEST_CUT = 4;
const MISREAD_INTO = '事务管理支出机关行政其他一般服务费用建设发展经济社会日曰已己入人';
const ADDED_BEFORE = ['本级', '区级', '单位'] as const;
const ADDED_BEHIND = ['经费', '项目', '专项', '资金', '（本级）'] as const;
const DROPPED_WORDS = ['事业', '机关', '管理', '事务', '专项', '和', '与', '及', '的', '、'] as const;
/** Simplified characters of class names that a converted document has in Traditional. */
const TRADITIONAL: Readonly<Record<string, string>> = {
  务: '務',
  业: '業',
  会: '會',
  费: '費',
  医: '醫',
  疗: '療',
  学: '學',
  险: '險',
  机: '機',
  关: '關',
  单: '單',
  运: '運',
  护: '護',
  办: '辦',
};

/** The name of a class in a year, as the edition of that year had it. */
export function nameOfYear({ name, oldNames }: CodeEntry, year: number): string {
  const then = oldNames.find(
    ({ from, to }) => (from !== null || to !== null) && (from ?? year) <= year && year <= (to ?? year),
  );
  return then?.name ?? name;
}

/**
 * The name as printed in a way of `kind`; the official name of the year where that way does not apply to it.
 *
 * @param siblings the other children of the same parent
 */
export function printName(
  kind: NameKind,
  entry: CodeEntry,
  year: number,
  siblings: readonly CodeEntry[],
  random: Random,
): string {
  const official = nameOfYear(entry, year);
  return changed(kind, official, entry, siblings, random) ?? official;
}

function changed(
  kind: NameKind,
  official: string,
  { name, oldNames }: CodeEntry,
  siblings: readonly CodeEntry[],
  random: Random,
): string | null {
  switch (kind) {
    case 'official':
      return official;
    case 'spelling':
      return respell(official, random);
    case 'suffix':
      return official.endsWith('支出') ? official.slice(0, -2) : `${official}支出`;
    case 'other_name':
      return random.pick([name, ...oldNames.map((old) => old.name)].filter((one) => one !== official));
    case 'cut':
      return official.length <= SHORTEST_CUT
        ? null
        : official.slice(0, random.between(SHORTEST_CUT, official.length - 1));
    case 'word_added':
      return random.happens(0.5)
        ? `${random.pick(ADDED_BEFORE) ?? ''}${official}`
        : `${official}${random.pick(ADDED_BEHIND) ?? ''}`;
    case 'word_dropped':
      return dropWord(official, random);
    case 'wrong_character':
      return misread(official, random);
    case 'other_row':
      return random.pick(siblings)?.name ?? null;
    case 'traditional':
      return Array.from(official, (char) => TRADITIONAL[char] ?? char).join('');
  }
}

function respell(name: string, random: Random): string {
  const at = random.between(1, Math.max(1, name.length - 1));
  const ways = [
    `${name.slice(0, at)}\n${name.slice(at)}`,
    `${name.slice(0, at)} ${name.slice(at)}`,
    `　　${name}`,
    `其中：${name}`,
    name.replaceAll('（', '(').replaceAll('）', ')'),
  ];
  return random.pick(ways) ?? name;
}

function dropWord(name: string, random: Random): string | null {
  const word = random.pick(DROPPED_WORDS.filter((one) => name.includes(one) && name.length > one.length + 1));
  return word === null ? null : name.replace(word, '');
}

/** One character lost or replaced by another. */
function misread(name: string, random: Random): string {
  const at = random.between(0, name.length - 1);
  const instead = random.happens(0.4) ? '' : (random.pick(Array.from(MISREAD_INTO)) ?? '');
  return `${name.slice(0, at)}${instead}${name.slice(at + 1)}`;
}
