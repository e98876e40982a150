/** Columns headed by classes (机关工资福利支出 | 机关商品和服务支出 | …, 货物 | 工程 | 服务): each cell is of its row's class and of its column's. */
import { readPrintedCode } from '../codebook/index.js';
import { PLAIN_AMOUNT } from '../statements/column-words.js';
import type { AmountColumn } from '../statements/columns.js';
import type { Panel } from '../statements/panels.js';
import type { LineCode, LineScheme, TableKind } from '../types.js';
import { pack } from '../vocabulary/index.js';
import { mapCode } from '../codes/index.js';
import type { MappingContext } from '../codes/index.js';

/** A heading counts as a class only when the codebook knows it by its own name or code, not by likeness. */
const CERTAIN = new Set(['code', 'name', 'alias']);
/** One heading that is called like a class may be a coincidence; a form divides by at least two. */
const FEWEST_CLASSES = 2;

/** 货物, 工程 or 服务 as the heading of a column of purchases. */
const GOODS = /^(?:政府)?(?:采购)?(货物|工程|服务)类?(?:采购)?(?:预算)?(?:金额|数)?$/;

/**
 * The class of each grid column that has one: in tables of purchases the root of the catalogue, elsewhere the economic class. Both classifications have classes of one name (对个人和家庭的补助): that one is
 * taken which knows more of the headings, of two equal ones that for departments.
 */
export function classesOfColumns(
  panel: Panel,
  tableKind: TableKind,
  context: MappingContext,
): ReadonlyMap<number, LineCode> {
  const schemes =
    tableKind === 'procurement' ? (['procurement'] as const) : (['dept_economic', 'gov_economic'] as const);
  const [best] = schemes.map((scheme) => mapHeadings(panel.amounts, scheme, context)).sort((a, b) => b.size - a.size);
  return best && best.size >= FEWEST_CLASSES ? best : new Map<number, LineCode>();
}

function mapHeadings(
  columns: readonly AmountColumn[],
  scheme: LineScheme,
  context: MappingContext,
): Map<number, LineCode> {
  const classes = new Map<number, LineCode>();
  for (const { col, path, threePublicItem } of columns) {
    // 公务接待费 among the items of 三公 is an item
    if (threePublicItem !== null) continue;
    const heading = path.findLast((words) => !PLAIN_AMOUNT.test(words));
    const named = scheme === 'procurement' ? GOODS.exec(pack(heading ?? ''))?.[1] : heading;
    if (named === undefined) continue;
    const mapped = mapCode({ scheme, ...readPrintedCode(named), path: [], ancestors: [] }, context);
    if (CERTAIN.has(mapped.method)) classes.set(col, mapped);
  }
  return classes;
}
