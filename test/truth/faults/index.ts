/** The kinds of error that a document is tried with. */
import { changeCodes } from './changed-code.js';
import { changeDigits } from './changed-digit.js';
import { dropRows } from './dropped-row.js';
import { exchangeColumns } from './exchanged-columns.js';
import type { FaultMaker } from './fault.js';
import { glueNumbers } from './glued-numbers.js';
import { loseHeaderLevels } from './lost-header.js';
import { shiftColumns } from './shifted-column.js';
import { shiftRows } from './shifted-row.js';
import { swapCells } from './swapped-cells.js';

export type { Fault } from './fault.js';

/** Makers by the name of their kind, in the order in which they are reported. */
export const FAULT_KINDS = {
  'changed digit': changeDigits,
  'dropped row': dropRows,
  'swapped cells': swapCells,
  'shifted column': shiftColumns,
  'exchanged columns': exchangeColumns,
  'shifted row': shiftRows,
  'lost header level': loseHeaderLevels,
  'glued numbers': glueNumbers,
  'changed code digit': changeCodes,
} as const satisfies Readonly<Record<string, FaultMaker>>;

export type FaultKind = keyof typeof FAULT_KINDS;
