/** A row with a code of the government's economic classes among those of departments, or the other way round. */
import type { Diagnostic } from '../../../extractors/types.js';
import type { PanelRow } from '../identify-rows.js';

/** The two classifications by economic nature; a list is by one of them, also where it is divided by function. */
const ECONOMIC = ['dept_economic', 'gov_economic'] as const;

/** Rows of the one classification from which on a single row of the other is none of a list by both. */
const FEWEST_ROWS = 3;

/**
 * A warning `code-of-other-list` at the only row whose code is of one economic classification where those of all others, several, are of the other: a digit of it may be misread. Rows
 * that bear a code of each are lists by both.
 */
export function reportForeignCodes(rows: readonly PanelRow[], tableNo: number): Diagnostic[] {
  const coded = rows.map((row) => ({ row, schemes: ECONOMIC.filter((scheme) => bears(row, scheme)) }));
  const of = (scheme: (typeof ECONOMIC)[number]): typeof coded =>
    coded.filter(({ schemes }) => schemes.includes(scheme));
  if (coded.some(({ schemes }) => schemes.length > 1)) return [];
  const [few = [], many = []] = ECONOMIC.map(of).toSorted((a, b) => a.length - b.length);
  const [only, ...others] = few;
  if (!only || others.length > 0 || many.length < FEWEST_ROWS) return [];
  return [warn(only.row, tableNo)];
}

function bears({ identity: { codes } }: PanelRow, scheme: (typeof ECONOMIC)[number]): boolean {
  return codes.some((code) => code.scheme === scheme && code.codePrinted !== null);
}

function warn({ identity, rowNo }: PanelRow, tableNo: number): Diagnostic {
  const message = `"${identity.codePrinted ?? ''} ${identity.label}" is of another economic classification than all other rows; a digit of its code may be misread, its lines are suspect`;
  return {
    stage: 'transform',
    severity: 'warning',
    code: 'code-of-other-list',
    message,
    origin: { tableNo, row: rowNo },
  };
}
