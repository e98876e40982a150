/** Kills runs at chosen and random moments, lets the same command end what was begun, and compares with a run that nobody disturbed. */
import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { compareTables, findContradictions, readTables, type Tables } from './compare.js';
import { changeInputs, writeInputs } from './inputs.js';
import { AIMS, type Aim, pageTime, stageOf, waitFor, waitUntil, type Stage } from './moments.js';
import { startProgram, type RunningProgram } from './program.js';
import { randomNumbers } from './random.js';

export interface Tally {
  readonly kills: ReadonlyMap<Stage, number>;
  readonly workersKilled: number;
  /** Archives that were compared. */
  readonly archives: number;
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  /** Whatever else is not as it should be. */
  readonly faults: readonly string[];
}

interface Options {
  readonly kills: number;
  readonly documents: number;
  readonly seed: number;
  /** No archive is begun after so many ms; each half has one at least. */
  readonly longestMs?: number;
  /** Told of each archive that was compared. */
  readonly onArchive?: (killsSoFar: number) => void;
}

/** What a run starts from and comes to. */
interface Task {
  /** Results that are there already; null for an empty folder. */
  readonly from: string | null;
  readonly expected: Tables;
  /** Of an undisturbed run, in ms. */
  readonly duration: number;
}

const MOST_KILLS_OF_ONE_ARCHIVE = 5;
/** Part of the runs in which one worker is killed as well. */
const WITH_WORKER_KILLED = 0.25;
/** Part of the kills that aim at a stage; the others are at random times. */
const AIMED = 0.6;
/** Most ms between the sight of a stage and the kill: about as long as the stage takes. */
const LONGEST_DELAY_MS: Readonly<Record<Aim, number>> = {
  'new database': 100,
  batch: 30,
  checkpoint: 15,
  Parquet: 300,
  switch: 15,
  'report page': 5,
};
/** A run commits many batches; the other stages come once. */
const MOST_BATCHES = 4;
/** Random times reach beyond the undisturbed duration: a run after a kill has work of its own. */
const LONGEST_PART = 1.1;

/** Half of the kills meet runs into an empty folder, half runs on sources that changed since the last one. */
export async function killRuns(folder: string, options: Options): Promise<Tally> {
  const campaign = new Campaign(folder, options);
  writeInputs(campaign.inputs, options.documents);
  const first = await campaign.undisturbed('undisturbed', null);
  await campaign.disturb(first, options.kills / 2);
  changeInputs(campaign.inputs, options.documents);
  const second = await campaign.undisturbed('undisturbed-changed', join(folder, 'undisturbed'));
  await campaign.disturb(second, options.kills);
  return campaign.tally();
}

class Campaign {
  readonly inputs: string;
  private readonly random: () => number;
  private readonly kills = new Map<Stage, number>();
  private killCount = 0;
  private workersKilled = 0;
  private archives = 0;
  private readonly lost: string[] = [];
  private readonly doubled: string[] = [];
  private readonly faults: string[] = [];
  private readonly begun = performance.now();

  constructor(
    private readonly folder: string,
    private readonly options: Options,
  ) {
    this.inputs = join(folder, 'in');
    this.random = randomNumbers(options.seed);
    mkdirSync(this.inputs);
  }

  tally(): Tally {
    const { kills, workersKilled, archives, lost, doubled, faults } = this;
    return { kills, workersKilled, archives, lost, doubled, faults };
  }

  async undisturbed(name: string, from: string | null): Promise<Task> {
    const outDir = this.prepare(name, from);
    const start = performance.now();
    await this.complete(outDir);
    const duration = performance.now() - start;
    this.faults.push(...(await findContradictions(outDir)));
    return { from, expected: await readTables(outDir), duration };
  }

  /** Kills until the campaign has this many kills. */
  async disturb(task: Task, upTo: number): Promise<void> {
    const end = this.begun + (this.options.longestMs ?? Infinity) * (upTo / this.options.kills);
    for (let isFirst = true; this.killCount < upTo && (isFirst || performance.now() < end); isFirst = false) {
      const outDir = this.prepare('disturbed', task.from);
      const wanted = Math.min(upTo - this.killCount, 1 + Math.floor(this.random() * MOST_KILLS_OF_ONE_ARCHIVE));
      for (let no = 0; no < wanted; no += 1) if (!(await this.killOnce(outDir, task))) break;
      if (await this.complete(outDir)) await this.judge(outDir, task);
      this.options.onArchive?.(this.killCount);
    }
  }

  private prepare(name: string, from: string | null): string {
    const outDir = join(this.folder, name);
    rmSync(outDir, { recursive: true, force: true });
    if (from !== null) cpSync(from, outDir, { recursive: true, verbatimSymlinks: true });
    return outDir;
  }

  /** false where the run had ended before the moment came. */
  private async killOnce(outDir: string, task: Task): Promise<boolean> {
    const pageBefore = pageTime(outDir);
    const program = startProgram(this.inputs, outDir);
    await Promise.all([this.waitForMoment(program, outDir, task), this.perhapsKillWorker(program, task)]);
    if (!program.isRunning()) {
      const { code, stderr } = await program.ended;
      if (code !== 0) this.faults.push(`a run that was not killed failed: ${stderr}`);
      return false;
    }
    await program.kill();
    const stage = stageOf(outDir, pageBefore);
    this.kills.set(stage, (this.kills.get(stage) ?? 0) + 1);
    this.killCount += 1;
    return true;
  }

  private async waitForMoment(program: RunningProgram, outDir: string, { duration }: Task): Promise<void> {
    if (this.random() >= AIMED) {
      await waitFor(program, this.random() * duration * LONGEST_PART);
      return;
    }
    const aim = AIMS[Math.floor(this.random() * AIMS.length)] ?? 'batch';
    await waitUntil(program, outDir, aim, aim === 'batch' ? 1 + Math.floor(this.random() * MOST_BATCHES) : 1);
    await waitFor(program, this.random() * LONGEST_DELAY_MS[aim]);
  }

  private async perhapsKillWorker(program: RunningProgram, { duration }: Task): Promise<void> {
    if (this.random() >= WITH_WORKER_KILLED) return;
    const [at, which] = [this.random(), this.random()];
    await waitFor(program, at * duration);
    if (program.killWorker(which)) this.workersKilled += 1;
  }

  /** Whether the run was done; a fault where not. */
  private async complete(outDir: string): Promise<boolean> {
    const { code, stderr } = await startProgram(this.inputs, outDir).ended;
    if (code !== 0 || stderr !== '') this.faults.push(`the same command did not complete: ${stderr}`);
    return code === 0;
  }

  private async judge(outDir: string, { expected }: Task): Promise<void> {
    const { lost, doubled } = compareTables(expected, await readTables(outDir));
    this.lost.push(...lost);
    this.doubled.push(...doubled);
    this.faults.push(...(await findContradictions(outDir)));
    const strange = readdirSync(outDir).filter((name) => !EXPECTED_NAMES.test(name));
    if (strange.length > 0) this.faults.push(`left behind: ${strange.join(', ')}`);
    this.archives += 1;
  }
}

const EXPECTED_NAMES = /^(?:budget\.duckdb|parquet|\.parquet-\d+|report\.html)$/;
