/** The ways through: many sources into an archive, one file to facts and to text. */
export { DEFAULT_BATCH_LIMITS } from './flow/index.js';
export type { BatchLimits } from './flow/index.js';
export { OverlayError } from './codes/index.js';
export { extractFile } from './extract.js';
export { RENDERERS, toExtractedJson } from './formats/index.js';
export type { BlockJson, CellJson, ExtractedJson, ExtractFormat, TableJson } from './formats/index.js';
export type { LoadedSource, Outcome, QuarantinedSource, UnchangedSource } from './flow/index.js';
export { DEFAULT_LIMITS } from './limits.js';
export type { DocumentLimits } from './limits.js';
export { defineConfig } from './config/index.js';
export type { YusuanConfig } from './config/index.js';
export { planRun } from './plan.js';
export type { RunPlan } from './plan.js';
export { NoInputsError, NoManifestError, run } from './run.js';
export type { RunOptions, RunResult } from './run.js';
export type { Source } from './sources/index.js';
export { pipelineVersion } from './version.js';
