/** An archive's report as people read it. */
import { WITHOUT_CONVERTER } from '../../extractors/index.js';
import type { ArchiveReport, DocumentReport } from '../../sinks/index.js';
import type { Measured } from './limits.js';
import { WITHOUT_LINE, WITHOUT_TEXT } from '../report-page.js';
import { oneLine } from './one-line.js';
import { bounded, groupBy, indent, section } from './report-layout.js';
import { renderDiagnostics, renderFailedChecks, renderGaps, renderSuspectLines } from './report-findings.js';

/** What `--fail-on` compares its limits with. */
export function measure({ documents, diagnostics }: ArchiveReport): Measured {
  return {
    suspect: sum(documents, 'suspect'),
    quarantined: documents.filter(({ status }) => status === 'quarantined').length,
    'failed-checks': sum(documents, 'failedChecks'),
    'without-text': countDocuments(diagnostics, WITHOUT_TEXT),
    'without-converter': countDocuments(diagnostics, WITHOUT_CONVERTER),
  };
}

/** Documents that are loaded although some of what they say is not read. */
function countDocuments(diagnostics: ArchiveReport['diagnostics'], codes: readonly string[]): number {
  return new Set(diagnostics.flatMap(({ documentId, code }) => (codes.includes(code) ? [documentId] : []))).size;
}

/** A few lines on the whole archive. */
export function renderTotals({ documents, diagnostics }: ArchiveReport): string {
  const quarantined = documents.filter(({ status }) => status === 'quarantined').length;
  const lines = sum(documents, 'lines');
  const share = (count: Count): string => `${count} ${percent(sum(documents, count), lines)}`;
  return [
    `documents: ${documents.length - quarantined} loaded, ${quarantined} quarantined`,
    ...renderUnread(diagnostics),
    ...renderUnconverted(diagnostics),
    `lines: ${lines}; ${share('proven')}, ${share('consistent')}, ${share('suspect')}`,
    ...renderUnloaded(diagnostics),
    `performance targets: ${sum(documents, 'targets')}`,
    `checks: ${sum(documents, 'checks')}; ${sum(documents, 'failedChecks')} fail`,
  ].join('\n');
}

/** Nothing where every page has text. */
function renderUnread(diagnostics: ArchiveReport['diagnostics']): string[] {
  const some = countDocuments(diagnostics, WITHOUT_TEXT);
  const all = countDocuments(diagnostics, ['document-has-no-text']);
  return some === 0 ? [] : [`  ${some} with pages without text (scans?), which are not read${ofThese(all)}`];
}

/** Nothing where every document that needs a converter was read with one. */
function renderUnconverted(diagnostics: ArchiveReport['diagnostics']): string[] {
  const some = countDocuments(diagnostics, WITHOUT_CONVERTER);
  return some === 0
    ? []
    : [`  ${some} of an old Word format read without a converter: their tables may be read wrongly`];
}

/** Nothing where every amount that is printed made a line. */
function renderUnloaded(diagnostics: ArchiveReport['diagnostics']): string[] {
  const codes = groupBy(
    diagnostics.filter(({ code }) => WITHOUT_LINE.includes(code)),
    ({ code }) => code,
  );
  if (codes.length === 0) return [];
  const counts = codes.map((findings) => `${findings[0].code} ${findings.length}`).join(', ');
  return [`  amounts that made no line, in ${countDocuments(diagnostics, WITHOUT_LINE)} documents: ${counts}`];
}

function ofThese(withoutAnyText: number): string {
  if (withoutAnyText === 0) return '';
  return `; ${withoutAnyText} ${withoutAnyText === 1 ? 'has' : 'have'} no text at all`;
}

/** The whole report: totals, a line for each document, then what fails, what is in doubt and what is missing, by document. */
export function renderReport(report: ArchiveReport): string {
  const names = new Map(report.documents.map((document) => [document.documentId, nameOf(document)]));
  const nameOfOwner = (owner: { readonly documentId: string | null; readonly fileName: string }): string =>
    names.get(owner.documentId ?? '') ?? oneLine(owner.fileName);
  const sections = [
    [renderTotals(report), ...renderQuarantineHint(report)].join('\n'),
    section('Documents', indent(bounded(report.documents.map(renderDocument), MOST_DOCUMENTS, 'FROM documents'))),
    renderFailedChecks(report.failedChecks, nameOfOwner),
    renderSuspectLines(report.suspectLines, nameOfOwner),
    renderDiagnostics(report.diagnostics, nameOfOwner),
    renderGaps(report.gaps, nameOfOwner),
  ];
  return `${sections.filter((text) => text !== '').join('\n\n')}\n`;
}

/** `run` ends with 3 for what it quarantines; a report that can be printed is no failure by itself. */
function renderQuarantineHint({ documents }: ArchiveReport): readonly string[] {
  const isAny = documents.some(({ status }) => status === 'quarantined');
  return isAny
    ? ['quarantined documents alone do not make check fail; --fail-on quarantined:0 does (exit code 3)']
    : [];
}

/** Documents listed; an archive may hold a hundred thousand. */
const MOST_DOCUMENTS = 200;

/** Enough of the id to find the document by, then what a person knows it by. */
function nameOf({ documentId, fileName, publisher, fiscalYear }: DocumentReport): string {
  const words = [documentId.slice(0, 8), publisher, fiscalYear, `(${fileName})`];
  return oneLine(words.filter((word) => word !== null).join(' '));
}

function renderDocument(document: DocumentReport): string {
  const { status, lines, proven, suspect, failedChecks, errors, warnings } = document;
  if (status === 'quarantined') return `${nameOf(document)}: quarantined`;
  const quality = `lines: ${lines}, ${percent(proven, lines)} proven, ${suspect} suspect`;
  return `${nameOf(document)}: ${quality}; failing checks: ${failedChecks}, errors: ${errors}, warnings: ${warnings}`;
}

type Count = 'lines' | 'proven' | 'consistent' | 'suspect' | 'targets' | 'checks' | 'failedChecks';

function sum(documents: readonly DocumentReport[], count: Count): number {
  return documents.reduce((total, document) => total + document[count], 0);
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '0 %' : `${((100 * part) / whole).toFixed(1)} %`;
}
