/** An archive's report as people read it. */
import type { ArchiveReport, DocumentReport, FailedCheck, Gap } from '../../sinks/index.js';
import type { Measured } from './limits.js';

/** What `--fail-on` compares its limits with. */
export function measure({ documents }: ArchiveReport): Measured {
  return {
    suspect: sum(documents, 'suspect'),
    quarantined: documents.filter(({ status }) => status === 'quarantined').length,
    'failed-checks': sum(documents, 'failedChecks'),
  };
}

/** A few lines on the whole archive. */
export function renderTotals({ documents }: ArchiveReport): string {
  const quarantined = documents.filter(({ status }) => status === 'quarantined').length;
  const lines = sum(documents, 'lines');
  const share = (count: Count): string => `${count} ${percent(sum(documents, count), lines)}`;
  return [
    `documents: ${documents.length - quarantined} loaded, ${quarantined} quarantined`,
    `lines: ${lines}; ${share('proven')}, ${share('consistent')}, ${share('suspect')}`,
    `performance targets: ${sum(documents, 'targets')}`,
    `checks: ${sum(documents, 'checks')}; ${sum(documents, 'failedChecks')} fail`,
  ].join('\n');
}

/** The whole report: totals, a line for each document, then what fails and what is missing. */
export function renderReport(report: ArchiveReport): string {
  const names = new Map(report.documents.map((document) => [document.documentId, nameOf(document)]));
  const nameOfOwner = ({ documentId, fileName }: FailedCheck | Gap): string => names.get(documentId ?? '') ?? fileName;
  const sections = [
    renderTotals(report),
    section('Documents', report.documents.map(renderDocument)),
    section(
      'Failing checks',
      report.failedChecks.map((check) => `${nameOfOwner(check)}: ${renderFailedCheck(check)}`),
    ),
    section(
      'Gaps',
      report.gaps.map((gap) => `${nameOfOwner(gap)}: ${renderGap(gap)}`),
    ),
  ];
  return `${sections.filter((text) => text !== '').join('\n\n')}\n`;
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `${title}\n${lines.map((line) => `  ${line}`).join('\n')}`;
}

/** Enough of the id to find the document by, then what a person knows it by. */
function nameOf({ documentId, fileName, publisher, fiscalYear }: DocumentReport): string {
  const words = [documentId.slice(0, 8), publisher, fiscalYear, `(${fileName})`];
  return words.filter((word) => word !== null).join(' ');
}

function renderDocument(document: DocumentReport): string {
  const { status, lines, proven, suspect, failedChecks, errors, warnings } = document;
  if (status === 'quarantined') return `${nameOf(document)}: quarantined`;
  const quality = `lines: ${lines}, ${percent(proven, lines)} proven, ${suspect} suspect`;
  return `${nameOf(document)}: ${quality}; failing checks: ${failedChecks}, errors: ${errors}, warnings: ${warnings}`;
}

function renderFailedCheck({ rule, subject, expected, actual, difference, unit }: FailedCheck): string {
  const figures = `expected ${shorten(expected)}, found ${shorten(actual)} (difference ${shorten(difference)} ${unit})`;
  return `${rule}: ${subject}; ${figures}`;
}

/** A numeral without the zeros after its second decimal place. */
function shorten(numeral: string | null): string {
  return numeral?.replace(/(\.\d\d\d*?)0+$/, '$1') ?? 'nothing';
}

function renderGap({ gap, tableKind, detail }: Gap): string {
  return [gap, tableKind, detail].filter((part) => part !== null).join(': ');
}

type Count = 'lines' | 'proven' | 'consistent' | 'suspect' | 'targets' | 'checks' | 'failedChecks';

function sum(documents: readonly DocumentReport[], count: Count): number {
  return documents.reduce((total, document) => total + document[count], 0);
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '0 %' : `${((100 * part) / whole).toFixed(1)} %`;
}
