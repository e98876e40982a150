/** What a record of a manifest says. */
import { UnreadableDocument } from '../../../extractors/index.js';
import { z } from 'zod';

/** A file, archive or folder that a manifest names. */
export interface ManifestRecord {
  /** As written: absolute, or relative to the folder of the manifest. */
  readonly path: string;
  /** The address under which it is recorded, percent-encoded; null where that is its path. */
  readonly sourceUri: string | null;
  readonly fetchedAt: Date | null;
  /** All other fields; null where there are none. */
  readonly metadata: Readonly<Record<string, unknown>> | null;
}

/** ISO 8601: a day, or a time with its offset; a time without one could be of any place. */
const TIME = z.union([z.iso.date(), z.iso.datetime({ offset: true })]);

/** The record that the fields of a line make, those that are known named in any case. @throws UnreadableDocument `manifest-record-unusable` */
export function toRecord(record: Readonly<Record<string, unknown>>): ManifestRecord {
  const known = new Map<string, unknown>();
  const metadata = new Map<string, unknown>();
  for (const [name, value] of Object.entries(record)) {
    const plain = name.trim().toLowerCase();
    const [fields, key] = KNOWN_FIELDS.has(plain) ? [known, plain] : [metadata, name.trim()];
    if (fields.has(key)) throw unusable(`it has the field ${quoted(key)} twice`);
    fields.set(key, value);
  }
  const path = textOf(known, 'path');
  if (path === null) throw unusable('it has no path');
  return {
    path,
    sourceUri: toAddress(textOf(known, 'source_uri')),
    fetchedAt: toTime(textOf(known, 'fetched_at')),
    metadata: metadata.size === 0 ? null : Object.fromEntries(metadata),
  };
}

/** Fields that mean something to a run. */
export const KNOWN_FIELDS: ReadonlySet<string> = new Set(['path', 'source_uri', 'fetched_at']);

/** null where the field is not there or empty. */
function textOf(fields: ReadonlyMap<string, unknown>, name: string): string | null {
  const value = fields.get(name) ?? '';
  if (typeof value !== 'string') throw unusable(`its ${name} is no text`);
  return value.trim() === '' ? null : value;
}

function toAddress(text: string | null): string | null {
  if (text === null) return null;
  if (!URL.canParse(text)) throw unusable(`its source_uri is no absolute address: ${quoted(text)}`);
  return new URL(text).href;
}

function toTime(text: string | null): Date | null {
  if (text === null) return null;
  const { data } = TIME.safeParse(text.trim());
  if (data === undefined)
    throw unusable(`its fetched_at is no day and no time with an offset (ISO 8601): ${quoted(text)}`);
  return new Date(data);
}

/** The refusal of a record, with the reason as a clause. */
export function unusable(reason: string): UnreadableDocument {
  return new UnreadableDocument('manifest-record-unusable', `the record of the manifest can't be used: ${reason}`);
}

const MOST_QUOTED = 80;

/** As JSON, cut where it is long. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > MOST_QUOTED ? `${text.slice(0, MOST_QUOTED)}…` : text);
}
