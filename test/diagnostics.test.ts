/** docs/diagnostics.md lists what the code says. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
/** Words of logs and options that are no diagnostics of a document. */
const OTHERS = new Set([
  'code-name',
  'code-tables-broken',
  'converter-unusable',
  'equal-facts',
  'failed-checks',
  'overlay-unusable',
  'without-converter',
  'without-text',
  'write-failed',
]);

function sources(): string[] {
  return ['extractors', 'transforms', 'sinks', 'pipelines'].flatMap((room) =>
    readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => readFileSync(join(ROOT, room, path), 'utf8')),
  );
}

/** Words with hyphens in files that make diagnostics, and behind a severity wherever. */
function saidIn(source: string): string[] {
  const words = /\b(?:Diagnostic|UnreadableCode|severity)\b/.test(source)
    ? source.matchAll(/'([a-z]+(?:-[a-z]+)+)'/g)
    : [];
  const reported = source.matchAll(/'(?:info|warning|error)',\s*'([a-z]+(?:-[a-z]+)+)'/g);
  return [...words, ...reported].flatMap(([, code]) => code ?? []).filter((code) => !OTHERS.has(code));
}

it('has every diagnostic that the code can give, once, and no other', () => {
  const listed = [...readFileSync(join(ROOT, 'docs/diagnostics.md'), 'utf8').matchAll(/^\| `([a-z-]+)`/gm)];
  const codes = listed.map(([, code]) => code ?? '');
  expect(codes).toEqual([...new Set(codes)]);
  expect(codes.toSorted()).toEqual([...new Set(sources().flatMap(saidIn))].toSorted());
});

it('heads each of its tables once', () => {
  const lines = readFileSync(join(ROOT, 'docs/diagnostics.md'), 'utf8').split('\n');
  const heads = lines.flatMap((line, at) => (/^\| code +\|/.test(line) ? [lines[at - 1]] : []));
  expect(heads.length).toBeGreaterThan(1);
  expect(new Set(heads)).toEqual(new Set(['']));
});
