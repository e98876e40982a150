export { fileSource } from './files.js';
export { findInputs, listSources, PATHS_ON_STDIN } from './list.js';
export type { FoundInputs, ListedArchive, ListOptions } from './list.js';
export { readManifest } from './manifests/read.js';
export type { OnNote, SourceNote } from './notes.js';
export { prefixesBelow, prefixesOf } from './places.js';
export type { Source } from './types.js';
