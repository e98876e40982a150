/** The classification that the rows of a table name, where neither its headings nor codes tell. */
import type { Codebook } from '../codebook/index.js';
import type { Panel } from '../statements/panels.js';
import type { Flow, LineScheme } from '../types.js';
import { readLabels } from './row-labels.js';
import type { BodyRow } from './table-to-read.js';

const SCHEMES: Readonly<Record<Flow, readonly LineScheme[]>> = {
  expenditure: ['function', 'dept_economic', 'gov_economic'],
  revenue: ['function', 'revenue'],
};
/** A name that the codebook knows by this score or more is a class of that classification. */
const KNOWN = 0.85;
/** One name that only another classification has may be a slip. */
const FEWEST_NAMES = 2;

/**
 * The classification that alone has the names of most rows (机关工资福利支出 is no class for departments); `usual`, that of the statement,
 * where the names leave it open, a heading names one or a row prints a code.
 */
export function schemeOfNames(
  panel: Panel,
  rows: readonly BodyRow[],
  usual: LineScheme,
  { codebook, year, flow }: { readonly codebook: Codebook; readonly year: number | null; readonly flow: Flow },
): LineScheme {
  const schemes = SCHEMES[flow];
  const isTold = panel.labels.some(({ role, scheme }) => scheme !== null || role === 'code' || role === 'item_name');
  if (isTold || !schemes.includes(usual)) return usual;
  const counts = new Map<LineScheme, number>(schemes.map((scheme) => [scheme, 0]));
  for (const row of rows) {
    const name = readLabels(panel, (col) => row.get(col)?.text ?? '').label;
    const knowing = schemes.filter((scheme) => (codebook.lookup({ scheme, year, name })[0]?.score ?? 0) >= KNOWN);
    const [only] = knowing;
    if (only !== undefined && knowing.length === 1) counts.set(only, (counts.get(only) ?? 0) + 1);
  }
  const [best] = [...counts].sort(([, a], [, b]) => b - a);
  if (best === undefined || best[1] < FEWEST_NAMES || best[1] <= (counts.get(usual) ?? 0)) return usual;
  return best[0];
}
