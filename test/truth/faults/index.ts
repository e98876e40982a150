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

/** A kind of error, as it is called in reports, and how a document is given it. */
interface FaultKind {
  readonly kind: string;
  readonly make: FaultMaker;
}

/** In the order in which they are reported. */
export const FAULT_KINDS: readonly FaultKind[] = [
  { kind: 'changed digit', make: changeDigits },
  { kind: 'dropped row', make: dropRows },
  { kind: 'swapped cells', make: swapCells },
  { kind: 'shifted column', make: shiftColumns },
  { kind: 'exchanged columns', make: exchangeColumns },
  { kind: 'shifted row', make: shiftRows },
  { kind: 'lost header level', make: loseHeaderLevels },
  { kind: 'glued numbers', make: glueNumbers },
  { kind: 'changed code digit', make: changeCodes },
];
