/** Official editions and reviewed pairs on their way into the codebook: what a file holds, what it would change, and the rows that do it. */
export { readNameCell } from './cells.js';
export { budgetOfChange } from './budgets.js';
export { compareEdition, TABLES_YEAR } from './difference.js';
export type { Change, Difference } from './difference.js';
export { layRows, toOverlayRow } from './overlay-rows.js';
export type { OverlayRow } from './overlay-rows.js';
export { readEdition } from './read-edition.js';
export { compareReview, isReview } from './review.js';
export type { PairKind } from './review.js';
export { hasShape, IMPORTABLE_SCHEMES } from './schemes.js';
export type { ImportableScheme } from './schemes.js';
export { readEditionYear } from './titles.js';
export { NotACodeTable } from './types.js';
export type { DetectedSheet, Edition, SourceSheet, UnusedRow } from './types.js';
