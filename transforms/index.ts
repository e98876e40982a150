/** RawDocument → BudgetDocument: the words and figures of a disclosure become coded, checked lines. */
import type { Diagnostic, RawDocument } from '../extractors/types.js';
import { readDocumentFacts } from './captions/index.js';
import type { Part } from './captions/index.js';
import { checkDocument, gradeLines } from './checks/index.js';
import type { Codebook } from './codebook/index.js';
import { reportCodes, settleCodes } from './codes/index.js';
import { arrangeAndTell } from './lines/index.js';
import { readProse } from './prose/index.js';
import { addPages, assignUnits, decideTable, nameSecondHalves, reportCutTexts } from './readings/index.js';
import type { DecidedTable } from './readings/index.js';
import { listStatements } from './statements/index.js';
import { readTargets } from './targets/index.js';
import type { BudgetDocument, StatedAmount } from './types.js';

export type * from './types.js';
export {
  bearsName,
  budgetOfChange,
  cleanCode,
  CODE_TABLES,
  CodeTablesError,
  compareEdition,
  compareReview,
  findCodes,
  findNamesake,
  groupBy,
  hasShape,
  IMPORTABLE_SCHEMES,
  isReview,
  layRows,
  likeness,
  loadCodebook,
  nameKeys,
  NotACodeTable,
  readCodeAndName,
  readEdition,
  readEditionYear,
  readNameCell,
  readUtf8,
  TABLES_YEAR,
  toOverlayRow,
} from './codebook/index.js';
export type {
  BudgetScope,
  Change,
  CodeAndName,
  Codebook,
  CodebookFolders,
  CodeConfidence,
  CodeEntry,
  CrosswalkEntry,
  DetectedSheet,
  Difference,
  Evidence,
  FoundCode,
  ImportableScheme,
  OldName,
  OverlayRow,
  PairKind,
  SourceSheet,
  UnusedRow,
} from './codebook/index.js';
export { formatFen, formatScaled } from './amounts/index.js';
export { RULES } from './checks/index.js';
export { ORGANISATION } from './rows/row-words.js';

/**
 * Reads what a document says: its facts, its tables (the reading under which the accounts hold), its amounts in tables and
 * sentences with their codes, its targets; checks the figures against each other and grades every line.
 *
 * Data problems are diagnostics of the result; nothing throws for what a document says.
 */
export function transform(raw: RawDocument, codebook: Codebook): BudgetDocument {
  const { facts, diagnostics: factDiagnostics, doubtfulParts } = readDocumentFacts(raw, codebook.findRegion);
  const named = nameSecondHalves(raw.tables);
  const { units, diagnostics: unitDiagnostics } = assignUnits(named, raw.blocks);
  const decided = named.map((table, at) =>
    decideTable(table, units[at] ?? { unit: null, inferred: false }, facts, codebook),
  );
  const tables = decided.map(({ table }) => table);
  const prose = readProse({ blocks: raw.blocks, facts, codebook });
  const amounts = settleCodes(inReadingOrder(raw, decided, prose.amounts, doubtfulParts), codebook);
  const { lines: arranged, diagnostics: levelDiagnostics } = arrangeAndTell(amounts);
  const targets = readTargets(tables, facts);
  const checked = checkDocument({
    lines: arranged,
    tables,
    targets: targets.targets,
    blocks: raw.blocks,
    facts,
    codebook,
  });
  const readDiagnostics: Diagnostic[] = [
    ...factDiagnostics,
    ...unitDiagnostics,
    ...decided.flatMap(({ diagnostics }) => diagnostics),
    ...reportCutTexts(raw.pages, decided),
    ...prose.diagnostics,
    ...levelDiagnostics,
    ...reportCodes(amounts, codebook, facts.fiscalYear),
    ...targets.diagnostics,
  ];
  const diagnostics = addPages([...raw.diagnostics, ...readDiagnostics, ...checked.diagnostics], tables);
  const lines = gradeLines(arranged, checked.checks, diagnostics);
  return {
    raw,
    facts,
    tables,
    blocks: raw.blocks,
    lines,
    statements: listStatements({ facts, tables, lines, targets: targets.targets, blocks: raw.blocks }),
    targets: targets.targets,
    checks: checked.checks,
    diagnostics,
  };
}

/** Tables and sentences as they stand in the document; what stands in a doubtful part is in doubt. */
function inReadingOrder(
  raw: RawDocument,
  decided: readonly DecidedTable[],
  prose: readonly StatedAmount[],
  doubtfulParts: readonly Part[],
): StatedAmount[] {
  const orders = new Map(raw.blocks.map(({ blockNo, order }) => [blockNo, order]));
  const parts = [
    ...decided.map(({ table, amounts }) => ({ order: table.raw.order, amounts })),
    ...prose.map((amount) => ({
      order: amount.place.kind === 'prose' ? (orders.get(amount.place.blockNo) ?? 0) : 0,
      amounts: [amount],
    })),
  ];
  return parts
    .sort((a, b) => a.order - b.order)
    .flatMap(({ order, amounts }) => {
      const isDoubtful = doubtfulParts.some(({ from, to }) => order >= from && order < to);
      return isDoubtful ? amounts.map((amount) => ({ ...amount, ambiguous: true })) : amounts;
    });
}
