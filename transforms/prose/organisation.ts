/** Words that name the publisher itself, so that they are not taken for the name of something it spends on. */

const SELF = /^(?:本|我|全|该)?(?:部门|单位|学校|医院|法院|级|局|委|办|院|校|中心|街道|镇|乡|县|区|市|厅|处|机关)*$/;
const ORGANISATION =
  /(?:学校|小学|中学|幼儿园|医院|卫生院|中心|局|所|队|站|馆|室|办公室|委员会|协会|学院|大学|公司|支队|大队|街道办事处|人民政府|机关)(?:\(本级\))?$/;

/** How short names of organisations end; 司法, short for nothing, is a field of work of a 司法局. */
const SHORT_ENDS = /[局委办院校厅协会府室部处所站队馆园团署联社镇乡村]$|中心$|街道$/;

/** The publisher and its short names, folded. */
export type OwnNames = readonly string[];

/** The publisher's name and every 以下简称 of the document. */
export function findOwnNames(publisher: string | null, texts: readonly string[]): OwnNames {
  const aliases = texts.flatMap((text) =>
    [...text.matchAll(/(?:以下)?简称:?([^)。,;]{2,20})\)/g)].map(([, alias = '']) => alias),
  );
  return [...(publisher === null ? [] : [publisher]), ...aliases];
}

/**
 * Whether `words` name the publisher: 本部门, its name, its name shortened (characters left out, none added), or an organisation
 * most of whose characters are its own (政协某某区委员会 for 某某区政协).
 */
export function namesPublisher(words: string, ownNames: OwnNames): boolean {
  const bare = words.replace(/[()]/g, '');
  if (bare === '' || SELF.test(bare)) return true;
  return ownNames.some((name) => isShortOf(bare, name) || bare.includes(name) || isNearly(bare, name));
}

/** How many characters at the front of `words` name the publisher by its short name (县审计局安排政府采购预算); 0: none. */
export function publisherLength(words: string, ownNames: OwnNames): number {
  const exact = ownNames.find((name) => words.startsWith(name));
  if (exact !== undefined) return exact.length;
  const ends = [...words.matchAll(/[局委办院校厅府]/g)].map(({ index }) => index + 1);
  return ends.find((end) => end > 2 && ownNames.some((name) => isShortOf(words.slice(0, end), name))) ?? 0;
}

/** Whether `words` name an organisation, as they end. */
export function namesOrganisation(words: string): boolean {
  return ORGANISATION.test(words);
}

/** So many of an organisation's characters must be the publisher's for the two to be one. */
const SHARED = 0.6;

function isNearly(words: string, name: string): boolean {
  const shared = Array.from(words, (character) => name.includes(character)).filter(Boolean).length;
  return namesOrganisation(words) && shared / words.length > SHARED;
}

function isShortOf(short: string, name: string): boolean {
  if (short.length < 2 || !SHORT_ENDS.test(short)) return false;
  let at = 0;
  for (const character of name) if (character === short[at]) at++;
  return at === short.length;
}
