/** Folders as sources: all the documents below one. */
import type { Dirent } from 'node:fs';
import { readdir, realpath } from 'node:fs/promises';
import { brokenSource, lookAt } from './files.js';
import { locateIn, type Location } from './locations.js';
import { companionExtension, decodeName, isHidden, isOwnPage } from './names.js';
import type { OnPassOver } from './notes.js';
import type { FileStamp, Source } from './types.js';

/** A file found in a folder, or a folder that can't be listed. */
export type FolderEntry = { readonly file: Location; readonly stamp: FileStamp | null } | { readonly broken: Source };

/** Files that are looked at together: what a file system far away answers late, it answers at once. */
const LOOKED_AT_TOGETHER = 64;

/**
 * The files below `folder`, depth first, in the order of their names' bytes. Hidden files and folders and companions are passed over, and `onPassOver` is
 * told of each; links are followed, a link back to a folder that is being walked is not. A folder that can't be listed is an entry of its own.
 */
export async function* walkFolder(
  folder: Location,
  onPassOver: OnPassOver,
  ancestors: readonly string[] = [],
): AsyncGenerator<FolderEntry> {
  const listing = await listFolder(folder);
  if ('broken' in listing) {
    yield listing;
    return;
  }
  if (ancestors.includes(listing.identity)) return;
  const walked = [...ancestors, listing.identity];
  const names = new Set(listing.entries.map(({ name }) => name));
  for (let from = 0; from < listing.entries.length; from += LOOKED_AT_TOGETHER) {
    const together = listing.entries.slice(from, from + LOOKED_AT_TOGETHER);
    const looked = await Promise.all(together.map(async (entry) => lookAtEntry(folder, entry, names)));
    for (const one of looked) {
      if (typeof one === 'string') onPassOver(one);
      else if (one.isFolder) yield* walkFolder(one.file, onPassOver, walked);
      else yield one;
    }
  }
}

interface LookedAt {
  readonly file: Location;
  readonly isFolder: boolean;
  readonly stamp: FileStamp | null;
}

/** The reason to pass over a name, or what is there; a broken link is taken for a file: reading it tells what is wrong. */
async function lookAtEntry(
  folder: Location,
  { name, dirent }: ListedEntry,
  beside: ReadonlySet<string>,
): Promise<LookedAt | string> {
  if (isHidden(name)) return 'hidden';
  const file = locateIn(folder, dirent.name, name);
  if (dirent.isDirectory()) return { file, isFolder: true, stamp: null };
  const reason = isOwnPage(name, beside) ? '.html' : companionExtension(name);
  if (reason !== null && !dirent.isSymbolicLink()) return reason;
  const { isFolder, stamp } = await lookAt(file.path);
  return reason === null || isFolder ? { file, isFolder, stamp } : reason;
}

interface ListedEntry {
  /** As text. */
  readonly name: string;
  readonly dirent: Dirent<Buffer>;
}

interface Listing {
  /** The same for a folder and for links to it. */
  readonly identity: string;
  readonly entries: readonly ListedEntry[];
}

async function listFolder(folder: Location): Promise<Listing | { readonly broken: Source }> {
  try {
    const entries = await readdir(folder.path, { withFileTypes: true, encoding: 'buffer' });
    const sorted = entries
      .toSorted((a, b) => Buffer.compare(a.name, b.name))
      .map((dirent) => ({ name: decodeName(dirent.name), dirent }));
    return { identity: await realpath(folder.path, 'latin1'), entries: sorted };
  } catch (error) {
    return { broken: brokenSource(folder, error) };
  }
}
