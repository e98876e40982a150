/** From the inputs a person names (files, folders, globs, archives) to the sources they stand for. */
import { lstat, stat } from 'node:fs/promises';
import { glob, isDynamicPattern } from 'tinyglobby';
import { archiveMembers } from './archives.js';
import { fileSource } from './files.js';
import { walkFolder } from './folders.js';
import { isArchive } from './names.js';
import type { Source } from './types.js';

/** Inputs sorted into paths that are there and inputs that name nothing. */
export interface FoundInputs {
  /** Paths of files, folders and archives, globs resolved. */
  readonly found: readonly string[];
  readonly missing: readonly string[];
}

/** Looks every input up: a path that exists stands for itself (a broken link too), another may be a glob. */
export async function findInputs(inputs: readonly string[]): Promise<FoundInputs> {
  const found = await Promise.all(inputs.map(async (input) => ({ input, paths: await pathsOf(input) })));
  return {
    found: found.flatMap(({ paths }) => paths),
    missing: found.filter(({ paths }) => paths.length === 0).map(({ input }) => input),
  };
}

async function pathsOf(input: string): Promise<readonly string[]> {
  const exists = await lstat(input).then(
    () => true,
    () => false,
  );
  if (exists) return [input];
  if (!isDynamicPattern(input)) return [];
  return (await glob(input, { absolute: true, onlyFiles: false, expandDirectories: false })).toSorted();
}

/**
 * The sources of all `paths` in order, each URI once; lazily, so that a folder of a million files is never listed as a whole. A path that is not there is a
 * source that can't be read.
 */
export async function* listSources(paths: readonly string[]): AsyncGenerator<Source> {
  const seen = new Set<string>();
  for (const path of paths) {
    for await (const source of sourcesOf(path)) {
      if (seen.has(source.uri)) continue;
      seen.add(source.uri);
      yield source;
    }
  }
}

async function* sourcesOf(path: string): AsyncGenerator<Source> {
  const isFolder = await stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
  if (!isFolder) {
    yield* fileOrMembers(path);
    return;
  }
  for await (const entry of walkFolder(path)) {
    if ('broken' in entry) yield entry.broken;
    else yield* fileOrMembers(entry.path);
  }
}

async function* fileOrMembers(path: string): AsyncGenerator<Source> {
  if (isArchive(path)) yield* archiveMembers(path);
  else yield fileSource(path);
}
