/** When to kill: at a random time, or as soon as the files of the archive show that a stage is reached. */
import { lstatSync, readdirSync, readlinkSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { RunningProgram } from './program.js';

/** What can be seen of a run from without. */
interface Look {
  readonly names: readonly string[];
  readonly walBytes: number;
  /** Of the write-ahead log; null without one. */
  readonly snapshot: string | null;
  /** Folders of tables in the snapshot that is being built; 0 where none is. */
  readonly tablesBuilt: number;
  readonly pageWrittenAt: number;
}

export const STAGES = [
  'start',
  'new database',
  'reading',
  'batch',
  'checkpoint',
  'Parquet',
  'switch',
  'report page',
] as const;
export type Stage = (typeof STAGES)[number];

/** Stages that files show the moment that they are reached. */
export const AIMS = ['new database', 'batch', 'checkpoint', 'Parquet', 'switch', 'report page'] as const;
export type Aim = (typeof AIMS)[number];

const REACHED: Readonly<Record<Aim, (now: Look, before: Look) => boolean>> = {
  'new database': ({ names }) => names.some((name) => /^budget\.duckdb\.\d+\.new/.test(name)),
  batch: (now, before) => now.walBytes > before.walBytes && before.walBytes > 0,
  checkpoint: (now, before) =>
    now.names.some((name) => /\.wal\.(?:checkpoint|recovery)$/.test(name)) || now.walBytes < before.walBytes,
  Parquet: ({ tablesBuilt }) => tablesBuilt > 0,
  switch: (now, before) => now.names.includes('.parquet.link') || now.snapshot !== before.snapshot,
  'report page': (now, before) =>
    now.names.some((name) => /^report\.html\..*new$/.test(name)) || now.pageWrittenAt !== before.pageWrittenAt,
};

/** Waits until the run has been at it for so long, or has ended. */
export async function waitFor(program: RunningProgram, ms: number): Promise<void> {
  await Promise.race([wait(ms), program.ended]);
}

/** Waits until the aim is reached for the `nth` time, or the run has ended. */
export async function waitUntil(program: RunningProgram, outDir: string, aim: Aim, nth: number): Promise<void> {
  let before = lookAt(outDir);
  for (let times = 0; times < nth && program.isRunning();) {
    await wait(1);
    const now = lookAt(outDir);
    if (REACHED[aim](now, before)) times += 1;
    before = now;
  }
}

/** The stage that a killed run was in, from what it left. */
export function stageOf(outDir: string, pageBefore: number): Stage {
  const { names, walBytes, snapshot, tablesBuilt, pageWrittenAt } = lookAt(outDir);
  if (names.some((name) => /\.html\..*new$/.test(name)) || pageWrittenAt !== pageBefore) return 'report page';
  if (names.some((name) => /\.wal\.(?:checkpoint|recovery)$/.test(name))) return 'checkpoint';
  if (names.includes('.parquet.link')) return 'switch';
  if (tablesBuilt > 0) return 'Parquet';
  if (names.some((name) => /\.duckdb\..*new/.test(name))) return 'new database';
  if (!names.includes('budget.duckdb')) return 'start';
  if (walBytes > 0) return 'batch';
  return snapshot === null ? 'reading' : 'start';
}

/** When the report page was written; 0 where there is none. */
export function pageTime(outDir: string): number {
  return lookAt(outDir).pageWrittenAt;
}

function lookAt(outDir: string): Look {
  const names = quietly(() => readdirSync(outDir), []);
  const snapshot = quietly(() => readlinkSync(join(outDir, 'parquet')), null);
  const number = (name: string | null): number => Number(/^\.parquet-(\d+)$/.exec(name ?? '')?.[1] ?? 0);
  const newest = names.toSorted((a, b) => number(b) - number(a))[0] ?? '';
  const isBeingBuilt = number(newest) > number(snapshot);
  return {
    names,
    walBytes: quietly(() => statSync(join(outDir, 'budget.duckdb.wal')).size, 0),
    snapshot,
    tablesBuilt: isBeingBuilt ? quietly(() => readdirSync(join(outDir, newest)).length, 0) : 0,
    pageWrittenAt: quietly(() => lstatSync(join(outDir, 'report.html')).mtimeMs, 0),
  };
}

/** What is gone by the time it is looked at was not there. */
function quietly<T>(look: () => T, otherwise: T): T {
  try {
    return look();
  } catch {
    return otherwise;
  }
}
