import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CodeTablesError } from './errors.js';

/** Where the tables stand below the package root, in a checkout as in an installed package. */
const TABLES_PATH = join('transforms', 'codebook', 'tables');

/**
 * The folder of the code tables, found from this module upwards: the module runs from the source tree or from `dist/`, the
 * tables stay in one place below the package root.
 *
 * @throws CodeTablesError when no folder above holds them: the installation is incomplete
 */
export function findTablesFolder(from: string = fileURLToPath(import.meta.url)): string {
  const parent = dirname(from);
  const folder = join(parent, TABLES_PATH);
  if (existsSync(join(parent, 'package.json')) && existsSync(folder)) return folder;
  if (parent === from)
    throw new CodeTablesError(`The code tables (${TABLES_PATH}) are missing: the installation is incomplete.`);
  return findTablesFolder(parent);
}
