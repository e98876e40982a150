import { expect, it } from 'vitest';
import { loadCodebook, transform } from '../../../transforms/index.js';
import { prepareDocument } from '../../../sinks/index.js';
import { InFlight } from '../../../pipelines/flow/in-flight.js';
import { takeIn } from '../../../pipelines/flow/take-in.js';
import type { Outcome } from '../../../pipelines/flow/outcome.js';
import { NOWHERE } from '../../builders/source.js';
import { extractLines } from '../../builders/text-document.js';

const document = transform(extractLines('某局2024年部门预算'), loadCodebook());
const { documentId } = document.raw;
const prepared = prepareDocument(document, { runId: 'run', pipelineVersion: '1', loadedAt: new Date() });
const source = { ...NOWHERE, uri: 'file:///a.txt', fileName: 'a.txt', read: () => Promise.resolve(new Uint8Array()) };
const reason = { stage: 'load', severity: 'error', code: 'document-does-not-fit', message: 'm', origin: {} } as const;
const outcomes: readonly Outcome[] = [
  { kind: 'loaded', source, documentId, prepared },
  { kind: 'unchanged', source: { ...source, uri: 'file:///copy.txt' }, documentId, status: 'loaded' },
  {
    kind: 'quarantined',
    source: { ...source, uri: 'file:///gone' },
    documentId: null,
    byteSize: null,
    reason,
    stack: null,
  },
];

async function* stream(items: readonly Outcome[]): AsyncGenerator<Outcome> {
  for (const outcome of items) yield await Promise.resolve(outcome);
}

const archive = { writeBatch: () => Promise.resolve() };
const intake = () => ({ startedAt: new Date(), inFlight: new InFlight(), containers: { takeChanged: () => [] } });

it('counts what comes, and lets go of contents once they are written', async () => {
  const inFlight = new InFlight();
  inFlight.add(documentId, Promise.resolve('loaded'));
  const taken = await takeIn(archive, stream(outcomes), { ...intake(), inFlight });
  expect(taken).toEqual({
    counts: { seen: 3, loaded: 1, unchanged: 1, quarantined: 1 },
    kept: 0,
    unreadable: ['file:///gone'],
  });
  expect(await inFlight.statusOf(documentId)).toBe('loaded');
  inFlight.forgetWritten();
  expect(inFlight.statusOf(documentId)).toBeUndefined();
});

it('counts a document that the tables can not hold as quarantined', async () => {
  const refused: Outcome = {
    kind: 'loaded',
    source,
    documentId,
    prepared: { ...prepared, status: 'quarantined', refusal: reason },
  };
  const { counts } = await takeIn(archive, stream([refused]), intake());
  expect(counts).toEqual({ seen: 1, loaded: 0, unchanged: 0, quarantined: 1 });
});
