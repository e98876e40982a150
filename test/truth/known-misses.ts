/** The faults that the program is known to miss: `known-misses.md`, so that each that is no longer missed is taken off. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The misses listed under the heading of a case, each the text in back-quotes that begins a bullet. */
export function knownMisses(name: string): readonly string[] {
  const text = readFileSync(join(import.meta.dirname, 'known-misses.md'), 'utf8');
  const section = text.split(/^## /m).find((part) => part.startsWith(`${name}\n`)) ?? '';
  return [...section.matchAll(/^- `([^`]+)`/gm)].map(([, miss = '']) => miss);
}
