import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import Papa from 'papaparse';
import type { z } from 'zod';

/**
 * The rows of a CSV code table, each checked against `schema`; every cell stays text until the schema says otherwise.
 * Throws with file and line for a row that is broken: a codebook with a hole would give wrong codes silently.
 */
export function readTable<Row>(path: string, schema: z.ZodType<Row>): readonly Row[] {
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  const [header = [], ...records] = Papa.parse<string[]>(text, { delimiter: ',', skipEmptyLines: false }).data;
  return records.flatMap((record, index) =>
    isBlank(record) ? [] : [readRow(record, header, schema, () => `${basename(path)}:${String(index + 2)}`)],
  );
}

function isBlank(record: readonly string[]): boolean {
  return record.length === 1 && record[0] === '';
}

function readRow<Row>(
  record: readonly string[],
  header: readonly string[],
  schema: z.ZodType<Row>,
  place: () => string,
): Row {
  if (record.length !== header.length) {
    throw new Error(`${place()}: ${String(record.length)} columns where the header has ${String(header.length)}`);
  }
  const result = schema.safeParse(Object.fromEntries(header.map((name, index) => [name, record[index]])));
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`${place()}: ${faults.join('; ')}`);
}
