/** The truth of real documents, checked by hand: one JSON file per document, named by the sha256 of its bytes. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Description } from './describe.js';

function fileOf(documentId: string): string {
  return join(import.meta.dirname, `${documentId}.json`);
}

/** The truth of a document; null where nobody has checked it yet. */
export function readTruth(documentId: string): unknown {
  return existsSync(fileOf(documentId)) ? JSON.parse(readFileSync(fileOf(documentId), 'utf8')) : null;
}

/** Writes what the program gives as the truth (`npm run format` lays it out); the person who asks for it reviews the difference. */
export function writeTruth(documentId: string, description: Description): void {
  writeFileSync(fileOf(documentId), `${JSON.stringify(description, null, 2)}\n`);
}

/** What is in one and not in the other: `- ` true but not found, `+ ` found but not true, each with its path. */
export function differences(truth: unknown, found: unknown): string[] {
  const expected = leavesOf(truth, '');
  const actual = leavesOf(found, '');
  return [
    ...without(expected, actual).map((leaf) => `- ${leaf}`),
    ...without(actual, expected).map((leaf) => `+ ${leaf}`),
  ];
}

/** Every text with the names that lead to it; places in a list don't count, so that one lost line is one difference. */
function leavesOf(value: unknown, path: string): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => leavesOf(item, path));
  if (isRecord(value))
    return Object.entries(value).flatMap(([name, item]) => leavesOf(item, path === '' ? name : `${path}/${name}`));
  return [`${path}: ${String(value)}`];
}

function without(all: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const other of others) left.set(other, (left.get(other) ?? 0) + 1);
  return all.filter((one) => {
    const count = left.get(one) ?? 0;
    left.set(one, count - 1);
    return count <= 0;
  });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
