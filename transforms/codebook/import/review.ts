/** Code/name pairs that `codes learn` has listed and a person has reviewed, on their way back into the codebook. */
import { groupBy } from '../group-by.js';
import { nameKeys } from '../lookup/normalise.js';
import { pickForYear } from '../lookup/validity.js';
import type { Codebook, CodeEntry } from '../types.js';
import { cleanCode } from '../printed-code.js';
import { LONGEST_NAME, readCodeCell, readNameCell } from './cells.js';
import { codeKey, compareEdition, type Change, type Difference } from './difference.js';
import { hasShape, IMPORTABLE_SCHEMES, isPadded, shapeWords, type ImportableScheme } from './schemes.js';
import type { EditionRow, SheetPlace, SourceSheet, UnusedRow } from './types.js';

/**
 * What a listed pair is. `unknown_code`: the tables lack the printed code, whatever its name · `unknown_name`: neither the code nor any other
 * bears the name, and the pair can be trusted · `contradiction`: the name is another code's than the printed one's, or probably so · `out_of_force`: code and name go together, but not in
 * the year. `unknown_code` and, where it has a code, `unknown_name` can be imported as they are.
 */
export type PairKind = 'unknown_code' | 'unknown_name' | 'contradiction' | 'out_of_force';

const COLUMNS = ['kind', 'scheme', 'code_printed', 'name_printed', 'code', 'last_year'] as const;
type Cells = Readonly<Record<(typeof COLUMNS)[number], string>> & { readonly place: SheetPlace };

/** Whether a sheet is a list of `codes learn`: by its columns. */
export function isReview({ rows }: SourceSheet): boolean {
  const header = rows[0] ?? [];
  return COLUMNS.every((column) => header.includes(column));
}

/**
 * What reviewed pairs would change: an `unknown_code` becomes a code of the printed name, an `unknown_name` a name without years of the code in
 * column `code` (else the printed one). Contradictions are left out: a person has to decide them first. A second name of an unknown code is
 * left out too, as nothing says which one is right.
 */
export function compareReview(sheet: SourceSheet, codebook: Codebook): Difference {
  const pairs = oneNameEach(readPairs(sheet).map(readPair));
  const added = compareEdition(
    pairs.flatMap((pair) => ('row' in pair && pair.kind === 'unknown_code' ? [pair.row] : [])),
    null,
    codebook,
  );
  const isChange = ({ kind }: Change): boolean => kind !== 'confirmed';
  const entries = groupBy(codebook.entries, codeKey);
  const aliases = pairs.flatMap((pair) =>
    'row' in pair && pair.kind === 'unknown_name' ? [readAlias(pair, entries.get(codeKey(pair.row)) ?? [])] : [],
  );
  return {
    changes: [...added.changes.filter(isChange), ...aliases.filter((alias) => 'present' in alias)],
    unchanged: added.unchanged + added.changes.filter((change) => !isChange(change)).length,
    absent: [],
    unused: [
      ...pairs.filter((pair) => 'reason' in pair),
      ...added.unused,
      ...aliases.filter((alias) => 'reason' in alias),
    ],
  };
}

/** The first name of every unknown code; further ones are unused. */
function oneNameEach(pairs: readonly (ReviewedPair | UnusedRow)[]): readonly (ReviewedPair | UnusedRow)[] {
  const named = new Map<string, EditionRow>();
  return pairs.map((pair) => {
    if (!('row' in pair) || pair.kind !== 'unknown_code') return pair;
    const { row } = pair;
    const first = named.get(codeKey(row)) ?? row;
    named.set(codeKey(row), first);
    if (nameKeys(first.name).exact === nameKeys(row.name).exact) return pair;
    const reason = `row ${String(first.place.row)} gives the code another name: delete one of the two rows`;
    return { place: row.place, kind: 'left_out', text: `${row.code} ${row.name}`, reason };
  });
}

function readPairs({ name, rows }: SourceSheet): readonly Cells[] {
  const [header = [], ...records] = rows;
  const cell = (record: readonly string[], column: string): string => (record[header.indexOf(column)] ?? '').trim();
  return records.flatMap((record, at) => {
    if (record.every((text) => text.trim() === '')) return [];
    const [kind, scheme, code_printed, name_printed, code, last_year] = [
      cell(record, 'kind'),
      cell(record, 'scheme'),
      cell(record, 'code_printed'),
      cell(record, 'name_printed'),
      cell(record, 'code'),
      cell(record, 'last_year'),
    ];
    return [{ place: { sheet: name, row: at + 2 }, kind, scheme, code_printed, name_printed, code, last_year }];
  });
}

interface ReviewedPair {
  readonly kind: 'unknown_code' | 'unknown_name';
  readonly row: EditionRow;
  readonly lastYear: number | null;
}

function readPair(cells: Cells): ReviewedPair | UnusedRow {
  const { place, kind } = cells;
  const text = `${cells.code_printed} ${cells.name_printed}`.trim().slice(0, LONGEST_NAME);
  const unused = (reason: string, how: UnusedRow['kind'] = 'left_out'): UnusedRow => ({
    place,
    kind: how,
    text,
    reason,
  });
  if (kind === 'out_of_force') return unused('a code that was not in force teaches nothing new', 'ignored');
  if (kind === 'contradiction') return unused(adviceOn(cells));
  if (kind !== 'unknown_code' && kind !== 'unknown_name') return unused(`"${kind}" is no kind of pair`);
  const scheme = IMPORTABLE_SCHEMES.find((known) => known === cells.scheme);
  if (scheme === undefined) return unused(`"${cells.scheme}" is no classification that codes are imported for`);
  const code = readCodeCell(kind === 'unknown_name' && cells.code !== '' ? cells.code : cells.code_printed);
  const fault = faultOf(scheme, code, cells.name_printed);
  if (fault !== null) return unused(fault);
  const edition = scheme === 'procurement' ? (isPadded(code) ? '2022' : '2013') : '';
  const row = { place, scheme, edition, code, name: readNameCell(cells.name_printed), statedParent: null };
  return { kind, row, lastYear: /^\d{4}$/.test(cells.last_year) ? Number(cells.last_year) : null };
}

/** What a person can make of a contradiction: a document's misprint teaches nothing, a gap in the tables does. */
function adviceOn({ scheme, code, code_printed }: Cells): string {
  const printed = cleanCode(code_printed);
  // a row that prints only a part of its code was judged by the code it was taken for
  const isWhole = IMPORTABLE_SCHEMES.some((known) => known === scheme && hasShape(known, printed));
  const judged = isWhole ? printed : code;
  const bearer = code === judged || code === '' ? 'another code' : code;
  const fact =
    code === judged
      ? `the name is not known of ${judged}, and may be that of ${bearer}`
      : `the name is that of ${bearer}`;
  return `${fact}: delete the row if the document misprints; if ${judged} bears this name too, write unknown_name in column kind and ${judged} in column code`;
}

function faultOf(scheme: ImportableScheme, code: string, name: string): string | null {
  if (code === '') return 'no code stands in column code or code_printed: write the code that bears the name';
  if (!hasShape(scheme, code)) return `"${code}" is no code of this classification, which has ${shapeWords(scheme)}`;
  if (name.length > LONGEST_NAME) return `its name has more than ${String(LONGEST_NAME)} characters`;
  return nameKeys(name).exact === '' ? 'no name stands in column name_printed' : null;
}

function readAlias({ row, lastYear }: ReviewedPair, entries: readonly CodeEntry[]): Change | UnusedRow {
  const present = pickForYear(entries, lastYear);
  const unused = (kind: UnusedRow['kind'], reason: string): UnusedRow => {
    return { place: row.place, kind, text: `${row.code} ${row.name}`, reason };
  };
  if (present === null) return unused('left_out', `the codebook has no code ${row.code} that could bear the name`);
  const { exact } = nameKeys(row.name);
  if ([present, ...present.oldNames].some(({ name }) => nameKeys(name).exact === exact))
    return unused('ignored', `${row.code} bears this name already, there is nothing to learn`);
  return { kind: 'alias', row, parentCode: present.parentCode, present };
}
