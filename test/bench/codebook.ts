/**
 * How fast names become codes: time to load the codebook, lookups a second by kind beside a bare map of code and name, and the part that
 * lookups have in `run` over larger documents. Every round asks a codebook that has answered nothing yet. `npm run bench`.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { readText } from '../../extractors/text/read.js';
import { run } from '../../pipelines/index.js';
import type { Codebook, CodeEntry, CodeQuery } from '../../transforms/codebook/index.js';
import { openCodebook } from '../../transforms/codebook/codebook.js';
import { loadCodebook, transform } from '../../transforms/index.js';

const SAMPLES = join(import.meta.dirname, '..', '..', 'samples');
const ROUNDS = 5;
const YEAR = 2024;
/** Years of the archive that `run` is timed over. */
const YEARS = [2019, 2020, 2021, 2022, 2023, 2024];
/** Samples from this size on are larger documents. */
const LARGE_BYTES = 20_000;

const started = performance.now();
const codebook = loadCodebook();
const loadMs = performance.now() - started;

const functions = codebook.entries.filter(({ scheme, validTo }) => scheme === 'function' && validTo === null);
const query = (entry: CodeEntry, fields: Partial<CodeQuery>): CodeQuery => ({
  scheme: entry.scheme,
  year: YEAR,
  ...fields,
});
const QUERIES: Readonly<Record<string, readonly CodeQuery[]>> = {
  'exact: code and name': functions.map((one) => query(one, { code: one.code, name: one.name })),
  'exact: name below its parent': functions.map((one) => query(one, { name: one.name, parentCode: one.parentCode })),
  'alias: an old name': functions.flatMap((one) => one.oldNames.map(({ name }) => query(one, { name }))),
  'similar: a name cut off': functions
    .filter(({ name }) => name.length > 6)
    .map((one) => query(one, { name: one.name.slice(0, -2), parentCode: one.parentCode })),
};

function askAll(asked: Codebook, queries: readonly CodeQuery[]): void {
  for (const one of queries) asked.lookup(one);
}

/** A codebook whose indexes stand and whose answers are still to be found. */
function freshCodebook(): Codebook {
  const fresh = openCodebook(codebook.entries, codebook.crosswalk);
  fresh.lookup({ scheme: 'function', year: null, name: '—' });
  return fresh;
}

function lookupsPerSecond(queries: readonly CodeQuery[], ask: (queries: readonly CodeQuery[]) => () => void): number {
  const seconds = Array.from({ length: ROUNDS }, () => {
    const work = ask(queries);
    const from = performance.now();
    work();
    return (performance.now() - from) / 1_000;
  });
  return queries.length / Math.min(...seconds);
}

const bare = new Map(functions.map((entry) => [`${entry.code} ${entry.name}`, entry]));
const reference = lookupsPerSecond(QUERIES['exact: code and name'] ?? [], (queries) => () => {
  for (const { code, name } of queries) bare.get(`${code ?? ''} ${name ?? ''}`);
});

console.log(`codebook: ${codebook.entries.length} entries loaded in ${loadMs.toFixed(0)} ms`);
console.table(
  Object.entries(QUERIES).map(([kind, queries]) => {
    const perSecond = lookupsPerSecond(queries, (asked) => {
      const fresh = freshCodebook();
      return () => {
        askAll(fresh, asked);
      };
    });
    return {
      kind,
      queries: queries.length,
      'lookups/s': perSecond.toFixed(0),
      'time, a bare map = 1': (reference / perSecond).toFixed(0),
    };
  }),
);

/** 支出总表 of a whole government: every function class in force once. */
function wholeGovernment(): string {
  const rows = functions.map(({ code, name }, at) => [code, name, `${String(at + 1)}.00`].join('\t'));
  return ['某县2024年部门预算', '', '支出总表', '单位：万元', '科目编码\t科目名称\t合计', ...rows].join('\n');
}

/** Each larger document as it would stand in an archive of several years: another year asks the codebook anew. */
function largerDocuments(folder: string): readonly string[] {
  const samples = readdirSync(SAMPLES, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(join(SAMPLES, name), 'utf8'))
    .filter((text) => Buffer.byteLength(text) >= LARGE_BYTES);
  return [wholeGovernment(), ...samples].flatMap((text, document) =>
    YEARS.map((year) => {
      const path = join(folder, `${String(document)}-${String(year)}.txt`);
      writeFileSync(path, text.replaceAll(/20(?:23|24)(?=年)/g, String(year)));
      return path;
    }),
  );
}

/** Seconds that a codebook without answers spends on the lookups of the documents. */
function secondsOfLookups(paths: readonly string[]): number {
  let spent = 0;
  const fresh = openCodebook(codebook.entries, codebook.crosswalk);
  const timed: Codebook = {
    ...fresh,
    lookup: (asked) => {
      const from = performance.now();
      const found = fresh.lookup(asked);
      spent += performance.now() - from;
      return found;
    },
  };
  for (const path of paths) {
    const bytes = readFileSync(path);
    const documentId = createHash('sha256').update(bytes).digest('hex');
    transform(readText({ documentId, fileName: path, sourceUri: path, bytes }), timed);
  }
  return spent / 1_000;
}

const folder = mkdtempSync(join(tmpdir(), 'yusuan-bench-'));
try {
  const paths = largerDocuments(folder);
  const from = performance.now();
  await run({ inputs: paths, outDir: join(folder, 'out') });
  const runSeconds = (performance.now() - from) / 1_000;
  const mapping = secondsOfLookups(paths);
  console.log(
    `mapping: ${mapping.toFixed(2)} s of ${runSeconds.toFixed(2)} s of run over ${paths.length} larger documents (${((100 * mapping) / runSeconds).toFixed(1)} %)`,
  );
} finally {
  rmSync(folder, { recursive: true });
}
