/** Facts become files an analyst opens: DuckDB and Parquet, by the output contract. */
export { openArchive } from './archive.js';
export { openLookup } from './lookup.js';
export type { ArchiveLookup } from './lookup.js';
export { openReport, readCodePairs } from './reading.js';
export type { ArchiveReader } from './reading.js';
export type { StreamedReport } from './report/read.js';
export type { ArchiveTotals, ReadingGaps } from './report/totals.js';
export type { Archive, ArchiveOptions, Batch } from './archive.js';
export { DATABASE_FILE } from './duckdb/places.js';
export type { ParquetMode } from './duckdb/places.js';
export { PARQUET as PARQUET_FOLDER } from './parquet/snapshots.js';
export type { UntouchedArchive } from './containers.js';
export type { BindingLimit, DocumentStatus, FileState, KnownDocument, Reprocess } from './known.js';
export { prepareDocument } from './rows/prepare.js';
export type { PreparedDocument } from './rows/prepare.js';
export { ArchiveError } from './errors.js';
export type { ArchiveErrorCode } from './errors.js';
export type { CodePair } from './report/code-pairs.js';
export type {
  ArchiveReport,
  CheckCorrection,
  DiagnosticGroup,
  DocumentReport,
  Excerpt,
  ExcerptGroup,
  FailedCheck,
  Gap,
  GapGroup,
  ReportedDiagnostic,
  ReportExcerpt,
  SuspectLine,
} from './report/types.js';
export type { PageContext, RuleMeaning } from './report/page/types.js';
export { REPORT_FILE } from './report/html/write.js';
export { formatLocation } from './rows/place.js';
export type { LoadContext, QuarantinedDocument } from './rows/document.js';
export type { Remark } from './remarks.js';
export type { RunCounts, RunStart } from './runs.js';
export type { WalkedPlaces } from './missing.js';
export type { SourceSighting } from './sightings.js';
