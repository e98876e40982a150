/** What differs between an expectation and what the program gives, in words. */
import type { Sheet, SheetRecord } from './sheet.js';

/** One line for each difference, in the order of the sheet: file, place, field, both values. Empty where the sheets say the same. */
export function compareSheets(expected: Sheet, actual: Sheet): readonly string[] {
  const wanted = new Map(expected.records.map((record) => [record.key, record]));
  const given = new Map(actual.records.map((record) => [record.key, record]));
  const differences = [
    ...expected.records.flatMap((record) => compareRecord(record, given.get(record.key))),
    ...actual.records
      .filter(({ key }) => !wanted.has(key))
      .map((record) => `${record.key}: there but not expected: ${showRecord(record)}`),
  ];
  const found = differences.length > 0 ? differences : compareOrder(expected, actual);
  return found.map((difference) => `${expected.file}  ${difference}`);
}

function compareRecord(expected: SheetRecord, actual: SheetRecord | undefined): string[] {
  if (!actual) return [`${expected.key}: expected but not there: ${showRecord(expected)}`];
  const fields = new Set([...expected.fields.keys(), ...actual.fields.keys()]);
  return [...fields].flatMap((field) => {
    const [want, got] = [expected, actual].map((record) => record.fields.get(field) ?? '');
    return want === got ? [] : [`${expected.key}  ${field}: expected ${show(want)}, actual ${show(got)}`];
  });
}

function compareOrder(expected: Sheet, actual: Sheet): string[] {
  const at = expected.records.findIndex(({ key }, index) => actual.records[index]?.key !== key);
  return at < 0
    ? []
    : [
        `${expected.records[at]?.key ?? ''}: expected as number ${String(at + 1)}, there stands ${actual.records[at]?.key ?? 'nothing'}`,
      ];
}

function show(value: string | undefined): string {
  return value === undefined || value === '' ? '(blank)' : JSON.stringify(value);
}

function showRecord({ fields }: SheetRecord): string {
  return [...fields]
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}=${value}`)
    .join(' ');
}
