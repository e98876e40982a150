/**
 * Snapshots of the Parquet tree. `parquet` is a link to the folder of the newest one, `.parquet-<n>`; putting another link in its place is one step for readers
 * and for the disk. Where the file system has no such links, `parquet` is the folder itself, and a switch takes two steps.
 */
import { existsSync, lstatSync, mkdirSync, readdirSync, readlinkSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { syncToDisk } from '../sync.js';

/** What readers read. */
export const PARQUET = 'parquet';
/** A link that is about to take the place of the current one. */
const NEXT_LINK = '.parquet.link';
/** The snapshot that stood at `parquet` itself, for the moment of a switch in two steps and for those who still read it. */
const PREVIOUS = '.parquet.previous';
/** What an earlier version built its next snapshot in. */
const FORMER_NEXT = '.parquet.next';

export interface Snapshots {
  /** Path through which the current snapshot is read; it may not be there yet. */
  readonly current: string;
  /** Path of the snapshot that is being built: empty. */
  readonly next: string;
}

/** Makes room for the next snapshot: what crashes left behind goes, and the one before the current one, which was kept for its readers. */
export function prepareSnapshot(outDir: string): Snapshots {
  const current = join(outDir, PARQUET);
  // Cut off between the two steps of a switch.
  if (!exists(current) && existsSync(join(outDir, PREVIOUS))) renameSync(join(outDir, PREVIOUS), current);
  const numbers = snapshotNumbers(outDir);
  const kept = nameOfCurrent(current);
  const leftovers = [...numbers.map(nameOf).filter((name) => name !== kept), NEXT_LINK, PREVIOUS, FORMER_NEXT];
  for (const name of leftovers) rmSync(join(outDir, name), { recursive: true, force: true });
  const next = join(outDir, nameOf(Math.max(0, ...numbers) + 1));
  mkdirSync(next);
  return { current, next };
}

/** Shows readers the next snapshot; the one before it stays where it was, or as `.parquet.previous`, until the next one is prepared. */
export function switchSnapshot(outDir: string, { current, next }: Snapshots): void {
  const link = join(outDir, NEXT_LINK);
  const isLinked = makeLink(link, basename(next));
  if (!isLinked || !replaceLink(link, current)) switchInTwoSteps(outDir, isLinked ? link : next, current);
  syncToDisk(outDir);
}

/** false where the system makes no links. */
function makeLink(link: string, target: string): boolean {
  try {
    symlinkSync(target, link, 'dir');
    return true;
  } catch {
    return false;
  }
}

/** false where the current snapshot is a folder, or the system renames no link over another. */
function replaceLink(link: string, current: string): boolean {
  try {
    renameSync(link, current);
    return true;
  } catch {
    return false;
  }
}

/** A reader finds the old tree, for an instant none, then the new one. */
function switchInTwoSteps(outDir: string, next: string, current: string): void {
  if (exists(current)) renameSync(current, join(outDir, PREVIOUS));
  renameSync(next, current);
}

/** A link without a target is there, too. */
function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function nameOf(number: number): string {
  return `.parquet-${number}`;
}

function snapshotNumbers(outDir: string): readonly number[] {
  return readdirSync(outDir).flatMap((name) => {
    const number = /^\.parquet-(\d+)$/.exec(name)?.[1];
    return number === undefined ? [] : [Number(number)];
  });
}

/** The name that the link leads to; null where `parquet` is no link, or not there. */
function nameOfCurrent(current: string): string | null {
  return lstatSync(current, { throwIfNoEntry: false })?.isSymbolicLink() === true
    ? basename(readlinkSync(current))
    : null;
}
