/** What the sure rows of a document tell about its doubtful ones. */
import type { Codebook } from '../codebook/index.js';
import { nameKeys } from '../codebook/index.js';
import type { LineCode, StatedAmount } from '../types.js';
import { contradicts, isOwnCode } from './printed.js';

/** From here on a row's code is sure enough to speak for other rows: a printed code with its own name, or a name under its own parent. */
const SURE_SCORE = 0.9;

export interface CodeEvidence {
  /** Codes that sure rows bear under this name, by scheme and name; see `nameKey`. */
  readonly codesOfName: ReadonlyMap<string, ReadonlySet<string>>;
  /** Codes of sure rows, by scheme and code; see `codeKey`. */
  readonly borne: ReadonlySet<string>;
  /** Codes of sure rows and the codes above them. */
  readonly present: ReadonlySet<string>;
}

/** Gathers what the rows and sentences of one unit say of codes. */
export function gatherEvidence(amounts: readonly StatedAmount[], codebook: Codebook): CodeEvidence {
  const codesOfName = new Map<string, Set<string>>();
  const borne = new Set<string>();
  const present = new Set<string>();
  const sure = new Set(amounts.flatMap(({ codes }) => codes).filter(({ score }) => score >= SURE_SCORE));
  for (const { scheme, code, namePrinted } of sure) {
    if (code === null) continue;
    const key = nameKey(scheme, namePrinted);
    if (key !== null) codesOfName.set(key, (codesOfName.get(key) ?? new Set()).add(code));
    borne.add(codeKey(scheme, code));
    for (const one of [code, ...ancestorsOf(code, scheme, codebook)]) present.add(codeKey(scheme, one));
  }
  return { codesOfName, borne, present };
}

/** Contradictions of code and name under one parent from which its numbering is no coding: one may be a slip. */
const FEWEST_CONTRADICTIONS = 2;

/**
 * Parents below which a table counts its items (30201, 30202, 30203 …) instead of coding them: at least two printed codes belong to
 * other names, and at least as many as belong to their own (the first items of a list agree by chance). Keys: see `numberingKey`.
 */
export function findMisnumbered(amounts: readonly StatedAmount[], codebook: Codebook): ReadonlySet<string> {
  const tallies = new Map<string, { own: Set<string>; other: Set<string> }>();
  for (const amount of amounts) {
    for (const code of amount.codes) {
      const key = numberingKey(amount, code, codebook);
      if (key === null || code.code === null || code.namePrinted === null) continue;
      const tally = tallies.get(key) ?? { own: new Set(), other: new Set() };
      tallies.set(key, tally);
      if (contradicts(code)) tally.other.add(code.namePrinted);
      else if (isOwnCode(code) && code.score >= SURE_SCORE) tally.own.add(code.namePrinted);
    }
  }
  const isMisnumbered = ({ own, other }: { own: Set<string>; other: Set<string> }): boolean =>
    other.size >= FEWEST_CONTRADICTIONS && other.size >= own.size;
  return new Set([...tallies].filter(([, tally]) => isMisnumbered(tally)).map(([key]) => key));
}

/** The table and the parent of a row's printed code; null where it prints no code below a parent. */
export function numberingKey(
  { place }: StatedAmount,
  { scheme, codePrinted }: LineCode,
  codebook: Codebook,
): string | null {
  if (place.kind !== 'table' || codePrinted === null) return null;
  const parent = codebook.entry(scheme, codePrinted, null)?.parentCode ?? null;
  return parent === null ? null : `${String(place.tableNo)} ${codeKey(scheme, parent)}`;
}

export function codeKey(scheme: string, code: string): string {
  return `${scheme} ${code}`;
}

/** null where nothing of a name is printed. */
export function nameKey(scheme: string, name: string | null): string | null {
  const { exact } = nameKeys(name ?? '');
  return exact === '' ? null : `${scheme} ${exact}`;
}

function ancestorsOf(code: string, scheme: LineCode['scheme'], codebook: Codebook): readonly string[] {
  const parent = codebook.entry(scheme, code, null)?.parentCode ?? null;
  return parent === null ? [] : [parent, ...ancestorsOf(parent, scheme, codebook)];
}
