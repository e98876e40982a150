export { fileSource } from './files.js';
export { findInputs, listSources, PATHS_ON_STDIN } from './list.js';
export type { FoundInputs, ListedArchive, ListOptions } from './list.js';
export { locate } from './locations.js';
export { readManifest } from './manifests/read.js';
export { recordsOf } from './manifests/sources.js';
export type { OnNote, SourceNote } from './notes.js';
export { prefixesBelow, prefixesOf } from './places.js';
export type { FileStamp, Provenance, Source } from './types.js';
