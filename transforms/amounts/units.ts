/** The money units that disclosures print, and what one of each is worth. */

/** Yuan per unit; longest words first so that 万元 is never read as 元. */
const YUAN_PER_UNIT: readonly (readonly [word: string, yuan: number])[] = [
  ['百万元', 1_000_000],
  ['亿元', 100_000_000],
  ['万元', 10_000],
  ['千元', 1_000],
  ['百元', 100],
  ['元', 1],
];

/** Matches a money unit in running text; group 0 is the unit as printed (人民币 and inner spaces aside). */
export const MONEY_UNIT_PATTERN = /百万元|亿元|万元|千元|百元|元/;

/**
 * Yuan per `unit`, or null where the word is no money unit. White space and a leading 人民币 are not part of the unit: 人民币 万 元 is 万元.
 */
export function unitFactor(unit: string): number | null {
  const word = unit.replace(/\s+/g, '').replace(/^人民币/, '');
  return YUAN_PER_UNIT.find(([name]) => name === word)?.[1] ?? null;
}

/** A unit after the word that announces it, characters set apart or not. 元 with words right behind it begins a name (单位：元氏县第一中学, 困难单位元旦慰问). */
const DECLARED_UNIT =
  /(?:单\s*位|金\s*额|币\s*种)[\s:：（(为]*(?:人\s*民\s*币)?[\s:：（(]*((?:百\s*万|亿|万|千|百)\s*元|元(?!\p{Script=Han}))/u;

/** The first money unit named in `text` after 单位 or 金额 (单位：万元, 金额：元, 价值（金额单位：万元）), without white space; null where none is. */
export function findDeclaredUnit(text: string): string | null {
  return DECLARED_UNIT.exec(text)?.[1]?.replace(/\s+/g, '') ?? null;
}

const FURTHER_UNIT = /^\s*[、,，/／和或及]\s*((?:百\s*万|亿|万|千|百)\s*元|元(?!\p{Script=Han}))/u;

/** All units that are named so: 单位：亿元、万元 leaves open which is meant. */
export function findDeclaredUnits(text: string): readonly string[] {
  const first = DECLARED_UNIT.exec(text);
  if (!first) return [];
  const further = FURTHER_UNIT.exec(text.slice(first.index + first[0].length));
  return [first, further].flatMap((found) => found?.[1]?.replace(/\s+/g, '') ?? []);
}

/** A money unit in brackets at the end of a heading (年度预算申请（万元）), or null. */
export function findBracketedUnit(text: string): string | null {
  const packed = text.replace(/\s+/g, '');
  return /[（(](?:单位[:：]|金额[:：])?(百万元|亿元|万元|千元|百元|元)[）)]/.exec(packed)?.[1] ?? null;
}

const FOREIGN =
  '(?:百万|亿|万|千|百)?(?:美元|美金|港元|港币|澳元|澳门元|欧元|英镑|日元|加元|新元|新加坡元|台币|外币|USD|HKD|EUR)';
/** In brackets, at the end, or behind the word that announces a unit. */
const FOREIGN_UNIT = new RegExp(`[(:]${FOREIGN}[)]|${FOREIGN}$|(?:单位|币种)[:(为]*${FOREIGN}`, 'i');

/** Another currency that a heading, a caption or a name gives as its unit (预算数（美元）, 单位：万美元): what it is worth in yuan nobody says; null where none is. */
export function findForeignUnit(text: string): string | null {
  const found = FOREIGN_UNIT.exec(text.normalize('NFKC').replace(/\s+/g, ''))?.[0];
  return found === undefined ? null : found.replace(/^(?:单位|币种)?[:(为]*|[)]$/g, '');
}

/** Whether `unit` is a money unit with a known worth. */
export function isKnownUnit(unit: string | null): unit is string {
  return unit !== null && unitFactor(unit) !== null;
}
