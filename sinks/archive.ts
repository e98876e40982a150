/** The archive: what `run` writes and `check` reads. */
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { CodeEntry, CrosswalkEntry } from '../transforms/codebook/types.js';
import { refreshArchiveChecks } from './between/refresh.js';
import { writePrepared, type BatchFindings } from './batch.js';
import { writeCodeTables } from './codes.js';
import { readingError, writingError } from './duckdb/failures.js';
import type { Database } from './duckdb/instance.js';
import type { OnWalSetAside } from './duckdb/open.js';
import { openForWriting } from './duckdb/open.js';
import type { ParquetMode } from './duckdb/places.js';
import { selectRows } from './duckdb/query.js';
import { ArchiveError, firstLine } from './errors.js';
import { exportParquet } from './parquet/export.js';
import { PARQUET } from './parquet/snapshots.js';
import type {
  BindingLimit,
  DocumentStatus,
  FileState,
  KnownDocument,
  ReadingRule,
  Reprocess,
  SourceFile,
} from './known.js';
import { rememberArchives, selectReadArchives, touchArchives, type UntouchedArchive } from './containers.js';
import { selectStatuses, selectUnchangedFiles } from './known.js';
import { REPORT_FILE, writePage } from './report/html/write.js';
import type { PageContext } from './report/page/types.js';
import type { ArchiveTotals, ReadingGaps } from './report/totals.js';
import { readTotals } from './report/totals.js';
import type { QuarantinedDocument } from './rows/document.js';
import type { PreparedDocument } from './rows/prepare.js';
import { prepareQuarantined } from './rows/prepare.js';
import type { RunCounts, RunStart } from './runs.js';
import { completeRun, insertRun } from './runs.js';
import { recordMissing } from './missing.js';
import type { WalkedPlaces } from './missing.js';

/** What a stretch of a run brings to the archive. */
export interface Batch extends BatchFindings {
  readonly documents: readonly PreparedDocument[];
  readonly quarantined: readonly QuarantinedDocument[];
}

/** An archive open for writing; one at a time, for all processes. Every method that writes throws ArchiveError `write-failed`. */
export interface Archive {
  /** Adds the row of a run; batches belong to the run started last. */
  startRun(run: RunStart): Promise<void>;
  /** Completes the row of the run; call it before `exportParquet`, which exports it. */
  finishRun(counts: RunCounts, finishedAt: Date): Promise<void>;
  /** What became of each content that need not be read (anew), by the rule of this run. */
  statusesOf(documentIds: readonly string[]): Promise<ReadonlyMap<string, DocumentStatus>>;
  /** What each of the files holds that looks as it did when it was read, in their order; null for the others. */
  unchangedFiles(files: readonly SourceFile[]): Promise<readonly (KnownDocument | null)[]>;
  /** Archives of files that need not be opened while they look so. */
  readArchives(): Promise<readonly FileState[]>;
  /** Notes archives of files of which every member was written. */
  rememberArchives(archives: readonly FileState[]): Promise<void>;
  /** Marks the members of unopened archives of files as met, and notes what a manifest says of them now; returns how many of each status there are. */
  touchArchives(archives: readonly UntouchedArchive[], seenAt: Date): Promise<Readonly<Record<DocumentStatus, number>>>;
  /** Whether the document is loaded, by whatever pipeline version, and has a diagnostic with the code. */
  holdsWith(documentId: string, code: string): Promise<boolean>;
  /**
   * Writes a batch in one transaction. Earlier rows of its documents are replaced; content given twice is one document.
   */
  writeBatch(batch: Batch): Promise<void>;
  /** Marks the sources below folders and archives that a finished run has walked and not met. */
  markMissing(walked: WalkedPlaces): Promise<void>;
  /** Compares documents with each other: checks between them, of the pairs that are new. Call it once the documents of a run are written and its workers have ended: from here on the database takes more memory and all cores. */
  checkBetween(): Promise<void>;
  /** Writes the code tables when they differ from those of the archive. */
  writeCodes(entries: readonly CodeEntry[], crosswalk: readonly CrosswalkEntry[]): Promise<void>;
  /** Brings the Parquet tree up to date; safe to call again after a failure. */
  exportParquet(): Promise<void>;
  /** What the archive holds now, in counts. */
  totals(codes: ReadingGaps): Promise<ArchiveTotals>;
  /** Brings `report.html` up to date; where it can't, the page that was there stays. */
  writePage(context: PageContext): Promise<void>;
  /** Gives the database free once the question at work is answered; what is asked and not begun, or asked later, is refused. */
  close(): Promise<void>;
}

export interface ArchiveOptions {
  readonly pipelineVersion: string;
  readonly cured?: string | null;
  readonly limits?: readonly BindingLimit[];
  readonly reprocess?: Reprocess;
  /** Where the database is to lie: hidden with `only`. Whether Parquet is written is said by calling `exportParquet`. */
  readonly parquet?: ParquetMode;
  /** Told where the write-ahead log of a run that was cut off can't be used; the archive is then that of the last checkpoint. */
  readonly onWarning?: OnWalSetAside;
}

/** Opens `<outDir>/budget.duckdb`, creating folder and file where they are missing. @throws ArchiveError when it can't or must not be written */
export async function openArchive(
  outDir: string,
  {
    pipelineVersion,
    cured = null,
    limits = [],
    reprocess = 'none',
    parquet = 'beside',
    onWarning = () => undefined,
  }: ArchiveOptions,
): Promise<Archive> {
  const database = await openForWriting(outDir, parquet, onWarning);
  return new DuckDBArchive(database, outDir, { pipelineVersion, cured, limits, reprocess });
}

class DuckDBArchive implements Archive {
  private runId: string | null = null;
  /** Done once every question so far is answered. */
  private asked: Promise<unknown> = Promise.resolve();
  private isClosed = false;

  constructor(
    private readonly database: Database,
    private readonly outDir: string,
    private readonly rule: ReadingRule,
  ) {}

  async startRun(run: RunStart): Promise<void> {
    await this.writing('the run', () => insertRun(this.database.connection, run, this.rule.pipelineVersion));
    this.runId = run.runId;
  }

  async finishRun(counts: RunCounts, finishedAt: Date): Promise<void> {
    await this.writing('the run', () => completeRun(this.database.connection, this.currentRun(), finishedAt, counts));
  }

  async statusesOf(documentIds: readonly string[]): Promise<ReadonlyMap<string, DocumentStatus>> {
    return this.reading((reader) => selectStatuses(reader, this.rule, this.currentRun(), documentIds));
  }

  async unchangedFiles(files: readonly SourceFile[]): Promise<readonly (KnownDocument | null)[]> {
    return this.reading((reader) => selectUnchangedFiles(reader, this.rule, this.currentRun(), files));
  }

  async readArchives(): Promise<readonly FileState[]> {
    return this.reading((reader) => selectReadArchives(reader, this.rule, this.currentRun()));
  }

  async rememberArchives(archives: readonly FileState[]): Promise<void> {
    await this.writing('the archives of files', () => rememberArchives(this.database.connection, archives));
  }

  async touchArchives(
    archives: readonly UntouchedArchive[],
    seenAt: Date,
  ): Promise<Readonly<Record<DocumentStatus, number>>> {
    return this.writing('the sources', () => touchArchives(this.database.connection, archives, seenAt));
  }

  async holdsWith(documentId: string, code: string): Promise<boolean> {
    const rows = await this.reading((reader) =>
      selectRows(
        reader,
        `SELECT 1 FROM documents d JOIN diagnostics g ON g.document_id = d.document_id
         WHERE d.document_id = $id AND d.status = 'loaded' AND g.code = $code LIMIT 1`,
        { id: documentId, code },
      ),
    );
    return rows.length > 0;
  }

  async writeBatch(batch: Batch): Promise<void> {
    const prepared = this.prepare(batch);
    await this.writing('a batch of documents', () =>
      writePrepared(this.database.connection, this.currentRun(), prepared, batch),
    );
  }

  async markMissing(walked: WalkedPlaces): Promise<void> {
    await this.writing('the sources', () => recordMissing(this.database.connection, walked));
  }

  async checkBetween(): Promise<void> {
    await this.database.workAlone();
    await this.writing('the checks between documents', () => refreshArchiveChecks(this.database.connection));
  }

  async writeCodes(entries: readonly CodeEntry[], crosswalk: readonly CrosswalkEntry[]): Promise<void> {
    await this.writing('the code tables', () => writeCodeTables(this.database.connection, entries, crosswalk));
  }

  async exportParquet(): Promise<void> {
    // Parquet is never ahead of the main file: no loss of the write-ahead log can leave rows in Parquet alone.
    await this.writing('what the run has committed', () => this.database.connection.run('CHECKPOINT'));
    const target = join(this.outDir, PARQUET);
    await this.writing('the Parquet files', () => exportParquet(this.database.connection, this.outDir), target);
  }

  async totals(codes: ReadingGaps): Promise<ArchiveTotals> {
    return this.reading((reader) => readTotals(reader, codes));
  }

  async writePage(context: PageContext): Promise<void> {
    try {
      await writePage(this.database.connection, this.outDir, `yusuan ${this.rule.pipelineVersion}`, context);
    } catch (error) {
      const known = readingError(this.database.path, error);
      if (known instanceof ArchiveError) throw await this.noted(known);
      const reason = `${join(this.outDir, REPORT_FILE)}: ${firstLine(error)}`;
      throw new ArchiveError('write-failed', `the report page could not be written: ${reason}`, error);
    }
  }

  async close(): Promise<void> {
    this.isClosed = true;
    // A question whose connection is closed meanwhile crashes the process, or never comes back and keeps the file locked.
    await this.asked;
    this.database.close();
  }

  /** Rows of the batch; content given twice is written once. */
  private prepare({ documents, quarantined }: Batch): readonly PreparedDocument[] {
    const context = { runId: this.currentRun(), pipelineVersion: this.rule.pipelineVersion, loadedAt: new Date() };
    const prepared = [...documents, ...quarantined.map((document) => prepareQuarantined(document, context))];
    return [...new Map(prepared.map((document) => [document.documentId, document])).values()];
  }

  private currentRun(): string {
    if (this.runId === null) throw new Error('the archive was written to before a run was started');
    return this.runId;
  }

  /** Says in an ArchiveError which write failed. */
  private async writing<T>(what: string, work: () => Promise<T>, target = this.database.path): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw await this.noted(writingError(this.database.path, what, target, error));
    }
  }

  /** One question after the other, whoever asks. */
  private reading<T>(work: (reader: DuckDBConnection) => Promise<T>): Promise<T> {
    const own = this.asked.then(() => this.answer(work));
    this.asked = own.catch(() => undefined);
    return own;
  }

  /** Says in an ArchiveError that the file is damaged, where that is found in reading it. */
  private async answer<T>(work: (reader: DuckDBConnection) => Promise<T>): Promise<T> {
    if (this.isClosed) throw new Error('the archive is closed');
    try {
      return await work(this.database.reader);
    } catch (error) {
      throw await this.noted(readingError(this.database.path, error));
    }
  }

  /** The same error; a file that is found damaged is written to no more. */
  private async noted(error: unknown): Promise<unknown> {
    if (error instanceof ArchiveError && error.code === 'damaged') await this.database.leaveAsItIs();
    return error;
  }
}
