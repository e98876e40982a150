export { readDocumentFacts } from './facts.js';
export type { DocumentFactsReading } from './facts.js';
export type { FindRegion } from './region.js';
export type { Part } from './other-reports.js';
