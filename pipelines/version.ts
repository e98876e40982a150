/** What made a document's rows. */
import { createHash, type Hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { overlayTables } from './codes/index.js';

/** The folder that holds `extractors/` and `transforms/`: the checkout, or `dist/` of a build. */
const CODE = join(dirname(fileURLToPath(import.meta.url)), '..');
const PACKAGE = existsSync(join(CODE, 'package.json')) ? CODE : join(CODE, '..');

/** The package's version as its package.json states it. */
export const PACKAGE_VERSION = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8'))).version;

/** Characters of the fingerprint: enough that two states of the code never share one. */
const FINGERPRINT_LENGTH = 12;

/**
 * Stored with every document; an archive takes a document in again when another version made it. The package's version and a
 * fingerprint of everything that decides what the same bytes give, so that a changed word of vocabulary shows on the next run. Whether there is a
 * converter is no part of it: that concerns single documents (see `run`).
 *
 * @param overlay folder of the code tables laid over the packaged ones; null for none
 */
export function pipelineVersion(overlay: string | null): string {
  ownHash ??= hashOwnFiles();
  const hash = ownHash.copy();
  if (overlay !== null)
    for (const table of overlayTables(overlay)) hash.update(table).update(readFileSync(join(overlay, table)));
  return `${PACKAGE_VERSION}+${hash.digest('hex').slice(0, FINGERPRINT_LENGTH)}`;
}

/** Of the program, which stays as it was started; hashed when first asked for. */
let ownHash: Hash | null = null;

function hashOwnFiles(): Hash {
  const folders = [
    join(CODE, 'notation'),
    join(CODE, 'extractors'),
    join(CODE, 'transforms'),
    join(PACKAGE, 'transforms', 'codebook', 'tables'),
  ];
  const hash = createHash('sha256');
  for (const file of [...new Set(folders.flatMap(filesBelow))].sort()) hash.update(readFileSync(file));
  return hash;
}

/** Code and code tables; source maps and types decide nothing. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?:\.js|(?<!\.d)\.ts|\.csv)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}
