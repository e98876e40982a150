/** The table of fixed assets, which holds no lines: its own sum, and what the text says of its total. */
import type { Cell, Grid, RawBlock } from '../../extractors/types.js';
import { parseAmount, unitFactor } from '../amounts/index.js';
import { MICRO_PER_FEN } from '../amounts/index.js';
import type { BudgetTable, CellRef, MicroYuan } from '../types.js';
import { judge, UNBOUND } from './finding.js';
import type { Finding } from './finding.js';

interface AssetRow {
  readonly label: string;
  readonly amount: MicroYuan;
  readonly precision: MicroYuan;
  readonly ref: CellRef;
}

interface StatedAssets {
  readonly amount: MicroYuan;
  readonly precision: MicroYuan;
  readonly block: RawBlock;
}

const VALUE_HEAD = /价值|金额|原值|账面/;
const TOTAL_ROW = /^(?:固定)?资产(?:总额|合计|总计|总值)|^固定资产$|^(?:合计|总计)$/;
const NUMBERED_ROW = /^(?:[（(]?[一二三四五六七八九十]+[)）]?|[（(]?\d+[)）]?)[、.．)）]/;

/** A clause about the stock of fixed assets at a year's end, with its amount: 上年末固定资产金额为…, 固定资产总额…. */
const STATED =
  /固定资产(?:总额|金额|总值|原值|价值|总价值|账面价值)(?:合计|共计|总计|共|为|是|达)*[:：]?\s*([\d,，.．]+)\s*(亿元|百万元|万元|千元|百元|元)/g;
/** Words of a clause that speaks of buying or selling assets, not of having them. */
const FLOW_WORDS = /购置|新增|采购|处置|拟|增加|减少|报废/;

/** The sum of the kinds of assets, and the total against every sentence that states it; nothing without such a table. */
export function checkAssets(tables: readonly BudgetTable[], blocks: readonly RawBlock[]): Finding[] {
  const stated = blocks.flatMap(findStated);
  return tables
    .filter(({ tableKind }) => tableKind === 'fixed_assets')
    .flatMap((table) => {
      const rows = readRows(table);
      const total = rows.find(({ label }) => TOTAL_ROW.test(label));
      return total ? [...checkKinds(total, rows), ...stated.map((one) => compare(total, one))] : [];
    });
}

function checkKinds(total: AssetRow, rows: readonly AssetRow[]): Finding[] {
  const kinds = rows.filter((row) => row !== total && NUMBERED_ROW.test(row.label) && !/其中/.test(row.label));
  if (kinds.length === 0) return [];
  const expected = kinds.reduce((sum, { amount }) => sum + amount, 0n);
  const tolerance = halves([total, ...kinds]);
  return [
    {
      rule: 'asset-parts',
      checkId: `asset-parts:t${String(total.ref.tableNo)}.r${String(total.ref.row)}`,
      subject: `t.${String(total.ref.tableNo)} ${total.label} = ${kinds.map(({ label }) => label).join(' + ')}`,
      expected,
      actual: total.amount,
      tolerance,
      unit: 'yuan',
      status: judge(expected, total.amount, tolerance),
      lineNos: [],
      cellRefs: [total, ...kinds].map(({ ref }) => ref),
      binding: UNBOUND,
    },
  ];
}

function compare(total: AssetRow, stated: StatedAssets): Finding {
  const tolerance = halves([total, stated]);
  return {
    rule: 'asset-prose',
    checkId: `asset-prose:b${String(stated.block.blockNo)}:t${String(total.ref.tableNo)}.r${String(total.ref.row)}`,
    subject: `b.${String(stated.block.blockNo)} 固定资产 = t.${String(total.ref.tableNo)} ${total.label}`,
    expected: total.amount,
    actual: stated.amount,
    tolerance,
    unit: 'yuan',
    status: judge(total.amount, stated.amount, tolerance),
    lineNos: [],
    cellRefs: [total.ref],
    binding: UNBOUND,
  };
}

function halves(figures: readonly { readonly amount: MicroYuan; readonly precision: MicroYuan }[]): MicroYuan {
  return figures.reduce((sum, { amount, precision }) => sum + (amount === 0n ? 0n : precision / 2n), 0n);
}

function findStated(block: RawBlock): StatedAssets[] {
  return [...block.text.matchAll(STATED)].flatMap((match) => {
    const clause =
      block.text
        .slice(0, match.index)
        .split(/[。；;！\n]|[，,](?!\d)/)
        .at(-1) ?? '';
    const [, digits = '', unit = ''] = match;
    const reading = parseAmount(digits, unitFactor(unit) ?? 1);
    if (FLOW_WORDS.test(clause) || reading.kind !== 'amount') return [];
    return [{ amount: reading.amount * MICRO_PER_FEN, precision: reading.precision, block }];
  });
}

/** Rows with their value: the first column whose head speaks of value; the unit is the table's. */
function readRows({ raw, grid, unitFactor: factor }: BudgetTable): AssetRow[] {
  const column = valueColumn(grid);
  if (column === null || factor === null) return [];
  return grid.cells.flatMap((cell) => {
    if (cell.col !== column || cell.row < grid.headerRowCount) return [];
    const reading = parseAmount(cell.text, factor);
    if (reading.kind !== 'amount') return [];
    const ref = { tableNo: raw.tableNo, row: cell.row, col: cell.col };
    return [
      { label: labelOf(grid.cells, cell), amount: reading.amount * MICRO_PER_FEN, precision: reading.precision, ref },
    ];
  });
}

function valueColumn(grid: Grid): number | null {
  const heads = grid.cells.filter(({ row, text }) => row < grid.headerRowCount && VALUE_HEAD.test(text));
  return heads.length === 0 ? null : Math.min(...heads.map(({ col }) => col));
}

/** The words of the row: its first cell that is more than a running number. */
function labelOf(cells: readonly Cell[], { row, col }: Cell): string {
  const words = cells.filter((cell) => cell.row === row && cell.col < col && /[\u4e00-\u9fff]{2}/.test(cell.text));
  return (words[0]?.text ?? '').replace(/\s+/g, '');
}
