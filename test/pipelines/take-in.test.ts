import { expect, it } from 'vitest';
import { loadCodebook, transform } from '../../transforms/index.js';
import type { Archive, Refusals } from '../../sinks/index.js';
import { takeIn } from '../../pipelines/take-in.js';
import type { Outcome } from '../../pipelines/outcome.js';
import { NOWHERE } from '../builders/source.js';
import { extractLines } from '../builders/text-document.js';

const document = transform(extractLines('某局2024年部门预算'), loadCodebook());
const { documentId } = document.raw;
const source = { ...NOWHERE, uri: 'file:///a.txt', fileName: 'a.txt', read: () => Promise.resolve(new Uint8Array()) };
const reason = { stage: 'load', severity: 'error', code: 'document-does-not-fit', message: 'm', origin: {} } as const;
const outcomes: readonly Outcome[] = [
  { kind: 'loaded', source, documentId, document },
  { kind: 'unchanged', source: { ...source, uri: 'file:///copy.txt' }, documentId, status: 'loaded' },
  {
    kind: 'quarantined',
    source: { ...source, uri: 'file:///gone' },
    documentId: null,
    byteSize: null,
    reason,
    error: null,
  },
];

/** An archive of which only the writing of batches is asked for. */
function archiveThatRefuses(refusals: Refusals): Pick<Archive, 'writeBatch'> {
  return { writeBatch: () => Promise.resolve(refusals) };
}

async function* stream(): AsyncGenerator<Outcome> {
  for (const outcome of outcomes) yield await Promise.resolve(outcome);
}

it('tells of documents that the archive refuses, and counts them and their copies as quarantined', async () => {
  const told: string[] = [];
  const archive = archiveThatRefuses(new Map([[documentId, reason]]));
  const taken = await takeIn(archive, stream(), new Date(), ({ uri }, { code }) => told.push(`${uri} ${code}`));
  expect(told).toEqual(['file:///a.txt document-does-not-fit']);
  expect(taken).toEqual({
    counts: { seen: 3, loaded: 0, unchanged: 0, quarantined: 3 },
    kept: 0,
    unreadable: ['file:///gone'],
  });
});

it('tells nothing where nothing is refused', async () => {
  const taken = await takeIn(archiveThatRefuses(new Map()), stream(), new Date(), () => expect.unreachable());
  expect(taken.counts).toEqual({ seen: 3, loaded: 1, unchanged: 1, quarantined: 1 });
});
