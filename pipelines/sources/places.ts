/** Which sources belong to a folder or an archive, by the beginnings of their URIs. */
import { stat } from 'node:fs/promises';
import { locate } from './locations.js';
import { isArchive } from './names.js';

/** The beginnings of the URIs of everything inside `paths`; a single file holds nothing and has none. */
export async function prefixesBelow(paths: readonly string[]): Promise<readonly string[]> {
  const prefixes = await Promise.all(paths.map(prefixBelow));
  return prefixes.flatMap((prefix) => (prefix === null ? [] : [prefix]));
}

async function prefixBelow(input: string): Promise<string | null> {
  const { path, uri, name } = locate(input);
  const isFolder = await stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
  if (isFolder) return uri.endsWith('/') ? uri : `${uri}/`;
  return isArchive(name) ? `${uri}!/` : null;
}

/** The beginnings below a source that could not be opened, whether it is a folder or an archive. */
export function prefixesOf(uri: string): readonly string[] {
  return [`${uri}/`, `${uri}!/`];
}
