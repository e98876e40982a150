/** Folders as sources: all the documents below one. */
import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { brokenSource } from './files.js';
import { locateIn, type Location } from './locations.js';
import { companionExtension, decodeName, isHidden, isOwnPage } from './names.js';
import type { OnPassOver } from './notes.js';
import type { Source } from './types.js';

/** A file found in a folder, or a folder that can't be listed. */
export type FolderEntry = { readonly file: Location } | { readonly broken: Source };

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
  const names = new Set(listing.entries.map((entry) => decodeName(entry.name)));
  for (const entry of listing.entries) {
    const name = decodeName(entry.name);
    const location = locateIn(folder, entry.name);
    if (isHidden(name)) onPassOver('hidden');
    else if (await isFolder(location, entry)) yield* walkFolder(location, onPassOver, [...ancestors, listing.identity]);
    else {
      const companion = isOwnPage(name, names) ? '.html' : companionExtension(name);
      if (companion === null) yield { file: location };
      else onPassOver(companion);
    }
  }
}

interface Listing {
  /** The same for a folder and for links to it. */
  readonly identity: string;
  readonly entries: readonly Dirent<Buffer>[];
}

async function listFolder(folder: Location): Promise<Listing | { readonly broken: Source }> {
  try {
    const entries = await readdir(folder.path, { withFileTypes: true, encoding: 'buffer' });
    const sorted = entries.toSorted((a, b) => Buffer.compare(a.name, b.name));
    return { identity: await realpath(folder.path, 'latin1'), entries: sorted };
  } catch (error) {
    return { broken: brokenSource(folder, error) };
  }
}

/** A broken link is taken for a file: reading it tells what is wrong. */
async function isFolder({ path }: Location, entry: Dirent<Buffer>): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  return stat(path).then(
    (target) => target.isDirectory(),
    () => false,
  );
}
