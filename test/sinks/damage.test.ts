/** What a crash, a disk or a person can do to the files of an archive. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openArchive, openReport } from '../../sinks/index.js';
import { budgetDocument } from '../builders/budget-document.js';
import { at, batchOf, query, queryFile, runOnce, scratchFolder, sighting } from './archive-folder.js';

let folder = scratchFolder();
beforeEach(() => {
  folder = scratchFolder();
});
afterEach(() => {
  folder.remove();
});

const first = budgetDocument('first', {});
const second = budgetDocument('second', {});
const third = budgetDocument('third', {});

const NO_GAPS = { withoutText: [], withoutConverter: [], withoutLine: [] };

/** Bytes of the three headers of a DuckDB file, before its first block. */
const HEADERS = 12_288;

const main = (): string => join(folder.path, 'budget.duckdb');
const wal = (): string => `${main()}.wal`;

/** An archive of one document, and one whose second and third, a batch each, stand in the write-ahead log alone. */
async function cutOff(): Promise<{ readonly main: Buffer; readonly wal: Buffer }> {
  await runOnce(folder.path, { documents: [first], sightings: [sighting(first)] });
  const archive = await openArchive(folder.path, { pipelineVersion: '1' });
  await archive.startRun({ runId: 'cut-off', startedAt: at(5), arguments: null });
  for (const document of [second, third])
    await archive.writeBatch(batchOf({ documents: [document], quarantined: [], sightings: [sighting(document)] }, 5));
  const left = { main: readFileSync(main()), wal: readFileSync(wal()) };
  await archive.close();
  return left;
}

function put(files: { readonly main: Buffer; readonly wal: Buffer }): void {
  writeFileSync(main(), files.main);
  writeFileSync(wal(), files.wal);
}

async function held(): Promise<readonly unknown[]> {
  const rows = await query(folder.path, 'SELECT file_name FROM documents ORDER BY file_name');
  return rows.map((row) => row['file_name']);
}

/** Files of the documents that a reader of the archive is told of. */
async function reported(): Promise<readonly string[]> {
  const report = await openReport(folder.path);
  try {
    return (await report.excerpt()).documents.shown.map(({ fileName }) => fileName);
  } finally {
    report.close();
  }
}

/** The same command: all three documents. Returns what it warned of. */
async function again(minute: number): Promise<readonly string[]> {
  const warnings: string[] = [];
  const archive = await openArchive(folder.path, {
    pipelineVersion: '1',
    onWarning: ({ message }) => warnings.push(message),
  });
  await archive.close();
  const documents = [first, second, third];
  await runOnce(folder.path, { documents, sightings: documents.map((document) => sighting(document)) }, minute);
  return warnings;
}

async function expectWhole(): Promise<void> {
  expect(await held()).toEqual(['first.txt', 'second.txt', 'third.txt']);
  const inParquet = await queryFile(
    ':memory:',
    `SELECT file_name FROM '${folder.path}/parquet/documents/*/*.parquet' ORDER BY file_name`,
  );
  expect(inParquet.map((row) => row['file_name'])).toEqual(['first.txt', 'second.txt', 'third.txt']);
  expect(existsSync(wal())).toBe(false);
}

describe('a write-ahead log', () => {
  test('cut at any byte is read to its last whole transaction; the same command ends what was begun', async () => {
    const left = await cutOff();
    const kept = new Set<number>();
    for (const part of [0, 0.001, 0.2, 0.45, 0.6, 0.85, 0.9999, 1]) {
      put({ ...left, wal: left.wal.subarray(0, Math.floor(left.wal.length * part)) });
      const documents = await reported();
      expect(['first.txt', 'second.txt', 'third.txt'].slice(0, documents.length)).toEqual(documents);
      kept.add(documents.length);
      expect(await again(10)).toEqual([]);
      await expectWhole();
    }
    expect([...kept].sort()).toEqual([1, 2, 3]);
  });

  test.each([
    ['with nulls behind it', (bytes: Buffer) => Buffer.concat([bytes, Buffer.alloc(4096)])],
    ['with noise behind it', (bytes: Buffer) => Buffer.concat([bytes, Buffer.alloc(300, 0xff)])],
    [
      'with a byte changed',
      (bytes: Buffer) =>
        Buffer.concat([bytes.subarray(0, 2000), Buffer.from([~(bytes[2000] ?? 0) & 0xff]), bytes.subarray(2001)]),
    ],
  ])('%s is set aside and told', async (_, spoil) => {
    const left = await cutOff();
    put({ ...left, wal: spoil(left.wal) });
    const warnings = await again(10);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain(`${wal()} can't be used and was set aside as ${wal()}.damaged-1`);
    await expectWhole();
    expect(readFileSync(`${wal()}.damaged-1`).equals(spoil(left.wal))).toBe(true);
  });

  test('whose database is gone is not replayed into the new one', async () => {
    const left = await cutOff();
    rmSync(main());
    writeFileSync(wal(), left.wal);
    const warnings: string[] = [];
    const archive = await openArchive(folder.path, {
      pipelineVersion: '1',
      onWarning: ({ message }) => warnings.push(message),
    });
    expect((await archive.totals(NO_GAPS)).loaded).toBe(0);
    await archive.close();
    expect(warnings[0]).toMatch(/its database is gone/);
  });
});

describe('a database file', () => {
  const damages: readonly (readonly [string, (path: string, bytes: Buffer) => void])[] = [
    [
      'without a byte',
      (path) => {
        truncateSync(path, 0);
      },
    ],
    [
      'cut in its head',
      (path) => {
        truncateSync(path, 5000);
      },
    ],
    [
      'cut in its middle',
      (path, bytes) => {
        truncateSync(path, Math.floor(bytes.length / 2));
      },
    ],
    [
      'with noise in its head',
      (path, bytes) => {
        writeFileSync(path, Buffer.from(bytes).fill(0x5a, 20, 9000));
      },
    ],
  ];
  test.each(damages)('%s is named, refused and left as it is', async (_, damage) => {
    await runOnce(folder.path, { documents: [first], sightings: [sighting(first)] });
    damage(main(), readFileSync(main()));
    const before = readFileSync(main());
    const refused = { code: 'damaged', message: expect.stringContaining(main()) as string };
    await expect(openArchive(folder.path, { pipelineVersion: '1' })).rejects.toMatchObject(refused);
    await expect(reported()).rejects.toMatchObject(refused);
    expect(readFileSync(main()).equals(before)).toBe(true);
  });

  test('damaged within is named wherever that is found, and what it held is not overwritten', async () => {
    await runOnce(folder.path, { documents: [first], sightings: [sighting(first)] });
    const whole = readFileSync(main());
    const block = 256 * 1024;
    const found: string[] = [];
    for (let from = HEADERS; from < whole.length; from += block) {
      const damaged = Buffer.from(whole).fill(0x5a, from + 8, from + 72);
      writeFileSync(main(), damaged);
      rmSync(wal(), { force: true });
      const end = await again(10).then(
        () => null,
        (error: unknown) => error,
      );
      // A block that is free holds nothing that could be damaged.
      if (end === null) continue;
      expect(end).toMatchObject({ code: 'damaged', message: expect.stringContaining(main()) as string });
      // Damage that shows only while a checkpoint is written: blocks that were free may hold something by then, but the headers still name the blocks of before.
      const left = readFileSync(main());
      expect(left.subarray(0, HEADERS).equals(damaged.subarray(0, HEADERS))).toBe(true);
      expect(left.subarray(from, from + block).equals(damaged.subarray(from, from + block))).toBe(true);
      found.push(String(from));
    }
    expect(found).not.toEqual([]);
  });
});

describe('the place of the database', () => {
  test('is hidden where readers are to see Parquet alone, and follows the mode of each run', async () => {
    const hidden = join(folder.path, '.state', 'budget.duckdb');
    const open = async (parquet: 'beside' | 'none' | 'only') => {
      const archive = await openArchive(folder.path, { pipelineVersion: '1', parquet });
      const { loaded } = await archive.totals(NO_GAPS);
      await archive.close();
      return loaded;
    };
    await runOnce(folder.path, { documents: [first], sightings: [sighting(first)] });
    for (const mode of ['only', 'only', 'none', 'only', 'beside'] as const) {
      expect(await open(mode)).toBe(1);
      expect([existsSync(main()), existsSync(hidden)]).toEqual([mode !== 'only', mode === 'only']);
      expect(await reported()).toHaveLength(1);
    }
  });

  test('is changed with what stands in the write-ahead log', async () => {
    put(await cutOff());
    const archive = await openArchive(folder.path, { pipelineVersion: '1', parquet: 'only' });
    expect((await archive.totals(NO_GAPS)).loaded).toBe(3);
    await archive.close();
    expect(readdirSync(folder.path).filter((name) => name.startsWith('budget'))).toEqual([]);
  });

  test('must be one: of two databases neither is touched', async () => {
    await runOnce(folder.path, {});
    mkdirSync(join(folder.path, '.state'));
    writeFileSync(join(folder.path, '.state', 'budget.duckdb'), readFileSync(main()));
    await expect(openArchive(folder.path, { pipelineVersion: '1' })).rejects.toMatchObject({ code: 'two-databases' });
    await expect(reported()).rejects.toMatchObject({ code: 'two-databases' });
  });
});
