import type { OldName } from './types.js';

/** `法制建设(2019-2020?)`: a name and its years; a bracket that belongs to the name itself is full width. */
const OLD_NAME = /^(?<name>[^()]*)(?:\((?<from>\d{4})?\?*(?<dash>-)?(?<to>\d{4})?\?*\))?$/u;

/**
 * The names in an `old_names` cell, in the form that the tables are checked for: `|` between them, each with `(2019-2020)`, `(-2018)`,
 * `(2019-)`, `(2019)` or nothing behind it. A `?` behind a year marks doubt and is not kept.
 */
export function readOldNames(cell: string): readonly OldName[] {
  return cell === '' ? [] : cell.split('|').map(readOldName);
}

function readOldName(text: string): OldName {
  const { name = text, from, dash, to } = OLD_NAME.exec(text)?.groups ?? {};
  const first = readYear(from);
  return { name, from: first, to: dash === undefined ? first : readYear(to) };
}

function readYear(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits);
}
