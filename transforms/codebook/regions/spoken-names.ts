import type { CodeEntry } from '../types.js';

/** A way in which texts name a region. */
export interface SpokenName {
  readonly text: string;
  readonly region: CodeEntry;
  /** `short` lacks the word that tells a region from other words (青岛, 山东): it counts only beside another region. */
  readonly kind: 'full' | 'short';
}

/** Names of rows that only structure the code tree. */
const PLACEHOLDER = /^(?:市辖区|县|市|.*直辖.*|.+市市辖区)$/u;
/** 内蒙古自治区, 新疆维吾尔自治区 → 内蒙古, 新疆. */
const PROVINCE_SUFFIX = /(?:省|市|(?:壮族|回族|维吾尔)?自治区|特别行政区)$/u;
/** 青岛市, 大兴安岭地区, 兴安盟 → 青岛, 大兴安岭, 兴安. */
const PREFECTURE_SUFFIX = /(?:市|地区|盟)$/u;
/** The peoples whose autonomous areas GB/T 2260 lists, longest first where one name begins another. */
const PEOPLES =
  '蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|达斡尔|仫佬|羌|' +
  '布朗|撒拉|毛南|仡佬|锡伯|普米|塔吉克|怒|鄂温克|保安|裕固|独龙|鄂伦春|土|各';
/** 凉山彝族自治州, 大化瑶族自治县, 伊犁哈萨克自治州 → 凉山州, 大化县, 伊犁州. */
const AUTONOMOUS = new RegExp(`^(?<place>.{2,}?)(?:(?:${PEOPLES})族?)+自治(?<kind>[州县旗])$`, 'u');

/** All names of a region, the official one first; none for a row that only structures the code tree. */
export function spokenNames(region: CodeEntry): readonly SpokenName[] {
  if (PLACEHOLDER.test(region.name)) return [];
  const full = [region.name, ...autonomousName(region.name)];
  const suffix = region.level === 1 ? PROVINCE_SUFFIX : PREFECTURE_SUFFIX;
  const short = region.level < 3 ? region.name.replace(suffix, '') : region.name;
  return [
    ...full.map((text) => ({ text, region, kind: 'full' as const })),
    ...(short.length < 2 || short === region.name ? [] : [{ text: short, region, kind: 'short' as const }]),
  ];
}

function autonomousName(name: string): readonly string[] {
  const { place, kind } = AUTONOMOUS.exec(name)?.groups ?? {};
  return place === undefined || kind === undefined ? [] : [place + kind];
}
