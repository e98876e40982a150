/** What a document shows above a row: names outermost first, codes nearest first. */
import type { CodeEntry } from '../../transforms/codebook/types.js';
import type { ContextKind } from './assumptions.js';
import type { Subject } from './draw-entry.js';
import { nameOfYear, printName } from './print-name.js';
import type { Random } from './random.js';
import type { Tables } from './tables.js';

/** Share of the printed ancestors that lose their final 支出: counted in the prose paths. */
const WITHOUT_SUFFIX = 0.3;

interface PrintedAncestors {
  readonly names: readonly string[];
  readonly codes: readonly string[];
}

/** The ancestors as printed in a way of `kind`. */
export function printAncestors(kind: ContextKind, subject: Subject, tables: Tables, random: Random): PrintedAncestors {
  const above = chooseAncestors(kind, subject, tables, random);
  const names = above.map((ancestor) => {
    if (kind === 'other_name') return printName('other_name', ancestor, subject.tableYear, [], random);
    const name = nameOfYear(ancestor, subject.tableYear);
    return random.happens(WITHOUT_SUFFIX) ? name.replace(/支出$/, '') : name;
  });
  return { names, codes: above.map(({ code }) => code).toReversed() };
}

function chooseAncestors(
  kind: ContextKind,
  { scheme, tableYear, entry }: Subject,
  tables: Tables,
  random: Random,
): readonly CodeEntry[] {
  const own = tables.ancestors(entry);
  if (kind === 'shortened') return own.length > 1 ? own.slice(0, -1) : own;
  if (kind !== 'wrong' || entry.parentCode === null) return own;
  const others = tables
    .entriesOf(scheme, tableYear, true)
    .filter(({ code, level }) => level === entry.level - 1 && code !== entry.parentCode);
  const other = random.pick(others);
  return other === null ? own : [...tables.ancestors(other), other];
}
