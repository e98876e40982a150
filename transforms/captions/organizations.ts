/** What names of public bodies look like. */

/** The characters on which such names end: 局, 委员会, 人民政府, 中学, 万里街道, 政协部门. */
const TAILS =
  '局|厅|委|办|部|处|署|院|校|园|馆|站|所|队|团|社|台|府|协|会|室|宫|库|场|镇|乡|街道|中心|中学|小学|大学|机关|部门|集团|公司|政协|人大|妇联|科协|文联|残联|侨联|工商联|国资委|气象';
/** What may follow the name and belongs to it. */
const SUFFIX = '(?:[（(](?:[^（）()]{1,12})[）)])?(?:本级|本部|机关)?(?:[（(](?:本级|本部|机关|汇总)[）)])?';
const NAME = new RegExp(`^[\\p{Script=Han}（）()·A-Z]{1,40}(?:${TAILS})${SUFFIX}$`, 'u');

/** What is no part of the name proper; one character at least is. */
const OWN_LEVEL = new RegExp(`(?<=.)${SUFFIX}$`, 'u');

/** How documents speak of the publisher without naming it. */
const PRONOUN =
  /^(?:我|本|该|各|全|其他|所属|下属|有关|相关|上级|主管|预算|市级|区级|县级|省级|级)+(?:部门|单位|机关|局|办|委|院|校)?$|^(?:人民)?政府$/;
/** Words that end like a body's name and are none. */
const NO_NAME =
  /(?:经费|支出|收入|预算|决算|全部|部分|内部|一部|干部|其中|场所|机会|社会|协会议|会议室|所有|情况|总表|明细表)$|^(?:其中|按照|根据|截至|关于|包括|主要|以及|通过|由于|负责|承担|组织|指导|协助|配合|按)|^办公室$/;

/** Whether `text` (white space gone) is the name of a public body: 上海市财政局, 万里街道, 市政协（本级）; not 本部门, 社会. */
export function isOrganization(text: string): boolean {
  return text.length >= 2 && NAME.test(text) && !PRONOUN.test(text) && !NO_NAME.test(text);
}

/** Whether two names are of one body, one of them shortened or without its level: 青岛市财政局（本级）, 财政局; not 县政府, 县政府办公室. */
export function isSameBody(one: string, other: string): boolean {
  const a = one.replace(OWN_LEVEL, '');
  const b = other.replace(OWN_LEVEL, '');
  return a.endsWith(b) || b.endsWith(a);
}

/**
 * Whether nothing speaks against two names being of one body: as `isSameBody`, or one abbreviates the other (住建局, 住房和城乡建设局). A name that only goes
 * on where the other ends is a part's (甲局, 甲局投资评审中心).
 */
export function mayBeSameBody(one: string, other: string): boolean {
  if (isSameBody(one, other)) return true;
  const [long, short] = [one, other].map((name) => name.replace(OWN_LEVEL, '')).sort((a, b) => b.length - a.length);
  if (long === undefined || short === undefined || long.startsWith(short)) return false;
  return Array.from(short).every((character) => long.includes(character));
}

/** A budget code and the name it stands before. */
export interface CodedName {
  readonly code: string | null;
  readonly name: string;
}

/** Takes the code off a printed name: `131政协部门`, `[103001]甲局`, `103-甲局` are code and name; a plain name has no code. */
export function splitCode(text: string): CodedName {
  const match = /^[[【(（]?(\d{3,12})[\]】)）]?[-—_:：.]?(\p{Script=Han}.*)$/u.exec(text);
  const [, code, name] = match ?? [];
  if (code === undefined || name === undefined || /^[年月日号]/.test(name)) return { code: null, name: text };
  return { code, name };
}
