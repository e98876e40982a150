/** The accounts decide: of the readings that the extractor offers for a table, the one that is taken. */
import type { Diagnostic, Grid, RawTable, Reading } from '../../extractors/types.js';
import { unitFactor } from '../amounts/index.js';
import { judgeTable } from '../checks/index.js';
import type { Judgement } from '../checks/index.js';
import type { Codebook } from '../codebook/index.js';
import { readTable } from '../rows/index.js';
import { classifyTable } from '../statements/index.js';
import type { BudgetTable, DocumentFacts, StatedAmount } from '../types.js';
import { isKindDoubtful, reportKindGuess } from './kind-guess.js';

/** The money unit that is to be used for a table. */
export interface TableUnit {
  readonly unit: string | null;
  /** Taken from elsewhere in the document, or the first of several that the table names. */
  readonly inferred: boolean;
}

export interface DecidedTable {
  readonly table: BudgetTable;
  readonly amounts: readonly StatedAmount[];
  readonly diagnostics: readonly Diagnostic[];
}

interface Trial extends DecidedTable {
  readonly reading: Reading;
  readonly judgement: Judgement;
}

/**
 * Takes the first reading under which identities hold and none fails. Where no reading has that (the source itself may be wrong), the one
 * with the fewest contradictions is taken, the likelier of two equals, and a warning (`reading-undecided`) says that the accounts did
 * not confirm it; another than the likeliest is said so too (`reading-chosen`).
 */
export function decideTable(raw: RawTable, unit: TableUnit, facts: DocumentFacts, codebook: Codebook): DecidedTable {
  const [first, ...rest] = raw.readings;
  if (rest.length === 0) return readAs(raw, first, unit, facts, codebook);
  const likeliest = tryReading(raw, first, unit, facts, codebook);
  const others = rest.map((reading) => tryReading(raw, reading, unit, facts, codebook));
  const taken = others.reduce((best, other) => (isBetter(other.judgement, best.judgement) ? other : best), likeliest);
  const isProven = taken.judgement.held > 0 && taken.judgement.failed === 0;
  return { ...taken, diagnostics: [...taken.diagnostics, ...reportChoice(raw, taken, likeliest, isProven)] };
}

/** Confirmed beats unconfirmed; of two unconfirmed, fewer contradictions, then more confirmations. Equals stay in order. */
function isBetter(a: Judgement, b: Judgement): boolean {
  const proven = (judgement: Judgement): boolean => judgement.held > 0 && judgement.failed === 0;
  if (proven(a) || proven(b)) return proven(a) && !proven(b);
  if (a.held === 0 || b.held === 0) return a.held > 0 && a.failed <= b.failed;
  return a.failed !== b.failed ? a.failed < b.failed : a.held > b.held;
}

function tryReading(raw: RawTable, reading: Reading, unit: TableUnit, facts: DocumentFacts, codebook: Codebook): Trial {
  const read = readAs(raw, reading, unit, facts, codebook);
  return { ...read, reading, judgement: judgeTable(read.amounts, reading.grid) };
}

function readAs(
  raw: RawTable,
  { grid }: Reading,
  { unit, inferred }: TableUnit,
  facts: DocumentFacts,
  codebook: Codebook,
): DecidedTable {
  const tableKind = classifyTable(raw, grid);
  const read = readTable(
    {
      tableNo: raw.tableNo,
      tableKind,
      grid,
      unit,
      isGuess: inferred || isKindDoubtful(raw, grid, tableKind),
      title: raw.title,
      isUnruled: raw.method === 'aligned',
    },
    facts,
    codebook,
  );
  const table: BudgetTable = { raw, grid, tableKind, unit, unitFactor: unit === null ? null : unitFactor(unit) };
  return { table, ...read, diagnostics: [...reportKindGuess(raw, grid, tableKind), ...read.diagnostics] };
}

function reportChoice(raw: RawTable, taken: Trial, likeliest: Trial, proven: boolean): Diagnostic[] {
  const report = (severity: Diagnostic['severity'], code: string, message: string): Diagnostic => ({
    stage: 'transform',
    severity,
    code,
    message,
    origin: { tableNo: raw.tableNo, line: raw.lineFirst, page: raw.pageFirst },
  });
  const count = String(raw.readings.length);
  if (proven && taken === likeliest) return [];
  if (proven)
    return [
      report(
        'info',
        'reading-chosen',
        `"${taken.reading.why}" was taken of ${count} readings: the accounts hold under it and not under likelier ones`,
      ),
    ];
  if (taken.amounts.length === 0 || sameMeaning(raw.readings.map(({ grid }) => grid))) return [];
  return [
    report(
      'warning',
      'reading-undecided',
      `the table can be read in ${count} ways and the accounts confirm none; the likeliest was taken, check its columns`,
    ),
  ];
}

/** Readings of a table without a body cell to place differently say the same. */
function sameMeaning(grids: readonly Grid[]): boolean {
  return grids.every((grid) => grid.cells.every(({ row, text }) => row < grid.headerRowCount || text.trim() === ''));
}
