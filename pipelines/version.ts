/** What made a document's rows. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** The package's version as its package.json states it. */
export const PACKAGE_VERSION = readPackageVersion(dirname(fileURLToPath(import.meta.url)));

/** Raised with every change of what the same bytes give, so that archives take documents in anew; independent of what a document holds. */
const FACTS_REVISION = 1;

/** Stored with every document; an archive takes a document in again when it was made by another version. */
export const PIPELINE_VERSION = `${PACKAGE_VERSION}+${String(FACTS_REVISION)}`;

/** From source the package root is one folder up, from the build two. */
function readPackageVersion(folder: string): string {
  for (const root of [join(folder, '..'), join(folder, '..', '..')]) {
    const manifest = readManifest(join(root, 'package.json'));
    if (manifest) return manifest.version;
  }
  throw new Error(`the package's own package.json was not found above ${folder}`);
}

function readManifest(path: string): { readonly version: string } | null {
  try {
    return z.object({ name: z.literal('yusuan'), version: z.string() }).parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}
