/** How the program tells that a place is wrong. */
import type { WrongPlace } from './compare.js';
import { keyOf, type Place } from './places.js';
import type { PlacedCheck, Snapshot, Warning } from './snapshot.js';

/** A check that fails names the line, the line is suspect for another reason, or a warning stands at its place. */
export type Flag = 'fail' | 'suspect' | 'diagnostic';

/** What the program says of the document with a fault and does not say of the untouched one. */
interface News {
  readonly warnings: readonly Warning[];
  /** Places in checks that fail now. */
  readonly failing: ReadonlyMap<string, Place>;
  /** Numbers of the tables that give no lines any more. */
  readonly lostTables: ReadonlySet<number>;
}

/** Compares what is said of a document with a fault with what is said of it untouched. */
export function findNews(before: Snapshot, after: Snapshot): News {
  const known = new Set(before.warnings.map(nameOf));
  const failedBefore = new Set(before.checks.filter(fails).map(nameOfCheck));
  const failing = after.checks.filter((placed) => fails(placed) && !failedBefore.has(nameOfCheck(placed)));
  return {
    warnings: after.warnings.filter((warning) => !known.has(nameOf(warning))),
    failing: new Map(failing.flatMap(({ places }) => places.map((place) => [keyOf(place), place]))),
    lostTables: new Set([...tablesOf(before)].filter((tableNo) => !tablesOf(after).has(tableNo))),
  };
}

function tablesOf({ places }: Snapshot): Set<number> {
  return new Set([...places.values()].flatMap((place) => (place.kind === 'table' ? [place.tableNo] : [])));
}

function fails({ check }: PlacedCheck): boolean {
  return check.status === 'fail';
}

function nameOf(warning: Warning): string {
  return Object.values(warning).map(String).join(' ');
}

function nameOfCheck({ check, places }: PlacedCheck): string {
  return `${check.rule} ${places.map(keyOf).join()}`;
}

/** How a wrong place is told; null where it is not. A lost line has no confidence: a check that now fails beside it or a warning in its row must tell. */
export function flagOf({ key, place, found }: WrongPlace, news: News): Flag | null {
  const isLost = found.length === 0;
  if (!isLost && found.every(({ confidence }) => confidence === 'suspect'))
    return news.failing.has(key) ? 'fail' : 'suspect';
  if (news.warnings.some((warning) => standsAt(warning, place, isLost, news.lostTables))) return 'diagnostic';
  return isLost && [...news.failing.values()].some((one) => isBeside(one, place)) ? 'fail' : null;
}

/** At the cell, its whole row or column, or the whole table or block; for a lost line anywhere in its row, and in a table without lines anywhere. */
function standsAt(warning: Warning, place: Place, isLost: boolean, lostTables: ReadonlySet<number>): boolean {
  if (place.kind === 'prose') return warning.blockNo === place.blockNo;
  const { tableNo, row, col } = warning;
  if (tableNo !== place.tableNo) return false;
  if (lostTables.has(tableNo)) return true;
  return (row === null || row === place.row) && (isLost || col === null || col === place.col);
}

/** In the row or the column of a table, or in the same block. */
function isBeside(failing: Place, lost: Place): boolean {
  if (failing.kind === 'prose' || lost.kind === 'prose')
    return failing.kind === 'prose' && lost.kind === 'prose' && failing.blockNo === lost.blockNo;
  return failing.tableNo === lost.tableNo && (failing.row === lost.row || failing.col === lost.col);
}
