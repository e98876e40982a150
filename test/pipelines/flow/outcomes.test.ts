import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { Content } from '../../../pipelines/flow/contents.js';
import { InFlight } from '../../../pipelines/flow/in-flight.js';
import { outcomesOf } from '../../../pipelines/flow/outcomes.js';
import { quarantine } from '../../../pipelines/understand.js';
import { NOWHERE } from '../../builders/source.js';

function sourceAt(uri: string) {
  return { ...NOWHERE, uri, fileName: uri, read: () => Promise.resolve(new Uint8Array()) };
}

/** A content that takes so many ms. */
function newAt(uri: string, documentId: string, ms: number): Content {
  const document = { documentId, fileName: uri, sourceUri: uri, bytes: new Uint8Array(ms) };
  return { kind: 'new', source: sourceAt(uri), document, conversions: () => Promise.resolve(undefined) };
}

it('a copy comes after what it is a copy of, and that after what was met before it at its address', async () => {
  const inFlight = new InFlight();
  const contents = async function* (): AsyncGenerator<Content> {
    yield newAt('http://a.cn/u', 'slow', 60);
    yield newAt('http://a.cn/u', 'quick', 0);
    const status = inFlight.statusOf('quick') ?? Promise.resolve('loaded');
    yield await Promise.resolve({ kind: 'copy', source: sourceAt('http://a.cn/v'), documentId: 'quick', status });
    yield newAt('http://a.cn/w', 'other', 20);
  };
  const outcomes = outcomesOf(contents(), {
    archive: { holdsWith: () => Promise.resolve(false) },
    workers: {
      understand: ({ bytes }) => wait(bytes.length, quarantine('extract', 'x', 'y')),
      close: () => Promise.resolve(),
    },
    jobs: 4,
    inFlight,
    signal: undefined,
  });
  const told: string[] = [];
  for await (const { kind, documentId } of outcomes) told.push(`${kind} ${String(documentId)}`);
  expect(told).toEqual(['quarantined other', 'quarantined slow', 'quarantined quick', 'unchanged quick']);
});
