/** The rows of the code tables as a domain expert edits them, column by column in their order. Every cell is text and stays text. */
import { z } from 'zod';

const YEAR = String.raw`\d{4}\?{0,2}`;
const YEARS = String.raw`\((?:${YEAR}|-${YEAR}|${YEAR}-(?:${YEAR})?)\)`;
/** A bracket that belongs to the name is full width; digits in front would be the code the name stood under before. */
const OLD_NAME = String.raw`(?!\d{3})[^|()\s][^|()]*(?:${YEARS})?`;

const text = z.string();
const name = z.string().min(1, 'a name is missing');
/** `2021`, `2021?`, `2021??`: the more marks, the less certain; empty where unknown. */
const year = z.string().regex(new RegExp(`^(?:${YEAR})?$`), 'not a year such as 2021, 2021? or 2021??');
const oldNames = z
  .string()
  .regex(new RegExp(`^(?:${OLD_NAME}(?:\\|${OLD_NAME})*)?$`, 'u'), 'not names such as 甲(2019-2020)|乙(-2018?)|丙');
const evidence = z.enum(['observed', 'recalled_twice', 'recalled_once', 'disputed', 'official', 'listed', 'judged']);
const confidence = z.enum(['high', 'medium', 'low']);
const yesOrNo = z.enum(['yes', 'no']);
/** What the code of the first column is to that of the second. */
const relation = z.enum(['exact', 'broader', 'narrower', 'partial']);

const numericCode = ['code of 3, 5, 7, … digits', String.raw`\d{3}(?:\d{2})*`] as const;
const cofogCode = ['COFOG code such as 01.1.1', String.raw`\d{2}(?:\.\d){0,2}`] as const;

/** What stands first in every code table; the parent's code is empty at the top of the tree. */
function identity([hint, pattern]: readonly [string, string]) {
  const code = z.string().regex(new RegExp(`^(?:${pattern})$`), `not a ${hint}`);
  const parentCode = z.string().regex(new RegExp(`^(?:${pattern})?$`), `not a ${hint}`);
  return { code, name, parent_code: parentCode, level: z.string().regex(/^[1-9]$/, 'not a level from 1 to 9') };
}

/** What stands last in every code table. */
const standing = {
  valid_from: year,
  valid_to: year,
  old_names: oldNames,
  evidence,
  confidence,
  other_name: text,
  note: text,
};

export const economicRow = z.object({ ...identity(numericCode), ...standing });

const BUDGET = '(?:general|gov_fund|state_capital|social_insurance)';
/** Several budgets with `|` between them where a code serves them all. */
const budget = z.string().regex(new RegExp(`^${BUDGET}(?:\\|${BUDGET})*$`), 'not budgets such as general|gov_fund');
export const budgetRow = z.object({ ...identity(numericCode), budget, ...standing });

const procurementCode = ['procurement code such as A02010105', String.raw`[ABC](?:\d{2})*`] as const;
export const procurementRow = z.object({
  edition: z.enum(['2013', '2022']),
  ...identity(procurementCode),
  ...standing,
});

export const regionRow = z.object({ ...identity(['region code of 6 digits', String.raw`\d{6}`]), ...standing });
export const cofogRow = z.object({ ...identity(cofogCode), ...standing });
export const gfsmRow = z.object({ ...identity(['GFSM code of digits', String.raw`\d+`]), ...standing });

/** A row of any code table; `edition` only in procurement, `budget` only in function and revenue. */
export type CodeRow = z.infer<typeof economicRow> & { readonly edition?: string; readonly budget?: string };

const mappedCode = identity(numericCode).code;
const grounds = { evidence, confidence, note: text };

/** `primary_of_gov`: this pair alone takes the money of the government code over; `primary_of_dept`: of the department code. */
export const economicCrosswalkRow = z.object({
  gov_code: mappedCode,
  dept_code: mappedCode,
  relation,
  primary_of_gov: yesOrNo,
  primary_of_dept: yesOrNo,
  ...grounds,
});
export type EconomicCrosswalkRow = z.infer<typeof economicCrosswalkRow>;

export const functionToCofogRow = z.object({
  function_code: mappedCode,
  cofog_code: identity(cofogCode).code,
  relation,
  is_primary: yesOrNo,
  ...grounds,
});
export type FunctionToCofogRow = z.infer<typeof functionToCofogRow>;
