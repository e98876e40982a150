/** All rules over one document. */
import type { Diagnostic, Origin, RawBlock } from '../../extractors/types.js';
import { formatFen, formatScaled } from '../amounts/index.js';
import type { Codebook } from '../codebook/types.js';
import type { BudgetLine, BudgetTable, Check, Correction, DocumentFacts, PerformanceTarget } from '../types.js';
import { checkAssets } from './assets.js';
import { checkBalance } from './pairs/balance.js';
import { checkChangeLimits, checkChanges } from './rates/changes.js';
import { checkProseChanges } from './rates/prose-changes.js';
import { checkCodeNames } from './code-names.js';
import { checkContributions, checkRevenueByFunction } from './pairs/cross-classes.js';
import { reportContradictions } from './doubts/contradictions.js';
import { reportBlankParts, reportBlankWholes, reportFailingColumns, reportRowGaps } from './doubts/doubtful-columns.js';
import { checkDeclaredNone } from './pairs/declared-none.js';
import { checkCrosswalk } from './pairs/crosswalk.js';
import { checkEqualFacts } from './pairs/equal-facts.js';
import { findCorrections } from './corrections.js';
import type { Finding } from './finding.js';
import { placeName } from './names.js';
import { classifyFunds } from './pairs/fund-classes.js';
import { checkToldChanges } from './rates/told-changes.js';
import { checkGrowth, checkShares } from './rates/percentages.js';
import { checkProjectForms } from './pairs/projects.js';
import { findProseSums } from './sums/prose-sums.js';
import { findPurchaseSums } from './sums/purchases.js';
import { RoundingUnits } from './rounding.js';
import { reportRoundingNotes } from './rounding-notes.js';
import { reportExchangedColumns } from './doubts/exchanged-columns.js';
import { reportMisreadHeads } from './doubts/misread-heads.js';
import { RULES } from './rules/index.js';
import type { RuleId } from './rules/index.js';
import { checkClassSums, checkMissingClasses } from './pairs/class-sums.js';
import { checkFundLimits } from './pairs/fund-limits.js';
import { checkThreePublic } from './pairs/three-public.js';
import { reportExchangedFunds } from './doubts/exchanged-funds.js';
import { reportSlippedItems } from './doubts/slipped-items.js';
import { reportExchangedClasses } from './doubts/exchanged-classes.js';
import { reportNegativeItems } from './doubts/negative-items.js';
import { reportLostHeads } from './doubts/lost-heads.js';
import { reportEmptyStatements } from './doubts/empty-statements.js';
import { reportBlankAmongNoughts } from './doubts/blank-among-noughts.js';
import { reportPartedColumns } from './doubts/parted-columns.js';
import { reportUnfilledColumns } from './doubts/unfilled-columns.js';
import { reportSharedHeadings } from './doubts/shared-headings.js';
import { checkSums } from './sums/sum.js';
import { findTableSums } from './sums/table-sums.js';

export interface CheckedDocument {
  readonly lines: readonly BudgetLine[];
  readonly tables: readonly BudgetTable[];
  readonly targets: readonly PerformanceTarget[];
  readonly blocks: readonly RawBlock[];
  readonly facts: DocumentFacts;
  readonly codebook: Codebook;
}

/**
 * Applies every rule. Checks are numbered from 1: tables in order (sums, balance, changes), prose, then what binds statements together.
 * A failing check is also a warning `check-failed` at the place of the printed figure (a contradiction of code and name is told where codes are read); columns of a row that mean the same and differ are warnings
 * `columns-contradict`, amount columns without a heading of their own `heading-shared`, those under a head that can't be theirs
 * `head-misread`, parts of a blank whole `whole-column-blank`, wholes of blank parts `part-columns-blank`, columns whose sums fail in several rows `columns-in-doubt`, such as another
 * statement prints in each other's place `columns-exchanged`; what the document notes of rounding is an
 * info `rounding-note`. Nothing throws.
 */
export function checkDocument(document: CheckedDocument): {
  readonly checks: readonly Check[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const units = new RoundingUnits(document.lines);
  const within = [...checkTables(document, units), ...checkProse(document, units)];
  const findings = [...within, ...checkBetween(document, units, within)];
  const corrections = findCorrections(findings, document.lines, units);
  const checks = findings.map((finding, index) => toCheck(finding, index + 1, corrections.get(finding) ?? null));
  const byNumber = new Map(document.lines.map((line) => [line.lineNo, line]));
  const failed = findings.filter(({ status }) => status === 'fail');
  const contradictions = reportContradictions(document.lines, document.tables, findings);
  const shared = reportSharedHeadings(document.lines, document.tables);
  const misread = [
    ...reportMisreadHeads(document.lines, document.tables),
    ...reportLostHeads(document.lines, document.tables),
  ];
  const doubtful = [
    ...reportEmptyStatements(document.lines, document.tables, document.blocks),
    ...reportNegativeItems(document.lines),
    ...reportSlippedItems(document.lines),
    ...reportExchangedClasses(document.lines),
    ...reportExchangedFunds(document.lines),
    ...reportBlankWholes(document.lines, document.tables),
    ...reportBlankParts(document.lines, document.tables),
    ...reportRowGaps(document.lines, document.tables),
    ...reportBlankAmongNoughts(document.lines, document.tables),
    ...reportPartedColumns(document.lines, document.tables),
    ...reportUnfilledColumns(document.lines, document.tables, classifyFunds(document.lines)),
    ...reportFailingColumns(document.lines, findings),
    ...reportExchangedColumns(document.lines, findings),
  ];
  const rounding = reportRoundingNotes(document.tables, document.blocks);
  const isNoted = rounding.length > 0;
  const untold = failed.filter(({ rule }) => rule !== TOLD_BY_ROW);
  const warnings = untold.map((finding) => warn(finding, corrections.get(finding) ?? null, byNumber, isNoted));
  return { checks, diagnostics: [...warnings, ...contradictions, ...shared, ...misread, ...doubtful, ...rounding] };
}

/** Each row in which its code and its name contradict each other has its own warning (`code-contradicts-name`). */
const TOLD_BY_ROW: RuleId = 'code-name';

function toCheck(finding: Finding, checkNo: number, correction: Correction | null): Check {
  const { rule, checkId, subject, expected, actual, tolerance, unit, status, lineNos, cellRefs } = finding;
  return { checkNo, rule, checkId, subject, expected, actual, tolerance, unit, status, lineNos, cellRefs, correction };
}

function checkTables({ lines, tables }: CheckedDocument, units: RoundingUnits): Finding[] {
  const byTable = new Map<number, BudgetLine[]>();
  for (const line of lines) {
    if (line.place.kind !== 'table') continue;
    const table = byTable.get(line.place.tableNo);
    if (table) table.push(line);
    else byTable.set(line.place.tableNo, [line]);
  }
  const byNumber = new Map(tables.map((table) => [table.raw.tableNo, table]));
  return [...byTable].flatMap(([tableNo, own]) => [
    ...checkSums(findTableSums(own, byNumber.get(tableNo) ?? null), units),
    ...checkBalance(own, units),
    ...checkChanges(own, byNumber.get(tableNo)?.blankColumns ?? [], units),
  ]);
}

function checkProse({ lines }: CheckedDocument, units: RoundingUnits): Finding[] {
  return [
    ...checkSums(findProseSums(lines, classifyFunds(lines)), units),
    ...checkShares(lines, units),
    ...checkGrowth(lines, units),
    ...checkProseChanges(lines, units),
  ];
}

function checkBetween(document: CheckedDocument, units: RoundingUnits, within: readonly Finding[]): Finding[] {
  const { lines, codebook, targets, tables, blocks } = document;
  const fundClass = classifyFunds(lines);
  return [
    ...checkEqualFacts(lines, fundClass, units, within),
    ...checkSums(findPurchaseSums(lines), units),
    ...checkRevenueByFunction(lines, units),
    ...checkContributions(lines, fundClass, units),
    ...checkClassSums(lines, fundClass, units),
    ...checkMissingClasses(lines, units),
    ...checkFundLimits(lines, tables, units),
    ...checkToldChanges(lines, tables, fundClass, units),
    ...checkChangeLimits(lines, units),
    ...checkThreePublic(lines, fundClass, units),
    ...checkCrosswalk(lines, codebook, units),
    ...checkProjectForms(lines, targets, units),
    ...checkAssets(tables, blocks),
    ...checkDeclaredNone(lines, tables, blocks),
    ...checkCodeNames(lines, codebook),
  ];
}

function warn(
  finding: Finding,
  correction: Correction | null,
  byNumber: ReadonlyMap<number, BudgetLine>,
  roundingIsNoted: boolean,
): Diagnostic {
  const expected = formatMicro(finding.expected);
  const actual = formatMicro(finding.actual);
  const consequence =
    finding.lineNos.length > 0 ? 'its figures are suspect' : 'it binds no line, so none is suspect for it';
  return {
    stage: 'transform',
    severity: 'warning',
    code: 'check-failed',
    message: `${finding.subject}: the parts give ${expected}, printed is ${actual} (${finding.unit}); ${consequence}.${roundingIsNoted ? tellRounding(finding) : ''}${tellCorrection(correction, byNumber)} ${RULES[finding.rule].en}`,
    origin: originOf(finding, byNumber),
  };
}

/** For documents that note the rounding of their figures: their reader may take it for the reason. */
function tellRounding({ tolerance, unit }: Finding): string {
  if (unit === 'count') return '';
  return ` The rounding that the document notes explains no more than ${formatMicro(tolerance)} ${unit}.`;
}

function tellCorrection(correction: Correction | null, byNumber: ReadonlyMap<number, BudgetLine>): string {
  const line = correction ? byNumber.get(correction.lineNo) : undefined;
  if (!correction || !line) return '';
  const { place } = line;
  const where =
    place.kind === 'table'
      ? `t.${String(place.tableNo)} r.${String(place.row)} c.${String(place.col)}`
      : placeName(line);
  return ` All checks on ${where} would hold if it were ${formatFen(correction.amount)} instead of ${formatFen(line.amount)}.`;
}

function originOf({ lineNos, cellRefs }: Finding, byNumber: ReadonlyMap<number, BudgetLine>): Origin {
  const place = byNumber.get(lineNos[0] ?? 0)?.place;
  const [cell] = cellRefs;
  if (place?.kind === 'table') return { page: place.page, tableNo: place.tableNo, row: place.row, col: place.col };
  if (place) return { page: place.page, blockNo: place.blockNo, line: place.line };
  return cell ? { tableNo: cell.tableNo, row: cell.row, col: cell.col } : {};
}

function formatMicro(value: bigint | null): string {
  return value === null ? 'nothing' : formatScaled(value, 6).replace(/\.?0{1,4}$/, '');
}
