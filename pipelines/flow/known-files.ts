/** Which sources need not even be opened: their file looks as it did when it was read. */
import type { Archive, KnownDocument } from '../../sinks/index.js';
import { fileStateOf } from '../file-state.js';
import type { Source } from '../sources/index.js';

/** A source, and what the archive knows that it holds; null where it must be read. */
export interface LookedAt {
  readonly source: Source;
  readonly known: KnownDocument | null;
}

/** Files that the archive is asked about at once. */
const MOST_ASKED = 1_000;

/**
 * The sources in their order. A member of an archive of files comes before the next source is asked for, as it can be read only until then.
 */
export async function* lookUpFiles(
  sources: AsyncIterable<Source>,
  archive: Pick<Archive, 'unchangedFiles'>,
): AsyncGenerator<LookedAt> {
  let waiting: Source[] = [];
  for await (const source of sources) {
    waiting.push(source);
    if (isFile(source) && waiting.length < MOST_ASKED) continue;
    yield* lookUp(waiting, archive);
    waiting = [];
  }
  yield* lookUp(waiting, archive);
}

/** Whether the source is itself a file, so that it can be read at any time. */
function isFile(source: Source): boolean {
  return source.file !== null;
}

async function* lookUp(sources: readonly Source[], archive: Pick<Archive, 'unchangedFiles'>): AsyncGenerator<LookedAt> {
  const files = sources.flatMap((source) => {
    const state = isFile(source) ? fileStateOf(source) : null;
    return state ? [{ source, file: { ...state, sourceUri: source.uri } }] : [];
  });
  const unchanged = await archive.unchangedFiles(files.map(({ file }) => file));
  const known = new Map(files.map(({ source }, at) => [source, unchanged[at] ?? null]));
  for (const source of sources) yield { source, known: known.get(source) ?? null };
}
