/** The codebook as the mapper knows it, and the part of it that is kept from the mapper. */
import { openCodebook } from '../../transforms/codebook/codebook.js';
import { groupBy } from '../../transforms/codebook/group-by.js';
import { isInForce, isOfEdition } from '../../transforms/codebook/lookup/validity.js';
import type { Codebook, CodeEntry } from '../../transforms/codebook/types.js';
import type { DrawnScheme } from './assumptions.js';
import { SCHEMES } from './assumptions.js';
import { makeRandom } from './random.js';

/** Share of the lowest codes that the mapper is not shown. */
const WITHHELD_SHARE = 0.07;

export interface Tables {
  /** Without the withheld entries. */
  readonly codebook: Codebook;
  /** Entries that a document of this year may print, of those that the mapper knows or of those withheld from it. */
  entriesOf(scheme: DrawnScheme, year: number, isKnown: boolean): readonly CodeEntry[];
  /** The other entries below the same parent in a year, known or withheld. */
  siblings(entry: CodeEntry, year: number): readonly CodeEntry[];
  /** Ancestors of an entry, outermost first. */
  ancestors(entry: CodeEntry): readonly CodeEntry[];
}

/** Divides `whole` into what the mapper knows and what it does not; the same seed withholds the same entries. */
export function divideTables(whole: Codebook, seed: number): Tables {
  const drawn = whole.entries.filter(({ scheme }) => SCHEMES.some(({ kind }) => kind === scheme));
  const withheld = drawWithheld(drawn, seed);
  const isKnown = (entry: CodeEntry): boolean => !withheld.has(identityOf(entry));
  const byScheme = groupBy(drawn, ({ scheme }) => scheme);
  const byCode = groupBy(drawn, placeOf);
  const byParent = groupBy(drawn, (entry) => placeOf({ ...entry, code: entry.parentCode ?? '' }));
  const ancestors = (entry: CodeEntry): readonly CodeEntry[] => {
    const parent = byCode.get(placeOf({ ...entry, code: entry.parentCode ?? '' }))?.[0];
    return parent === undefined ? [] : [...ancestors(parent), parent];
  };
  return {
    codebook: openCodebook(whole.entries.filter(isKnown), whole.crosswalk),
    ancestors,
    entriesOf: (scheme, year, known) =>
      (byScheme.get(scheme) ?? []).filter((entry) => isKnown(entry) === known && isPrinted(entry, year)),
    siblings: (entry, year) =>
      (byParent.get(placeOf({ ...entry, code: entry.parentCode ?? '' })) ?? []).filter(
        (other) => other.code !== entry.code && isPrinted(other, year),
      ),
  };
}

/** What counts as the same class: an item with one code and name in two editions is one. */
export function identityOf({ scheme, code, name }: CodeEntry): string {
  return [scheme, code, name].join(' ');
}

function placeOf({ scheme, edition, code }: Pick<CodeEntry, 'scheme' | 'edition' | 'code'>): string {
  return [scheme, edition, code].join(' ');
}

function isPrinted(entry: CodeEntry, year: number): boolean {
  return isInForce(entry, year) && isOfEdition(entry, year);
}

function drawWithheld(entries: readonly CodeEntry[], seed: number): ReadonlySet<string> {
  const random = makeRandom(seed);
  const parents = new Set(entries.map(({ scheme, parentCode }) => `${scheme} ${parentCode ?? ''}`));
  const lowest = entries.filter(({ scheme, code }) => !parents.has(`${scheme} ${code}`));
  return new Set(lowest.filter(() => random.happens(WITHHELD_SHARE)).map(identityOf));
}
