/** Changes as rows of an overlay's tables, put among the rows that the overlay has already. */
import { groupBy } from '../group-by.js';
import { nameKeys } from '../lookup/normalise.js';
import { overlaps, partsOutside, type Period } from '../periods.js';
import type { BudgetScope, CodeEntry } from '../types.js';
import type { Change } from './difference.js';
import { TABLES_YEAR } from './difference.js';
import { levelOf } from './schemes.js';

/** A row of a code table by column; a column that its table does not have is not written. */
export type OverlayRow = Readonly<Record<string, string>>;

/** What is known of the rows of one import. */
export interface ImportTerms {
  /** The edition's year; null where none is known. */
  readonly year: number | null;
  /** Where the names come from: an official edition, or pairs that stand in documents and were reviewed. */
  readonly source: 'edition' | 'review';
  /** The budget of a code, for codes that are new. */
  readonly budgetOf: (change: Change) => readonly BudgetScope[];
}

const ALL_BUDGETS: readonly BudgetScope[] = ['general', 'gov_fund', 'state_capital', 'social_insurance'];

/** The row that takes a change into an overlay. Years are cells: `2026?` where the year is a guess. */
export function toOverlayRow(change: Change, terms: ImportTerms): OverlayRow {
  const { kind, row, parentCode, present } = change;
  const { edition, code } = row;
  const keepsName = kind === 'alias' || kind === 'former' || kind === 'confirmed';
  return {
    edition,
    code,
    name: keepsName && present !== null ? present.name : row.name,
    parent_code: parentCode ?? '',
    level: String(levelOf(row)),
    budget: budgetsOf(change, terms).join('|'),
    ...yearsOf(change, terms.year),
    old_names: oldNamesOf(change, terms.year),
    ...standingOf(change, terms.source),
    other_name: '',
    note: kind === 'alias' ? joinNotes(present?.note ?? '', learntNote(row.name)) : '',
  };
}

/** The standing of an alias, which is not that of the code's own name. */
function learntNote(name: string): string {
  return `${tableName(name)}: an alias learnt from documents (observed, medium confidence)`;
}

function joinNotes(...notes: readonly string[]): string {
  return [...new Set(notes.flatMap((note) => note.split('; ')).filter((note) => note !== ''))].join('; ');
}

function budgetsOf(change: Change, { budgetOf }: ImportTerms): readonly BudgetScope[] {
  if (change.present === null) return budgetOf(change);
  return change.present.budget === null ? ALL_BUDGETS : [change.present.budget];
}

/**
 * A code that an edition later than the tables has and they lack is probably as young as the edition; an earlier edition rather fills a gap.
 */
function yearsOf({ kind, row, present }: Change, year: number | null): { valid_from: string; valid_to: string } {
  if (present === null)
    return { valid_from: year !== null && year > TABLES_YEAR ? `${String(year)}?` : '', valid_to: '' };
  if (kind === 'renamed' || kind === 'replaced' || kind === 'resumed') return { valid_from: cell(year), valid_to: '' };
  const isEarlier = kind === 'former' && isSameName(present.name, row.name);
  return {
    valid_from: isEarlier ? cell(year) : cellOf(present.validFrom, present),
    valid_to: cellOf(present.validTo, present),
  };
}

/** A year of an entry with its doubt. */
function cellOf(year: number | null, { doubtfulYears }: CodeEntry): string {
  return year !== null && doubtfulYears.includes(year) ? `${cell(year)}?` : cell(year);
}

function oldNamesOf({ kind, row, present }: Change, year: number | null): string {
  if (kind === 'alias') return tableName(row.name);
  if (kind !== 'former' || present === null || isSameName(present.name, row.name)) return '';
  return `${tableName(row.name)}(${cell(year)})`;
}

/** Brackets of a name are full width in `old_names`: half-width ones hold years. */
function tableName(name: string): string {
  return name.replace(/\s+/g, '').replaceAll('(', '（').replaceAll(')', '）').replaceAll('|', '');
}

function standingOf(
  { kind, present }: Change,
  source: ImportTerms['source'],
): { evidence: string; confidence: string } {
  if ((kind === 'alias' || kind === 'former') && present !== null)
    return { evidence: present.evidence ?? 'observed', confidence: present.confidence ?? 'medium' };
  return source === 'edition'
    ? { evidence: 'official', confidence: 'high' }
    : { evidence: 'observed', confidence: 'medium' };
}

/**
 * The rows of a table with others laid over them one by one: rows of the same code under another name keep their years outside those of the
 * new row, or, where none are left, their name as an alias; under the same name the two are one row. By code and year.
 */
export function layRows(rows: readonly OverlayRow[], added: readonly OverlayRow[]): readonly OverlayRow[] {
  const byCode = new Map(groupBy(rows, codeOf));
  for (const row of added) byCode.set(codeOf(row), layRow(byCode.get(codeOf(row)) ?? [], row));
  return [...byCode]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, ofCode]) =>
      ofCode.toSorted((a, b) => (yearIn(a['valid_from']) ?? 0) - (yearIn(b['valid_from']) ?? 0)),
    );
}

/** `row` laid over the rows of its code. */
function layRow(rows: readonly OverlayRow[], row: OverlayRow): readonly OverlayRow[] {
  const isTouched = (other: OverlayRow): boolean => overlaps(periodOf(other), periodOf(row));
  const touched = rows.filter(isTouched);
  const rests = touched.flatMap((other) => restsOf(other, row));
  const names = touched.flatMap((other) => namesLeft(other, row));
  const old_names = [...new Set([...namesIn(row), ...names])].filter((name) => name !== row['name']).join('|');
  const notes = touched.flatMap((other) => (isSameName(other['name'], row['name']) ? [other['note'] ?? ''] : []));
  const note = joinNotes(...notes, row['note'] ?? '');
  return [
    ...rows.filter((other) => !isTouched(other)),
    ...rests,
    { ...row, old_names, ...(note === '' ? {} : { note }) },
  ];
}

function restsOf(other: OverlayRow, row: OverlayRow): readonly OverlayRow[] {
  if (isSameName(other['name'], row['name'])) return [];
  return partsOutside(periodOf(other), periodOf(row)).map(({ validFrom, validTo }) => ({
    ...other,
    valid_from: validFrom === periodOf(other).validFrom ? (other['valid_from'] ?? '') : cell(validFrom),
    valid_to: validTo === periodOf(other).validTo ? (other['valid_to'] ?? '') : cell(validTo),
  }));
}

/** What `row` takes over of the names of another: all where both bear one name, or where nothing else is left of the other. */
function namesLeft(other: OverlayRow, row: OverlayRow): readonly string[] {
  if (isSameName(other['name'], row['name'])) return namesIn(other);
  return restsOf(other, row).length > 0 ? [] : [tableName(other['name'] ?? ''), ...namesIn(other)];
}

function namesIn(row: OverlayRow): readonly string[] {
  return (row['old_names'] ?? '').split('|').filter((name) => name !== '');
}

function codeOf(row: OverlayRow): string {
  return `${row['edition'] ?? ''} ${row['code'] ?? ''}`;
}

function isSameName(a = '', b = ''): boolean {
  return nameKeys(a).exact === nameKeys(b).exact;
}

function periodOf(row: OverlayRow): Period {
  return { validFrom: yearIn(row['valid_from']), validTo: yearIn(row['valid_to']) };
}

function yearIn(text = ''): number | null {
  return text === '' ? null : Number(text.slice(0, 4));
}

function cell(year: CodeEntry['validFrom']): string {
  return year === null ? '' : String(year);
}
