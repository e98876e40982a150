import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UnreadableDocument, type SourceDocument } from '../../extractors/index.js';
import { inBatches, toArchiveBatch } from '../../pipelines/flow/batches.js';
import { DEFAULT_LIMITS } from '../../pipelines/limits.js';
import type { Outcome } from '../../pipelines/flow/outcome.js';
import type { Source } from '../../pipelines/sources/index.js';
import { refuse, understand } from '../../pipelines/understand.js';
import { NOWHERE } from '../builders/source.js';
import { loadCodebook } from '../../transforms/index.js';

const READING = { codebook: loadCodebook(), runId: 'run', pipelineVersion: '1', limits: DEFAULT_LIMITS };

function contentOf(bytes: Uint8Array): SourceDocument {
  return { documentId: 'id', fileName: 'a.txt', sourceUri: 'file:///a.txt', bytes };
}

function sourceOf(read: () => Uint8Array, name = 'a.txt'): Source {
  return { ...NOWHERE, uri: `file:///${name}`, fileName: name, read: () => Promise.resolve().then(read) };
}

async function* asyncOf<T>(items: readonly T[]): AsyncGenerator<T> {
  for (const item of items) yield await Promise.resolve(item);
}

describe('understand', () => {
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
        const understood = await understand(contentOf(bytes), undefined, READING);
        if (understood.kind === 'quarantined') {
          expect(understood.stack).toBeNull();
          expect(['empty-file', 'not-text', 'unsupported-format']).toContain(understood.reason.code);
        } else expect(understood.prepared.status).toBe('loaded');
      }),
      { numRuns: 200 },
    );
  });

  it('gives what can not be read its declared reason', () => {
    expect(refuse(new UnreadableDocument('source-unreadable', 'gone'), 'extract')).toEqual({
      kind: 'quarantined',
      reason: { stage: 'extract', severity: 'error', code: 'source-unreadable', message: 'gone', origin: {} },
      stack: null,
    });
  });

  it('quarantines a document on which the program fails, and says that it is the program', async () => {
    const broken = {
      ...READING.codebook,
      findRegion: () => {
        throw new TypeError('a bug');
      },
    };
    const content = contentOf(Buffer.from('某市某局2024年部门预算\n'));
    const understood = await understand(content, undefined, { ...READING, codebook: broken });
    expect(understood).toMatchObject({
      kind: 'quarantined',
      reason: {
        stage: 'transform',
        code: 'internal-error',
        message: expect.stringMatching(/the program failed .* a bug/) as string,
      },
      stack: expect.stringContaining('TypeError: a bug') as string,
    });
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
    for await (const batch of inBatches(asyncOf(outcomes), { outcomes: 3, rows: 100, seconds: 60 })) {
      sizes.push(batch.length);
      flat.push(...batch);
    }
    expect(sizes).toEqual([3, 3, 1]);
    expect(flat).toEqual(outcomes);
    const first = { done: false, value: outcomes.slice(0, 2) };
    expect(await inBatches(asyncOf(outcomes), { outcomes: 100, rows: 2, seconds: 60 }).next()).toEqual(first);
    const aged = { done: false, value: outcomes.slice(0, 1) };
    expect(await inBatches(asyncOf(outcomes), { outcomes: 100, rows: 100, seconds: 0 }).next()).toEqual(aged);
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
    const unreadable: Outcome = { kind: 'quarantined', source, documentId: null, byteSize: null, reason, stack: null };
    const seenAt = new Date(0);
    const batch = toArchiveBatch([...outcomes.slice(0, 1), unreadable], seenAt, ['file:///a.zip']);
    expect(batch).toEqual({
      documents: [],
      quarantined: [],
      remarks: [],
      changedArchives: ['file:///a.zip'],
      sightings: [
        {
          sourceUri: 'file:///0.txt',
          fileName: '0.txt',
          documentId: '0',
          seenAt,
          file: null,
          fetchedAt: null,
          metadata: null,
          diagnostics: [],
        },
        {
          sourceUri: 'file:///gone.txt',
          fileName: 'gone.txt',
          documentId: null,
          seenAt,
          file: null,
          fetchedAt: null,
          metadata: null,
          diagnostics: [reason],
        },
      ],
    });
  });
});
