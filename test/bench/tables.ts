/**
 * How well tables are found on the EU half of the ICDAR 2013 table competition (`shared/icdar2013-eu`, beside the checkout, never committed):
 * cell adjacency of each document and macro average. Regions and structure are found by us, `*-reg.xml` is not read. `npx tsx
 * test/bench/tables.ts [folder]`.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findTables, type PageTable } from '../../extractors/geometry/index.js';
import { openPdf } from '../../extractors/pdf/pages/index.js';
import { scoreTables } from './cell-adjacency.js';
import { readTruth } from './icdar-truth.js';

const FOLDER = process.argv[2] ?? join(import.meta.dirname, '..', '..', '..', 'shared', 'icdar2013-eu');

async function readTables(path: string): Promise<PageTable[]> {
  const file = await openPdf(new Uint8Array(readFileSync(path)));
  const tables: PageTable[] = [];
  for (let pageNo = 1; pageNo <= file.pageCount; pageNo += 1)
    tables.push(...findTables(await file.readPage(pageNo)).tables);
  await file.close();
  return tables;
}

async function scoreDocument(name: string) {
  const truth = readTruth(readFileSync(join(FOLDER, `${name}-str.xml`), 'utf8'));
  const tables = await readTables(join(FOLDER, `${name}.pdf`));
  const score = scoreTables(
    truth,
    tables.map((table) => table.cells),
  );
  return { name, tables: `${tables.length} of ${truth.length}`, ...score };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

if (!existsSync(FOLDER)) {
  console.log(`no benchmark at ${FOLDER}: nothing measured`);
} else {
  const names = readdirSync(FOLDER)
    .filter((file) => file.endsWith('.pdf'))
    .map((file) => file.slice(0, -'.pdf'.length));
  const scores = [];
  for (const name of names) scores.push(await scoreDocument(name));
  const average = {
    name: 'macro average',
    tables: '',
    precision: mean(scores.map((score) => score.precision)),
    recall: mean(scores.map((score) => score.recall)),
    f1: mean(scores.map((score) => score.f1)),
  };
  const row = ({ name, tables, precision, recall, f1 }: typeof average) => ({
    document: name,
    tables,
    precision: precision.toFixed(3),
    recall: recall.toFixed(3),
    f1: f1.toFixed(3),
  });
  console.table([...scores, average].map(row));
}
