import type { CodeEntry } from '../types.js';
import type { SpokenName } from './spoken-names.js';

/** A stretch of text that names a region, or several of the same name. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly kind: SpokenName['kind'];
  readonly regions: readonly CodeEntry[];
}

export type NameIndex = ReadonlyMap<string, readonly SpokenName[]>;

/** In characters; the development zones have the longest names. */
const LONGEST_NAME = 16;
const SHORTEST_NAME = 2;
/** Characters after a name that make it another word: 北京|市场, 港口|区域, 县|级市. */
const CONTINUATIONS: ReadonlyMap<string, RegExp> = new Map([
  ['市', /^[场值]/u],
  ['区', /^[域别间划位分]/u],
  ['县', /^[级域]/u],
  ['旗', /^[下帜舰]/u],
]);
/** After a short name: 上海路, 南京街, 吉林大街 are streets, wherever they lie. */
const STREET = /^(?:大|中|东|西|南|北|小)?[路街道巷村桥]/u;
/** What may stand before a name too short to be told from ordinary words: nothing, no Chinese character, 中共, 2024年. */
const FREE_START = /(?:^|[^\p{Script=Han}]|[年度]|中共|共产党)$/u;

/**
 * The names of regions in a text without white space, left to right, the longest at each place. A 市 may belong to two names
 * (青岛市南区 = 青岛市 + 市南区), so a name may begin at the last character of the one before; such a name covers nothing.
 */
export function findMentions(text: string, names: NameIndex): readonly Mention[] {
  const mentions: Mention[] = [];
  let covered = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sharesCity = at === covered - 1 && text[at] === '市';
    if (at < covered && !sharesCity) continue;
    const mention = mentionAt(text, at, covered, names);
    if (mention === null) continue;
    mentions.push(mention);
    if (!sharesCity) covered = mention.end;
  }
  return mentions;
}

function mentionAt(text: string, start: number, covered: number, names: NameIndex): Mention | null {
  for (let end = Math.min(start + LONGEST_NAME, text.length); end >= start + SHORTEST_NAME; end -= 1) {
    const spoken = names.get(text.slice(start, end)) ?? [];
    const kind = spoken[0]?.kind;
    if (kind === undefined || isOtherWord(kind, text.slice(start, end), text.slice(end))) continue;
    const mention = { start, end, kind, regions: spoken.map(({ region }) => region) };
    const isWeak = kind === 'full' && (end - start === SHORTEST_NAME || cutsName(text, start));
    if (!isWeak || (start === covered && covered > 0) || isFreeStart(text, mention)) return mention;
  }
  return null;
}

/**
 * Names of two characters (城区, 新县) are ordinary words too, and one behind a single character may be the rest of a longer name
 * that no table has (南|坪山区): only behind a region or at a free start are they names.
 */
function cutsName(text: string, start: number): boolean {
  return start === 1 && /^\p{Script=Han}/u.test(text);
}

function isOtherWord(kind: SpokenName['kind'], name: string, rest: string): boolean {
  return kind === 'short' ? STREET.test(rest) : CONTINUATIONS.get(name.slice(-1))?.test(rest) === true;
}

/** Whether a mention begins where a weak name can be trusted to be one. */
export function isFreeStart(text: string, mention: Mention): boolean {
  return FREE_START.test(text.slice(0, mention.start));
}
