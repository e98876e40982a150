/** The truth: every code and name that the documents at hand print, written down by hand, independent of the codebook. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { z } from 'zod';
import type { BudgetScope } from '../../transforms/codebook/index.js';
import type { LineScheme } from '../../transforms/types.js';

/** A code and name as one document prints them, once per spelling of name, ancestors and code. */
export interface PrintedPair {
  readonly document: string;
  readonly fiscalYear: number;
  readonly scheme: LineScheme;
  /** The true code: the printed one where it is right, else what the name means; null where the official classification has none. */
  readonly code: string | null;
  /** As printed, `201 06 01` for three columns; null where only the name is printed. */
  readonly codePrinted: string | null;
  /** As printed, numbering and level marks included, without line breaks. */
  readonly name: string;
  /** Names of its ancestors as this table or sentence prints them, outermost first. */
  readonly path: readonly string[];
  /** The budget that the statement names; null where it names none, or where the pair stands in other statements too. */
  readonly budget: BudgetScope | null;
  /** Page of the PDF, running number of the table or section of the text in which it stands first. */
  readonly place: string;
  readonly kind: 'table' | 'prose';
}

const TRUTH = join(import.meta.dirname, 'printed-codes.csv');
const PATH_SEPARATOR = ' > ';

const blankIsNull = z.string().transform((text) => (text === '' ? null : text));

const pairRow = z
  .object({
    document: z.string().min(1),
    fiscal_year: z.string().regex(/^\d{4}$/),
    scheme: z.enum(['function', 'dept_economic', 'gov_economic', 'revenue', 'procurement']),
    code: blankIsNull,
    code_printed: blankIsNull,
    name_printed: z.string().min(1),
    path_printed: z.string(),
    budget: z.union([z.literal('').transform(() => null), z.enum(['general', 'gov_fund', 'state_capital'])]),
    place: z.string().min(1),
    kind: z.enum(['table', 'prose']),
  })
  .transform(({ fiscal_year, code_printed, name_printed, path_printed, ...row }): PrintedPair => ({
    ...row,
    fiscalYear: Number(fiscal_year),
    codePrinted: code_printed,
    name: name_printed,
    path: path_printed === '' ? [] : path_printed.split(PATH_SEPARATOR),
  }));

/** The pairs of `printed-codes.csv`; throws where a row is broken. */
export function readPrintedPairs(): readonly PrintedPair[] {
  const { data } = Papa.parse(readFileSync(TRUTH, 'utf8'), { header: true, delimiter: ',', skipEmptyLines: true });
  return z.array(pairRow).parse(data);
}
