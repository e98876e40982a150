/** The columns of the code tables as a domain expert edits them, one schema per file. */
import { z } from 'zod';

const text = z.string();
const name = z.string().min(1);
/** `2021`, `2021?`, `2021??`: the more marks, the less certain the year; empty where none is known. */
const year = z.string().regex(/^(?:\d{4}\?{0,2})?$/, 'not a year such as 2021, 2021? or 2021??');
const evidence = z.enum(['observed', 'recalled_twice', 'recalled_once', 'disputed', 'official']);
const confidence = z.enum(['high', 'medium', 'low']);
/** A code made of 类 (three digits) and two digits for each level below; a parent may be empty. */
const numeric = z.string().regex(/^\d{3}(?:\d{2})*$/, 'not a code of 3, 5, 7, … digits');
const numericParent = z.string().regex(/^(?:\d{3}(?:\d{2})*)?$/, 'not a code of 3, 5, 7, … digits');

const classified = z.object({
  code: numeric,
  name,
  level: z.string().regex(/^[1-4]$/),
  parent_code: numericParent,
  valid_from: year,
  valid_to: year,
  old_names: text,
  evidence,
  confidence,
});

/** dept_economic.csv, gov_economic.csv */
export const economicRow = classified;
export type EconomicRow = z.infer<typeof economicRow>;

/** function.csv, revenue.csv; `budget` names several budgets with `|` where a code serves them all. */
export const budgetRow = classified.extend({ budget: z.string().min(1) });
export type BudgetRow = z.infer<typeof budgetRow>;

const procurementCode = z.string().regex(/^[ABC](?:\d{2})*$/, 'not a procurement code such as A02010105');
export const procurementRow = z.object({
  edition: z.enum(['2013', '2022']),
  code: procurementCode,
  name,
  parent_code: z.string().regex(/^(?:[ABC](?:\d{2})*)?$/, 'not a procurement code'),
  evidence,
  confidence,
});
export type ProcurementRow = z.infer<typeof procurementRow>;

const regionCode = z.string().regex(/^\d{6}$/, 'not a region code of 6 digits');
export const regionRow = z.object({
  code: regionCode,
  name,
  parent_code: z.string().regex(/^(?:\d{6})?$/, 'not a region code of 6 digits'),
  first_seen_year: year,
  last_seen_year: year,
  status: z.enum(['current', 'retired']),
});
export type RegionRow = z.infer<typeof regionRow>;

const cofogCode = z.string().regex(/^\d{2}(?:\.\d){0,2}$/, 'not a COFOG code such as 01.1.1');
export const cofogRow = z.object({
  code: cofogCode,
  name_en: name,
  parent_code: z.string().regex(/^(?:\d{2}(?:\.\d)?)?$/, 'not a COFOG code'),
});
export type CofogRow = z.infer<typeof cofogRow>;

export const gfsmRow = z.object({ code: z.string().regex(/^\d+$/), name_en: name });
export type GfsmRow = z.infer<typeof gfsmRow>;

export const economicCrosswalkRow = z.object({ gov_code: numeric, dept_code: numeric, evidence, confidence });
export type EconomicCrosswalkRow = z.infer<typeof economicCrosswalkRow>;

export const functionToCofogRow = z.object({
  function_code: numeric,
  cofog_code: cofogCode,
  relation: z.enum(['exact', 'broader', 'narrower', 'partial']),
  note: text,
});
export type FunctionToCofogRow = z.infer<typeof functionToCofogRow>;
