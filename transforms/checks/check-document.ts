/** All rules over one document. */
import type { Diagnostic, Origin, RawBlock } from '../../extractors/types.js';
import { formatScaled } from '../amounts/index.js';
import type { Codebook } from '../codebook/types.js';
import type { BudgetLine, BudgetTable, Check, DocumentFacts, PerformanceTarget } from '../types.js';
import { checkAssets } from './assets.js';
import { checkBalance } from './balance.js';
import { checkChanges } from './changes.js';
import { checkContributions, checkRevenueByFunction } from './cross-classes.js';
import { reportContradictions } from './contradictions.js';
import { reportBlankWholes, reportFailingColumns } from './doubtful-columns.js';
import { checkCrosswalk } from './crosswalk.js';
import { checkEqualFacts } from './equal-facts.js';
import type { Finding } from './finding.js';
import { classifyFunds } from './fund-classes.js';
import { checkGrowth, checkShares } from './percentages.js';
import { checkProjectForms } from './projects.js';
import { findProseSums } from './prose-sums.js';
import { findPurchaseSums } from './purchases.js';
import { RoundingUnits } from './rounding.js';
import { reportMisreadHeads } from './misread-heads.js';
import { RULES } from './rules.js';
import { reportSharedHeadings } from './shared-headings.js';
import { checkSums, findTableSums } from './table-sums.js';

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
 * A failing check is also a warning `check-failed` at the place of the printed figure; columns of a row that mean the same and differ are warnings
 * `columns-contradict`, amount columns without a heading of their own `heading-shared`, those under a head that can't be theirs
 * `head-misread`, parts of a blank whole `whole-column-blank`, columns whose sums fail in several rows `columns-in-doubt`; nothing throws.
 */
export function checkDocument(document: CheckedDocument): {
  readonly checks: readonly Check[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const units = new RoundingUnits(document.lines);
  const within = [...checkTables(document, units), ...checkProse(document, units)];
  const findings = [...within, ...checkBetween(document, units, within)];
  const checks = findings.map((finding, index): Check => ({ checkNo: index + 1, ...finding }));
  const byNumber = new Map(document.lines.map((line) => [line.lineNo, line]));
  const failed = findings.filter(({ status }) => status === 'fail');
  const contradictions = reportContradictions(document.lines, document.tables, findings);
  const shared = reportSharedHeadings(document.lines, document.tables);
  const misread = reportMisreadHeads(document.lines, document.tables);
  const doubtful = [
    ...reportBlankWholes(document.lines, document.tables),
    ...reportFailingColumns(document.lines, findings),
  ];
  const warnings = failed.map((finding) => warn(finding, byNumber));
  return { checks, diagnostics: [...warnings, ...contradictions, ...shared, ...misread, ...doubtful] };
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
    ...checkChanges(own, units),
  ]);
}

function checkProse({ lines }: CheckedDocument, units: RoundingUnits): Finding[] {
  return [...checkSums(findProseSums(lines), units), ...checkShares(lines, units), ...checkGrowth(lines, units)];
}

function checkBetween(document: CheckedDocument, units: RoundingUnits, within: readonly Finding[]): Finding[] {
  const { lines, codebook, targets, tables, blocks } = document;
  const fundClass = classifyFunds(lines);
  return [
    ...checkEqualFacts(lines, fundClass, units, within),
    ...checkSums(findPurchaseSums(lines), units),
    ...checkRevenueByFunction(lines, units),
    ...checkContributions(lines, fundClass, units),
    ...checkCrosswalk(lines, codebook, units),
    ...checkProjectForms(lines, targets, units),
    ...checkAssets(tables, blocks),
  ];
}

function warn(finding: Finding, byNumber: ReadonlyMap<number, BudgetLine>): Diagnostic {
  const expected = formatMicro(finding.expected);
  const actual = formatMicro(finding.actual);
  const consequence =
    finding.lineNos.length > 0 ? 'its figures are suspect' : 'it binds no line, so none is suspect for it';
  return {
    stage: 'transform',
    severity: 'warning',
    code: 'check-failed',
    message: `${finding.subject}: the parts give ${expected}, printed is ${actual} (${finding.unit}); ${consequence}. ${RULES[finding.rule].en}`,
    origin: originOf(finding, byNumber),
  };
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
