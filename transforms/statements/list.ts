/** Which statements a report has, and in what state. */
import type { RawBlock } from '../../extractors/types.js';
import { isMoneyText, isSeveralFigures } from '../amounts/index.js';
import type { BudgetTable, DocumentFacts, PerformanceTarget, StatedAmount, Statement, TableKind } from '../types.js';
import type { Declaration } from './declared.js';
import { findDeclarations } from './declared.js';
import { expectedStatements } from './expected.js';

/** The parts of a document that tell the state of its statements. */
export interface StatementSources {
  readonly facts: Pick<DocumentFacts, 'reportKind'>;
  readonly tables: readonly BudgetTable[];
  /** Amounts of tables and prose, in reading order. */
  readonly lines: readonly Pick<StatedAmount, 'place' | 'tableKind' | 'amount'>[];
  readonly targets: readonly Pick<PerformanceTarget, 'tableNo'>[];
  readonly blocks: readonly RawBlock[];
}

type Line = StatementSources['lines'][number];

/**
 * One statement for each kind that a report of this kind should have, and for each other kind that it has.
 *
 * Figures come before words, words before blanks, tables before prose:
 * 1. `filled`: an amount other than zero, in its table or else in a sentence (`tableNo` null, `sourceText` the sentence);
 *    for performance targets, any target;
 * 2. `zero`: amounts, all of them zero;
 * 3. `filled` too: amounts that could not be read;
 * 4. `declared_none`: no amount, but a note or sentence says that there is nothing (`sourceText`); an empty grid's number is kept;
 * 5. `blank_form`: a grid without amounts;
 * 6. `missing`: none of these.
 *
 * A declaration is kept as `sourceText` of a `zero` statement too: the two say the same.
 */
export function listStatements(sources: StatementSources): Statement[] {
  const declarations = findDeclarations(sources.tables, sources.blocks);
  const present = [
    ...sources.tables.map(({ tableKind }) => tableKind),
    ...sources.lines.map(({ tableKind }) => tableKind),
    ...(sources.targets.length > 0 ? (['performance_targets'] as const) : []),
  ];
  return expectedStatements(sources.facts.reportKind, present).map((kind) => stateOf(kind, sources, declarations));
}

function stateOf(
  kind: TableKind,
  { tables, lines, targets }: StatementSources,
  declarations: readonly Declaration[],
): Statement {
  const own = lines.filter(({ tableKind }) => tableKind === kind);
  const declared = declarations.find((declaration) => declaration.kind === kind)?.text ?? null;
  const filled = firstOf(own.filter(({ amount }) => amount !== 0n));
  if (filled) return { tableKind: kind, state: 'filled', ...placeOf(filled) };
  const target = kind === 'performance_targets' ? targets[0] : undefined;
  if (target) return { tableKind: kind, state: 'filled', tableNo: target.tableNo, sourceText: null };
  const zero = firstOf(own);
  if (zero)
    return { tableKind: kind, state: 'zero', ...placeOf(zero), ...(declared === null ? {} : { sourceText: declared }) };
  const ofKind = tables.filter(({ tableKind }) => tableKind === kind);
  const unread = ofKind.find(holdsAmounts);
  if (unread) return { tableKind: kind, state: 'filled', tableNo: unread.raw.tableNo, sourceText: null };
  const tableNo = ofKind[0]?.raw.tableNo ?? null;
  if (declared !== null) return { tableKind: kind, state: 'declared_none', tableNo, sourceText: declared };
  return { tableKind: kind, state: tableNo === null ? 'missing' : 'blank_form', tableNo, sourceText: null };
}

/** Fewer such numbers may number something (表1.1). */
const LEAST_AMOUNTS = 2;

function holdsAmounts({ grid }: BudgetTable): boolean {
  const amounts = grid.cells.filter(
    ({ row, text }) =>
      row >= grid.headerRowCount && /[1-9#]/.test(text) && (isMoneyText(text) || isSeveralFigures(text)),
  );
  return amounts.length >= LEAST_AMOUNTS;
}

/** The first line that stands in a table, else the first one. */
function firstOf(lines: readonly Line[]): Line | null {
  return lines.find(({ place }) => place.kind === 'table') ?? lines[0] ?? null;
}

function placeOf({ place }: Line): Pick<Statement, 'tableNo' | 'sourceText'> {
  return place.kind === 'table'
    ? { tableNo: place.tableNo, sourceText: null }
    : { tableNo: null, sourceText: place.sentence };
}
