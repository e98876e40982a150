/** An archive as those see it who only read. */
import { readingError } from './duckdb/failures.js';
import { openForReading } from './duckdb/open.js';
import type { CodePair } from './report/code-pairs.js';
import { selectCodePairs } from './report/code-pairs.js';
import { readExcerpt } from './report/excerpt.js';
import type { StreamedReport } from './report/read.js';
import { streamReport } from './report/read.js';
import type { ArchiveTotals, ReadingGaps } from './report/totals.js';
import { readTotals } from './report/totals.js';
import type { ReportExcerpt } from './report/types.js';

/** The data-quality report of an archive. No run can write while it is open. */
export interface ArchiveReader {
  totals(codes: ReadingGaps): Promise<ArchiveTotals>;
  /** The beginning of every list, with counts. */
  excerpt(): Promise<ReportExcerpt>;
  /** Every list from end to end, read as it is asked for. */
  whole(): StreamedReport;
  close(): void;
}

/** Opens the report of an archive. @throws ArchiveError when there is none or it can't be read */
export async function openReport(outDir: string): Promise<ArchiveReader> {
  const database = await openForReading(outDir);
  const { connection, path } = database;
  return {
    totals: (codes) => blaming(path, readTotals(connection, codes)),
    excerpt: () => blaming(path, readExcerpt(connection)),
    whole: () => streamReport(connection),
    close: () => {
      database.close();
    },
  };
}

/** The codes and names that the current documents of an archive print. @throws ArchiveError when there is none or it can't be read */
export async function readCodePairs(outDir: string): Promise<readonly CodePair[]> {
  const database = await openForReading(outDir);
  try {
    return await blaming(database.path, selectCodePairs(database.connection));
  } finally {
    database.close();
  }
}

/** What is read; ArchiveError instead of DuckDB's own where the file is to blame. */
async function blaming<T>(path: string, answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw readingError(path, error);
  }
}
