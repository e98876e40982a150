import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UnreadableDocument } from '../../extractors/index.js';
import { inBatches, toArchiveBatch } from '../../pipelines/batches.js';
import { processSource } from '../../pipelines/documents.js';
import type { Outcome } from '../../pipelines/outcome.js';
import type { Source } from '../../pipelines/sources/index.js';
import { NOWHERE } from '../builders/source.js';
import { loadCodebook } from '../../transforms/index.js';

const codebook = loadCodebook();
const unknown = () => null;

function sourceOf(read: () => Uint8Array, name = 'a.txt'): Source {
  return { ...NOWHERE, uri: `file:///${name}`, fileName: name, read: () => Promise.resolve().then(read) };
}

async function* asyncOf<T>(items: readonly T[]): AsyncGenerator<T> {
  for (const item of items) yield await Promise.resolve(item);
}

describe('processSource', () => {
  it('loads or quarantines any bytes', async () => {
    const noise = fc.uint8Array({ maxLength: 2_000 });
    const words = fc.constantFrom(
      '合计',
      '单位：万元',
      '\t',
      '\n',
      '12.50',
      '△',
      '项目支出',
      '一、',
      '（',
      '\0',
      '科目编码',
      ' ',
      '。',
      '%',
    );
    const nearText = fc.array(words, { maxLength: 200 }).map((parts) => new Uint8Array(Buffer.from(parts.join(''))));
    await fc.assert(
      fc.asyncProperty(fc.oneof(noise, nearText), async (bytes) => {
        const source = sourceOf(() => bytes);
        const outcome = await processSource(source, codebook, unknown);
        expect(outcome.documentId).toMatch(/^[0-9a-f]{64}$/);
        if (outcome.kind === 'quarantined')
          expect(['empty-file', 'not-text', 'unsupported-format']).toContain(outcome.reason.code);
        else expect(outcome.kind).toBe('loaded');
      }),
      { numRuns: 200 },
    );
  });

  it('leaves alone what is known', async () => {
    const outcome = await processSource(
      sourceOf(() => Buffer.from('预算')),
      codebook,
      () => 'quarantined',
    );
    expect(outcome).toMatchObject({ kind: 'unchanged', status: 'quarantined' });
  });

  it('gives a source that can not be read its declared reason', async () => {
    const refuse = (): Uint8Array => {
      throw new UnreadableDocument('source-unreadable', 'gone');
    };
    const outcome = await processSource(sourceOf(refuse), codebook, unknown);
    expect(outcome).toMatchObject({
      kind: 'quarantined',
      documentId: null,
      byteSize: null,
      reason: { stage: 'extract', severity: 'error', code: 'source-unreadable', message: 'gone' },
    });
  });

  it('quarantines a document on which the program fails, and says that it is the program', async () => {
    const broken = {
      ...codebook,
      findRegion: () => {
        throw new TypeError('a bug');
      },
    };
    const outcome = await processSource(
      sourceOf(() => Buffer.from('某市某局2024年部门预算\n')),
      broken,
      unknown,
    );
    expect(outcome).toMatchObject({
      kind: 'quarantined',
      byteSize: 32,
      reason: { stage: 'transform', code: 'internal-error' },
    });
    expect(outcome.kind === 'quarantined' && outcome.reason.message).toMatch(/the program failed .* a bug/);
  });
});

describe('batches', () => {
  const outcomes = Array.from({ length: 7 }, (_, no): Outcome => {
    const source = sourceOf(() => new Uint8Array(), `${no}.txt`);
    return { kind: 'unchanged', source, documentId: String(no), status: 'loaded' };
  });

  it('keep the order and close at the first limit reached', async () => {
    const sizes: number[] = [];
    const flat: Outcome[] = [];
    for await (const batch of inBatches(asyncOf(outcomes), { outcomes: 3, rows: 100 })) {
      sizes.push(batch.length);
      flat.push(...batch);
    }
    expect(sizes).toEqual([3, 3, 1]);
    expect(flat).toEqual(outcomes);
    expect(await inBatches(asyncOf(outcomes), { outcomes: 100, rows: 2 }).next()).toEqual({
      done: false,
      value: outcomes.slice(0, 2),
    });
  });

  it('tell an archive of every source, and of unreadable ones why', () => {
    const reason = {
      stage: 'extract',
      severity: 'error',
      code: 'source-unreadable',
      message: 'gone',
      origin: {},
    } as const;
    const source = sourceOf(() => new Uint8Array(), 'gone.txt');
    const unreadable: Outcome = { kind: 'quarantined', source, documentId: null, byteSize: null, reason, error: null };
    const seenAt = new Date(0);
    const batch = toArchiveBatch([...outcomes.slice(0, 1), unreadable], seenAt);
    expect(batch).toEqual({
      documents: [],
      quarantined: [],
      remarks: [],
      sightings: [
        { sourceUri: 'file:///0.txt', fileName: '0.txt', documentId: '0', seenAt, diagnostics: [] },
        { sourceUri: 'file:///gone.txt', fileName: 'gone.txt', documentId: null, seenAt, diagnostics: [reason] },
      ],
    });
  });
});
