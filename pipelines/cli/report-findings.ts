/** The sections of the report: what fails, what is in doubt, what was odd, what is missing. */
import type {
  CheckCorrection,
  DiagnosticGroup,
  Excerpt,
  FailedCheck,
  GapGroup,
  SuspectLine,
} from '../../sinks/index.js';
import { oneLine } from './one-line.js';
import { renderGroups, section } from './report-layout.js';

export function renderFailedChecks(checks: Excerpt<FailedCheck>): string {
  const title = `Failing checks (${checks.findings}); expected: what the parts give, actual: what is printed`;
  return section(title, renderGroups(checks, renderFailedCheck, `checks WHERE status = 'fail'`));
}

function renderFailedCheck(check: FailedCheck): string {
  const { rule, subject, expected, actual, difference, unit, lines, correction } = check;
  const figures = `expected ${shorten(expected)}, actual ${shorten(actual)} (difference ${shorten(difference)} ${unit})`;
  const bound = lines === 0 ? '; it binds no line, so none is suspect for it' : '';
  return `${rule}: ${oneLine(subject)}; ${figures}${bound}${correction === null ? '' : renderCorrection(correction)}`;
}

/** A hint, no more: the page says what it says. */
function renderCorrection({ label, location, amount, correctionAmount }: CheckCorrection): string {
  return `; ${oneLine(label)} ${location} would have to be ${grouped(correctionAmount)}, not ${grouped(amount)} yuan`;
}

/** A numeral in yuan with thousands separators. */
function grouped(numeral: string): string {
  return numeral.replace(/\B(?=(?:\d{3})+\.)/g, ',');
}

/** A numeral without the zeros after its second decimal place. */
function shorten(numeral: string | null): string {
  return numeral?.replace(/(\.\d\d\d*?)0+$/, '$1') ?? 'nothing';
}

export function renderSuspectLines(lines: Excerpt<SuspectLine>): string {
  const table = `budget_lines JOIN line_doubts USING (document_id, line_no) WHERE confidence = 'suspect'`;
  const title = `Suspect lines (${lines.findings}): look before use`;
  return section(title, renderGroups(lines, renderSuspectLine, table));
}

function renderSuspectLine({ lineNo, location, label, amount, reasons }: SuspectLine): string {
  return `line ${lineNo}, ${location}, ${oneLine(label)} ${amount}: ${reasons.join(', ')}`;
}

export function renderDiagnostics(diagnostics: Excerpt<DiagnosticGroup>): string {
  const title = `Warnings and errors (${diagnostics.findings})`;
  return section(title, renderGroups(diagnostics, renderCode, `diagnostics WHERE severity <> 'info'`));
}

function renderCode({ severity, code, message, findings, places, placeCount }: DiagnosticGroup): string {
  const more = placeCount - places.length;
  const where = [...places, ...(more > 0 ? [`${more} more`] : [])].join('; ');
  const count = findings > 1 ? ` (${findings} times)` : '';
  return `${severity} ${code}${count}: ${oneLine(message)}${where === '' ? '' : ` [${where}]`}`;
}

export function renderGaps(gaps: Excerpt<GapGroup>): string {
  return section(`Gaps (${gaps.findings})`, renderGroups(gaps, renderGap, 'report_gaps'));
}

/** The reason for which a document was quarantined stands among the errors. */
const QUARANTINED = 'document_quarantined';

function renderGap({ gap, tableKinds, detail }: GapGroup): string {
  const parts = [gap, tableKinds.join(', '), gap === QUARANTINED ? '' : oneLine(detail ?? '')];
  return parts.filter((part) => part !== '').join(': ');
}
