/** What a document says of itself: title, publisher, region, year, kind and scope. */
import type { Diagnostic, RawDocument } from '../../extractors/types.js';
import type { DocumentFacts } from '../types.js';
import { listLines } from './lines.js';
import { findOtherReports } from './other-reports.js';
import type { Part } from './other-reports.js';
import { findPublisher } from './publisher.js';
import type { FindRegion } from './region.js';
import { pickRegion } from './region.js';
import { findReportKind, findScope } from './report.js';
import { findTitle } from './title.js';
import { findVoidTables } from './void-tables.js';
import type { YearFinding } from './years.js';
import { findFiscalYear } from './years.js';

export interface DocumentFactsReading {
  readonly facts: DocumentFacts;
  readonly diagnostics: readonly Diagnostic[];
  /** Where the document holds other reports, which the facts are not of, and tables that hold for nothing. */
  readonly doubtfulParts: readonly Part[];
}

/**
 * Reads the facts of the whole document from its cover, captions, forms, headings and sentences.
 *
 * What the document does not say is null (`other`, `unknown`) and a diagnostic: `fiscal-year-unknown`, `publisher-unknown`,
 * `report-kind-unknown`, `region-unknown`; `fiscal-year-conflict` where title and tables name different years, `publisher-conflict` where title and labels name different bodies;
 * `several-reports` where another report stands in the same file, `table-void` at tables that are called an example or withdrawn. A document without any
 * text misses none of them.
 *
 * @param findRegion looks an administrative division up by the name in a text
 */
export function readDocumentFacts(raw: RawDocument, findRegion: FindRegion): DocumentFactsReading {
  const lines = listLines(raw);
  const title = findTitle(raw, lines);
  const publisher = findPublisher(title, raw, lines);
  const year = findFiscalYear(title, raw, lines);
  const reportKind = findReportKind(title, publisher.name, raw, lines);
  const region = pickRegion([publisher.name, title], raw, lines, findRegion);
  const facts: DocumentFacts = {
    title,
    publisher: publisher.name,
    publisherCode: publisher.code,
    regionCode: region?.code ?? null,
    regionName: region?.name ?? null,
    fiscalYear: year.year,
    reportKind,
    scope: findScope(reportKind, publisher.name, lines),
  };
  // of a document that says nothing at all, the extractor tells that already
  const isSilent = raw.tables.length === 0 && lines.length === 0;
  const others = findOtherReports(raw, lines, facts);
  const voids = findVoidTables(raw, lines, title);
  return {
    facts,
    diagnostics: isSilent
      ? []
      : [...reportGaps(facts, year, publisher.conflict), ...others.diagnostics, ...voids.diagnostics],
    doubtfulParts: [...others.parts, ...voids.parts],
  };
}

function reportGaps(facts: DocumentFacts, year: YearFinding, otherBody: string | null): Diagnostic[] {
  const gaps: Diagnostic[] = [];
  if (otherBody !== null) {
    const named = `the title names ${facts.publisher ?? ''}, the labels of tables and cover ${otherBody}`;
    gaps.push(warn('publisher-conflict', `${named}; the title's is taken for the whole document`));
  }
  if (year.conflict !== null) {
    const named = `the title names ${String(year.year)}, the tables ${String(year.conflict)}`;
    gaps.push(warn('fiscal-year-conflict', `${named}; the title's year is taken for the whole document`));
  }
  if (facts.fiscalYear === null)
    gaps.push(warn('fiscal-year-unknown', 'no year is stated; amounts carry no fiscal year'));
  if (facts.publisher === null)
    gaps.push(warn('publisher-unknown', 'no publisher is named; amounts carry no publisher'));
  if (facts.reportKind === 'other') {
    gaps.push(
      warn('report-kind-unknown', 'nothing speaks of a budget or final account; no statements are expected of it'),
    );
  }
  if (facts.regionCode === null) {
    gaps.push({
      ...warn('region-unknown', 'no administrative division is named; the region stays empty'),
      severity: 'info',
    });
  }
  return gaps;
}

function warn(code: string, message: string): Diagnostic {
  return { stage: 'transform', severity: 'warning', code, message, origin: {} };
}
