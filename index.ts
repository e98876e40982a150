/**
 * yusuan as a library: what the command line does, step by step or as a whole.
 *
 * `extract` reads bytes, `transform` makes facts, `openArchive` stores them; `run` does all three for many sources.
 */
export * from './extractors/index.js';
export { findCodes, formatFen, loadCodebook, transform } from './transforms/index.js';
export type * from './transforms/index.js';
export { ArchiveError, openArchive } from './sinks/index.js';
export type * from './sinks/index.js';
export {
  defineConfig,
  OverlayError,
  extractFile,
  NoInputsError,
  NoManifestError,
  planRun,
  RENDERERS,
  run,
} from './pipelines/index.js';
export type * from './pipelines/index.js';
