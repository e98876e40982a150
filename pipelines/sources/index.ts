export { fileSource } from './files.js';
export { findInputs, listSources } from './list.js';
export type { FoundInputs } from './list.js';
export type { Source } from './types.js';
