/** The whole way: sources in, an archive out. */
import { randomUUID } from 'node:crypto';
import { availableParallelism } from 'node:os';
import {
  openArchive,
  type Archive,
  type ArchiveOptions,
  type ArchiveTotals,
  type DocumentStatus,
  type ParquetMode,
  type Reprocess,
  type RunCounts,
} from '../sinks/index.js';
import { CONVERTER_MISSING, hasConverter } from '../extractors/index.js';
import type { Codebook } from '../transforms/index.js';
import { openCodes } from './codes/index.js';
import {
  type BatchLimits,
  DEFAULT_BATCH_LIMITS,
  InFlight,
  lookUpFiles,
  type Outcome,
  outcomesOf,
  readContents,
  takeIn,
  type Taken,
} from './flow/index.js';
import { Containers } from './containers.js';
import { bindingLimits, DEFAULT_LIMITS, type DocumentLimits } from './limits.js';
import { READING_GAPS, updatePage } from './report-page.js';
import {
  findInputs,
  listSources,
  prefixesBelow,
  prefixesOf,
  recordsOf,
  type FoundInputs,
  type OnNote,
  type Source,
} from './sources/index.js';
import { pipelineVersion } from './version.js';
import { openWorkers } from './workers/index.js';

export interface RunOptions {
  /** Files, folders, globs, archives of files (.zip, .tar, .tar.gz, .tgz) and `-` for a list of paths on standard input. */
  readonly inputs: readonly string[];
  /** Paths of manifests: JSON Lines or CSV that name files, their addresses, and what else is known of them. */
  readonly manifests?: readonly string[] | undefined;
  /** Folder of `budget.duckdb`, `parquet/` and `report.html`; made where it is not there, added to where it is. */
  readonly outDir: string;
  /** Folder of code tables laid over the packaged ones, as `codes import` writes it; null or left out: none. */
  readonly overlay?: string | null;
  /**
   * What readers of the folder get, beside `report.html`: the database and Parquet files; the database alone (`none`: Parquet files that are there stay as they
   * are, and a later run brings them up to date); or Parquet alone (`only`: the database, which later runs need, lies hidden in `.state/`). Left out: `beside`.
   */
  readonly parquet?: ParquetMode | undefined;
  /** Documents read at once, each in a process of its own; left out: as many as the machine has cores. 0 reads them in this process, for a debugger: no limit of time or memory holds then. */
  readonly jobs?: number | undefined;
  /** What one document may take; those left out are {@link DEFAULT_LIMITS}. */
  readonly limits?: { readonly [Limit in keyof DocumentLimits]?: number | undefined } | undefined;
  /** What closes a batch, the stretch that one transaction writes; where the run is cut off, one that is being written and one that is being gathered are lost whole. Those left out are {@link DEFAULT_BATCH_LIMITS}. */
  readonly batches?: Partial<BatchLimits>;
  /** Documents that are read again although nothing changed. */
  readonly reprocess?: Reprocess | undefined;
  /** Once aborted, the run writes what it has and ends; the same run continues from there. */
  readonly signal?: AbortSignal;
  /** Told of every source once it is understood or refused, before it is written. */
  readonly onOutcome?: (outcome: Outcome) => void;
  /** Told of what is worth knowing of an input that is no document: an empty archive, names passed over. */
  readonly onNote?: OnNote;
  /** Told of what a run that was cut off left unusable, and that this run makes good. */
  readonly onWarning?: (warning: { readonly code: string; readonly message: string }) => void;
}

export interface RunResult {
  readonly runId: string;
  /** Sources of this run; `quarantined` are those that have given no facts, now or when they were first met. */
  readonly counts: RunCounts;
  /** Those of the quarantined sources whose bytes can't be read: they have no document. */
  readonly unreadable: number;
  /** Documents, among the unchanged, of which an earlier reading with a converter is kept, as this run had none or it failed. */
  readonly kept: number;
  readonly interrupted: boolean;
  /** Why the report page could not be written; null where it is up to date, or the run was interrupted and left it as it was. */
  readonly pageProblem: string | null;
  /** What the archive holds now. */
  readonly totals: ArchiveTotals;
}

/** Thrown before anything is written when not one of the inputs exists. */
export class NoInputsError extends Error {
  override readonly name = 'NoInputsError';

  constructor(readonly inputs: readonly string[]) {
    super(`none of the inputs exists: ${inputs.join(', ')}`);
  }
}

/** Thrown before anything is written for a manifest that is not there: nothing is known of what it would have named. */
export class NoManifestError extends Error {
  override readonly name = 'NoManifestError';

  constructor(readonly manifests: readonly string[]) {
    super(`there is no manifest ${manifests.join(', ')}`);
  }
}

/**
 * Takes every source of `inputs` into the archive in `outDir`.
 *
 * A document that can't be read, or on which the program fails, is quarantined with its reason and the run goes on.
 *
 * Documents that need a converter are read again once there is one; earlier readings with one are not given up for readings without.
 *
 * @throws NoInputsError where no input exists; NoManifestError where a manifest does not; ConverterError where the environment names a converter that is no program; OverlayError where the overlay can't be used; ArchiveError where the archive can't be opened
 * or written
 */
export async function run(options: RunOptions): Promise<RunResult> {
  const inputs = await existingInputs(options);
  const codebook = openCodes(options.overlay ?? null);
  const archive = await openArchive(options.outDir, {
    ...readingRule(options),
    parquet: options.parquet ?? 'beside',
    ...(options.onWarning && { onWarning: options.onWarning }),
  });
  try {
    const runId = randomUUID();
    const startedAt = new Date();
    await archive.startRun({ runId, startedAt, arguments: settingsOf(options) });
    await archive.writeCodes(codebook.entries, codebook.crosswalk);
    const containers = new Containers(await archive.readArchives());
    const taken = await takeAll(archive, codebook, inputs, containers, options, { runId, startedAt });
    const interrupted = options.signal?.aborted ?? false;
    const untouched = await archive.touchArchives(containers.skipped, new Date());
    const counts = addUntouched(taken.counts, untouched);
    const { unreadable, kept } = taken;
    if (!interrupted) {
      const prefixes = [...(await prefixesBelow(inputs.found)), ...inputs.manifests.map(recordsOf)];
      const places = { prefixes, archives: containers.walked, unreadable: unreadable.flatMap(prefixesOf) };
      await archive.markMissing({ ...places, since: startedAt });
      // After the others: an archive that lacks a member is forgotten, unless that was found in reading it whole.
      await archive.rememberArchives(containers.readWhole(startedAt));
    }
    await archive.checkBetween();
    await archive.finishRun(counts, new Date());
    if (options.parquet !== 'none') await archive.exportParquet();
    const pageProblem = interrupted ? null : await updatePage(archive);
    return {
      runId,
      counts,
      unreadable: unreadable.length,
      kept,
      interrupted,
      pageProblem,
      totals: await archive.totals(READING_GAPS),
    };
  } finally {
    await archive.close();
  }
}

/** @throws NoManifestError, NoInputsError where there is none */
export async function existingInputs({ inputs, manifests }: RunOptions): Promise<FoundInputs> {
  const found = await findInputs(inputs, manifests);
  if (found.missingManifests.length > 0) throw new NoManifestError(found.missingManifests);
  if (found.found.length + found.manifests.length === 0) throw new NoInputsError(found.missing);
  return found;
}

/** When a reading that the archive has is as good as a new one. */
export function readingRule(
  options: RunOptions,
): Required<Pick<ArchiveOptions, 'pipelineVersion' | 'cured' | 'limits' | 'reprocess'>> {
  const { codes: overlay, limits, reprocess } = settingsOf(options);
  return {
    pipelineVersion: pipelineVersion(overlay),
    cured: hasConverter() ? CONVERTER_MISSING : null,
    limits: bindingLimits(limits),
    reprocess,
  };
}

/** Sources → files that changed → contents that are new → outcomes, several at once → batches. */
async function takeAll(
  archive: Archive,
  codebook: Codebook,
  inputs: FoundInputs,
  containers: Containers,
  options: RunOptions,
  { runId, startedAt }: { readonly runId: string; readonly startedAt: Date },
): Promise<Taken> {
  const { codes: overlay, jobs, limits } = settingsOf(options);
  const setup = { runId, pipelineVersion: pipelineVersion(overlay), overlay, limits };
  const workers = openWorkers(jobs, setup, codebook);
  const inFlight = new InFlight();
  try {
    const sources = sourcesOf(inputs, containers, options.onNote);
    const contents = readContents(lookUpFiles(sources, archive), archive, inFlight);
    const outcomes = outcomesOf(contents, { archive, workers, jobs, inFlight, signal: options.signal });
    const batches = { ...DEFAULT_BATCH_LIMITS, ...options.batches };
    return await takeIn(archive, told(outcomes, options.onOutcome), {
      startedAt,
      inFlight,
      containers,
      limits: batches,
    });
  } finally {
    await workers.close();
  }
}

/** Every source but those in archives of files that need not be opened. */
export function sourcesOf(inputs: FoundInputs, containers: Containers, onNote?: OnNote): AsyncIterable<Source> {
  return listSources([...inputs.found, ...inputs.missing], onNote, {
    manifests: inputs.manifests,
    skipArchive: (container, provenance) => containers.skips(container, provenance),
    onArchiveEnd: (container) => {
      containers.noteEnd(container);
    },
  });
}

async function* told(outcomes: AsyncIterable<Outcome>, tell: RunOptions['onOutcome']): AsyncGenerator<Outcome> {
  for await (const outcome of outcomes) {
    tell?.(outcome);
    yield outcome;
  }
}

/** Members of archives that were not opened are sources that were seen and unchanged. */
function addUntouched(counts: RunCounts, { loaded, quarantined }: Readonly<Record<DocumentStatus, number>>): RunCounts {
  return {
    ...counts,
    seen: counts.seen + loaded + quarantined,
    unchanged: counts.unchanged + loaded,
    quarantined: counts.quarantined + quarantined,
  };
}

/** Everything that decides what a run does, as it is in force: for its row, for people, for machines. */
export function settingsOf(options: RunOptions) {
  const { inputs, manifests = [], outDir, overlay = null, limits = {} } = options;
  const { jobs = availableParallelism(), reprocess = 'none', parquet = 'beside' } = options;
  return { inputs, manifests, out: outDir, codes: overlay, jobs, limits: limitsInForce(limits), reprocess, parquet };
}

function limitsInForce({ seconds, memory, pages, cells, unpackedBytes }: NonNullable<RunOptions['limits']>) {
  return {
    seconds: seconds ?? DEFAULT_LIMITS.seconds,
    memory: memory ?? DEFAULT_LIMITS.memory,
    pages: pages ?? DEFAULT_LIMITS.pages,
    cells: cells ?? DEFAULT_LIMITS.cells,
    unpackedBytes: unpackedBytes ?? DEFAULT_LIMITS.unpackedBytes,
  };
}
