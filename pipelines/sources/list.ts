/** From the inputs a person names (files, folders, globs, archives, lists, manifests) to the sources they stand for. */
import { lstat } from 'node:fs/promises';
import { glob, isDynamicPattern } from 'tinyglobby';
import { archiveSources } from './archives/walk.js';
import { brokenSource, lookAt, sourceAt, WITHOUT_PROVENANCE } from './files.js';
import { walkFolder } from './folders.js';
import { locate, type Location } from './locations.js';
import { manifestPlaces } from './manifests/sources.js';
import { archiveFormat } from './names.js';
import { withNotes, type OnNote } from './notes.js';
import { readPathList } from './path-list.js';
import type { ArchiveOnDisk, FileStamp, Provenance, Source } from './types.js';
import { UriSet } from './uri-set.js';

/** The input that stands for a list of paths on standard input. A file of this name is `./-`. */
export const PATHS_ON_STDIN = '-';

/** Inputs sorted into paths that are there and inputs that name nothing. */
export interface FoundInputs {
  /** Paths of files, folders and archives, globs resolved; `-` where it was named. */
  readonly found: readonly string[];
  /** Paths of manifests that are there. */
  readonly manifests: readonly string[];
  readonly missingManifests: readonly string[];
  readonly missing: readonly string[];
}

/** Looks every input up: a path that exists stands for itself (a broken link too), another may be a glob; a manifest is always a path. */
export async function findInputs(inputs: readonly string[], manifests: readonly string[] = []): Promise<FoundInputs> {
  const found = await Promise.all(inputs.map(async (input) => ({ input, paths: await pathsOf(input) })));
  const looked = await Promise.all(manifests.map(async (path) => ({ path, isThere: await exists(path) })));
  return {
    found: found.flatMap(({ paths }) => paths),
    manifests: looked.filter(({ isThere }) => isThere).map(({ path }) => path),
    missingManifests: looked.filter(({ isThere }) => !isThere).map(({ path }) => path),
    missing: found.filter(({ paths }) => paths.length === 0).map(({ input }) => input),
  };
}

async function pathsOf(input: string): Promise<readonly string[]> {
  if (input === PATHS_ON_STDIN || (await exists(input))) return [input];
  if (!isDynamicPattern(input)) return [];
  return (await glob(input, { absolute: true, onlyFiles: false, expandDirectories: false })).toSorted();
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

/** An archive on disk, as it was when its turn came. */
export type ListedArchive = Pick<ArchiveOnDisk, 'uri' | 'byteSize' | 'modifiedUs'>;

export interface ListOptions {
  /** Paths of manifests; their sources come before those of the paths, so that a folder which holds a file too does not take its metadata from it. */
  readonly manifests?: readonly string[];
  /** What {@link PATHS_ON_STDIN} stands for; left out: standard input. */
  readonly stdin?: AsyncIterable<Uint8Array>;
  /** Asked of every archive on disk before it is opened, with what a manifest says of it; where it says true the archive gives no sources, no notes and no end. */
  readonly skipArchive?: (archive: ListedArchive, provenance: Provenance) => boolean | Promise<boolean>;
  /**
   * Told of every archive on disk that was walked to its end: whether all of it could be walked (archives in it as well), and how many sources it gave.
   * It is told when the source after its last one is asked for.
   */
  readonly onArchiveEnd?: (archive: ListedArchive & { readonly whole: boolean; readonly members: number }) => void;
}

/**
 * The sources of all manifests and `paths` in order, each place on disk once; lazily, so that a folder of a million files, or a list of ten million, is never held as
 * a whole. A path that is not there is a source that can't be read; so is a record of a manifest that can't be used. A manifest itself is no document.
 * `onNote` is told of folders and archives that hold no documents, and of names passed over in them, when their turn is over.
 */
export async function* listSources(
  paths: readonly string[],
  onNote: OnNote = () => undefined,
  options: ListOptions = {},
): AsyncGenerator<Source> {
  const { manifests = [] } = options;
  const seen = new UriSet();
  const ownUris = new Set(manifests.map((manifest) => locate(manifest).uri));
  for await (const source of allSources(manifests, paths, onNote, options)) {
    const isManifest = source.file !== null && ownUris.has(source.uri);
    if (!isManifest && (isAddressed(source) || seen.add(source.uri))) yield source;
  }
}

/** Under an address that a manifest gives lies what was fetched from it at several times, in the order of the records: each is a source, and the last one counts. */
function isAddressed({ uri }: Source): boolean {
  return !uri.startsWith('file:');
}

async function* allSources(
  manifests: readonly string[],
  paths: readonly string[],
  onNote: OnNote,
  options: ListOptions,
): AsyncGenerator<Source> {
  for (const manifest of manifests) {
    for await (const place of manifestPlaces(manifest)) {
      if ('broken' in place) yield place.broken;
      else
        for await (const source of sourcesOf(place.location, onNote, options, place.provenance))
          yield { ...source, ...place.provenance };
    }
  }
  for (const path of paths) {
    if (path === PATHS_ON_STDIN) yield* listedSources(options.stdin ?? process.stdin, onNote, options);
    else yield* sourcesOf(locate(path), onNote, options);
  }
}

async function* listedSources(
  stdin: AsyncIterable<Uint8Array>,
  onNote: OnNote,
  options: ListOptions,
): AsyncGenerator<Source> {
  let no = 0;
  for await (const path of readPathList(stdin)) {
    no += 1;
    if (path !== null) yield* sourcesOf(locate(path), onNote, options);
    else yield brokenSource({ uri: `stdin:#${no}`, name: `stdin#${no}` }, new Error('its path is too long'));
  }
  if (no === 0) onNote({ code: 'no-documents', message: 'standard input names no paths', uri: 'stdin:' });
}

async function* sourcesOf(
  location: Location,
  onNote: OnNote,
  options: ListOptions,
  provenance: Provenance = WITHOUT_PROVENANCE,
): AsyncGenerator<Source> {
  const { isFolder, stamp } = await lookAt(location.path);
  if (!isFolder) {
    yield* fileOrMembers(location, stamp, onNote, options, provenance);
    return;
  }
  const entries = withNotes(location.uri, (onPassOver) => walkFolder(location, onPassOver), onNote);
  for await (const entry of entries) {
    if ('broken' in entry) yield entry.broken;
    else if (archiveFormat(entry.file.name) === null) yield sourceAt(entry.file, entry.stamp);
    else yield* fileOrMembers(entry.file, entry.stamp, onNote, options, provenance);
  }
}

async function* fileOrMembers(
  location: Location,
  stamp: FileStamp | null,
  onNote: OnNote,
  { skipArchive, onArchiveEnd }: ListOptions,
  provenance: Provenance,
): AsyncGenerator<Source> {
  if (archiveFormat(location.name) === null) {
    yield sourceAt(location, stamp);
    return;
  }
  const archive = stamp && { uri: location.uri, ...stamp };
  if (archive && (await skipArchive?.(archive, provenance))) return;
  const end = yield* archiveSources(location, stamp, onNote);
  if (archive) onArchiveEnd?.({ ...archive, ...end });
}
