/** What a document says, in lines that a person can lay beside its pages. */
import { formatFen, formatScaled } from '../../transforms/index.js';
import type {
  BudgetDocument,
  BudgetLine,
  BudgetTable,
  Check,
  PerformanceTarget,
  ProsePlace,
  Statement,
} from '../../transforms/index.js';
import type { Diagnostic, RawBlock } from '../../extractors/types.js';
import { describeLines, meaningOf, rowOf, withoutSpaces } from './describe-lines.js';

/** A description is a tree of named texts and lists of texts, as JSON holds it. */
export type Description = string | number | null | readonly Description[] | { readonly [name: string]: Description };

/**
 * Everything of a document that is checked by hand: its facts, tables with all their amounts, amounts in sentences, states of statements,
 * targets, failing checks and diagnostics. Words stand without white space: where a line breaks is no matter here.
 */
export function describeReal(document: BudgetDocument): Description {
  return {
    facts: { ...document.facts },
    pages: document.raw.pages.length,
    characters: countCharacters(document),
    tables: Object.fromEntries(
      document.tables.map((table) => [`T${String(table.raw.tableNo)}`, describeTable(table, document)]),
    ),
    prose: document.lines.flatMap((line) =>
      line.place.kind === 'prose' ? [describeProse(line, line.place, document)] : [],
    ),
    statements: document.statements.map(describeStatement),
    targets: document.targets.map(describeTarget),
    failing_checks: document.checks.filter(({ status }) => status === 'fail').map(describeCheck),
    diagnostics: document.diagnostics.map(describeDiagnostic),
  };
}

/** All printed characters but white space, headers that a page break repeats counted once: nothing is lost, nothing doubled. */
function countCharacters({ tables, blocks }: BudgetDocument): number {
  const texts = [...tables.flatMap(({ grid }) => grid.cells), ...blocks].map(({ text }) => withoutSpaces(text));
  return texts.reduce((sum, text) => sum + text.length, 0);
}

function describeTable({ raw, grid, tableKind, unit }: BudgetTable, { lines, facts }: BudgetDocument): Description {
  const own = lines.filter(({ place }) => place.kind === 'table' && place.tableNo === raw.tableNo);
  return {
    title: raw.title,
    kind: tableKind,
    unit,
    pages: `${String(raw.pageFirst)}-${String(raw.pageLast)}`,
    size: `${String(grid.rowCount)} x ${String(grid.columnCount)}`,
    header_rows: grid.headerRowCount,
    captions: raw.captions,
    notes: raw.notes,
    ...describeLines(own, grid, facts.fiscalYear),
  };
}

/** Page, heading, whose amount, how much and what it means, change on the year before, share. */
function describeProse(line: BudgetLine, place: ProsePlace, { blocks, facts }: BudgetDocument): string {
  const change = [
    line.yoyAmount === null ? '' : `change ${formatFen(line.yoyAmount)}`,
    line.yoyPercent === null ? '' : `change ${formatScaled(line.yoyPercent, 4)}%`,
    line.sharePercent === null ? '' : `share ${formatScaled(line.sharePercent, 4)}%`,
  ];
  return [
    `p${String(place.page)} ${headingOf(place, blocks)}`,
    rowOf(line),
    `${line.amountText}${line.unit ?? ''}`,
    `${line.tableKind}: ${meaningOf(line, facts.fiscalYear)}`,
    ...change.filter((text) => text !== ''),
  ].join(' | ');
}

function headingOf({ blockNo }: ProsePlace, blocks: readonly RawBlock[]): string {
  const above = blocks.filter((block) => block.blockNo < blockNo && block.kind === 'heading');
  return withoutSpaces(above.at(-1)?.text ?? '');
}

function describeStatement({ tableKind, state, tableNo, sourceText }: Statement): string {
  const where = tableNo === null ? '' : ` T${String(tableNo)}`;
  return `${tableKind}: ${state}${where}${sourceText === null ? '' : ` | ${withoutSpaces(sourceText)}`}`;
}

function describeTarget(target: PerformanceTarget): string {
  const { page, projectName, projectAmount, level1, level2, level3, targetText } = target;
  const amount = projectAmount === null ? '' : formatFen(projectAmount);
  return [`p${String(page)} ${projectName ?? ''} ${amount}`, level1, level2, level3, targetText]
    .map((text) => text ?? '')
    .join(' | ');
}

function describeCheck({ rule, subject, expected, actual }: Check): string {
  const figure = (scaled: bigint | null): string => (scaled === null ? '' : formatScaled(scaled, 6));
  const words = subject.replace(/\bb\.\d+/g, 'prose');
  return `${rule}: ${words} | parts give ${figure(expected)} | printed ${figure(actual)}`;
}

function describeDiagnostic({ severity, code, origin }: Diagnostic): string {
  return `${severity} ${code} p${String(origin.page ?? '')}`;
}
