/** Classifications that official editions are imported for, and what their codes look like. */
import type { Scheme } from '../../types.js';

export const IMPORTABLE_SCHEMES = [
  'function',
  'dept_economic',
  'gov_economic',
  'revenue',
  'procurement',
  'region',
] as const satisfies readonly Scheme[];
export type ImportableScheme = (typeof IMPORTABLE_SCHEMES)[number];

interface Shape {
  readonly pattern: RegExp;
  /** For people: completes "a code of this scheme has …". */
  readonly words: string;
}

/** By 财政部's numbering no code can have the shape of two schemes: the first digit tells them apart, six digits are a region. */
const SHAPES: Readonly<Record<ImportableScheme, Shape>> = {
  function: { pattern: /^2\d{2}(?:\d{2}){0,2}$/, words: '3, 5 or 7 digits that begin with 2' },
  dept_economic: { pattern: /^3\d{2}(?:\d{2})?$/, words: '3 or 5 digits that begin with 3' },
  gov_economic: { pattern: /^5\d{2}(?:\d{2})?$/, words: '3 or 5 digits that begin with 5' },
  revenue: { pattern: /^1\d{2}(?:\d{2}){0,3}$/, words: '3, 5, 7 or 9 digits that begin with 1' },
  procurement: { pattern: /^[ABC](?:\d{2}){0,5}$/, words: 'A, B or C and pairs of digits' },
  region: { pattern: /^[1-9]\d{5}$/, words: '6 digits' },
};

/** The scheme whose codes look like this one; null for none. */
export function schemeOfCode(code: string): ImportableScheme | null {
  return IMPORTABLE_SCHEMES.find((scheme) => hasShape(scheme, code)) ?? null;
}

export function hasShape(scheme: ImportableScheme, code: string): boolean {
  return SHAPES[scheme].pattern.test(code);
}

/** What a code of the scheme has, for people. */
export function shapeWords(scheme: ImportableScheme): string {
  return SHAPES[scheme].words;
}

/** Codes of the 2022 procurement catalogue are padded with zeros to this length; those of 2013 end with their last level. */
const PADDED_LENGTH = 9;

/** A code with what is needed to understand its digits. */
interface CodeOfScheme {
  readonly scheme: ImportableScheme;
  readonly edition: string;
  readonly code: string;
}

/** The codes that may stand directly above a code by its digits, nearest first; empty at the top. */
export function possibleParents({ scheme, edition, code }: CodeOfScheme): readonly string[] {
  if (scheme === 'region') return regionParents(code);
  if (scheme === 'procurement' && edition === '2022') return paddedParents(code);
  const shortest = scheme === 'procurement' ? 1 : 3;
  return code.length > shortest ? [code.slice(0, -2)] : [];
}

/** A county may stand directly below its province: 省直辖县级行政区划 have a prefecture in name only. */
function regionParents(code: string): readonly string[] {
  return [`${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`].filter(
    (parent) => parent !== code && !code.endsWith('0000'),
  );
}

/** A02021000 stands below A02020000, that below A02000000, that below A. */
function paddedParents(code: string): readonly string[] {
  const stem = code.replace(/(?:00)+$/, '');
  if (stem.length <= 1) return [];
  const parent = stem.slice(0, -2);
  return [parent.length === 1 ? parent : parent.padEnd(PADDED_LENGTH, '0')];
}

/** Depth of a code, 1 for 类, 货物 and 省. */
export function levelOf({ scheme, edition, code }: CodeOfScheme): number {
  if (scheme === 'region') return code.endsWith('0000') ? 1 : code.endsWith('00') ? 2 : 3;
  const stem = edition === '2022' ? code.replace(/(?:00)+$/, '') : code;
  return scheme === 'procurement' ? (stem.length + 1) / 2 : (code.length - 1) / 2;
}

/** Whether a procurement code is as long as all of 2022 are below 货物, 工程 and 服务. */
export function hasPaddedLength(code: string): boolean {
  return code.length === PADDED_LENGTH;
}

/** Whether a procurement code is one of the padded ones of 2022. */
export function isPadded(code: string): boolean {
  return code.length === PADDED_LENGTH && code.endsWith('00');
}
