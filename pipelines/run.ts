/** The whole way: sources in, an archive out. */
import { randomUUID } from 'node:crypto';
import { openArchive, type Archive, type ArchiveReport, type DocumentStatus, type RunCounts } from '../sinks/index.js';
import { CONVERTER_MISSING, hasConverter } from '../extractors/index.js';
import type { Codebook } from '../transforms/index.js';
import { openCodes } from './codes/index.js';
import { keepBetter } from './keep-better.js';
import { prepareSources } from './prepare-sources.js';
import { updatePage } from './report-page.js';
import { processSource } from './documents.js';
import type { OnRefusal, Outcome } from './outcome.js';
import { findInputs, listSources, prefixesBelow, prefixesOf, type FoundInputs, type OnNote } from './sources/index.js';
import { takeIn } from './take-in.js';
import { pipelineVersion } from './version.js';

export interface RunOptions {
  /** Files, folders, globs and .zip archives. */
  readonly inputs: readonly string[];
  /** Folder of `budget.duckdb`, `parquet/` and `report.html`; made where it is not there, added to where it is. */
  readonly outDir: string;
  /** Folder of code tables laid over the packaged ones, as `codes import` writes it; null or left out: none. */
  readonly overlay?: string | null;
  /** Once aborted, the run writes what it has and ends; the same run continues from there. */
  readonly signal?: AbortSignal;
  /** Told of every source once it is understood or refused, before it is written. */
  readonly onOutcome?: (outcome: Outcome) => void;
  readonly onRefusal?: OnRefusal;
  /** Told of what is worth knowing of an input that is no document: an empty archive, names passed over. */
  readonly onNote?: OnNote;
}

export interface RunResult {
  readonly runId: string;
  /** Sources of this run; `quarantined` are those that have given no facts, now or when they were first met. */
  readonly counts: RunCounts;
  /** Documents, among the unchanged, of which an earlier reading with a converter is kept, as this run had none or it failed. */
  readonly kept: number;
  readonly interrupted: boolean;
  /** Why the report page could not be written; null where it is up to date, or the run was interrupted and left it as it was. */
  readonly pageProblem: string | null;
  /** What the archive holds now. */
  readonly report: ArchiveReport;
}

/** Thrown before anything is written when not one of the inputs exists. */
export class NoInputsError extends Error {
  override readonly name = 'NoInputsError';

  constructor(readonly inputs: readonly string[]) {
    super(`none of the inputs exists: ${inputs.join(', ')}`);
  }
}

/**
 * Takes every source of `inputs` into the archive in `outDir`.
 *
 * A document that can't be read, or on which the program fails, is quarantined with its reason and the run goes on.
 *
 * Documents that need a converter are read again once there is one; earlier readings with one are not given up for readings without.
 *
 * @throws NoInputsError where no input exists; ConverterError where the environment names a converter that is no program; OverlayError where the overlay can't be used; ArchiveError where the archive can't be opened
 * or written
 */
export async function run(options: RunOptions): Promise<RunResult> {
  const inputs = await findInputs(options.inputs);
  if (inputs.found.length === 0) throw new NoInputsError(inputs.missing);
  const { overlay = null } = options;
  const codebook = openCodes(overlay);
  const cured = hasConverter() ? CONVERTER_MISSING : null;
  const archive = await openArchive(options.outDir, { pipelineVersion: pipelineVersion(overlay), cured });
  try {
    const runId = randomUUID();
    const startedAt = new Date();
    await archive.startRun({
      runId,
      startedAt,
      arguments: { inputs: options.inputs, out: options.outDir, ...(overlay === null ? {} : { codes: overlay }) },
    });
    await archive.writeCodes(codebook.entries, codebook.crosswalk);
    const { counts, unreadable, kept } = await takeIn(
      archive,
      outcomesOf(archive, codebook, inputs, options),
      startedAt,
      options.onRefusal,
    );
    const interrupted = options.signal?.aborted ?? false;
    if (!interrupted) {
      const prefixes = await prefixesBelow(inputs.found);
      await archive.markMissing({ prefixes, unreadable: unreadable.flatMap(prefixesOf), since: startedAt });
    }
    await archive.checkBetween();
    await archive.finishRun(counts, new Date());
    await archive.exportParquet();
    const pageProblem = interrupted ? null : await updatePage(archive);
    return { runId, counts, kept, interrupted, pageProblem, report: await archive.report() };
  } finally {
    archive.close();
  }
}

/** Contents are met twice in one batch before the archive knows of the first: the run remembers them itself. */
async function* outcomesOf(
  archive: Archive,
  codebook: Codebook,
  inputs: FoundInputs,
  options: RunOptions,
): AsyncGenerator<Outcome> {
  const met = new Map<string, DocumentStatus>();
  const statusOf = (documentId: string): DocumentStatus | null =>
    archive.knows(documentId) ?? met.get(documentId) ?? null;
  const sources = listSources([...inputs.found, ...inputs.missing], options.onNote);
  for await (const { source, conversion } of prepareSources(sources, (documentId) => statusOf(documentId) !== null)) {
    if (options.signal?.aborted) return;
    const outcome = await keepBetter(await processSource(source, codebook, statusOf, conversion), archive);
    if (outcome.documentId !== null)
      met.set(outcome.documentId, outcome.kind === 'unchanged' ? outcome.status : outcome.kind);
    options.onOutcome?.(outcome);
    yield outcome;
  }
}
