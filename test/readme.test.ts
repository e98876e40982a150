/** The README tells the truth: every command in it is run, and prints what it says. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readBlocks, withBlocks } from './readme/blocks.js';
import { perform, prepare } from './readme/perform.js';

/** Commands beside each other start the program some thirty times; a busy machine takes minutes. */
const LONGEST_MS = 400_000;

const ROOT = join(import.meta.dirname, '..');
const README = join(ROOT, 'README.md');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yusuan-readme-'));
  await prepare(folder);
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

it(
  'shows what its commands and queries give',
  async () => {
    const page = await readFile(README, 'utf8');
    const blocks = readBlocks(page);
    const performed = new Map<number, string>();
    // queries are shown before the command that makes the database: commands first
    const isAsked = (at: number): boolean => ['sql', 'result'].includes(blocks[at]?.language ?? '');
    const order = [...blocks.keys()].sort((a, b) => Number(isAsked(a)) - Number(isAsked(b)));
    for (const at of order) {
      const block = blocks[at];
      if (block) performed.set(at, await perform(block, blocks[at - 1], folder));
    }
    const actual = withBlocks(
      page,
      blocks.map((_, at) => performed.get(at) ?? ''),
    );
    if (process.env['UPDATE_README'] === '1' && process.env['CI'] === undefined) await writeFile(README, actual);
    else expect(actual).toBe(page);
  },
  LONGEST_MS,
);

it('names scripts and commands that exist', async () => {
  const page = await readFile(README, 'utf8');
  const { scripts } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const named = [...page.matchAll(/npm run ([\w:-]+)/g)].map(([, script = '']) => script);
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((script) => !(script in scripts))).toEqual([]);
  for (const command of ['run', 'extract', 'codes', 'check']) expect(page).toContain(`yusuan ${command}`);
});

it('has the two commands that do everything on a fresh machine', async () => {
  const page = await readFile(README, 'utf8');
  expect(page).toContain('npm ci && npm run demo');
  expect(page).toContain('npm ci && npm test');
  expect(await readFile(join(ROOT, '.ci', 'run'), 'utf8')).toMatch(/npm ci[\s\S]*npm test/);
});
