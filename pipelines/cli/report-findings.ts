/** The sections of the report: what fails, what is in doubt, what was odd, what is missing. */
import type { FailedCheck, Gap, ReportedDiagnostic, SuspectLine } from '../../sinks/index.js';
import { oneLine } from './one-line.js';
import { groupBy, groupByOwner, renderGroups, section, type NameOfOwner } from './report-layout.js';

/** Places named of a finding that a document has many times. */
const MOST_PLACES = 5;

export function renderFailedChecks(checks: readonly FailedCheck[], nameOfOwner: NameOfOwner): string {
  const title = `Failing checks (${checks.length}); expected: what the parts give, found: what is printed`;
  const table = `checks WHERE status = 'fail'`;
  return section(
    title,
    renderGroups(groupByOwner(checks, nameOfOwner), ({ members }) => members.map(renderFailedCheck), table),
  );
}

function renderFailedCheck(check: FailedCheck): string {
  const { rule, subject, expected, actual, difference, unit, lines } = check;
  const figures = `expected ${shorten(expected)}, found ${shorten(actual)} (difference ${shorten(difference)} ${unit})`;
  return `${rule}: ${oneLine(subject)}; ${figures}${lines === 0 ? '; it binds no line, so none is suspect for it' : ''}`;
}

/** A numeral without the zeros after its second decimal place. */
function shorten(numeral: string | null): string {
  return numeral?.replace(/(\.\d\d\d*?)0+$/, '$1') ?? 'nothing';
}

export function renderSuspectLines(lines: readonly SuspectLine[], nameOfOwner: NameOfOwner): string {
  const table = `budget_lines JOIN line_doubts USING (document_id, line_no) WHERE confidence = 'suspect'`;
  return section(
    `Suspect lines (${lines.length}): look before use`,
    renderGroups(groupByOwner(lines, nameOfOwner), ({ members }) => members.map(renderSuspectLine), table),
  );
}

function renderSuspectLine({ lineNo, location, label, amount, reasons }: SuspectLine): string {
  return `line ${lineNo}, ${location}, ${oneLine(label)} ${amount}: ${reasons.join(', ')}`;
}

/** Findings of one code stand together; failing checks have a section of their own. */
export function renderDiagnostics(diagnostics: readonly ReportedDiagnostic[], nameOfOwner: NameOfOwner): string {
  const others = diagnostics.filter(({ code }) => code !== 'check-failed');
  const table = `diagnostics WHERE severity <> 'info'`;
  return section(
    `Warnings and errors (${others.length})`,
    renderGroups(
      groupByOwner(others, nameOfOwner),
      ({ members }) => groupBy(members, ({ severity, code }) => `${severity} ${code}`).map(renderCode),
      table,
    ),
  );
}

/** Messages of one code say much the same: the first one, then the places. */
function renderCode(diagnostics: readonly [ReportedDiagnostic, ...ReportedDiagnostic[]]): string {
  const [first] = diagnostics;
  const places = [...new Set(diagnostics.flatMap(({ location }) => (location === null ? [] : [location])))];
  const more = places.length - MOST_PLACES;
  const where = [...places.slice(0, MOST_PLACES), ...(more > 0 ? [`${more} more`] : [])].join('; ');
  const count = diagnostics.length > 1 ? ` (${diagnostics.length} times)` : '';
  return `${first.severity} ${first.code}${count}: ${oneLine(first.message)}${where === '' ? '' : ` [${where}]`}`;
}

export function renderGaps(gaps: readonly Gap[], nameOfOwner: NameOfOwner): string {
  return section(
    `Gaps (${gaps.length})`,
    renderGroups(
      groupByOwner(gaps, nameOfOwner),
      ({ members }) => groupBy(members, ({ gap, detail }) => `${gap} ${detail ?? ''}`).map(renderGap),
      'report_gaps',
    ),
  );
}

/** The reason for which a document was quarantined stands among the errors. */
const QUARANTINED = 'document_quarantined';

/** Gaps of one kind without details of their own are one list of statements. */
function renderGap(gaps: readonly [Gap, ...Gap[]]): string {
  const [first] = gaps;
  const kinds = gaps.flatMap(({ tableKind }) => (tableKind === null ? [] : [tableKind])).join(', ');
  const parts = [first.gap, kinds, first.gap === QUARANTINED ? '' : oneLine(first.detail ?? '')];
  return parts.filter((part) => part !== '').join(': ');
}
