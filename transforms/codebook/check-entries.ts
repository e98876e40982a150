/** What must hold between the rows of a code table, and what is wrong where it doesn't. */
import type { PlacedEntry } from './entries.js';
import { overlaps } from './periods.js';
import type { CodeTable, CodeTree } from './tables.js';
import type { CodeEntry } from './types.js';

/** Faults of the codes of one classification, packaged and overlay rows together: years and the tree. */
export function faultsOfTree(entries: readonly PlacedEntry[], table: CodeTable): readonly string[] {
  const byKey = new Map<string, CodeEntry>();
  for (const { entry } of entries) byKey.set(keyOf(entry.edition, entry.code), entry);
  const faults: string[] = [];
  for (const { entry, place } of entries) {
    const parent = entry.parentCode === null ? null : byKey.get(keyOf(entry.edition, entry.parentCode));
    const found = [faultOfYears(entry), faultOfParent(entry, parent, table.tree), ...faultsOfOldNames(entry)];
    for (const fault of found) if (fault !== null) faults.push(`${place}: ${fault}`);
  }
  return faults;
}

function isTurned(from: number | null, to: number | null): boolean {
  return from !== null && to !== null && from > to;
}

function faultOfYears({ code, validFrom, validTo }: CodeEntry): string | null {
  return isTurned(validFrom, validTo)
    ? `${code} ends (${String(validTo)}) before it begins (${String(validFrom)})`
    : null;
}

function faultsOfOldNames({ name, oldNames }: CodeEntry): readonly string[] {
  return oldNames.flatMap((old) => [
    ...(isTurned(old.from, old.to) ? [`the old name ${old.name} ends before it begins`] : []),
    ...(old.name === name ? [`the old name ${name} is the present name`] : []),
  ]);
}

/** What is wrong between a code and the one above it: null at the top of the tree, undefined where no row has it. */
function faultOfParent(entry: CodeEntry, parent: CodeEntry | null | undefined, tree: CodeTree): string | null {
  const { code, parentCode, level } = entry;
  if (parent === undefined) return `the parent ${parentCode ?? ''} of ${code} is in no row`;
  const above = parent?.level ?? 0;
  if (parent !== null && tree.skipsLevels ? above >= level : above !== level - 1) {
    return `${code} has level ${String(level)}, what stands above it level ${String(above)}`;
  }
  return isBelow(code, parentCode, tree) ? null : `${code} is no code below ${parentCode ?? 'the top'}`;
}

function isBelow(code: string, parentCode: string | null, { stemOf, top, step }: CodeTree): boolean {
  const stem = stemOf(code);
  if (parentCode === null) return top.test(stem);
  const parentStem = stemOf(parentCode);
  return stem.startsWith(parentStem) && step.test(stem.slice(parentStem.length));
}

/** Two rows of one file for one code in the same years; where years are those a name was seen in, for one code and name. */
export function faultsOfDuplicates(entries: readonly PlacedEntry[], { yearsSeen }: CodeTable): readonly string[] {
  const rowsByKey = new Map<string, readonly PlacedEntry[]>();
  return entries.flatMap((placed) => {
    const { edition, code, name } = placed.entry;
    const key = keyOf(edition, code) + (yearsSeen ? name : '');
    const others = rowsByKey.get(key) ?? [];
    rowsByKey.set(key, [...others, placed]);
    const twin = others.find((other) => overlaps(other.entry, placed.entry));
    return twin === undefined ? [] : [`${placed.place}: ${code} stands for the same years in ${twin.place}`];
  });
}

function keyOf(edition: string, code: string): string {
  return edition === '' ? code : `${edition} ${code}`;
}
