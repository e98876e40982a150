/** The money units that disclosures print: how a text announces them, and what one of each is worth. */

/** Yuan per unit; longest words first so that 万元 is never read as 元. */
const YUAN_PER_UNIT: readonly (readonly [word: string, yuan: number])[] = [
  ['百万元', 1_000_000],
  ['亿元', 100_000_000],
  ['万元', 10_000],
  ['千元', 1_000],
  ['仟元', 1_000],
  ['百元', 100],
  ['佰元', 100],
  ['元', 1],
];

/** Matches a money unit in running text; group 0 is the unit as printed (人民币 and inner spaces aside). */
export const MONEY_UNIT_PATTERN = /百万元|亿元|万元|[千仟]元|[百佰]元|元/;

/**
 * Yuan per `unit`, or null where the word is no money unit. White space and a leading 人民币 are not part of the unit: 人民币 万 元 is 万元.
 */
export function unitFactor(unit: string): number | null {
  const word = unit.replace(/\s+/g, '').replace(/^人民币/, '');
  return YUAN_PER_UNIT.find(([name]) => name === word)?.[1] ?? null;
}

/** Whether `unit` is a money unit with a known worth. */
export function isKnownUnit(unit: string | null): unit is string {
  return unit !== null && unitFactor(unit) !== null;
}

/** What a caption may go on with behind 元 without a space (单位：元公开01表). */
const NEXT_CAPTION = '公开|附[表件]|部门|单位|编制|填报|预算(?:部门|单位|年度)|年度|第\\s*\\d';
/** Characters may be set apart. 元 with other words right behind it begins a name (单位：元氏县第一中学, 困难单位元旦慰问). */
const UNIT = `(?:百\\s*[万萬]|[亿万萬千仟百佰])\\s*元|元(?:(?!\\p{Script=Han})|(?=${NEXT_CAPTION}))`;
/** No more brackets and blanks than a line has: thousands of them would be tried from each one anew. */
const CURRENCY = '(?:人\\s*民\\s*币)?[\\s:(]{0,100}';
/** Of what a unit is a rate: 万元/人, 元/m2, 万元每年; 元/万元 and 万元/% are lists; the next text is another. */
const RATE = `[^\\S\\n]*[/每][^\\S\\n]*(?!${UNIT})[(\\d]*\\p{L}{1,4}`;
const ITEM = `(?:${UNIT})(?:${RATE})?`;
/** A unit of things counted before that of money: 人、万元. */
const COUNTED = `(?:(?!${UNIT})(?:\\p{Script=Han}{1,4}|%)\\s*[、,/]\\s*)`;
const LIST = `${COUNTED}*${ITEM}(?:\\s*[、,/和及或(]\\s*${CURRENCY}${ITEM})*`;

/** Units behind the word that announces them. */
const ANNOUNCED = new RegExp(
  `(?:单\\s*位|金\\s*额|币\\s*种)[\\s:(为均是☑☒■√✓✔●]*${CURRENCY}(?<units>${LIST})|以\\s*${CURRENCY}(?<before>${UNIT})\\s*(?:作为|为)(?:计量|金额|货币)?单位`,
  'gu',
);
/** A unit that a form offers and nobody ticked: □元 ☑万元. */
const UNTICKED = new RegExp(`[□☐○◯]\\s*(?:${UNIT})`, 'gu');
/** No end of another word: 单元. */
const ITEMS = new RegExp(`(?<![^\\P{Script=Han}币])(?<unit>${UNIT})(?<rate>${RATE})?`, 'gu');

const LONE = new RegExp(`^\\(?\\s*${CURRENCY}(?<unit>${UNIT})\\s*\\)?$`, 'u');
const BRACKETED = new RegExp(`\\((?:单位:|金额:)?${CURRENCY}(?<unit>${UNIT})\\)`, 'u');
/** 预算数万元, 支出合计元; 元 ends other words too (单元). */
const ENDING = new RegExp(`(?<=[数额计])(?<unit>${UNIT})$`, 'u');
const LABELLED = new RegExp(`单\\s*位\\s*:[\\s☑☒■√✓✔●]*${CURRENCY}${LIST}`, 'u');
/** 本表单位均为万元, nothing behind it but the stop. */
const STATED = new RegExp(`单\\s*位\\s*(?:均|都)?[为是]\\s*${CURRENCY}(?:${UNIT})[.。)]?$`, 'u');
/** A longer line is a paragraph that mentions a unit. */
const LONGEST_STATEMENT = 40;

/**
 * The money units that the texts about a table name, as they stand one below the other, in order, without white space, each once: behind 单位, 金额 or 币种
 * (单位：万元, 金额：元, 计量单位：人、万元, ☑万元 of a form; 以万元为单位), where the unit may stand in the next text, or alone in a text (（万元）). Of rates and units
 * (元/人、万元) the units; a rate alone is the unit of no amounts.
 */
export function namedUnits(texts: readonly string[]): readonly string[] {
  if (!texts.some(mayHoldUnit)) return [];
  const joined = normalise(texts.join('\n'));
  const lone = joined
    .replace(ANNOUNCED, '')
    .split('\n')
    .flatMap((text) => loneUnit(text) ?? []);
  return [...new Set([...announcedIn(joined), ...lone])];
}

/** The first money unit that `text` announces (see `namedUnits`); null where it announces none. */
export function findDeclaredUnit(text: string): string | null {
  return mayHoldUnit(text) ? (announcedIn(normalise(text))[0] ?? null) : null;
}

/** A money unit in brackets (年度预算申请（万元）), or null. */
export function findBracketedUnit(text: string): string | null {
  const bracketed = BRACKETED.exec(normalise(text).replace(/\s+/g, ''))?.groups?.['unit'];
  return bracketed === undefined ? null : spell(bracketed);
}

/** The money unit of a heading: in brackets, or behind the word for a figure (预算数 万元); null where it has none. */
export function findHeadingUnit(heading: string): string | null {
  const ending = ENDING.exec(normalise(heading).replace(/\s+/g, ''))?.groups?.['unit'];
  return findBracketedUnit(heading) ?? (ending === undefined ? null : spell(ending));
}

/** A heading without white space, and without its money unit. */
export function withoutHeadingUnit(heading: string): string {
  return normalise(heading).replace(/\s+/g, '').replace(BRACKETED, '').replace(ENDING, '');
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

/** Whether a line or cell states the money unit of a table: 单位：万元, also among other captions; 本表单位均为万元. */
export function isUnitLine(line: string): boolean {
  if (!mayHoldUnit(line)) return false;
  const text = normalise(line).trim();
  return LABELLED.test(text) || (text.length <= LONGEST_STATEMENT && STATED.test(text));
}

/** Whether the texts about a table, one below the other, state its unit, be it a rate (单位：元/人): then no other line's is the table's. */
export function statesUnit(texts: readonly string[]): boolean {
  return namedUnits(texts).length > 0 || texts.some(isUnitLine);
}

/** Whether a line or cell is a money unit and nothing else: 万元, （万元）. Over a table it is the table's, in its header a column's. */
export function isLoneUnit(text: string): boolean {
  return mayHoldUnit(text) && loneUnit(normalise(text)) !== null;
}

/** The text without the units that it announces, and without the words that announce them. */
export function withoutDeclaredUnits(text: string): string {
  return normalise(text).replace(ANNOUNCED, ' ');
}

function loneUnit(text: string): string | null {
  const unit = LONE.exec(text.trim())?.groups?.['unit'];
  return unit === undefined ? null : spell(unit);
}

function announcedIn(text: string): readonly string[] {
  return [...text.matchAll(ANNOUNCED)].flatMap(({ groups }) => {
    const items = [...(groups?.['units'] ?? groups?.['before'] ?? '').matchAll(ITEMS)];
    return items.flatMap(({ groups: item }) => (item?.['rate'] === undefined ? [spell(item?.['unit'] ?? '')] : []));
  });
}

/** Every unit ends in 元, which no compatibility character stands for: most texts are told at once. */
function mayHoldUnit(text: string): boolean {
  return text.includes('元');
}

/** Compatibility characters folded; what a form offers and nobody ticked taken out. */
function normalise(text: string): string {
  return text.normalize('NFKC').replace(UNTICKED, '');
}

function spell(unit: string): string {
  return unit.replace(/\s+/g, '').replace('萬', '万');
}
