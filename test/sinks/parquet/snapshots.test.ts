/** The tree that readers see, from switch to switch. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { prepareSnapshot, switchSnapshot } from '../../../sinks/parquet/snapshots.js';
import { budgetDocument } from '../../builders/budget-document.js';
import { queryFile, runOnce, scratchFolder, sighting } from '../archive-folder.js';

let folder = scratchFolder();
beforeEach(() => {
  folder = scratchFolder();
});
afterEach(() => {
  folder.remove();
});

const FILES = 6;

/** A snapshot whose every file holds the same text. */
function show(text: string, between: () => void = () => undefined): void {
  const snapshots = prepareSnapshot(folder.path);
  for (let no = 0; no < FILES; no += 1) {
    mkdirSync(join(snapshots.next, String(no)));
    writeFileSync(join(snapshots.next, String(no), 'file'), text);
  }
  between();
  switchSnapshot(folder.path, snapshots);
}

const shown = (): string => readFileSync(join(folder.path, 'parquet', '3', 'file'), 'utf8');
const hidden = (): readonly string[] => readdirSync(folder.path).filter((name) => name.startsWith('.'));

/**
 * Looks until it is killed, and says on stdout what it saw wrong; a line `looked` after its first look. A reader that is still at it
 * when the run after the next one begins loses its snapshot: that is no fault.
 */
const READER = `
import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync, writeSync } from 'node:fs';
const [parquet, files] = process.argv.slice(1);
const number = () => Number(readlinkSync(parquet).slice('.parquet-'.length));
for (let looks = 1; ; looks += 1) {
  if (!existsSync(parquet + '/3/file')) { writeSync(1, 'none\\n'); continue; }
  const before = number();
  try {
    const root = realpathSync(parquet);
    const found = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const texts = new Set(found.map((entry) => readFileSync(entry.parentPath + '/' + entry.name, 'utf8')));
    if (texts.size > 1 || (found.length !== Number(files) && number() === before)) writeSync(1, 'mixture\\n');
  } catch (error) {
    if (number() === before) writeSync(1, error.message + '\\n');
  }
  if (looks === 1) writeSync(1, 'looked\\n');
}`;

test('a reader in another process never finds none, nor a mixture', async () => {
  show('0');
  const args = ['--input-type=module', '--eval', READER, join(folder.path, 'parquet'), String(FILES)];
  const reader = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  reader.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  await once(reader.stdout, 'data');
  for (let no = 1; no <= 300; no += 1) {
    show(String(no));
    await wait(5);
  }
  reader.kill();
  await once(reader, 'close');
  expect(said).toBe('looked\n');
  expect(shown()).toBe('300');
});

test('the last snapshot stays for its readers until the next one is prepared', () => {
  show('a');
  show('b');
  expect([shown(), hidden()]).toEqual(['b', ['.parquet-1', '.parquet-2']]);
  show('c');
  expect([shown(), hidden()]).toEqual(['c', ['.parquet-2', '.parquet-3']]);
});

test('what a kill left before, between and after the steps of a switch is made good', () => {
  show('a');
  prepareSnapshot(folder.path);
  expect(shown()).toBe('a');
  writeFileSync(join(folder.path, '.parquet.link'), '');
  show('b');
  expect([shown(), hidden()]).toEqual(['b', ['.parquet-1', '.parquet-3']]);
  renameSync(join(folder.path, 'parquet'), join(folder.path, '.parquet.previous'));
  prepareSnapshot(folder.path);
  expect(shown()).toBe('b');
});

test('a folder of an earlier version becomes a snapshot like others', () => {
  mkdirSync(join(folder.path, 'parquet', '3'), { recursive: true });
  writeFileSync(join(folder.path, 'parquet', '3', 'file'), 'old');
  mkdirSync(join(folder.path, '.parquet.next', 'left behind'), { recursive: true });
  show('a', () => {
    expect(shown()).toBe('old');
  });
  expect(readFileSync(join(folder.path, '.parquet.previous', '3', 'file'), 'utf8')).toBe('old');
  show('b');
  expect([shown(), hidden()]).toEqual(['b', ['.parquet-1', '.parquet-2']]);
});

test('where no link can be made, folders are renamed', () => {
  for (const text of ['a', 'b', 'c']) {
    show(text, () => {
      mkdirSync(join(folder.path, '.parquet.link', 'in the way'), { recursive: true });
    });
    expect(shown()).toBe(text);
    expect(() => readlinkSync(join(folder.path, 'parquet'))).toThrow('EINVAL');
  }
  show('d');
  expect([shown(), readlinkSync(join(folder.path, 'parquet'))]).toEqual(['d', expect.stringMatching(/^\.parquet-\d$/)]);
});

test('DuckDB reads the tree through the link by every kind of pattern; files that are still right stay the same files', async () => {
  const documents = [budgetDocument('a', {}), budgetDocument('b', {})];
  await runOnce(folder.path, { documents, sightings: documents.map((document) => sighting(document)) });
  const file = join(folder.path, 'parquet', 'documents', 'document_year=2024', 'data.parquet');
  const { ino, mtimeMs } = statSync(file);
  await runOnce(folder.path, {}, 2);
  expect(readlinkSync(join(folder.path, 'parquet'))).toBe('.parquet-2');
  expect(statSync(file)).toMatchObject({ ino, mtimeMs });
  for (const pattern of ['documents/*/*.parquet', 'documents/**/*.parquet']) {
    const from = `read_parquet('${folder.path}/parquet/${pattern}', hive_partitioning = true)`;
    expect(await queryFile(':memory:', `SELECT file_name, document_year FROM ${from} ORDER BY 1`)).toEqual([
      { file_name: 'a.txt', document_year: '2024' },
      { file_name: 'b.txt', document_year: '2024' },
    ]);
  }
  const all = await queryFile(
    ':memory:',
    `SELECT count(*)::INTEGER AS n FROM glob('${folder.path}/parquet/**/*.parquet')`,
  );
  const found = readdirSync(join(folder.path, 'parquet'), { recursive: true }).filter((name) =>
    String(name).endsWith('.parquet'),
  );
  expect(all).toEqual([{ n: found.length }]);
  expect(existsSync(file)).toBe(true);
});
