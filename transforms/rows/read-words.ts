/** What a row's words say of it without its codes: its part in the table, its fund, item, unit and project. */
import type { LineRole, ThreePublicItem } from '../types.js';
import { lastMeaning, pack, THREE_PUBLIC_ITEMS } from '../vocabulary/index.js';
import type { PrintedName } from './codes/code-walk.js';
import type { OutlineWalk } from './memo.js';
import type { Outline } from './outline.js';
import type { PanelContext, RowIdentity } from './row-identity.js';
import type { RowLabels } from './row-labels.js';
import { fundOfRow, spendingOfRow } from './row-meaning.js';
import { readRowPeriod } from './row-period.js';
import { ROW_RULES } from './row-words.js';

/** A row that is called by nothing but its year states that of the whole statement. */
const WHOLE_PERIOD = { role: 'total', totalKind: 'current' } as const;

/** All that the words alone say; codes come later. */
export function readWords(
  outline: Outline,
  printed: PrintedName,
  labels: RowLabels,
  outlines: OutlineWalk,
  { kind, defaults, flow, fiscalYear }: PanelContext,
): RowIdentity {
  const words = pack(outline.words);
  const ofLabel = printed.code === null ? readRowPeriod(words, fiscalYear) : null;
  const rule =
    ROW_RULES.find(({ pattern }) => pattern.test(words)) ??
    (ofLabel === null || kind === 'three_public' ? undefined : WHOLE_PERIOD);
  const item = kind === 'three_public' ? lastMeaning(words, THREE_PUBLIC_ITEMS) : null;
  const standing = outlines.next({
    outline,
    role: rule?.role ?? 'detail',
    coded: printed.code !== null,
    topic: topicOf(item),
  });
  const role: LineRole = rule?.role ?? (standing.isMemo ? 'memo' : 'detail');
  const dividesSpending = flow === 'expenditure' && kind !== 'three_public' && kind !== 'procurement';
  return {
    label: labels.label.trim(),
    role,
    totalKind: rule?.totalKind ?? null,
    codes: [],
    codePrinted: null,
    fundSource: printed.code === null ? fundOfRow(words, role, flow) : null,
    spendingType: dividesSpending ? spendingOfRow(words, kind, defaults) : null,
    threePublicItem: item,
    budgetUnitName: role === 'total' ? null : labels.text('unit_name'),
    projectName: unlessTotal(labels.text('project_name')),
    projectCode: labels.text('project_code'),
    outlineDepth: standing.depth,
    period: ofLabel ?? readRowPeriod(labels.year, fiscalYear),
  };
}

/** 公务用车 is one topic with its purchase and operation; the other items are topics of their own. */
function topicOf(item: ThreePublicItem | null): string | null {
  return item?.startsWith('vehicle') === true ? 'vehicle' : item;
}

/** 合计 under 项目名称 is no project. */
function unlessTotal(name: string | null): string | null {
  const isTotal = name !== null && ROW_RULES.find(({ pattern }) => pattern.test(pack(name)))?.role === 'total';
  return isTotal ? null : name;
}
