/** Codes of a document's lines: each mapped from what its row prints, then settled by what the other rows print, then reported. */
export { compareCodeAndName } from './agreement.js';
export { DOUBTFUL_SCORE } from './doubt.js';
export { mapCode, NOWHERE } from './map-code.js';
export type { MappingContext } from './map-code.js';
export { reportCodes } from './report.js';
export { settleCodes } from './settle.js';
