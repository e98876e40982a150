/** 别名或后名: introduces names that are aliases rather than former names. */
const INTRODUCTION = /^别名或后名[:：]/;
/** The code that the name stood under before it moved. */
const FORMER_CODE = /^\d{3,9}/;
/** `(-2018)`, `(2019-2020)`, `(约2021前)`, `(早期)`: the years of a name, always in half-width brackets. */
const YEARS = /\((?:[^()]*\d{4}[^()]*|早期)\)$/;
/** A remark on the edition, told from a bracket that belongs to the name by its words. */
const REMARK = /（[^（）]*年度版本.*$|（部分年度.*$/;

/**
 * The names in an `old_names` cell, without years, former codes and remarks, each once.
 * The years stay in the table; here they don't matter, because documents keep using old names for years.
 */
export function readOldNames(cell: string): readonly string[] {
  const names = cell.replace(INTRODUCTION, '').split('|').map(readOldName);
  return [...new Set(names.filter((name) => name !== ''))];
}

function readOldName(text: string): string {
  return text.trim().replace(FORMER_CODE, '').replace(REMARK, '').replace(YEARS, '').trim();
}
