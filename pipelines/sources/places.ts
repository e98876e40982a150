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
  return (await Promise.all(paths.map(prefixesOfInput))).flat();
}

/** Those of a folder and of an archive alike: what the one holds is gone where the other has its name now. */
async function prefixesOfInput(input: string): Promise<readonly string[]> {
  if (input === PATHS_ON_STDIN) return [];
  const { path, uri, name } = locate(input);
  const isFolder = await stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
  if (uri.endsWith('/')) return [uri];
  return isFolder || archiveFormat(name) !== null ? prefixesOf(uri) : [];
}

/** The beginnings below a source, whether it is a folder or an archive. */
export function prefixesOf(uri: string): readonly string[] {
  return [`${uri}/`, `${uri}!/`];
}
