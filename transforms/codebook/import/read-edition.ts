/** A file's sheets as a code table: columns found, every row read or said why not. */
import { groupBy } from '../group-by.js';
import { nameKeys } from '../lookup/normalise.js';
import { areAmounts, LONGEST_NAME } from './cells.js';
import { findColumns, type Columns } from './columns.js';
import { findHeader, type Header } from './header.js';
import { readRows, type OtherRow, type StatedCode } from './read-rows.js';
import { hasPaddedLength, hasShape, isPadded, schemeOfCode, shapeWords, type ImportableScheme } from './schemes.js';
import { readEditionYear } from './titles.js';
import {
  NotACodeTable,
  type EditionRow,
  type Edition,
  type DetectedSheet,
  type SourceSheet,
  type UnusedRow,
} from './types.js';

/**
 * Reads the codes of a file. The scheme of a code follows from its shape, or is `scheme` for all: then codes of another shape are left out.
 * Rows that give no code, and codes that stand there with two names, come back as `unused` with the reason.
 *
 * @param fileName for messages, and for the year where no title tells it
 * @param statedYear the edition's, where a person has told it; it decides between the editions of the procurement catalogue where codes don't
 * @throws NotACodeTable when no sheet has codes with names,, the file states amounts (that is a budget), or its codes are those of units or projects
 */
export function readEdition(
  sheets: readonly SourceSheet[],
  fileName: string,
  scheme: ImportableScheme | null,
  statedYear: number | null = null,
): Edition {
  const read = sheets.flatMap((sheet) => readSheet(sheet, fileName, scheme, statedYear));
  const rows = read.flatMap((sheet) => sheet.rows);
  const unused = read.flatMap((sheet) => sheet.unused);
  if (rows.length === 0) throw new NotACodeTable(describeFailure(fileName, sheets, unused));
  const agreed = withoutContradictions(rows);
  return {
    sheets: read.filter((sheet) => sheet.rows.length > 0).map(({ detected }) => detected),
    rows: agreed.rows,
    unused: [...unused, ...agreed.unused],
  };
}

interface ReadSheet {
  readonly detected: DetectedSheet;
  readonly rows: readonly EditionRow[];
  readonly unused: readonly UnusedRow[];
}

/** A sheet without columns of codes says nothing: covers and tables of contents have none. */
function readSheet(
  sheet: SourceSheet,
  fileName: string,
  scheme: ImportableScheme | null,
  statedYear: number | null,
): readonly ReadSheet[] {
  const header = findHeader(sheet.rows);
  if (header !== null && header.money !== null) refuseBudget(fileName, sheet, `"${header.money.trim()}"`);
  if (header !== null && header.foreign !== null) refuseForeign(fileName, sheet, header.foreign);
  const below = header === null ? 0 : header.firstRow + header.rowCount;
  const columns = findColumns(header, sheet.rows.slice(below));
  if (columns === null) return [];
  const stated = readRows(sheet.rows.slice(below), below + 1, columns);
  const titles = sheet.rows.slice(0, header?.firstRow ?? 0).flatMap((row) => row.filter((text) => text.trim() !== ''));
  const edition = procurementEdition(
    stated.flatMap((row) => (row.kind === 'code' ? [row.code] : [])),
    statedYear ?? readEditionYear([...titles, sheet.name ?? ''], fileName),
  );
  const judged = stated.map((row) => judge(row, sheet.name, scheme, edition));
  const rows = judged.filter((row) => 'code' in row);
  const amounts = rows.length === 0 ? null : findAmounts(sheet.rows.slice(below), columns);
  if (amounts !== null) refuseBudget(fileName, sheet, `column ${letterOf(amounts)}`);
  const schemes = [...groupBy(rows, (row) => row.scheme)].sort(([, a], [, b]) => b.length - a.length);
  const detected = {
    name: sheet.name,
    titles,
    columns: describeColumns(columns, header),
    schemes: schemes.map(([one]) => one),
  };
  return [{ detected, rows, unused: judged.filter((row) => 'reason' in row) }];
}

/** A column beside the codes and names that holds amounts; null for none. */
function findAmounts(rows: readonly (readonly string[])[], { codes, parent }: Columns): number | null {
  const taken = new Set([...codes.flatMap(({ column, nameColumns }) => [column, ...nameColumns]), parent]);
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  const at = Array.from({ length: width }, (_, column) => column).find(
    (column) => !taken.has(column) && areAmounts(rows.map((row) => row[column] ?? '')),
  );
  return at ?? null;
}

function refuseBudget(fileName: string, sheet: SourceSheet, column: string): never {
  throw new NotACodeTable(
    `${placeOf(fileName, sheet)}: has a column of amounts (${column}), so it is a budget and no code table; nothing was imported`,
  );
}

function refuseForeign(fileName: string, sheet: SourceSheet, heading: string): never {
  throw new NotACodeTable(
    `${placeOf(fileName, sheet)}: lists units or projects ("${heading.trim()}") and no classes of a classification; nothing was imported`,
  );
}

function placeOf(fileName: string, { name }: SourceSheet): string {
  return name === null ? fileName : `${fileName}, sheet ${name}`;
}

/** From this year on budgets use the catalogue of 2022. */
const FIRST_YEAR_OF_2022 = 2023;

/** Which edition of the procurement catalogue the codes are of: that of 2022 pads them with zeros; where none is short or padded the year tells. */
function procurementEdition(codes: readonly string[], year: number | null): '2013' | '2022' {
  const ofCatalogue = codes.filter((code) => hasShape('procurement', code));
  if (ofCatalogue.some(isPadded)) return '2022';
  const isShort = ofCatalogue.some((code) => code.length > 1 && !hasPaddedLength(code));
  return !isShort && year !== null && year >= FIRST_YEAR_OF_2022 ? '2022' : '2013';
}

function judge(
  row: StatedCode | OtherRow,
  sheet: string | null,
  wanted: ImportableScheme | null,
  edition: '2013' | '2022',
): EditionRow | UnusedRow {
  const place = { sheet, row: row.row };
  if (row.kind === 'other') return { place, kind: 'ignored', text: row.text, reason: 'no code stands in it' };
  const { code, name } = row;
  const leftOut = (reason: string): UnusedRow => ({
    place,
    kind: 'left_out',
    text: `${code} ${name}`.trim().slice(0, LONGEST_NAME),
    reason,
  });
  const scheme = wanted ?? schemeOfCode(code);
  if (scheme === null) return leftOut(`"${code}" has the length and first digit of no classification`);
  if (!hasShape(scheme, code)) return leftOut(`a code of this classification has ${shapeWords(scheme)}`);
  if (nameKeys(name).exact === '') return leftOut('no name stands beside the code');
  if (name.length > LONGEST_NAME) return leftOut(`its name has more than ${String(LONGEST_NAME)} characters`);
  return { place, scheme, edition: scheme === 'procurement' ? edition : '', code, name, statedParent: row.parent };
}

/** Each code once; a code that stands there with two names is left out, as nothing says which one is right. */
function withoutContradictions(rows: readonly EditionRow[]): Pick<Edition, 'rows' | 'unused'> {
  const groups = [...groupBy(rows, ({ scheme, code }) => `${scheme} ${code}`).values()];
  const isAgreed = (group: readonly EditionRow[]): boolean =>
    new Set(group.map(({ name }) => nameKeys(name).exact)).size === 1;
  return {
    rows: groups.filter(isAgreed).flatMap((group) => group.slice(0, 1)),
    unused: groups
      .filter((group) => !isAgreed(group))
      .flat()
      .map(({ place, code, name }) => ({
        place,
        kind: 'left_out',
        text: `${code} ${name}`,
        reason: 'the file gives this code two names',
      })),
  };
}

function describeColumns({ codes, isLevelled }: Columns, header: Header | null): string {
  const columns = codes.map(({ column }) => letterOf(column)).join(', ');
  const names = [...new Set(codes.flatMap(({ nameColumns }) => nameColumns))].sort((a, b) => a - b);
  const levels = isLevelled ? ' (类, 款, 项 apart)' : '';
  const where = names.length === 0 ? 'with their names' : `names in ${names.map(letterOf).join(', ')}`;
  const how = header === null ? 'by contents, without a header' : `by the header in row ${header.firstRow + 1}`;
  return `codes in column ${columns}${levels}, ${where}; found ${how}`;
}

/** A, B, …, Z, AA: the names of columns in spreadsheets. */
function letterOf(column: number): string {
  const last = String.fromCodePoint(65 + (column % 26));
  return column < 26 ? last : `${letterOf(Math.floor(column / 26) - 1)}${last}`;
}

function describeFailure(fileName: string, sheets: readonly SourceSheet[], unused: readonly UnusedRow[]): string {
  const [first] = unused.filter(({ kind }) => kind === 'left_out');
  const seen = first
    ? `its first row that looks like one is "${first.text}": ${first.reason}`
    : `none of its ${sheets.length === 1 ? 'columns' : `${sheets.length} sheets`} holds codes of 政府收支分类科目, 政府采购品目 or regions beside names`;
  return `${fileName}: is no code table (${seen}); nothing was imported`;
}
