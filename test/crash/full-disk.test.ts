/** A disk that is full when the database, its log or Parquet is to be written; then there is room again. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildProgram } from '../builders/cli.js';
import { compareTables, findContradictions, readTables, type Tables } from './compare.js';
import { writeInputs } from './inputs.js';

/** A disk of our own needs a mount, which a user may make where the system gives users namespaces (Linux, as a rule). */
const canMount = spawnSync('unshare', ['-rm', 'sh', '-c', 'mount -t tmpfs -o size=64k tmpfs /tmp']).status === 0;

const LIBRARY = pathToFileURL(join(import.meta.dirname, '..', '..', 'dist', 'index.js')).href;
const PROGRAM = `const { run } = await import('${LIBRARY}');
const [input, outDir, parquet] = process.argv.slice(1);
const end = await run({ inputs: [input], outDir, parquet, jobs: 0 }).catch((error) => ({ failed: error.code, message: error.message }));
console.log(JSON.stringify({ failed: end.failed ?? null, message: end.message ?? end.pageProblem ?? '' }));`;

/** Runs on a disk filled with what `from` holds and of a size in KiB or with so much room left; then again with room; keeps what came of it in `saved`. */
const SCRIPT = `set -eu
mount -t tmpfs -o size=256m tmpfs "$OUT"
cp -a "$FROM/." "$OUT/"
case "$SIZE" in +*) used=$(df --output=used -k "$OUT" | tail -1); size=$((used + \${SIZE#+}));; *) size=$SIZE;; esac
mount -o "remount,size=\${size}k" "$OUT"
"$@" "$IN" "$OUT" beside
mount -o remount,size=256m "$OUT"
"$@" "$IN" "$OUT" beside
cp -a "$OUT/." "$SAVED/"`;

const PROGRAM_CALL = [process.execPath, '--input-type=module', '--eval', PROGRAM];
/** No converter, and nobody's own code tables. */
const ENVIRONMENT = { ...process.env, YUSUAN_SOFFICE: 'none', YUSUAN_CODES: '', XDG_DATA_HOME: '/nowhere' };
const DOCUMENTS = 10;

let folder: string;
let expected: Tables;

interface Trial {
  readonly ends: readonly { readonly failed: string | null; readonly message: string }[];
  readonly saved: string;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'yusuan-full-'));
  for (const name of ['in', 'out', 'nothing']) mkdirSync(join(folder, name));
  buildProgram();
  writeInputs(join(folder, 'in'), DOCUMENTS);
  if (!canMount) return;
  expected = await readTables(onDisk('undisturbed', 'nothing', '262144').saved);
  const args = [...PROGRAM_CALL.slice(1), join(folder, 'in'), join(folder, 'out'), 'none'];
  spawnSync(process.execPath, args, { env: ENVIRONMENT });
  renameSync(join(folder, 'out'), join(folder, 'unexported'));
  mkdirSync(join(folder, 'out'));
}, 200_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** @param size in KiB, or with a plus sign the room beside what `from` holds */
function onDisk(name: string, from: string, size: string): Trial {
  const saved = join(folder, name);
  mkdirSync(saved);
  const env = {
    ...ENVIRONMENT,
    ...{ IN: join(folder, 'in'), OUT: join(folder, 'out'), FROM: join(folder, from), SAVED: saved, SIZE: size },
  };
  const ended = spawnSync('unshare', ['-rm', 'bash', '-c', SCRIPT, 'bash', ...PROGRAM_CALL], { env, encoding: 'utf8' });
  expect(ended.stderr).toBe('');
  const ends = ended.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Trial['ends'][number]);
  return { ends, saved };
}

/** The first run failed as told, the second completed. */
async function expectHealed(
  { ends, saved }: Trial,
  first: { readonly failed: string | null; readonly message: RegExp },
): Promise<void> {
  expect(ends[0]?.failed).toBe(first.failed);
  expect(ends[0]?.message).toMatch(first.message);
  expect(ends[0]?.message).toMatch(/no space left/i);
  expect(ends[1]).toEqual({ failed: null, message: '' });
  expect(compareTables(expected, await readTables(saved))).toEqual({ lost: [], doubled: [] });
  expect(await findContradictions(saved)).toEqual([]);
  expect(readdirSync(saved).filter((name) => /\.new|\.wal|\.tmp/.test(name))).toEqual([]);
}

const LONG = 200_000;

test.runIf(canMount).each(['200', '1500'])(
  'of %s KiB has no room for a new database',
  async (size) => {
    const trial = onDisk(`new-${size}`, 'nothing', size);
    await expectHealed(trial, {
      failed: 'write-failed',
      message: /the empty database could not be written to .*budget\.duckdb: /,
    });
  },
  LONG,
);

test.runIf(canMount)(
  'has room for an empty database alone',
  async () => {
    const trial = onDisk('database', 'nothing', '7200');
    await expectHealed(trial, { failed: 'write-failed', message: /could not be written to .*budget\.duckdb: / });
  },
  LONG,
);

test.runIf(canMount)(
  'has no room for Parquet',
  async () => {
    const trial = onDisk('parquet', 'unexported', '+16');
    await expectHealed(trial, {
      failed: 'write-failed',
      message: /the Parquet files could not be written to .*\/parquet: /,
    });
  },
  LONG,
);
