export { classifyTable, kindOfTitle } from './classify.js';
export { readHeaderPaths } from './header-path.js';
export { LINE_KINDS } from './kinds.js';
export type { KindDefaults } from './kinds.js';
export { listStatements } from './list.js';
export type { StatementSources } from './list.js';
export { findDeclarations } from './declared.js';
export { declaredUnits, findUnits, unitOfHeadings, unitsOfHeadings } from './table-unit.js';
