/** A look ahead for documents that need a converter, so that one start of it converts several. */
import { createHash } from 'node:crypto';
import { convertAhead, isConvertible, MOST_CONVERTED_AHEAD, type Conversion } from '../extractors/index.js';
import type { Source } from './sources/index.js';

/** A source whose bytes are held, and what a converter made of them, if it was asked. */
export interface PreparedSource {
  readonly source: Source;
  readonly conversion?: Conversion;
}

/** Limits of what is held while documents to be converted gather: whichever is reached first ends the gathering. */
const MOST_HELD_SOURCES = 200;
const MOST_HELD_BYTES = 64 * 1024 * 1024;

interface Held {
  readonly source: Source;
  readonly bytes: Uint8Array;
  /** null for what is not converted now. */
  readonly documentId: string | null;
}

/**
 * The sources in their order, each read once. From the first one that needs a converter on, a number of them is held and those that need it are converted
 * together; without such, nothing is held.
 *
 * @param isKnown whether a content needs no reading
 */
export async function* prepareSources(
  sources: AsyncIterable<Source>,
  isKnown: (documentId: string) => boolean,
): AsyncGenerator<PreparedSource> {
  let held: Held[] = [];
  for await (const source of sources) {
    const next = await hold(source, isKnown);
    held.push(next);
    if (isWaiting(held)) continue;
    yield* convertHeld(held);
    held = [];
  }
  yield* convertHeld(held);
}

function isWaiting(held: readonly Held[]): boolean {
  const toConvert = held.filter(({ documentId }) => documentId !== null).length;
  const bytes = held.reduce((sum, one) => sum + one.bytes.length, 0);
  const isFull = toConvert >= MOST_CONVERTED_AHEAD || held.length >= MOST_HELD_SOURCES || bytes >= MOST_HELD_BYTES;
  return toConvert > 0 && !isFull;
}

/** A source that can't be read gives its reason when it is read. */
async function hold(source: Source, isKnown: (documentId: string) => boolean): Promise<Held> {
  try {
    const bytes = await source.read();
    const id = isConvertible(bytes) ? createHash('sha256').update(bytes).digest('hex') : null;
    const documentId = id === null || isKnown(id) ? null : id;
    return { source: { ...source, read: () => Promise.resolve(bytes) }, bytes, documentId };
  } catch (error) {
    const read = async (): Promise<never> => Promise.reject(error instanceof Error ? error : new Error(String(error)));
    return { source: { ...source, read }, bytes: new Uint8Array(), documentId: null };
  }
}

async function* convertHeld(held: readonly Held[]): AsyncGenerator<PreparedSource> {
  const toConvert = new Map(
    held.flatMap(({ documentId, bytes }) => (documentId === null ? [] : [[documentId, bytes]])),
  );
  const conversions = await convertAhead([...toConvert].map(([documentId, bytes]) => ({ documentId, bytes })));
  for (const { source, documentId } of held) {
    const conversion = documentId === null ? undefined : conversions.get(documentId);
    yield conversion ? { source, conversion } : { source };
  }
}
