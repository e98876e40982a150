/** Amounts of a table without rules that are perhaps cut in two: their cells wrap them, and each part was read as a row. */
import type { Diagnostic } from '../../../extractors/types.js';
import { parseAmount } from '../../amounts/index.js';
import type { Panel } from '../../statements/panels.js';
import type { BodyRow } from '../table-to-read.js';

const FIGURE = /^[-−]?\d[\d,.]*$/;
/** An amount with two decimals, its groups well formed or none. */
const TWO_DECIMALS = /^[-−]?(?:\d{1,3}(?:,\d{3})+|\d+)\.\d\d$/;

/**
 * A warning `amounts-cut` at each two rows of which the lower goes on with all the amounts above it, each making one with two decimals (`15,584,83` over
 * `0.91`), and one of those above is no number as it stands.
 */
export function reportCutAmounts({ amounts }: Panel, rows: readonly BodyRow[], tableNo: number): Diagnostic[] {
  const textsOf = (row: BodyRow): Map<number, string> =>
    new Map(
      amounts.flatMap(({ col }) => {
        const text = row.get(col)?.text.trim() ?? '';
        return FIGURE.test(text) ? [[col, text] as const] : [];
      }),
    );
  const stating = rows.map((row) => ({ row, texts: textsOf(row) })).filter(({ texts }) => texts.size > 0);
  return stating.slice(1).flatMap(({ row, texts }, at) => {
    const upper = stating[at];
    return upper && goesOn(texts, upper.texts) ? [upper.row, row].flatMap((each) => report(each, tableNo)) : [];
  });
}

function goesOn(texts: ReadonlyMap<number, string>, upper: ReadonlyMap<number, string>): boolean {
  const pairs = [...texts].flatMap(([col, text]) => {
    const above = upper.get(col);
    return above === undefined ? [] : [{ above, text }];
  });
  const areParts = pairs.every(({ above, text }) => !TWO_DECIMALS.test(above) && TWO_DECIMALS.test(above + text));
  return areParts && pairs.some(({ above }) => parseAmount(above, 1).kind === 'unparsable');
}

function report(row: BodyRow, tableNo: number): Diagnostic[] {
  const [first] = row.values();
  if (!first) return [];
  const message = 'the amounts of the row and of its neighbour are perhaps parts of the same; the lines are suspect';
  const origin = { tableNo, row: first.row, page: null };
  return [{ stage: 'transform', severity: 'warning', code: 'amounts-cut', message, origin }];
}
