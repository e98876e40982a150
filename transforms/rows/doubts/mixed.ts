/** Panels of a table without rules that hold what is of another panel or column: words and amounts that touch were read as one, or apart. */
import type { Diagnostic } from '../../../extractors/types.js';
import { holdsMoney, isGluedToWords, parseAmount } from '../../amounts/index.js';
import { PLAIN_AMOUNT } from '../../statements/column-words.js';
import type { Panel } from '../../statements/panels.js';
import { pack } from '../../vocabulary/index.js';
import type { PanelRow } from '../identify-rows.js';
import type { PanelToRead } from '../panel-to-read.js';
import { contradictsFlow } from './meaningless.js';
import type { BodyRow } from '../table-to-read.js';

/** A name has two characters at least; one alone says that there is nothing (无). */
const NAME = /\p{Script=Han}{2}/u;

/**
 * A warning `columns-mixed` at each money column of the panel where one of its rows is of the other side of the accounts (本年支出合计 among revenue),
 * where its columns of words hold money or those of money hold words, or where the panel on its left has such: the names beside the amounts may be
 * those of another panel, or the last words of a heading.
 */
export function reportMixedPanel(
  { table, panel, left, cells, flow }: PanelToRead,
  rows: readonly PanelRow[],
): Diagnostic[] {
  const stray = rows.find(({ identity, defaults }) => contradictsFlow(identity, flow, defaults));
  const ofRow = stray ? `"${stray.identity.label}" stands among ${flow}` : null;
  const cause =
    ofRow ?? moneyAmongWords(panel, cells) ?? wordsAmongMoney(panel, cells) ?? (left && wordsAmongMoney(left, cells));
  if (cause === null) return [];
  const message = `${cause}: the table has no rules, names and amounts may have come together that are not of one row; the column's lines are suspect`;
  return panel.amounts.map(({ col }) => ({
    stage: 'transform',
    severity: 'warning',
    code: 'columns-mixed',
    message,
    origin: { tableNo: table.tableNo, col },
  }));
}

function moneyAmongWords({ labels }: Panel, rows: readonly BodyRow[]): string | null {
  for (const { col, path, role } of labels) {
    const heading = path.at(-1) ?? '';
    const isForMoney = PLAIN_AMOUNT.test(heading);
    // a remark may tell of money
    if (role === 'text' && !isForMoney) continue;
    const texts = rows.map((row) => row.get(col)?.text ?? '');
    const found = texts.find((text) => isGluedToWords(text) || (isForMoney && holdsMoney(text)));
    if (found !== undefined) return `"${found}" stands among the words under "${heading}"`;
  }
  return null;
}

function wordsAmongMoney({ amounts }: Panel, rows: readonly BodyRow[]): string | null {
  for (const { col, path } of amounts) {
    const cell = rows.map((row) => row.get(col)).find((each) => each?.colSpan === 1 && isName(each.text));
    if (cell) return `"${cell.text}" stands among the amounts under "${path.at(-1) ?? ''}"`;
  }
  return null;
}

/** Words where an amount is expected, also such as an amount runs into. A total's may be set over the cells of its side (公用经费合计). */
function isName(text: string): boolean {
  const words = pack(text);
  return NAME.test(words) && !/^\D*[合总小]计$/.test(words) && parseAmount(text, 1).kind === 'unparsable';
}
