/** The page of a run: what it needs to know beside the archive, and what becomes of a page that can't be written. */
import { WITHOUT_CONVERTER } from '../extractors/index.js';
import { ArchiveError, type Archive, type PageContext, type ReadingGaps } from '../sinks/index.js';
import { RULES } from '../transforms/index.js';

/** Said of a page that is a picture, and of a document that has nothing else. */
const WITHOUT_TEXT: readonly string[] = ['page-has-no-text', 'document-has-no-text'];

/** Said of what is printed and made no line (docs/diagnostics.md). */
export const WITHOUT_LINE: readonly string[] = [
  'amount-not-printed',
  'amount-unparsable',
  'amounts-in-one-cell',
  'amounts-outside-tables',
  'amounts-unread',
  'conversion-lost-amounts',
  'header-missing',
  'line-too-wide',
  'prose-amount-unread',
  'prose-too-long',
  'statement-without-rows',
  'table-kind-unknown',
  'table-too-large',
  'table-unseparated',
  'texts-left-aside',
  'unit-missing',
];

/** What summaries count of it. */
export const READING_GAPS: ReadingGaps = {
  withoutText: WITHOUT_TEXT,
  withoutConverter: WITHOUT_CONVERTER,
  withoutLine: WITHOUT_LINE,
};

const CONTEXT: PageContext = { rules: RULES, ...READING_GAPS };

/** Brings the report page of an archive up to date. The archive is right without it: null, or why it could not be written. @throws ArchiveError where the database is to blame */
export async function updatePage(archive: Archive): Promise<string | null> {
  try {
    await archive.writePage(CONTEXT);
    return null;
  } catch (error) {
    if (!(error instanceof ArchiveError) || error.code !== 'write-failed') throw error;
    return error.message;
  }
}
