export { fileSource } from './files.js';
export { findInputs, listSources } from './list.js';
export type { FoundInputs } from './list.js';
export type { OnNote, SourceNote } from './notes.js';
export { prefixesBelow, prefixesOf } from './places.js';
export type { Source } from './types.js';
