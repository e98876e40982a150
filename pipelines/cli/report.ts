/** An archive's report as people read it. */
import type { ArchiveTotals, DocumentReport, ReportExcerpt } from '../../sinks/index.js';
import type { Measured } from './limits.js';
import { indent, nameOf, section, withRest } from './report-layout.js';
import { renderDiagnostics, renderFailedChecks, renderGaps, renderSuspectLines } from './report-findings.js';

/** What `--fail-on` compares its limits with. */
export function measure(totals: ArchiveTotals): Measured {
  return {
    suspect: totals.suspect,
    quarantined: totals.quarantined + totals.unreadable,
    gone: totals.gone,
    'failed-checks': totals.failedChecks,
    'without-text': totals.withoutText,
    'without-converter': totals.withoutConverter,
  };
}

/** A few lines on the whole archive. */
export function renderTotals(totals: ArchiveTotals): string {
  const { loaded, quarantined, lines, proven, consistent, suspect, targets, checks, failedChecks } = totals;
  return [
    `documents: ${loaded} loaded, ${quarantined} quarantined`,
    ...renderUnreadable(totals),
    ...renderGone(totals),
    ...renderUnread(totals),
    ...renderUnconverted(totals),
    `lines: ${lines}; proven ${percent(proven, lines)}, consistent ${percent(consistent, lines)}, suspect ${percent(suspect, lines)}`,
    ...renderUnloaded(totals),
    `performance targets: ${targets}`,
    `checks: ${checks}; ${failedChecks} fail`,
  ].join('\n');
}

/** Nothing where every source could be read; one that could not has no document. */
function renderUnreadable({ unreadable }: ArchiveTotals): string[] {
  return unreadable === 0 ? [] : [`sources unreadable: ${unreadable}`];
}

/** Nothing where every source was found again: a folder that is empty all of a sudden is more often one that was not mounted. */
function renderGone({ gone }: ArchiveTotals): string[] {
  return gone === 0 ? [] : [`sources that the last run no longer found: ${gone}; the views are without them`];
}

/** Nothing where every page has text. */
function renderUnread({ withoutText: some, withoutAnyText: all }: ArchiveTotals): string[] {
  const ofThese = all === 0 ? '' : `; ${all} ${all === 1 ? 'has' : 'have'} no text at all`;
  return some === 0 ? [] : [`  ${some} with pages without text (scans?), which are not read${ofThese}`];
}

/** Nothing where every document that needs a converter was read with one. */
function renderUnconverted({ withoutConverter: some }: ArchiveTotals): string[] {
  return some === 0
    ? []
    : [`  ${some} of an old Word format read without a converter: their tables may be read wrongly`];
}

/** Nothing where every amount that is printed made a line. */
function renderUnloaded({ unloaded, withoutLine }: ArchiveTotals): string[] {
  if (unloaded.length === 0) return [];
  const counts = unloaded.map(({ code, findings }) => `${code} ${findings}`).join(', ');
  return [`  amounts that made no line, in ${withoutLine} documents: ${counts}`];
}

/** How places are written, in what fails and in what is odd. */
const PLACES =
  'Places: p. page, t. table, b. block of text, l. line of text, counted from 1; r. row and c. column of the table, counted from 0';

/** The whole report: totals, a line for each document, then what fails, what is in doubt and what is missing, by document. */
export function renderReport(totals: ArchiveTotals, excerpt: ReportExcerpt): string {
  const { documents, failedChecks, suspectLines, diagnostics, gaps } = excerpt;
  const hasPlaces = failedChecks.findings + suspectLines.findings + diagnostics.findings > 0;
  const sections = [
    [renderTotals(totals), ...renderQuarantineHint(totals)].join('\n'),
    section('Documents', indent(withRest(documents.shown.map(renderDocument), documents.total, 'FROM documents'))),
    hasPlaces ? PLACES : '',
    renderFailedChecks(failedChecks),
    renderSuspectLines(suspectLines),
    renderDiagnostics(diagnostics),
    renderGaps(gaps),
  ];
  return `${sections.filter((text) => text !== '').join('\n\n')}\n`;
}

/** `run` ends with 3 for what it quarantines; a report that can be printed is no failure by itself. */
function renderQuarantineHint({ quarantined, unreadable }: ArchiveTotals): readonly string[] {
  return quarantined + unreadable > 0
    ? [
        'quarantined documents and unreadable sources alone do not make check fail; --fail-on quarantined:0 does (exit code 3), it counts both',
      ]
    : [];
}

function renderDocument(document: DocumentReport): string {
  const { status, lines, proven, suspect, failedChecks, errors, warnings } = document;
  if (status === 'quarantined') return `${nameOf(document)}: quarantined`;
  const quality = `lines: ${lines}, ${percent(proven, lines)} proven, ${suspect} suspect`;
  return `${nameOf(document)}: ${quality}; failing checks: ${failedChecks}, errors: ${errors}, warnings: ${warnings}`;
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '0 %' : `${((100 * part) / whole).toFixed(1)} %`;
}
