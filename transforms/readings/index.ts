export { addPages } from './add-pages.js';
export { reportCutTexts } from './cut-texts.js';
export { decideTable } from './decide.js';
export type { DecidedTable, TableUnit } from './decided-table.js';
export { nameSecondHalves } from './second-halves.js';
export { assignUnits } from './units.js';
