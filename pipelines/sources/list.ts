/** From the inputs a person names (files, folders, globs, archives) to the sources they stand for. */
import { lstat, stat } from 'node:fs/promises';
import { glob, isDynamicPattern } from 'tinyglobby';
import { archiveMembers } from './archives.js';
import { sourceAt } from './files.js';
import { walkFolder } from './folders.js';
import { locate, type Location } from './locations.js';
import { isArchive } from './names.js';
import { withNotes, type OnNote } from './notes.js';
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
 * source that can't be read. `onNote` is told of folders and archives that hold no documents, and of names passed over in them, when their turn is over.
 */
export async function* listSources(paths: readonly string[], onNote: OnNote = () => undefined): AsyncGenerator<Source> {
  const seen = new Set<string>();
  for (const path of paths) {
    for await (const source of sourcesOf(locate(path), onNote)) {
      if (seen.has(source.uri)) continue;
      seen.add(source.uri);
      yield source;
    }
  }
}

async function* sourcesOf(location: Location, onNote: OnNote): AsyncGenerator<Source> {
  const isFolder = await stat(location.path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
  if (!isFolder) {
    yield* fileOrMembers(location, onNote);
    return;
  }
  const entries = withNotes(location.uri, (onPassOver) => walkFolder(location, onPassOver), onNote);
  for await (const entry of entries) {
    if ('broken' in entry) yield entry.broken;
    else yield* fileOrMembers(entry.file, onNote);
  }
}

async function* fileOrMembers(location: Location, onNote: OnNote): AsyncGenerator<Source> {
  if (!isArchive(location.name)) yield sourceAt(location);
  else yield* withNotes(location.uri, (onPassOver) => archiveMembers(location, onPassOver), onNote);
}
