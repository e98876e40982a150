export { readProse } from './read.js';
export type { ProseInput, ProseReading } from './read.js';
