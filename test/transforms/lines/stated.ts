/** Stated amounts for tests: every field has a plain default, a test names only what it is about. */
import type { Cell, Grid } from '../../../extractors/types.js';
import type { LineScheme, StatedAmount } from '../../../transforms/types.js';

/** An amount of `wan` 万元 (a decimal numeral with its printed places) in a table cell or, with a prose place, in a sentence. */
export function stated(wan: string, fields: Partial<StatedAmount> = {}): StatedAmount {
  const [whole = '0', fraction = ''] = wan.split('.');
  return {
    place: { kind: 'table', tableNo: 1, row: 1, col: 1, page: null },
    tableKind: 'general_public_expenditure',
    fiscalYear: 2024,
    publisher: null,
    budgetStage: 'budget',
    flow: 'expenditure',
    lineRole: 'detail',
    totalKind: null,
    budgetUnitName: null,
    projectName: null,
    projectCode: null,
    threePublicItem: null,
    fundSource: 'general_public',
    spendingType: 'total',
    label: '',
    amount: BigInt(whole + fraction.padEnd(6, '0')),
    amountText: wan,
    unit: '万元',
    precision: 10n ** BigInt(10 - fraction.length),
    approximate: false,
    yoyAmount: null,
    yoyPercent: null,
    sharePercent: null,
    codePrinted: null,
    codes: [],
    outlineDepth: null,
    ambiguous: false,
    ...fields,
  };
}

export function coded(scheme: LineScheme, code: string): Pick<StatedAmount, 'codes' | 'codePrinted' | 'label'> {
  return {
    codes: [
      {
        scheme,
        code,
        treeCode: code,
        codePrinted: code,
        namePrinted: null,
        method: 'code',
        score: 1,
        edition: '',
        within: null,
        rivals: [],
      },
    ],
    codePrinted: code,
    label: code,
  };
}

export type Row = Partial<StatedAmount> & { readonly cells: readonly (string | null)[] };

/**
 * The amounts of one table in row-major order; a null cell is blank. Row 0 is the head.
 *
 * @param columns what each column means, from column 1 (column 0 holds the labels)
 */
export function table(
  columns: readonly Partial<StatedAmount>[],
  rows: readonly Row[],
  tableNo: number = 1,
): StatedAmount[] {
  return rows.flatMap(({ cells, ...row }, at) =>
    cells.flatMap((text, column) => {
      const place = { kind: 'table' as const, tableNo, row: at + 1, col: column + 1, page: null };
      return text === null ? [] : [stated(text, { ...row, ...columns[column], place })];
    }),
  );
}

/** A prose place: amounts of one block and sentence share the first two numbers. */
export function said(blockNo: number, sentenceStart: number, charStart: number): Pick<StatedAmount, 'place'> {
  const place = { blockNo, sentenceStart, charStart, charEnd: charStart + 5, sentence: '', page: null, line: null };
  return { place: { kind: 'prose', ...place } };
}

/** A grid with the given head; body cells are of no interest to the lines. */
export function headed(headerRowCount: number, columnCount: number, cells: readonly Partial<Cell>[]): Grid {
  const full = cells.map((cell) => ({
    row: 0,
    col: 0,
    rowSpan: 1,
    colSpan: 1,
    text: '',
    page: null,
    box: null,
    ...cell,
  }));
  return { rowCount: headerRowCount, columnCount, headerRowCount, cells: full };
}

export const TOTAL = { lineRole: 'total', totalKind: 'current', label: '合计' } as const;
