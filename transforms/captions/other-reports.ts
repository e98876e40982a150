/** Reports of another body, year or stage that stand in the same file: a compilation, or last year's final account before this year's budget. */
import type { Diagnostic, RawDocument } from '../../extractors/types.js';
import type { DocumentFacts } from '../types.js';
import { AFTER_COVER, LONGEST_TITLE, readTitle } from './body-title.js';
import type { TitledReport } from './body-title.js';
import type { TextLine } from './lines.js';
import { isOrganization, mayBeSameBody } from './organizations.js';

/** A part of the document, by places in the reading order; `to` exclusive. */
export interface Part {
  readonly from: number;
  readonly to: number;
}

export interface OtherReports {
  /** Where the document holds reports that its facts are not of. */
  readonly parts: readonly Part[];
  readonly diagnostics: readonly Diagnostic[];
}

interface Title extends TitledReport {
  readonly text: string;
  readonly order: number;
}

type Facts = Pick<DocumentFacts, 'title' | 'publisher' | 'fiscalYear' | 'reportKind'>;

/**
 * The parts below a title that names another body, year or stage than the document's facts, each up to the next title that says otherwise, with a warning
 * `several-reports` that names both. A title without text or tables below it is an entry of a list.
 */
export function findOtherReports(raw: RawDocument, lines: readonly TextLine[], facts: Facts): OtherReports {
  const titles = withContent(listTitles(lines), raw, lines);
  const others = titles.flatMap((title, at) => {
    const to = titles[at + 1]?.order ?? Infinity;
    return isOther(title, facts) ? [{ title, part: { from: title.order, to } }] : [];
  });
  const seen = new Map(others.map(({ title }) => [title.text, title]));
  return {
    parts: others.map(({ part }) => part),
    diagnostics: [...seen.values()].map((title) => report(title, raw, facts)),
  };
}

/** Lines that are titles, alone or with the name in the line above them. */
function listTitles(lines: readonly TextLine[]): Title[] {
  return lines.flatMap(({ text, order }, at) => {
    const above = nameAbove(lines, at);
    const whole = above + text;
    const title = readTitle(whole) ?? readTitle(text);
    return title ? [{ ...title, text: whole, order }] : [];
  });
}

/** The body that a cover names in the line above the year; one of several in a list is none. */
function nameAbove(lines: readonly TextLine[], at: number): string {
  const [before, name] = [lines[at - 2]?.text ?? '', lines[at - 1]?.text ?? ''];
  const isAlone = !isOrganization(before) && !/[:：、，]$/.test(before);
  return isAlone && isOrganization(name) && !AFTER_COVER.test(name) ? name : '';
}

/** Without those that stand right above another one. */
function withContent(titles: readonly Title[], raw: RawDocument, lines: readonly TextLine[]): Title[] {
  const paragraphs = lines.filter(({ text }) => text.length > LONGEST_TITLE);
  const content = [...raw.tables, ...paragraphs].map(({ order }) => order);
  return titles.filter(({ order }, at) => {
    const next = titles[at + 1]?.order ?? Infinity;
    return content.some((place) => place > order && place < next);
  });
}

function isOther({ name, year, stage }: Title, { publisher, fiscalYear, reportKind }: Facts): boolean {
  const own = /_(budget|final)$/.exec(reportKind)?.[1] ?? null;
  return (
    (name !== null && publisher !== null && !mayBeSameBody(name, publisher)) ||
    (fiscalYear !== null && fiscalYear !== year) ||
    (own !== null && own !== stage)
  );
}

function report({ text, order }: Title, raw: RawDocument, { title, publisher, fiscalYear }: Facts): Diagnostic {
  const own = title ?? `${publisher ?? ''}${fiscalYear === null ? '' : String(fiscalYear)}`;
  const block = raw.blocks.find((one) => one.order === order);
  return {
    stage: 'transform',
    severity: 'warning',
    code: 'several-reports',
    message: `below "${text}" stands another report than "${own}"; its lines are suspect, for they carry the publisher and year of the latter`,
    origin: { page: block?.page ?? null, blockNo: block?.blockNo ?? null, line: block?.lineFirst ?? null },
  };
}
