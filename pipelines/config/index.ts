/** Settings of a run in a file. */
export { ConfigError } from './errors.js';
export { findConfig } from './find.js';
export { RANGES, type NumberRange } from './schema.js';
export { defineConfig, type YusuanConfig } from './types.js';
