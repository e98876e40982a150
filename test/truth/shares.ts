/**
 * How well the amounts of each sample and real document are known, as a table.
 * Usage: npm run bench:confidence [-- --write], which writes docs/confidence.md.
 */
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { BudgetDocument, Confidence } from '../../transforms/index.js';
import { goldenDocuments } from './documents.js';
import { readSubject } from './run.js';

const ROOT = join(import.meta.dirname, '..', '..');
/** Public documents beside the checkout, where they are there. */
const REAL = join(ROOT, '..', 'shared', 'real');
const LEVELS = ['proven', 'consistent', 'suspect'] as const satisfies readonly Confidence[];

interface Share {
  readonly name: string;
  readonly counts: Readonly<Record<Confidence, number>>;
  readonly failing: number;
}

const samples = await measure(goldenDocuments().map(({ name, folder, source }) => [name, join(folder, source)]));
const files = existsSync(REAL) ? readdirSync(REAL).filter((file) => file.endsWith('.pdf')) : [];
const real = await measure(files.toSorted().map((file) => [basename(file), join(REAL, file)]));
const page = layPage();
if (process.argv.includes('--write')) writeFileSync(join(ROOT, 'docs', 'confidence.md'), page);
console.log(page);

async function measure(documents: readonly (readonly [name: string, path: string])[]): Promise<readonly Share[]> {
  const shares: Share[] = [];
  for (const [name, path] of documents) shares.push(shareOf(name, (await readSubject(name, path)).document));
  return shares;
}

function shareOf(name: string, { lines, checks }: BudgetDocument): Share {
  const count = (level: Confidence): number => lines.filter(({ confidence }) => confidence === level).length;
  const counts = { proven: count('proven'), consistent: count('consistent'), suspect: count('suspect') };
  return { name, counts, failing: checks.filter(({ status }) => status === 'fail').length };
}

function layPage(): string {
  return [
    '# How well amounts are known',
    '',
    'The share of amounts that are `proven`, `consistent` and `suspect`, document by document; each document of the samples once, whatever its formats.',
    '`npm run bench:confidence -- --write` writes this page.',
    '',
    '## Samples',
    '',
    ...layTable(samples),
    ...(real.length === 0 ? [] : ['', '## Public documents', '', ...layTable(real)]),
    '',
  ].join('\n');
}

function layTable(shares: readonly Share[]): readonly string[] {
  const rows = [...shares, sum(shares)].map(({ name, counts, failing }) => {
    const all = LEVELS.reduce((total, level) => total + counts[level], 0);
    return [name, String(all), ...LEVELS.map((level) => percent(counts[level], all)), String(failing)];
  });
  const head = ['document', 'amounts', ...LEVELS, 'failing checks'];
  const table = [head, ...rows];
  const widths = head.map((_, at) => Math.max(...table.map((row) => (row[at] ?? '').length)));
  const lay = (row: readonly string[]): string =>
    `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  return [lay(head), lay(widths.map((width) => '-'.repeat(width))), ...rows.map(lay)];
}

function sum(shares: readonly Share[]): Share {
  const total = (level: Confidence): number => shares.reduce((all, { counts }) => all + counts[level], 0);
  const counts = { proven: total('proven'), consistent: total('consistent'), suspect: total('suspect') };
  return { name: 'all', counts, failing: shares.reduce((all, { failing }) => all + failing, 0) };
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '' : `${((100 * part) / whole).toFixed(1)} %`;
}
