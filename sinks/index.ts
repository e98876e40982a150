/** Facts become files an analyst opens: DuckDB and Parquet, by the output contract. */
export { openArchive, readArchiveReport } from './archive.js';
export type { Archive, Batch, BatchOutcome, DocumentStatus } from './archive.js';
export { ArchiveError } from './errors.js';
export type { ArchiveErrorCode } from './errors.js';
export type { ArchiveReport, DocumentReport, FailedCheck, Gap, ReportedDiagnostic, SuspectLine } from './report.js';
export type { QuarantinedDocument } from './rows/document.js';
export type { RunCounts, RunStart } from './runs.js';
export type { SourceSighting } from './sightings.js';
