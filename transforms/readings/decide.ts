/** The accounts decide: of the readings that the extractor offers for a table, the one that is taken. */
import type { Diagnostic, Grid, RawTable, Reading } from '../../extractors/types.js';
import { unitFactor } from '../amounts/index.js';
import { judgeTable } from '../checks/index.js';
import type { Judgement } from '../checks/index.js';
import type { Codebook } from '../codebook/index.js';
import { factKey } from '../lines/index.js';
import { readTable } from '../rows/index.js';
import { classifyTable, readHeaderPaths } from '../statements/index.js';
import type { BudgetTable, DocumentFacts, StatedAmount } from '../types.js';
import type { DecidedTable, TableUnit } from './decided-table.js';
import { repairTable } from './repair-table.js';
import { isKindDoubtful, isKindGuessed, reportKindGuess } from './kind-guess.js';

interface ReadAs extends DecidedTable {
  readonly reading: Reading;
}

interface Trial extends ReadAs {
  readonly judgement: Judgement;
}

/**
 * Takes the first reading under which identities hold and none fails. Where no reading has that (the source itself may be wrong), the one
 * with the fewest contradictions is taken, the likelier of two equals, and a warning (`reading-undecided`) says that the accounts did
 * not confirm it; another than the likeliest is said so too (`reading-chosen`). Slips in its cells are mended where the sums bear it out (`text-repaired`).
 */
export function decideTable(raw: RawTable, unit: TableUnit, facts: DocumentFacts, codebook: Codebook): DecidedTable {
  const { decided, told, isSettled } = decideReading(raw, unit, facts, codebook);
  const { why, repairs = [] } = decided.reading;
  const readGrid = (grid: Grid): DecidedTable => readAs(raw, { grid, why }, unit, facts, codebook);
  const mended = isSettled ? repairTable(decided, repairs, readGrid) : decided;
  return { ...mended, diagnostics: [...mended.diagnostics, ...told] };
}

interface Choice {
  readonly decided: ReadAs;
  /** What is to be said of the choice. */
  readonly told: readonly Diagnostic[];
  /** Whether no other reading has as much for it: slips are mended in a reading that is sure. */
  readonly isSettled: boolean;
}

function decideReading(raw: RawTable, unit: TableUnit, facts: DocumentFacts, codebook: Codebook): Choice {
  const [first, ...rest] = raw.readings;
  if (rest.length === 0) return { decided: readAs(raw, first, unit, facts, codebook), told: [], isSettled: true };
  const likeliest = tryReading(raw, first, unit, facts, codebook);
  const others = rest.map((reading) => tryReading(raw, reading, unit, facts, codebook));
  const isBetter = raw.method === 'aligned' ? isBetterAligned : isBetterOrdered;
  const taken = others.reduce((best, other) => (isBetter(other.judgement, best.judgement) ? other : best), likeliest);
  const equals = [likeliest, ...others].filter(({ judgement }) => !isBetter(taken.judgement, judgement));
  const told = reportChoice(raw, taken, likeliest, isProven(taken.judgement));
  if (raw.method !== 'aligned') return { decided: taken, told, isSettled: true };
  return { decided: { ...taken, amounts: markAmbiguous(taken, equals) }, told, isSettled: equals.length === 1 };
}

/** The amounts, `ambiguous` where they mean something else under another reading for which as much speaks. */
function markAmbiguous(taken: Trial, equals: readonly Trial[]): readonly StatedAmount[] {
  const meanings = equals.filter((trial) => trial !== taken).map(meaningsOf);
  if (meanings.length === 0) return taken.amounts;
  const own = meaningsOf(taken);
  return taken.amounts.map((amount) => {
    const place = placeInBody(amount, taken);
    const isSame = meanings.every((other) => other.get(place) === own.get(place));
    return isSame ? amount : { ...amount, ambiguous: true };
  });
}

function meaningsOf(trial: Trial): Map<string, string> {
  return new Map(trial.amounts.map((amount) => [placeInBody(amount, trial), factKey(amount, null)]));
}

/** Headers may be of different height: rows count from the first below. */
function placeInBody({ place }: StatedAmount, { table }: Trial): string {
  return place.kind === 'table' ? `${place.row - table.grid.headerRowCount} ${place.col}` : '';
}

function isProven({ held, failed, misread }: Judgement): boolean {
  return held > 0 && failed === 0 && misread === 0;
}

/**
 * Confirmed beats unconfirmed; of two unconfirmed, fewer contradictions, then fewer heads over columns not theirs, then more
 * confirmations. Equals stay in order.
 */
function isBetterOrdered(a: Judgement, b: Judgement): boolean {
  if (isProven(a) || isProven(b)) return isProven(a) && !isProven(b);
  if ((a.held === 0) !== (b.held === 0)) return a.held > 0 && a.failed <= b.failed;
  if (a.failed !== b.failed) return a.failed < b.failed;
  return a.misread !== b.misread ? a.misread < b.misread : a.held > b.held;
}

/** Readings that alignment tells apart are about as likely: of two confirmed ones that with more confirmations is better. */
function isBetterAligned(a: Judgement, b: Judgement): boolean {
  return isProven(a) && isProven(b) ? a.held > b.held : isBetterOrdered(a, b);
}

function tryReading(raw: RawTable, reading: Reading, unit: TableUnit, facts: DocumentFacts, codebook: Codebook): Trial {
  const read = readAs(raw, reading, unit, facts, codebook);
  return { ...read, judgement: judgeTable(read.amounts, read.table) };
}

function readAs(
  raw: RawTable,
  reading: Reading,
  { unit, inferred }: TableUnit,
  facts: DocumentFacts,
  codebook: Codebook,
): ReadAs {
  const { grid } = reading;
  const tableKind = classifyTable(raw, grid);
  const read = readTable(
    {
      tableNo: raw.tableNo,
      tableKind,
      grid,
      unit,
      isGuess: inferred || raw.spansLost === true || raw.placeUnsure === true || isKindDoubtful(raw, grid, tableKind),
      title: raw.title,
      isUnruled: raw.method === 'aligned',
    },
    facts,
    codebook,
  );
  const factor = unit === null ? null : unitFactor(unit);
  const isGuess = inferred || isKindGuessed(raw, tableKind);
  const table: BudgetTable = {
    raw,
    grid,
    tableKind,
    unit,
    unitFactor: factor,
    isGuess,
    blankColumns: read.blankColumns,
  };
  return { table, reading, ...read, diagnostics: [...reportKindGuess(raw, grid, tableKind), ...read.diagnostics] };
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
        `"${taken.reading.why}" was taken of ${count} readings: the accounts hold under it and not under likelier ones; ${tellHeadings(taken.table.grid, likeliest.table.grid)}`,
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

/** Headings that a message names. */
const MOST_HEADINGS = 6;

/** The columns that stand under other words in the reading that was taken than in the likeliest: both. */
function tellHeadings(taken: Grid, likeliest: Grid): string {
  const before = readHeaderPaths(likeliest).map(spellPath);
  const changed = readHeaderPaths(taken).flatMap((path, col) => {
    const [now, then] = [spellPath(path), before[col] ?? ''];
    return now === then ? [] : [`c.${String(col)} stands under "${now}", not "${then}"`];
  });
  const more = changed.length - MOST_HEADINGS;
  if (changed.length === 0) return 'its cells stand in other places';
  return changed.slice(0, MOST_HEADINGS).join('; ') + (more > 0 ? `; … (${String(more)} more)` : '');
}

function spellPath(path: readonly string[]): string {
  return path.join(' › ');
}

/** Readings of a table without a body cell to place differently say the same. */
function sameMeaning(grids: readonly Grid[]): boolean {
  return grids.every((grid) => grid.cells.every(({ row, text }) => row < grid.headerRowCount || text.trim() === ''));
}
