import type { OldName } from './types.js';

/** 别名或后名: introduces names that are aliases rather than former names. */
const INTRODUCTION = /^别名或后名[:：]/;
/** The code that the name stood under before it moved. */
const FORMER_CODE = /^\d{3,9}/;
/** `(-2018)`, `(2019-2020)`, `(约2021前)`, `(早期)`: the years of a name, always in half-width brackets. */
const YEARS = /\((?:[^()]*\d{4}[^()]*|早期)\)$/;
/** A remark on the edition, told from a bracket that belongs to the name by its words. */
const REMARK = /（[^（）]*年度版本.*$|（部分年度.*$/;

/** The names in an `old_names` cell with their years, without former codes and remarks; a name with years stands for the same without. */
export function readOldNames(cell: string): readonly OldName[] {
  const names = cell
    .replace(INTRODUCTION, '')
    .split('|')
    .map(readOldName)
    .filter(({ name }) => name !== '');
  const dated = new Set(names.filter(({ from, to }) => from !== null || to !== null).map(({ name }) => name));
  return names.filter(({ name, from, to }) => from !== null || to !== null || !dated.has(name));
}

function readOldName(text: string): OldName {
  const bare = text.trim().replace(FORMER_CODE, '').replace(REMARK, '');
  const [from = null, to = null] = readYears(YEARS.exec(bare)?.[0] ?? '');
  return { name: bare.replace(YEARS, '').trim(), from, to };
}

/** `(2019-2020)`, `(-2018)`, `(2019)`: first and last year. */
function readYears(text: string): readonly (number | null)[] {
  const parts = text.replace(/[^0-9-]/g, '').split('-');
  const years = parts.map((part) => (part === '' ? null : Number(part.slice(0, 4))));
  return years.length === 1 ? [...years, ...years] : years;
}
