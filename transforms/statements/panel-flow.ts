/** Whether a panel is about revenue or expenditure. */
import type { Cell } from '../../extractors/types.js';
import type { Flow } from '../types.js';
import { pack } from '../vocabulary/index.js';
import type { KindDefaults } from './kinds.js';
import type { Panel } from './panels.js';

/**
 * The statement's flow where it has only one; else what the panel's headings say, else what its rows speak of, else the
 * other side than the panel before.
 */
export function panelFlow(
  panels: readonly Panel[],
  at: number,
  defaults: KindDefaults,
  rows: readonly ReadonlyMap<number, Cell>[],
): Flow {
  if (defaults.flow !== null) return defaults.flow;
  const panel = panels[at];
  const headed = panel && headedFlow(panel);
  if (headed) return headed;
  const counted = panel && countedFlow(panel, rows);
  if (counted) return counted;
  const before = at > 0 ? panelFlow(panels, at - 1, defaults, rows) : null;
  return before === 'revenue' ? 'expenditure' : 'revenue';
}

function headedFlow(panel: Panel): Flow | null {
  const flows = new Set(panel.amounts.map(({ flow }) => flow).filter((flow) => flow !== null));
  if (flows.size === 1) return [...flows][0] ?? null;
  const words = panel.labels.map(({ path }) => path.join('')).join('');
  if (/支出|功能|经济/.test(words)) return 'expenditure';
  return /收入/.test(words) ? 'revenue' : null;
}

function countedFlow(panel: Panel, rows: readonly ReadonlyMap<number, Cell>[]): Flow | null {
  const words = rows.flatMap((row) => panel.labels.map(({ col }) => pack(row.get(col)?.text ?? '')));
  const revenue = words.filter((word) => /收入|拨款/.test(word)).length;
  const expenditure = words.filter((word) => /支出/.test(word)).length;
  if (revenue === expenditure) return null;
  return revenue > expenditure ? 'revenue' : 'expenditure';
}
