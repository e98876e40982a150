/** The code that a row prints for its class. */
import type { CodeEntry } from '../../transforms/codebook/types.js';
import type { CodeKind } from './assumptions.js';
import type { Random } from './random.js';
import type { Tables } from './tables.js';

/** The code as printed in a way of `kind`; the own code where that way does not apply to the class. */
export function printCode(kind: CodeKind, entry: CodeEntry, tables: Tables, random: Random): string {
  return changed(kind, entry, tables, random) ?? entry.code;
}

function changed(kind: CodeKind, entry: CodeEntry, tables: Tables, random: Random): string | null {
  switch (kind) {
    case 'own':
      return entry.code;
    case 'renumbered':
      return entry.parentCode === null ? null : renumber(entry, entry.parentCode, random);
    case 'cut_to_parent':
      return parentCode(entry, tables);
    case 'digit_slip':
      return slip(entry.code, random);
  }
}

/** The position among the siblings that the table prints: never behind the own number, as siblings without money are left out. */
function renumber({ code }: CodeEntry, parent: string, random: Random): string | null {
  const own = Number(code.slice(parent.length));
  if (!(own > 1)) return null;
  return parent + String(random.between(1, Math.min(own, 30) - 1)).padStart(2, '0');
}

function slip(code: string, random: Random): string | null {
  if (code.length === 1) return null;
  // a slip in the first place would make it a code of another classification
  const at = random.between(1, code.length - 1);
  const digit = String((Number(code[at]) + random.between(1, 9)) % 10);
  return `${code.slice(0, at)}${digit}${code.slice(at + 1)}`;
}

/** None where the parent bears the same name: the row would be the parent's own. */
function parentCode(entry: CodeEntry, tables: Tables): string | null {
  const parent = tables.ancestors(entry).at(-1);
  return parent === undefined || parent.name === entry.name ? null : parent.code;
}
