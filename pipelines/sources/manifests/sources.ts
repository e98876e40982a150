/** Manifests as sources. */
import { dirname, resolve } from 'node:path';
import { brokenSource } from '../files.js';
import { locate, type Location } from '../locations.js';
import type { Provenance, Source } from '../types.js';
import { readManifest, type ManifestEntry } from './read.js';

/** A place that a manifest names, under the address that it gives, and what it says of what is there. */
export interface ManifestPlace {
  readonly location: Location;
  readonly provenance: Provenance;
}

/**
 * The places of a manifest in order. A record that can't be used is a source that can't be read, `file:///…/m.jsonl#L12`; so is a manifest that can't, after
 * what was read of it.
 */
export async function* manifestPlaces(path: string): AsyncGenerator<ManifestPlace | { readonly broken: Source }> {
  const manifest = locate(path);
  try {
    for await (const entry of readManifest(path)) yield placeOf(manifest, dirname(path), entry);
  } catch (error) {
    yield { broken: brokenSource(manifest, error) };
  }
}

/** The beginning of the URIs of records of a manifest that can't be used. */
export function recordsOf(path: string): string {
  return `${locate(path).uri}${RECORD}`;
}

/** Behind the manifest's own address, before the number of a line. */
const RECORD = '#L';

function placeOf(
  { uri, name }: Location,
  folder: string,
  entry: ManifestEntry,
): ManifestPlace | { readonly broken: Source } {
  if ('fault' in entry) {
    const line = `${RECORD}${String(entry.no)}`;
    return { broken: brokenSource({ uri: uri + line, name: name + line }, entry.fault) };
  }
  const { path, sourceUri, fetchedAt, metadata } = entry.record;
  const location = locate(resolve(folder, path));
  return { location: { ...location, uri: sourceUri ?? location.uri }, provenance: { fetchedAt, metadata } };
}
