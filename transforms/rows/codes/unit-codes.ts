/** Codes of budget units: 401 is the department of the units 401001 and 401002. */
import type { Cell } from '../../../extractors/types.js';
import { readPrintedCode } from '../../codebook/index.js';
import type { Panel } from '../../statements/panels.js';
import { pack } from '../../vocabulary/index.js';
import type { RowTexts } from './code-walk.js';

/** The code of the unit that a row names: in a column of its own, or before the unit's name; null where it prints none. */
export function unitCodeOf(panel: Panel, textOf: RowTexts): string | null {
  const texts = (['unit_code', 'unit_name'] as const).flatMap((role) =>
    panel.labels.filter((column) => column.role === role).map(({ col }) => textOf(col)),
  );
  const code = texts
    .map((text) => /^\s*(\d{3,})/.exec(text)?.[1] ?? readPrintedCode(text).code)
    .find((found) => found !== null);
  return code ?? null;
}

/** Unit codes of the panel that begin another one: their rows repeat what the units below them state. */
export function unitsAbove(panel: Panel, rows: readonly ReadonlyMap<number, Cell>[]): ReadonlySet<string> {
  const codes = [...new Set(rows.map((row) => unitCodeOf(panel, (col) => row.get(col)?.text ?? '')))]
    .filter((code) => code !== null)
    .sort();
  // in sorted order a code that begins others stands directly before the first of them
  return new Set(codes.filter((code, at) => codes[at + 1]?.startsWith(code) === true));
}

/** What a department's own office is called behind the department's name. */
const OWN_OFFICE = /(?:本级|本部|机关|[（(](?:本级|本部|机关)[)）])$/;

/** What a department with all its units is called behind its name. */
const WITH_UNITS = /(?<=.{2})部门$/;

/**
 * Names of departments that one row alone bears, where another names its own office (临海市水利局, 临海市水利局本级), or the row itself says that it is the whole (临海市水利局部门, where
 * another is 临海市水利局 or its office): that row adds up what the units below it state.
 */
export function departmentsAbove(panel: Panel, rows: readonly ReadonlyMap<number, Cell>[]): ReadonlySet<string> {
  const columns = panel.labels.filter(({ role }) => role === 'unit_name');
  const names = rows.flatMap((row) => columns.map(({ col }) => pack(row.get(col)?.text ?? '')));
  const offices = new Set(names.filter((name) => OWN_OFFICE.test(name)).map((name) => name.replace(OWN_OFFICE, '')));
  const isAbove = (name: string): boolean => {
    const plain = name.replace(WITH_UNITS, '');
    return offices.has(plain) || (plain !== name && names.includes(plain));
  };
  return new Set(names.filter((name) => isAbove(name) && names.filter((other) => other === name).length === 1));
}

/** Whether two unit codes are of different units: neither is unknown, nor that of a department or part of the other. */
export function areOtherUnits(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && !a.startsWith(b) && !b.startsWith(a);
}
