/** The unit that a row itself says its amounts are in. */
import { findBracketedUnit, findForeignUnit, namedUnits } from '../../amounts/index.js';
import type { Panel } from '../../statements/panels.js';
import type { BodyRow } from '../table-to-read.js';

/**
 * The row's word in a column of units (计量单位), a money unit or another (人, 平方米), else the money unit in brackets behind its name
 * (病虫害控制（万元）, （美元）); null where it says none.
 */
export function unitOfRow({ labels }: Panel, row: BodyRow, label: string): string | null {
  const column = labels.find(({ role }) => role === 'measure');
  const word = row.get(column?.col ?? -1)?.text.trim() ?? '';
  return word === '' ? unitInBrackets(label) : (namedUnits([word])[0] ?? word);
}

function unitInBrackets(label: string): string | null {
  const [brackets = ''] = /[（(][^（）()]*[)）]\s*$/.exec(label) ?? [];
  return findForeignUnit(brackets) ?? findBracketedUnit(label);
}
