export { findProjectAmounts, readTargets } from './read.js';
export type { ProjectAmount, TargetsReading } from './read.js';
