/** What sources hold, and what of it is new to the archive. */
import { createHash } from 'node:crypto';
import { isConvertible, MOST_CONVERTED_AHEAD, type SourceDocument } from '../../extractors/index.js';
import type { Archive, DocumentStatus } from '../../sinks/index.js';
import { convertTogether, type Conversions } from './conversions.js';
import type { LookedAt } from './known-files.js';
import type { InFlight } from './in-flight.js';
import type { Source } from '../sources/index.js';

/** A source, and what is to be done about it. */
export type Content =
  /** The archive has a reading that stands. */
  | { readonly kind: 'known'; readonly source: Source; readonly documentId: string; readonly status: DocumentStatus }
  /** The same content is on its way already, from another source. */
  | {
      readonly kind: 'copy';
      readonly source: Source;
      readonly documentId: string;
      readonly status: Promise<DocumentStatus>;
    }
  | {
      readonly kind: 'new';
      readonly source: Source;
      readonly document: SourceDocument;
      readonly conversions: Conversions;
    }
  | { readonly kind: 'unreadable'; readonly source: Source; readonly error: unknown };

/** Limits of what is held while the archive is asked about several contents at once: whichever is reached first. */
const MOST_HELD = 100;
const MOST_LOOKED_AT = 1_000;
const MOST_HELD_BYTES = 32 * 1024 * 1024;

/** What was read of a source; null for one that needs no reading. */
type Held = LookedAt & { readonly document: SourceDocument | null; readonly error: unknown };

/** The content of a source under its hash. @throws UnreadableDocument when the source can't be read */
export async function readSource(source: Source): Promise<SourceDocument> {
  const bytes = await source.read();
  const documentId = createHash('sha256').update(bytes).digest('hex');
  return { documentId, fileName: source.fileName, sourceUri: source.uri, bytes };
}

/**
 * The sources in their order, read where they must be, each content once.
 *
 * @param convert starts the converter on what is new and needs it
 */
export async function* readContents(
  sources: AsyncIterable<LookedAt>,
  archive: Pick<Archive, 'statusesOf'>,
  inFlight: InFlight,
  convert: (documents: readonly SourceDocument[]) => Conversions = convertTogether,
): AsyncGenerator<Content> {
  let portion = new Portion();
  for await (const looked of sources) {
    portion.add(await hold(looked));
    if (!portion.isFull) continue;
    yield* settle(portion.held, archive, inFlight, convert);
    portion = new Portion();
  }
  yield* settle(portion.held, archive, inFlight, convert);
}

/** Sources about which the archive is asked at once. */
class Portion {
  readonly held: Held[] = [];
  private documents = 0;
  private bytes = 0;
  private toConvert = 0;

  add(one: Held): void {
    this.held.push(one);
    if (!one.document) return;
    this.documents += 1;
    this.bytes += one.document.bytes.length;
    if (isConvertible(one.document.bytes)) this.toConvert += 1;
  }

  get isFull(): boolean {
    return (
      this.held.length >= MOST_LOOKED_AT ||
      this.documents >= MOST_HELD ||
      this.bytes >= MOST_HELD_BYTES ||
      this.toConvert >= MOST_CONVERTED_AHEAD
    );
  }
}

async function hold(looked: LookedAt): Promise<Held> {
  if (looked.known) return { ...looked, document: null, error: null };
  try {
    return { ...looked, document: await readSource(looked.source), error: null };
  } catch (error) {
    return { ...looked, document: null, error };
  }
}

async function* settle(
  held: readonly Held[],
  archive: Pick<Archive, 'statusesOf'>,
  inFlight: InFlight,
  convert: (documents: readonly SourceDocument[]) => Conversions,
): AsyncGenerator<Content> {
  const documents = held.flatMap(({ document }) => (document ? [document] : []));
  inFlight.forgetWritten();
  const statuses = await archive.statusesOf(documents.map(({ documentId }) => documentId));
  const conversions = convert(documents.filter(({ documentId }) => !statuses.has(documentId)));
  for (const { source, known, document, error } of held) {
    if (known) yield { kind: 'known', source, ...known };
    else if (document === null) yield { kind: 'unreadable', source, error };
    else yield settleOne(source, document, statuses, conversions, inFlight);
  }
}

function settleOne(
  source: Source,
  document: SourceDocument,
  statuses: ReadonlyMap<string, DocumentStatus>,
  conversions: Conversions,
  inFlight: InFlight,
): Content {
  const { documentId } = document;
  const first = inFlight.statusOf(documentId);
  if (first) return { kind: 'copy', source, documentId, status: first };
  const status = statuses.get(documentId);
  if (status) return { kind: 'known', source, documentId, status };
  return { kind: 'new', source, document, conversions };
}
