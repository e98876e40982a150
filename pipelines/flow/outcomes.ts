/** Contents into outcomes, several at once. */
import type { Archive, DocumentStatus } from '../../sinks/index.js';
import type { Content } from './contents.js';
import type { InFlight } from './in-flight.js';
import { InOrder } from './in-order.js';
import { inParallel } from './in-parallel.js';
import { keepBetter } from './keep-better.js';
import { isQuarantined, type Outcome } from './outcome.js';
import { refuse } from '../understand.js';
import type { Understander } from '../workers/index.js';

/** Documents begun for each one that is at work: some wait for a converter, and the next one is at hand when a worker is free. */
const BEGUN_PER_JOB = 2;
const BEGUN_BESIDE = 16;

/** What becomes of each content, as it is known: quick ones overtake, but never what was met before at the same address. A copy comes after the content that it is a copy of. */
export function outcomesOf(
  contents: AsyncIterable<Content>,
  {
    archive,
    workers,
    jobs,
    inFlight,
    signal,
  }: {
    readonly archive: Pick<Archive, 'holdsWith'>;
    readonly workers: Understander;
    readonly jobs: number;
    readonly inFlight: InFlight;
    readonly signal: AbortSignal | undefined;
  },
): AsyncGenerator<Outcome> {
  const becomeOf = (content: Content): Promise<Outcome> =>
    content.kind === 'new'
      ? understandNew(content, workers).then((fresh) => keepBetter(fresh, archive))
      : settle(content);
  const ofAddress = new InOrder<Outcome>();
  const work = (content: Content): Promise<Outcome> => {
    const outcome = ofAddress.keep(content.source.uri, becomeOf(content));
    // Of the outcome in its turn: copies elsewhere come after it.
    if (content.kind === 'new') inFlight.add(content.document.documentId, statusOf(outcome));
    return outcome;
  };
  return inParallel(contents, jobs * BEGUN_PER_JOB + BEGUN_BESIDE, work, signal);
}

function statusOf(outcome: Promise<Outcome>): Promise<DocumentStatus> {
  const status = outcome.then((own): DocumentStatus => (isQuarantined(own) ? 'quarantined' : 'loaded'));
  status.catch(() => undefined);
  return status;
}

async function settle(content: Exclude<Content, { kind: 'new' }>): Promise<Outcome> {
  const { source } = content;
  if (content.kind === 'unreadable')
    return { ...refuse(content.error, 'extract'), source, documentId: null, byteSize: null };
  return { kind: 'unchanged', source, documentId: content.documentId, status: await content.status };
}

async function understandNew(
  { source, document, conversions }: Content & { readonly kind: 'new' },
  workers: Understander,
): Promise<Outcome> {
  const { documentId, bytes } = document;
  const understood = await workers.understand(document, await conversions(documentId));
  return understood.kind === 'loaded'
    ? { ...understood, source, documentId }
    : { ...understood, source, documentId, byteSize: bytes.length };
}
