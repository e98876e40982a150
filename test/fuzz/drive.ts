/** Mutants taken through the stages of a run, with the time that each one takes. */
import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Containers } from '../../pipelines/containers.js';
import { readContents } from '../../pipelines/flow/contents.js';
import { InFlight } from '../../pipelines/flow/in-flight.js';
import { lookUpFiles } from '../../pipelines/flow/known-files.js';
import { DEFAULT_LIMITS } from '../../pipelines/limits.js';
import type { Outcome } from '../../pipelines/flow/outcome.js';
import { outcomesOf } from '../../pipelines/flow/outcomes.js';
import { updatePage } from '../../pipelines/report-page.js';
import { listSources, locate, type SourceNote } from '../../pipelines/sources/index.js';
import { takeIn, type Taken } from '../../pipelines/flow/take-in.js';
import type { Understood } from '../../pipelines/understand.js';
import { openWorkers, type Understander } from '../../pipelines/workers/index.js';
import { openArchive, type Archive } from '../../sinks/index.js';
import type { Codebook } from '../../transforms/index.js';
import { query } from '../sinks/archive-folder.js';
import type { Mutant } from './mutant.js';

export interface DriveOptions {
  /** Worker processes; 0 reads the mutants in this process, where nothing can be stopped. */
  readonly jobs: number;
  /** Empty, or not there; the mutants are written into it, and the archive. */
  readonly folder: string;
  readonly codebook: Codebook;
  /** What one mutant may take: wall time in seconds. */
  readonly seconds: number;
}

/** MiB that a worker may hold; one that holds half of it after a document is replaced, which takes longer than many documents. */
const MEMORY = 2048;

/** A source of a mutant, a file or a member of one, and what became of it. */
export interface Driven {
  readonly outcome: Outcome;
  /** Milliseconds from bytes to rows; null where none were read anew. */
  readonly time: number | null;
}

export interface Drive {
  readonly driven: readonly Driven[];
  /** What is told of archives that hold nothing. */
  readonly notes: readonly SourceNote[];
  readonly counts: Taken['counts'];
  /** Sources in the archive. */
  readonly archived: number;
}

const PIPELINE = 'fuzz';

/** Writes the mutants to `in/` and takes them into an archive in `out/`. @throws whatever ends the run: that is a failure of the program */
export async function driveMutants(mutants: readonly Mutant[], options: DriveOptions): Promise<Drive> {
  const drive = await driveInto(mutants, options);
  const [row] = await query(join(options.folder, 'out'), 'SELECT count(*)::INTEGER AS sources FROM document_sources');
  return { ...drive, archived: Number(row?.['sources']) };
}

async function driveInto(
  mutants: readonly Mutant[],
  { jobs, folder, codebook, seconds }: DriveOptions,
): Promise<Omit<Drive, 'archived'>> {
  const input = join(folder, 'in');
  await mkdir(input, { recursive: true });
  for (const { fileName, bytes } of mutants) await writeFile(join(input, fileName), bytes);
  const runId = randomUUID();
  const startedAt = new Date();
  const archive = await openArchive(join(folder, 'out'), { pipelineVersion: PIPELINE, cured: null, reprocess: 'none' });
  const setup = {
    runId,
    pipelineVersion: PIPELINE,
    overlay: null,
    limits: { ...DEFAULT_LIMITS, seconds, memory: MEMORY },
  };
  const workers = new TimedWorkers(openWorkers(jobs, setup, codebook), Math.max(1, jobs));
  try {
    await archive.startRun({ runId, startedAt, arguments: {} });
    await archive.writeCodes(codebook.entries, codebook.crosswalk);
    const drive = await takeAll(archive, workers, input, jobs, startedAt);
    await archive.checkBetween();
    await archive.finishRun(drive.counts, new Date());
    await archive.exportParquet();
    const problem = await updatePage(archive);
    if (problem !== null) throw new Error(`the page was not written: ${problem}`);
    return drive;
  } finally {
    await workers.close();
    await archive.close();
  }
}

async function takeAll(
  archive: Archive,
  workers: TimedWorkers,
  input: string,
  jobs: number,
  startedAt: Date,
): Promise<Omit<Drive, 'archived'>> {
  const notes: SourceNote[] = [];
  const driven: Driven[] = [];
  const containers = new Containers(await archive.readArchives());
  const inFlight = new InFlight();
  const sources = listSources([input], (note) => notes.push(note), {
    skipArchive: (container, provenance) => containers.skips(container, provenance),
    onArchiveEnd: (container) => {
      containers.noteEnd(container);
    },
  });
  const contents = readContents(lookUpFiles(sources, archive), archive, inFlight);
  const outcomes = outcomesOf(contents, { archive, workers, jobs, inFlight, signal: undefined });
  const told = async function* (): AsyncGenerator<Outcome> {
    for await (const outcome of outcomes) {
      driven.push({ outcome, time: workers.timeOf(outcome.documentId) });
      yield outcome;
    }
  };
  const { counts } = await takeIn(archive, told(), { startedAt, inFlight, containers });
  return { driven, notes, counts };
}

/** The number of the mutant that a source is, or is a member of. */
export function numberOf(uri: string, folder: string): number {
  const prefix = `${locate(join(folder, 'in')).uri}/`;
  return Number.parseInt(uri.slice(prefix.length), 10);
}

/** Hands on no more documents at once than are worked at, so that their time is their own. */
class TimedWorkers implements Understander {
  private readonly times = new Map<string, number>();
  private readonly waiting: (() => void)[] = [];
  private busy = 0;

  constructor(
    private readonly workers: Understander,
    private readonly atOnce: number,
  ) {}

  async understand(...[content, conversion]: Parameters<Understander['understand']>): Promise<Understood> {
    while (this.busy >= this.atOnce) await new Promise<void>((go) => this.waiting.push(go));
    this.busy += 1;
    const start = performance.now();
    try {
      return await this.workers.understand(content, conversion);
    } finally {
      this.times.set(content.documentId, performance.now() - start);
      this.busy -= 1;
      this.waiting.shift()?.();
    }
  }

  close(): Promise<void> {
    return this.workers.close();
  }

  /** Milliseconds; null for what was not read. */
  timeOf(documentId: string | null): number | null {
    return documentId === null ? null : (this.times.get(documentId) ?? null);
  }
}
