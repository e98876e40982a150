/** Folders as sources: all the documents below one. */
import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brokenSource } from './files.js';
import { isCompanion, isHidden } from './names.js';
import type { Source } from './types.js';

/** A file found in a folder, or a folder that can't be listed. */
export type FolderEntry = { readonly path: string } | { readonly broken: Source };

/**
 * The files below `folder`, depth first, in code-unit order of their names. Hidden files and companions are passed over; links are
 * followed, a link back to a folder that is being walked is not. A folder that can't be listed is an entry of its own.
 */
export async function* walkFolder(folder: string, ancestors: readonly string[] = []): AsyncGenerator<FolderEntry> {
  const listing = await listFolder(folder);
  if ('broken' in listing) {
    yield listing;
    return;
  }
  if (ancestors.includes(listing.realPath)) return;
  for (const entry of listing.entries) {
    const path = join(folder, entry.name);
    if (await isFolder(path, entry)) yield* walkFolder(path, [...ancestors, listing.realPath]);
    else if (!isCompanion(entry.name)) yield { path };
  }
}

interface Listing {
  readonly realPath: string;
  readonly entries: readonly Dirent[];
}

async function listFolder(folder: string): Promise<Listing | { readonly broken: Source }> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    const visible = entries.filter((entry) => !isHidden(entry.name)).toSorted((a, b) => (a.name < b.name ? -1 : 1));
    return { realPath: await realpath(folder), entries: visible };
  } catch (error) {
    return { broken: brokenSource(pathToFileURL(folder).href, basename(folder), error) };
  }
}

/** A broken link is taken for a file: reading it tells what is wrong. */
async function isFolder(path: string, entry: Dirent): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  return stat(path).then(
    (target) => target.isDirectory(),
    () => false,
  );
}
