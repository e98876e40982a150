/** Which administrative division a document comes from. */
import type { RawDocument } from '../../extractors/types.js';
import type { Region } from '../codebook/types.js';
import type { TextLine } from './lines.js';
import { listCaptions, splitClauses, squeeze } from './lines.js';
import { mostFrequent } from './votes.js';

/** The administrative division named in a text; null where none is. */
export type FindRegion = (text: string) => Region | null;

/** A longer clause or cell is no name. */
const LONGEST_NAME = 60;
/** Clauses looked at in prose: bounds the work on very long documents; the first chapters name the body. */
const MOST_CLAUSES = 2_000;

/**
 * The region of the publisher's name, else of the title, else the one named most often in captions, else in cells, else in prose:
 * the first of these that names any.
 */
export function pickRegion(
  names: readonly (string | null)[],
  raw: RawDocument,
  lines: readonly TextLine[],
  findRegion: FindRegion,
): Region | null {
  const sources: (() => readonly string[])[] = [
    ...names.map((name) => () => (name === null ? [] : [name])),
    () => raw.tables.flatMap((table) => [squeeze(table.title ?? ''), ...listCaptions(table)]),
    () =>
      raw.tables.flatMap((table) =>
        table.readings[0].grid.cells.map(({ text }) => squeeze(text.slice(0, 2 * LONGEST_NAME))),
      ),
    () => lines.flatMap(({ text }) => splitClauses(text, LONGEST_NAME)),
  ];
  for (const source of sources) {
    const region = mostNamed(source().filter(namesPlace).slice(0, MOST_CLAUSES), findRegion);
    if (region) return region;
  }
  return null;
}

function namesPlace(text: string): boolean {
  return text.length <= LONGEST_NAME && /[省市县区州盟旗]/.test(text);
}

function mostNamed(texts: readonly string[], findRegion: FindRegion): Region | null {
  const found = texts.flatMap((text) => findRegion(text) ?? []);
  const code = mostFrequent(found.map((region) => region.code));
  return found.find((region) => region.code === code) ?? null;
}
