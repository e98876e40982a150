/** `grids.md`: every table as a picture that a person can lay beside the page. */
import type { BudgetTable } from '../../transforms/types.js';
import { drawGrid } from './picture.js';
import { escape, readRow, unescape, writeRow } from './rows.js';
import { numberRepeats, type Sheet, type SheetRecord } from './sheet.js';

export const GRIDS_FILE = 'grids.md';
const END_OF_HEADER = '|---|';
const FENCE = '```';
const NO_TABLES = 'none';

/** Records of all tables: `t1` with what is known of the table, then `t1 r0`, `t1 r1`, … with a field for each column. */
export function gridSheet(tables: readonly BudgetTable[]): Sheet {
  return { file: GRIDS_FILE, records: tables.flatMap(tableRecords) };
}

function tableRecords({ raw, grid, tableKind, unit }: BudgetTable): SheetRecord[] {
  const key = `t${String(raw.tableNo)}`;
  const facts = {
    title: raw.title ?? '',
    table_kind: tableKind,
    unit: unit ?? '',
    method: raw.method,
    header_row_count: String(grid.headerRowCount),
    captions: JSON.stringify(raw.captions),
    notes: JSON.stringify(raw.notes),
  };
  const rows = drawGrid(grid).map((places, row) => ({
    key: `${key} r${String(row)}`,
    fields: new Map(places.map((text, col) => [`c${String(col)}`, text])),
  }));
  return [{ key, fields: new Map(Object.entries(facts)) }, ...rows];
}

/** Writes what `readGrids` reads. */
export function writeGrids(sheet: Sheet): string {
  const tables = sheet.records.filter(({ key }) => !key.includes(' '));
  const sections = tables.map((table) =>
    writeTable(
      table,
      sheet.records.filter(({ key }) => key.startsWith(`${table.key} `)),
    ),
  );
  return `${['# grids', ...(sections.length === 0 ? [NO_TABLES] : sections)].join('\n\n')}\n`;
}

function writeTable({ key, fields }: SheetRecord, rows: readonly SheetRecord[]): string {
  const { title = '', header_row_count: headerRowCount, ...facts } = Object.fromEntries(fields);
  const picture = rows.map((row) => writeRow([...row.fields.values()]));
  picture.splice(Number(headerRowCount), 0, END_OF_HEADER);
  const list = Object.entries(facts).map(([name, value]) => `- ${name}: ${value}`.trimEnd());
  return [`## ${key} ${escape(title)}`.trimEnd(), '', ...list, '', FENCE, ...picture, FENCE].join('\n');
}

/**
 * Reads a picture back into records; places keep their escapes, so that `<` and the printed sign stay apart.
 *
 * @throws Error for a file that shows no table and does not say "none", and for lines that belong to no form
 */
export function readGrids(text: string): Sheet {
  const sections = text.split(/^## /m).slice(1);
  if (sections.length === 0 && !/^none$/m.test(text))
    throw new Error(`${GRIDS_FILE} states nothing; where no table is expected it says "${NO_TABLES}"`);
  return { file: GRIDS_FILE, records: numberRepeats(sections.flatMap(readTable)) };
}

function readTable(section: string): SheetRecord[] {
  const [heading = '', ...lines] = section.split('\n');
  const [, key = '', title = ''] = /^(t\d+) ?(.*)$/.exec(heading) ?? [];
  const facts = lines.flatMap((line) => {
    const [, name, value] = /^- (\w+): ?(.*)$/.exec(line) ?? [];
    return name === undefined ? [] : [[name, value ?? ''] as const];
  });
  const rows = lines.filter((line) => line.startsWith('| ')).map(readRow);
  if (key === '' || rows.length === 0) throw new Error(`${GRIDS_FILE} has no key or no rows: ${heading}`);
  const headerRows = lines.filter((line) => line.startsWith('|')).indexOf(END_OF_HEADER);
  const known = new Map([['title', unescape(title)], ...facts, ['header_row_count', String(headerRows)]]);
  return [
    { key, fields: known },
    ...rows.map((places, row) => ({
      key: `${key} r${String(row)}`,
      fields: new Map(places.map((place, col) => [`c${String(col)}`, place])),
    })),
  ];
}
