/** Panels of a table without rules that hold what is of another panel or column: words and amounts that touch were read as one, or apart. */
import type { Diagnostic } from '../../extractors/types.js';
import { holdsMoney, isGluedToWords } from '../amounts/index.js';
import { PLAIN_AMOUNT } from '../statements/column-words.js';
import type { Panel } from '../statements/panels.js';
import type { PanelRow } from './identify-rows.js';
import type { PanelToRead } from './panel-to-read.js';
import { contradictsFlow } from './report.js';

/**
 * A warning `columns-mixed` at each money column of the panel where one of its rows is of the other side of the accounts (本年支出合计 among revenue), or
 * one of its columns of words is headed as money (预算数) and holds some: the names beside the amounts may be those of another panel.
 */
export function reportMixedPanel({ table, panel, flow }: PanelToRead, rows: readonly PanelRow[]): Diagnostic[] {
  const stray = rows.find(({ identity, defaults }) => contradictsFlow(identity, flow, defaults));
  const headed = wordsHeadedAsMoney(panel, rows);
  const cause = stray ? `"${stray.identity.label}" stands among ${flow}` : headed;
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

function wordsHeadedAsMoney({ labels }: Panel, rows: readonly PanelRow[]): string | null {
  for (const { col, path } of labels) {
    const heading = path.at(-1) ?? '';
    const texts = rows.map(({ row }) => row.get(col)?.text ?? '');
    if (PLAIN_AMOUNT.test(heading) && texts.some((text) => holdsMoney(text) || isGluedToWords(text)))
      return `the column "${heading}" holds words and amounts`;
  }
  return null;
}
