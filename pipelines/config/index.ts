/** Settings of a run in a file. */
export { ConfigError } from './errors.js';
export { CONFIG_FILES, findConfig, type FoundConfig } from './find.js';
export { PARQUET, RANGES, type NumberRange } from './schema.js';
export { defineConfig, type YusuanConfig } from './types.js';
