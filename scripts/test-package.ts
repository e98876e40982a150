/** Packs the project, installs the tarball in an empty folder as a stranger would, and uses it from the command line and from a program. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');

/** Runs a command and returns its stdout; its stderr is shown. */
function call(cwd: string, command: string, ...args: readonly string[]): string {
  return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}

function expectTrue(condition: boolean, claim: string): void {
  if (!condition) throw new Error(`not so: ${claim}`);
  console.log(`ok  ${claim}`);
}

function installTarball(folder: string): void {
  call(ROOT, 'npm', 'pack', '--pack-destination', folder);
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  expectTrue(tarball !== undefined, 'npm pack makes a tarball');
  writeFileSync(join(folder, 'package.json'), '{ "name": "stranger", "private": true, "type": "module" }\n');
  call(folder, 'npm', 'install', '--no-audit', '--no-fund', join(folder, tarball ?? ''));
}

function useCommandLine(folder: string): void {
  cpSync(join(ROOT, 'samples'), join(folder, 'samples'), { recursive: true });
  call(folder, 'npx', '--no-install', 'yusuan', 'run', 'samples', '--out', 'out');
  expectTrue(existsSync(join(folder, 'out', 'budget.duckdb')), 'run writes budget.duckdb');
  expectTrue(existsSync(join(folder, 'out', 'parquet', 'budget_lines')), 'run writes parquet/budget_lines');
  expectTrue(
    readFileSync(join(folder, 'out', 'report.html'), 'utf8').includes('const mainModule'),
    'run writes report.html with its script',
  );
  expectTrue(
    call(folder, 'npx', '--no-install', 'yusuan', 'codes', '2010301').includes('行政运行'),
    'codes finds 2010301',
  );
}

/** The PDF engine lives in a package of its own and looks for its data beside itself: it must do so where it is installed. */
function readPdf(folder: string): void {
  const samples = readdirSync(join(folder, 'samples'), { recursive: true, encoding: 'utf8' });
  const pdf = samples.find((name) => name.endsWith('.pdf'));
  expectTrue(pdf !== undefined, 'the samples have a PDF');
  const path = join('samples', pdf ?? '');
  const text = call(folder, 'npx', '--no-install', 'yusuan', 'extract', path, '--format', 'md');
  expectTrue(/\p{Script=Han}.*\d+\.\d\d/u.test(text), 'extract reads words and amounts from a PDF');
}

function useLibrary(folder: string): void {
  const program = `
    import { findCodes, loadCodebook, extractFile, openArchive, run, transform, extract } from 'yusuan';
    for (const thing of [extractFile, openArchive, run, transform, extract]) if (typeof thing !== 'function') throw new Error('missing export');
    console.log(findCodes(loadCodebook(), '2010301').length);
  `;
  writeFileSync(join(folder, 'use.js'), program);
  expectTrue(Number(call(folder, 'node', 'use.js')) > 0, 'the library can be imported and finds codes');
}

const folder = mkdtempSync(join(tmpdir(), 'yusuan-package-'));
try {
  installTarball(folder);
  useCommandLine(folder);
  readPdf(folder);
  useLibrary(folder);
} finally {
  rmSync(folder, { recursive: true });
}
