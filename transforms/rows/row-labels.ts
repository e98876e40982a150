/** The texts of a row's label columns. */
import { YEAR_HEADING } from '../statements/column-words.js';
import type { LabelRole } from '../statements/column-words.js';
import { LEVEL } from '../statements/columns.js';
import type { Panel } from '../statements/panels.js';
import type { RowTexts } from './codes/code-walk.js';

/** Which label column names the row, most telling first. */
const LABEL_ORDER: readonly LabelRole[] = [
  'item_name',
  'name',
  'project_name',
  'unit_name',
  'code',
  'item_code',
  'project_code',
  'text',
  'unit_code',
];

/** What names a unit or a project: the same one has no notes elsewhere. */
const BODIES: ReadonlySet<LabelRole> = new Set(['unit_name', 'unit_code', 'project_name', 'project_code']);
/** A line that ends between two words of letters, or between a code and its name; elsewhere a cell ends it within a word. */
const BETWEEN_WORDS = /(?<=[a-z])\s*\n\s*(?=[a-z])|(?<=\d)\s*\n\s*(?=\p{Script=Han})/giu;

/** The mark of a note behind a name; behind a letter it is a unit's (m²). */
const NOTE_MARK = /(?<![a-z])[\u00b2\u00b3\u00b9\u2070-\u2079\u2080-\u2089]+\s*$/i;

/** The texts of a row's label columns by role. */
export interface RowLabels {
  /** The most telling text, as printed but in one line: where its cell wraps it is layout. */
  readonly label: string;
  /** In one line and trimmed, those of units and projects without the marks of notes; null where the row has none in that role. */
  readonly text: (role: LabelRole) => string | null;
  /** What stands under 年度; `""` where there is no such column. */
  readonly year: string;
}

export function readLabels(panel: Panel, textOf: RowTexts): RowLabels {
  const raw = (role: LabelRole): string =>
    panel.labels
      .filter((column) => column.role === role)
      .map(({ col }) => textOf(col))
      .findLast((text) => text.trim() !== '') ?? '';
  const label = unwrap(LABEL_ORDER.map(raw).find((text) => text !== '') ?? '');
  const year = panel.labels.find(({ path }) => YEAR_HEADING.test(path.at(-1) ?? ''));
  const text = (role: LabelRole): string | null => {
    const words = unwrap(raw(role));
    return (BODIES.has(role) ? words.replace(NOTE_MARK, '') : words).trim() || null;
  };
  return { label, text, year: year ? textOf(year.col) : '' };
}

function unwrap(text: string): string {
  return text.replace(BETWEEN_WORDS, ' ').replace(/(?<!\s)\s*\n\s*/g, '');
}

/** 类 款 项 as columns of names: how deep the row's innermost name stands; 0 elsewhere. */
export function nameLevel(panel: Panel, textOf: RowTexts): number {
  const levels = panel.labels.filter(({ role, path }) => role === 'name' && LEVEL.test(path.at(-1) ?? ''));
  return Math.max(
    0,
    levels.findLastIndex(({ col }) => textOf(col).trim() !== ''),
  );
}
