/** The classification that the rows of a table name, where neither its headings nor codes tell. */
import type { Codebook } from '../../codebook/index.js';
import type { Panel } from '../../statements/panels.js';
import type { Flow, LineScheme } from '../../types.js';
import { readLabels } from '../row-labels.js';
import type { BodyRow } from '../table-to-read.js';

const SCHEMES: Readonly<Record<Flow, readonly [LineScheme, ...LineScheme[]]>> = {
  expenditure: ['function', 'dept_economic', 'gov_economic'],
  revenue: ['function', 'revenue'],
};
/** A name that the codebook knows by this score or more is a class of that classification. */
const KNOWN = 0.85;
/** One name more that another classification knows may be a slip. */
const CLEARLY_MORE = 2;

/**
 * The classification that knows the names of most rows (工资福利支出 is no function, 机关工资福利支出 no class for departments); `usual`, that
 * of the statement, where it knows hardly fewer, or a heading or a column of codes tells.
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
  const names = rows.map((row) => readLabels(panel, (col) => row.get(col)?.text ?? '').label);
  const countKnown = (scheme: LineScheme): number =>
    names.filter((name) => (codebook.lookup({ scheme, year, name })[0]?.score ?? 0) >= KNOWN).length;
  const counts = schemes.map((scheme) => ({ scheme, known: countKnown(scheme) }));
  const ofUsual = counts.find(({ scheme }) => scheme === usual)?.known ?? 0;
  const best = counts.reduce((most, one) => (one.known > most.known ? one : most));
  return best.known >= ofUsual + CLEARLY_MORE ? best.scheme : usual;
}
