/** How many sources a run will meet, counted while it works. */
import { findInputs, listSources, PATHS_ON_STDIN } from './sources/index.js';
import type { RunOptions } from './run.js';

/** What one walk over the inputs shows without opening anything. */
export interface CountedAhead {
  /** Files and records of manifests; members of archives of files are none of them. */
  readonly sources: number;
  /** Archives of files, whose members are not known. */
  readonly archives: number;
}

/** null where the inputs can be read only once, or `signal` ends the walk. */
export async function countAhead(
  { inputs, manifests }: Pick<RunOptions, 'inputs' | 'manifests'>,
  signal: AbortSignal,
): Promise<CountedAhead | null> {
  if (inputs.includes(PATHS_ON_STDIN)) return null;
  const found = await findInputs(inputs, manifests);
  let sources = 0;
  let archives = 0;
  const skipArchive = (): boolean => {
    archives += 1;
    return true;
  };
  const listed = listSources([...found.found, ...found.missing], () => undefined, {
    manifests: found.manifests,
    skipArchive,
  });
  while (!(await listed.next()).done) {
    if (signal.aborted) return null;
    sources += 1;
  }
  return { sources, archives };
}
