import { join } from 'node:path';
import type { z } from 'zod';
import type { Scheme } from '../types.js';
import { openCodebook } from './codebook.js';
import { cofogCrosswalk, economicCrosswalk } from './crosswalk.js';
import { budgetEntry, cofogEntry, economicEntry, gfsmEntry, procurementEntry, regionEntry } from './entries.js';
import { readTable } from './read-table.js';
import * as rows from './rows.js';
import { findTablesFolder } from './tables-folder.js';
import type { Codebook, CodeEntry } from './types.js';

/**
 * The codebook from the tables of the package, or of `folder`. Reads about half a megabyte: load it once a run.
 * Throws where a table is missing or a row is broken (file and line named).
 */
export function loadCodebook(folder: string = findTablesFolder()): Codebook {
  const read = <Row>(file: string, schema: z.ZodType<Row>): readonly Row[] => readTable(join(folder, file), schema);
  const functions = read('function.csv', rows.budgetRow).map((row) => budgetEntry('function', row));
  const entries = [...functions, ...readOtherEntries(read)];
  const crosswalk = [
    ...economicCrosswalk(read('economic_crosswalk.csv', rows.economicCrosswalkRow)),
    ...cofogCrosswalk(read('function_to_cofog.csv', rows.functionToCofogRow), functions),
  ];
  return openCodebook(entries, crosswalk);
}

type Read = <Row>(file: string, schema: z.ZodType<Row>) => readonly Row[];

function readOtherEntries(read: Read): readonly CodeEntry[] {
  const economic = (scheme: Scheme, file: string): readonly CodeEntry[] =>
    read(file, rows.economicRow).map((row) => economicEntry(scheme, row));
  const gfsm = read('gfsm_transactions.csv', rows.gfsmRow);
  const gfsmCodes = new Set(gfsm.map(({ code }) => code));
  return [
    ...economic('dept_economic', 'dept_economic.csv'),
    ...economic('gov_economic', 'gov_economic.csv'),
    ...read('revenue.csv', rows.budgetRow).map((row) => budgetEntry('revenue', row)),
    ...procurementEntries(read('procurement.csv', rows.procurementRow)),
    ...read('cofog.csv', rows.cofogRow).map(cofogEntry),
    ...gfsm.map((row) => gfsmEntry(row, gfsmCodes)),
    ...read('region.csv', rows.regionRow).map(regionEntry),
  ];
}

/** The level of a procurement code is its depth in its edition's tree: the 2022 edition pads its codes with zeros. */
function procurementEntries(table: readonly rows.ProcurementRow[]): readonly CodeEntry[] {
  const parents = new Map(table.map((row) => [`${row.edition} ${row.code}`, row.parent_code]));
  const levelOf = (edition: string, code: string): number => {
    const parent = parents.get(`${edition} ${code}`) ?? '';
    return parent === '' ? 1 : 1 + levelOf(edition, parent);
  };
  return table.map((row) => procurementEntry(row, levelOf(row.edition, row.code)));
}
