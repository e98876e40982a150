/** Rows of an overlay (an official edition, a correction, codes of a province) laid over the packaged ones. */
import type { PlacedEntry } from './entries.js';
import { groupBy } from './group-by.js';
import { nameKeys } from './lookup/normalise.js';
import { earlierStart, overlaps, partsOutside, type Period } from './periods.js';
import type { CodeEntry, OldName } from './types.js';

/**
 * The packaged entries of one classification with those of an overlay laid over them. A code that is new is added. Of a known code the overlay
 * decides for its years: under another name the packaged row keeps its years before and after, or, where none are left, its name as an
 * alias; under the same name the two are one row, which ends when the overlay says so.
 */
export function layEntries(packaged: readonly PlacedEntry[], overlay: readonly PlacedEntry[]): readonly PlacedEntry[] {
  if (overlay.length === 0) return packaged;
  const byCode = new Map(groupBy(packaged, keyOf));
  for (const placed of overlay) byCode.set(keyOf(placed), layOver(byCode.get(keyOf(placed)) ?? [], placed));
  return [...byCode.values()].flat();
}

function keyOf({ entry }: PlacedEntry): string {
  return `${entry.edition} ${entry.code}`;
}

/** The rows of one code, earliest first. */
function layOver(rows: readonly PlacedEntry[], { entry, place }: PlacedEntry): readonly PlacedEntry[] {
  const touched = rows.filter((row) => overlaps(row.entry, entry));
  const rests = touched.flatMap((row) => restsOf(row, entry));
  const laid = { entry: touched.reduce((above, row) => inherit(above, row.entry), entry), place };
  const kept = rows.filter((row) => !touched.includes(row));
  return [...kept, ...rests, laid].toSorted((a, b) => (a.entry.validFrom ?? 0) - (b.entry.validFrom ?? 0));
}

function restsOf({ entry, place }: PlacedEntry, above: CodeEntry): readonly PlacedEntry[] {
  if (isSameName(entry, above)) return [];
  return partsOutside(entry, above).map((period) => ({ entry: cutTo(entry, period), place }));
}

/** An entry in a part of its years; the doubt about a year that it no longer has goes with it. */
function cutTo(entry: CodeEntry, period: Period): CodeEntry {
  const lost = [entry.validFrom, entry.validTo].filter((year) => year !== period.validFrom && year !== period.validTo);
  return { ...entry, ...period, doubtfulYears: entry.doubtfulYears.filter((year) => !lost.includes(year)) };
}

/** What a row takes over from the packaged one below it: the years and aliases of the same name, or the name that it replaces. */
function inherit(above: CodeEntry, below: CodeEntry): CodeEntry {
  if (isSameName(below, above)) {
    const validFrom = earlierStart(below, above);
    return { ...above, ...remarksOf(above, below), validFrom, oldNames: joinNames(above, below.oldNames) };
  }
  if (partsOutside(below, above).length > 0) return above;
  const replaced = { name: below.name, from: null, to: null };
  const oldNames = joinNames(above, [replaced, ...below.oldNames]);
  return { ...above, oldNames, doubtfulYears: joinDoubts(above, below) };
}

/** 维修(护)费 and 维修（护）费 are one name. */
function isSameName(a: CodeEntry, b: CodeEntry): boolean {
  return nameKeys(a.name).exact === nameKeys(b.name).exact;
}

/** What the tables say of one name for people; the other reading of a name is settled when its row is no longer disputed. */
function remarksOf(above: CodeEntry, below: CodeEntry): Pick<CodeEntry, 'doubtfulYears' | 'otherName' | 'note'> {
  const isDisputed = above.evidence === 'disputed';
  return {
    doubtfulYears: joinDoubts(above, below),
    otherName: above.otherName ?? (isDisputed ? below.otherName : null),
    note: above.note ?? below.note,
  };
}

/** A year is in doubt where a row says so whose years or names are taken over; the overlay's own years are as it writes them. */
function joinDoubts(above: CodeEntry, below: CodeEntry): readonly number[] {
  const stated = [above.validFrom, above.validTo];
  return [...above.doubtfulYears, ...below.doubtfulYears.filter((year) => !stated.includes(year))];
}

function joinNames({ name, oldNames }: CodeEntry, more: readonly OldName[]): readonly OldName[] {
  const known = new Set([name, ...oldNames.map((old) => old.name)]);
  return [...oldNames, ...more.filter((old) => !known.has(old.name))];
}
