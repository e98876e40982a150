/** Every table of the codebook: its file, its columns in order, what a row must look like, how its codes are built. */
import type { z } from 'zod';
import type { Scheme } from '../types.js';
import * as rows from './rows.js';
import type { CodeRow } from './rows.js';

/** A CSV file of the codebook: in the package, in an overlay, or about to be written. */
export interface CsvTable<Row> {
  /** Name of the file, the same in the package and in an overlay. */
  readonly file: string;
  /** The columns, all required, in the order in which they are written. */
  readonly columns: readonly string[];
  readonly row: z.ZodType<Row>;
}

/** How the codes of a classification make a tree; both patterns are about the stem of a code. */
export interface CodeTree {
  /** A code without the zeros that fill it up to a fixed length. */
  readonly stemOf: (code: string) => string;
  readonly top: RegExp;
  /** What a code adds to its parent. */
  readonly step: RegExp;
  /** GB/T 2260 has counties directly below a province. */
  readonly skipsLevels: boolean;
}

/** The table of one classification. */
export interface CodeTable extends CsvTable<CodeRow> {
  readonly scheme: Scheme;
  readonly tree: CodeTree;
  /** Years are those in which a name was seen, so that two names of one code may overlap; elsewhere years in force, which must not. */
  readonly yearsSeen: boolean;
}

const asItIs = (code: string): string => code;
const withoutZeros = (code: string): string => (code.endsWith('00') ? code.replace(/(?:00)+$/, '') : code);

const numeric: CodeTree = { stemOf: asItIs, top: /^\d{3}$/, step: /^\d{2}$/, skipsLevels: false };
const procurement: CodeTree = { stemOf: withoutZeros, top: /^[ABC]$/, step: /^\d{2}$/, skipsLevels: false };
const region: CodeTree = { stemOf: withoutZeros, top: /^\d{2}$/, step: /^(?:\d{2}){1,2}$/, skipsLevels: true };
const cofog: CodeTree = { stemOf: asItIs, top: /^\d{2}$/, step: /^\.\d$/, skipsLevels: false };
const gfsm: CodeTree = { stemOf: asItIs, top: /^\d+$/, step: /^\d+$/, skipsLevels: false };

export const CODE_TABLES: readonly CodeTable[] = [
  codeTable('function.csv', 'function', rows.budgetRow, numeric),
  codeTable('dept_economic.csv', 'dept_economic', rows.economicRow, numeric),
  codeTable('gov_economic.csv', 'gov_economic', rows.economicRow, numeric),
  codeTable('revenue.csv', 'revenue', rows.budgetRow, numeric),
  codeTable('procurement.csv', 'procurement', rows.procurementRow, procurement),
  codeTable('cofog.csv', 'cofog', rows.cofogRow, cofog),
  codeTable('gfsm_transactions.csv', 'gfsm', rows.gfsmRow, gfsm),
  codeTable('region.csv', 'region', rows.regionRow, region),
];

export const ECONOMIC_CROSSWALK = csvTable('economic_crosswalk.csv', rows.economicCrosswalkRow);
export const FUNCTION_TO_COFOG = csvTable('function_to_cofog.csv', rows.functionToCofogRow);

function codeTable(file: string, scheme: Scheme, row: z.ZodObject & z.ZodType<CodeRow>, tree: CodeTree): CodeTable {
  return { ...csvTable(file, row), scheme, tree, yearsSeen: scheme === 'region' };
}

function csvTable<Row>(file: string, row: z.ZodObject & z.ZodType<Row>): CsvTable<Row> {
  return { file, columns: Object.keys(row.shape), row };
}
