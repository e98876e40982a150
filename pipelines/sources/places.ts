/** Which sources belong to a folder or an archive, by the beginnings of their URIs. */
import { stat } from 'node:fs/promises';
import { PATHS_ON_STDIN } from './list.js';
import { locate } from './locations.js';
import { archiveFormat } from './names.js';

/**
 * The beginnings of the URIs of everything inside `paths`; a single file holds nothing and has none. Nor has a list on standard input: what it does not
 * name may still be there.
 */
export async function prefixesBelow(paths: readonly string[]): Promise<readonly string[]> {
  const prefixes = await Promise.all(paths.map(prefixBelow));
  return prefixes.flatMap((prefix) => (prefix === null ? [] : [prefix]));
}

async function prefixBelow(input: string): Promise<string | null> {
  if (input === PATHS_ON_STDIN) return null;
  const { path, uri, name } = locate(input);
  const isFolder = await stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
  if (isFolder) return uri.endsWith('/') ? uri : `${uri}/`;
  return archiveFormat(name) === null ? null : `${uri}!/`;
}

/** The beginnings below a source that could not be opened, whether it is a folder or an archive. */
export function prefixesOf(uri: string): readonly string[] {
  return [`${uri}/`, `${uri}!/`];
}
