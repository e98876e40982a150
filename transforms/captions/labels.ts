/** Labels that name the publisher: 部门名称：甲局, 编制单位：甲局, or a form's cell 部门名称 with the name in the cell beside it. */
import type { RawTable } from '../../extractors/types.js';
import { withoutDeclaredUnits } from '../amounts/index.js';
import { pack } from '../vocabulary/index.js';
import { squeeze } from './lines.js';

/** The label and its value in one text; 金额单位, 计量单位 and 单位：万元 are no such labels. */
const LABELLED =
  /(?<!金额|计量|货币|度量|实施|责任|负责|主管|承担|协作)(?:预算主管部门|(?:编制|填报|公开|预算|编报|申报|公布|报送)?(?:部门|单位)(?:[（(](?:单位|部门|公章|盖章|签章)[)）]|\/单位)?(?:名称)?(?:[（(](?:公章|盖章|签章)[)）])?)[:：](.*)$/;
/** Where the value of a label ends when another label follows in the same text. */
const NEXT_LABEL =
  /(?:金额)?单位[:：]|填报日期|编制日期|日期[:：]|预算年度|\d{4}年|负责人|[（(](?:公章|盖章|签章)[)）]/;
const NO_VALUE = /^[_—\-/.]*$|[:：，。；]/;
/** What is left of a value that names only units (万元), 元、万元, 人民币万元,,,) once they are taken out. */
const UNIT_WORDS = /人民币|[百千万亿]*元|[%％()（）、,;.\s]/g;
const LONGEST_NAME = 40;

/** Cells whose neighbour to the right names the body that the form is about. */
const CELL_LABEL = /^(?:预算)?(?:部门|单位)(?:\(单位\))?名称$|^(?:填报|预算|编制)(?:部门|单位)$/;

/** The name that a label in `text` (white space gone) gives; null where it has no such label or no value. */
export function labelledName(text: string): string | null {
  const value = LABELLED.exec(text)?.[1];
  // 单位：万元第1页 and 单位：人、万元 name no body
  if (value === undefined || !LABELLED.test(withoutDeclaredUnits(text))) return null;
  const name = value.slice(0, NEXT_LABEL.exec(value)?.index ?? value.length);
  return isName(name) ? name : null;
}

/** The names that a form's label cells give; tables with a header row list units under 单位名称 and give none. */
export function formNames(table: RawTable): string[] {
  const { grid } = table.readings[0];
  if (grid.headerRowCount > 0) return [];
  return grid.cells.flatMap((cell) => {
    if (!CELL_LABEL.test(pack(cell.text).replace(/:$/, ''))) return [];
    const beside = grid.cells.find(({ row, col }) => row === cell.row && col === cell.col + cell.colSpan);
    const name = squeeze(beside?.text ?? '');
    return isName(name) && !CELL_LABEL.test(pack(name)) ? [name] : [];
  });
}

function isName(text: string): boolean {
  return text.length >= 2 && text.length <= LONGEST_NAME && !NO_VALUE.test(text) && text.replace(UNIT_WORDS, '') !== '';
}
