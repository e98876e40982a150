/** Labels that name the publisher: 部门名称：甲局, 编制单位：甲局, or a form's cell 部门名称 with the name in the cell beside it. */
import type { RawTable } from '../../extractors/types.js';
import { withoutDeclaredUnits } from '../amounts/index.js';
import { pack } from '../vocabulary/index.js';
import { squeeze } from './lines.js';
import { isOrganization, splitCode } from './organizations.js';

/** Where a label begins: not behind other words, which make it another's (下属单位, 项目单位, 计价单位), but behind the end of another caption. */
const START = String.raw`(?<![^\P{Script=Han}表页年度日码元一二三四五六七八九十])`;
const BODY = '(?:部门|单位)(?:[（(](?:单位|部门|公章|盖章|签章)[)）]|/单位)?';
const SEAL = '(?:[（(](?:公章|盖章|签章)[)）])?';
/** Who prepares or publishes; 部门名称. */
const NAMING = `(?:(?:部门|单位)?[预决]算|报表|信息|数据)?(?:编制|填报|填表|公开|编报|申报|公布|报送)${BODY}(?:名称)?|预算主管部门|预算${BODY}(?:名称)?|${BODY}名称`;
/** Behind 部门： and 单位： alone stand measures too (单位：台). */
const LABEL = new RegExp(`${START}(?:(?<naming>${NAMING})|${BODY})${SEAL}[:：]`, 'gu');
/** Where the value of a label ends when another label follows in the same text. */
const NEXT_LABEL =
  /(?:金额)?单位[:：]|填报日期|编制日期|日期[:：]|预算年度|\d{4}年|负责人|[（(](?:公章|盖章|签章)[)）]/;
const NO_VALUE = /^[_—\-/.]*$|[:：，。；]/;
/** What is left of a value that names only units (万元), 元、万元, 人民币万元,,,) once they are taken out. */
const UNIT_WORDS = /人民币|[百千万亿]*元|[%％()（）、,;.\s]/g;
const LONGEST_NAME = 40;

/** Cells whose neighbour to the right names the body that the form is about. */
const CELL_LABEL = /^(?:预算)?(?:部门|单位)(?:\(单位\))?名称$|^(?:填报|预算|编制)(?:部门|单位)$/;

/**
 * The name that a label in `text` (white space gone) gives; null where it has no such label or no value. Behind 部门： and 单位： alone only a public body's
 * name is one (单位：台, 单位：美元 are measures).
 */
export function labelledName(text: string): string | null {
  // 编制单位：万元第1页 names no body
  if (withoutDeclaredUnits(text).search(LABEL) < 0) return null;
  for (const label of text.matchAll(LABEL)) {
    const value = text.slice(label.index + label[0].length);
    const name = value.slice(0, NEXT_LABEL.exec(value)?.index ?? value.length);
    const isBody = label.groups?.['naming'] !== undefined || isOrganization(splitCode(name).name);
    if (isName(name) && isBody) return name;
  }
  return null;
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
