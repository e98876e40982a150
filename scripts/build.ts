/**
 * Builds `dist/`. With `--if-stale` only where a source is newer than the build: npm prepares a checkout again when npx first runs its
 * program, and there is nothing left to do then.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const BUILD = join(ROOT, 'dist');
const PROGRAM = join(BUILD, 'pipelines', 'cli', 'main.js');
/** Where npx looks first: without this link it would install the checkout into a cache of its own. */
const BIN = join(ROOT, 'node_modules', '.bin');
const CONFIG = join(ROOT, 'tsconfig.build.json');
const ASSETS = [
  join('sinks', 'report', 'html'),
  join('sinks', 'report', 'html', 'client'),
  join('pipelines', 'workers', 'guard'),
];
const SOURCES = [
  'index.ts',
  'package.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'notation',
  'extractors',
  'transforms',
  'sinks',
  'pipelines',
];

if (!process.argv.includes('--if-stale') || isStale()) process.exitCode = build();
linkProgram();

/** Time of the last change of a file, or of anything below a folder; 0 where there is none. */
function lastChange(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return 0;
  const below = stats.isDirectory() ? readdirSync(path).map((name) => lastChange(join(path, name))) : [];
  return Math.max(stats.mtimeMs, ...below);
}

function isStale(): boolean {
  return Math.max(...SOURCES.map((source) => lastChange(join(ROOT, source)))) > lastChange(PROGRAM);
}

/** The compiler's exit code; it has told on its own what is wrong. */
function build(): number {
  rmSync(BUILD, { recursive: true, force: true });
  const compiler = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  const { status } = spawnSync(process.execPath, [compiler, '-p', CONFIG], { stdio: 'inherit' });
  copyAssets();
  chmodSync(PROGRAM, 0o755);
  return status ?? 1;
}

/** Style and script of the report page, and what runs as a thread: the compiler passes them over. */
function copyAssets(): void {
  for (const folder of ASSETS) {
    mkdirSync(join(BUILD, folder), { recursive: true });
    for (const name of readdirSync(join(ROOT, folder)).filter((file) => /\.(css|js)$/.test(file)))
      cpSync(join(ROOT, folder, name), join(BUILD, folder, name));
  }
}

function linkProgram(): void {
  if (!existsSync(BIN)) return;
  const link = join(BIN, 'yusuan');
  rmSync(link, { force: true });
  symlinkSync(PROGRAM, link);
}
