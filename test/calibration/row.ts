/** One row as a document prints it, and the class that it means. */
import type { BudgetScope, CodeEntry } from '../../transforms/codebook/types.js';
import type { PrintedIdentity } from '../../transforms/codes/map-code.js';
import type { Assumptions, CodeKind, Layout, NameKind, Presence } from './assumptions.js';
import { drawKind } from './assumptions.js';
import type { Subject, SubjectDraw } from './draw-entry.js';
import { makeSubjectDraw } from './draw-entry.js';
import { printAncestors } from './print-ancestors.js';
import { printCode } from './print-code.js';
import { printName } from './print-name.js';
import type { Random } from './random.js';
import type { Tables } from './tables.js';

export interface DrawnRow {
  readonly printed: PrintedIdentity;
  readonly year: number;
  readonly budget: BudgetScope | null;
  /** The class that the row means; null where the codebook has none for it. */
  readonly meant: CodeEntry | null;
  readonly layout: Layout;
  readonly nameKind: NameKind;
  readonly codeKind: CodeKind;
  readonly presence: Presence;
}

/** Words of rows that stand in the column of classes and bear none: made up. */
const FOREIGN_NAMES = [
  '老旧小区外墙改造',
  '河道清淤二期工程',
  '某街道办事处',
  '乡村大舞台配套',
  '历年应付工程尾款',
  '第三方评估尾款',
];
const PRINTS_CODE: readonly Layout[] = ['code_and_name', 'fragment'];
const MARKS = ['类', '款', '项'] as const;
const TOP_NUMBERS = Array.from('一二三四五六七八九十');

/** Rows drawn by `assumptions`, the same for the same state of `random`. */
export function drawRows(count: number, assumptions: Assumptions, tables: Tables, random: Random): readonly DrawnRow[] {
  const subjects = makeSubjectDraw(tables);
  const rows: DrawnRow[] = [];
  while (rows.length < count) {
    const row = drawRow(assumptions, tables, subjects, random);
    if (row !== null) rows.push(row);
  }
  return rows;
}

/** One row; null where no class fits the drawn statement and layout. */
function drawRow(assumptions: Assumptions, tables: Tables, subjects: SubjectDraw, random: Random): DrawnRow | null {
  const layout = drawKind(assumptions.layouts, random);
  const presence = drawKind(assumptions.presence, random);
  const scheme = layout === 'top_names' ? 'function' : drawKind(assumptions.schemes, random);
  const edition = drawKind(assumptions.editions, random);
  const subject = subjects.draw(scheme, layout, presence, edition, random);
  if (subject === null) return null;
  const nameKind = drawKind(assumptions.names, random);
  const codeKind = drawKind(assumptions.codes, random);
  const { entry, tableYear } = subject;
  // a name of another row can be told only where the own code stands beside it
  const siblings = PRINTS_CODE.includes(layout) ? tables.siblings(entry, tableYear) : [];
  const name =
    presence === 'foreign'
      ? (random.pick(FOREIGN_NAMES) ?? '')
      : printName(nameKind, entry, tableYear, siblings, random);
  const code = presence === 'foreign' ? null : printCode(codeKind, entry, tables, random);
  const contextKind = drawKind(assumptions.contexts, random);
  const above = printAncestors(contextKind, subject, tables, random);
  return {
    printed: arrange(layout, subject, { code, name, ...above }, random),
    year: subject.year,
    budget: subject.budget,
    meant: presence === 'known' ? entry : null,
    layout,
    nameKind,
    codeKind,
    presence,
  };
}

interface PrintedParts {
  readonly code: string | null;
  readonly name: string;
  readonly names: readonly string[];
  readonly codes: readonly string[];
}

/** What of the parts a layout shows, and where. */
function arrange(layout: Layout, { scheme, entry }: Subject, parts: PrintedParts, random: Random): PrintedIdentity {
  const { code, name, names, codes } = parts;
  const bare: PrintedIdentity = { scheme, code: null, name, path: [], ancestors: [] };
  switch (layout) {
    case 'code_and_name':
      return { ...bare, code };
    case 'code_alone':
      return { ...bare, code, name: code === null ? name : null };
    case 'fragment':
      return { ...bare, code: code === null ? null : code.slice(-2), ancestors: codes.slice(0, 1) };
    case 'top_names':
      return { ...bare, name: `${random.pick(TOP_NUMBERS) ?? ''}、${name}` };
    case 'marked_path':
      return { ...bare, name: mark(name, entry.level), path: names.map((above, at) => mark(above, at + 1)) };
    case 'names_under_names':
      return { ...bare, path: names };
    case 'names_under_codes':
      return { ...bare, ancestors: codes };
    case 'bare_name':
      return bare;
  }
}

function mark(name: string, level: number): string {
  const word = MARKS[level - 1];
  return word === undefined ? name : `${name}(${word})`;
}
