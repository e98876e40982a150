/** A user's own code tables: where they are, how editions come in, what documents teach. */
export { OverlayError } from './errors.js';
export { carryOut, countLeftOut, planImport } from './import.js';
export type { ImportOptions, ImportPlan } from './import.js';
export { learnPairs } from './learn.js';
export type { LearnedPair } from './learn.js';
export { openCodes } from './open-codes.js';
export { withOverlayLock } from './overlay-lock.js';
export { countOverlayRows, findOverlayFolder, overlayTables } from './overlay-folder.js';
export type { OverlayFolder } from './overlay-folder.js';
