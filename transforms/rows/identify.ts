/** Who a row of a statement is: its part in the table, its codes, its fund, item, unit and project. */
import type { Panel } from '../statements/panels.js';
import type { KindDefaults } from '../statements/kinds.js';
import type { LabelRole } from '../statements/column-words.js';
import { LEVEL } from '../statements/columns.js';
import type {
  Flow,
  FundSource,
  LineCode,
  LineRole,
  SpendingType,
  TableKind,
  ThreePublicItem,
  TotalKind,
} from '../types.js';
import { lastMeaning, pack, THREE_PUBLIC_ITEMS } from '../vocabulary/index.js';
import { CodeWalk } from './code-walk.js';
import { divideByScheme, mapOther } from './schemes.js';
import type { PrintedName, RowTexts } from './code-walk.js';
import type { MappingContext } from './map-code.js';
import { walkOutline } from './memo.js';
import { outlineLevel, readOutline } from './outline.js';
import type { Outline } from './outline.js';
import { fundOfRow, spendingOfRow } from './row-meaning.js';
import { ORGANISATION, ROW_RULES } from './row-words.js';
import { unitCodeOf } from './unit-codes.js';

export interface RowIdentity {
  readonly label: string;
  readonly role: LineRole;
  readonly totalKind: TotalKind | null;
  readonly codes: readonly LineCode[];
  readonly codePrinted: string | null;
  readonly fundSource: FundSource | null;
  readonly spendingType: SpendingType | null;
  readonly threePublicItem: ThreePublicItem | null;
  readonly budgetUnitName: string | null;
  readonly projectName: string | null;
  readonly projectCode: string | null;
  readonly outlineDepth: number | null;
}

export interface PanelContext extends MappingContext {
  readonly kind: TableKind;
  readonly defaults: KindDefaults;
  readonly flow: Flow;
  /** Codes of units whose own units have rows in the table too. */
  readonly unitsAbove: ReadonlySet<string>;
}

/** Reads the rows of one panel from top to bottom; call `read` once for every body row, in order. */
export interface RowReader {
  read(textOf: RowTexts): RowIdentity;
}

/** Which label column names the row, most telling first. */
const LABEL_ORDER: readonly LabelRole[] = [
  'item_name',
  'name',
  'project_name',
  'unit_name',
  'code',
  'item_code',
  'project_code',
  'text',
  'unit_code',
];

export function readRows(panel: Panel, context: PanelContext): RowReader {
  const outlines = walkOutline();
  const [own, ...further] = divideByScheme(panel, context.defaults.scheme);
  const codes = new CodeWalk(own, context.defaults.scheme, context);
  const others = further.map((labels) => ({ labels, codes: new CodeWalk(labels, context.defaults.scheme, context) }));
  let openUnit: string | null = null;
  let afterCarryover = false;
  return {
    read(textOf) {
      const labels = readLabels(own, textOf);
      const outline = readOutline(labels.label);
      const printed = codes.readPrinted(textOf, labels.text('name') ?? labels.text('item_name') ?? labels.label);
      const words = readWords(outline, printed, labels, outlines, context);
      // a plain 合计 below 上年结转 counts it in
      const row: RowIdentity =
        afterCarryover && words.totalKind === 'current' ? { ...words, totalKind: 'grand' } : words;
      afterCarryover ||= row.role === 'carryover';
      if (row.role !== 'detail' && row.role !== 'memo')
        return { ...row, budgetUnitName: row.budgetUnitName ?? openUnit };
      const unitCode = unitCodeOf(panel, textOf);
      if (unitCode !== null && printed.code === null && context.unitsAbove.has(unitCode))
        return { ...row, role: 'total', totalKind: 'subtotal' };
      const depth = outlineLevel(outline) + nameLevel(panel, textOf);
      const mapped = mapRow(row, depth, printed, labels, codes, context);
      mapped.push(...others.flatMap((walk) => mapOther(walk, textOf)));
      const unit = unitNamed(mapped, printed, labels, panel, context);
      if (unit !== null) {
        openUnit = unit;
        return { ...row, role: 'total', totalKind: 'subtotal', budgetUnitName: unit };
      }
      const mostSpecific = mapped.find(({ scheme }) => scheme === 'procurement') ?? mapped[0];
      return {
        ...row,
        budgetUnitName: row.budgetUnitName ?? openUnit,
        codes: mapped,
        codePrinted: mostSpecific?.codePrinted ?? null,
      };
    },
  };
}

/** The texts of a row's label columns by role. */
interface RowLabels {
  /** The most telling text, as printed. */
  readonly label: string;
  /** Trimmed; null where the row has none in that role. */
  readonly text: (role: LabelRole) => string | null;
}

function readLabels(panel: Panel, textOf: RowTexts): RowLabels {
  const raw = (role: LabelRole): string =>
    panel.labels
      .filter((column) => column.role === role)
      .map(({ col }) => textOf(col))
      .findLast((text) => text.trim() !== '') ?? '';
  const label = LABEL_ORDER.map(raw).find((text) => text !== '') ?? '';
  return { label, text: (role) => raw(role).trim() || null };
}

/** All that the words alone say; codes come later. */
function readWords(
  outline: Outline,
  printed: PrintedName,
  labels: RowLabels,
  outlines: ReturnType<typeof walkOutline>,
  { kind, defaults, flow }: PanelContext,
): RowIdentity {
  const words = pack(outline.words);
  const rule = ROW_RULES.find(({ pattern }) => pattern.test(words));
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
    projectName: labels.text('project_name'),
    projectCode: labels.text('project_code'),
    outlineDepth: standing.depth,
  };
}

function mapRow(
  row: RowIdentity,
  depth: number,
  printed: PrintedName,
  labels: RowLabels,
  codes: CodeWalk,
  context: PanelContext,
): LineCode[] {
  if (!isClassified(context, row, printed)) return printed.code === null ? [] : [codes.mapClass(printed, depth)];
  const itemName = labels.text('item_name');
  const itemCode = labels.text('item_code');
  const hasName = labels.text('name') !== null;
  const ofItem = itemName !== null && !hasName;
  return [
    ...(hasName || (printed.code !== null && !ofItem) ? [codes.mapClass(printed, depth)] : []),
    ...(itemName !== null || itemCode !== null ? [codes.mapItem(itemName, itemCode)] : []),
  ];
}

/** 类 款 项 as columns of names: how deep the row's innermost name stands; 0 elsewhere. */
function nameLevel(panel: Panel, textOf: RowTexts): number {
  const levels = panel.labels.filter(({ role, path }) => role === 'name' && LEVEL.test(path.at(-1) ?? ''));
  return Math.max(
    0,
    levels.findLastIndex(({ col }) => textOf(col).trim() !== ''),
  );
}

/** Rows of revenue are sources of money and rows of 三公 are items; neither is a class to be looked up by name. */
function isClassified({ kind, defaults, flow }: PanelContext, row: RowIdentity, { code }: PrintedName): boolean {
  if (kind === 'three_public' || kind === 'special_funds' || kind === 'agency_operation') return false;
  if (kind === 'project_expenditure' && row.projectName === null) return false;
  if (defaults.flow !== null && code !== null) return true;
  const isNamed = row.spendingType !== null || row.fundSource !== null;
  return (flow === 'expenditure' || defaults.flow !== null) && !isNamed;
}

/** The organisation that heads the rows below it: a row of a coded table that bears no code and is called like one. */
function unitNamed(
  mapped: readonly LineCode[],
  printed: PrintedName,
  labels: RowLabels,
  panel: Panel,
  { defaults }: PanelContext,
): string | null {
  if (defaults.flow === null || mapped.some(({ code }) => code !== null)) return null;
  if (labels.text('item_name') !== null || labels.text('project_name') !== null) return null;
  const isCoded = panel.labels.some(({ role, scheme }) => role === 'code' || role === 'item_name' || scheme !== null);
  const name = printed.name ?? '';
  return isCoded && ORGANISATION.test(pack(name)) ? name : null;
}

/** 公务用车 is one topic with its purchase and operation; the other items are topics of their own. */
function topicOf(item: ThreePublicItem | null): string | null {
  return item?.startsWith('vehicle') === true ? 'vehicle' : item;
}
