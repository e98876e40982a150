/** The classification of the rows of a table, where its headings don't tell: by their codes, else by their names. */
import type { Codebook } from '../../codebook/index.js';
import type { Panel } from '../../statements/panels.js';
import type { Flow, LineScheme } from '../../types.js';
import { readLabels } from '../row-labels.js';
import type { BodyRow } from '../table-to-read.js';
import { schemeOfCode } from './printed-code.js';

const SCHEMES: Readonly<Record<Flow, readonly [LineScheme, ...LineScheme[]]>> = {
  expenditure: ['function', 'dept_economic', 'gov_economic'],
  revenue: ['function', 'revenue'],
};
/** A name that the codebook knows by this score or more is a class of that classification. */
const KNOWN = 0.85;
/** Digits of a 类. */
const CLASS_DIGITS = 3;
/** One name more that another classification knows may be a slip. */
const CLEARLY_MORE = 2;

/**
 * The one classification of which all printed codes are; without codes, that which knows the names of most rows (工资福利支出 is no function, 机关工资福利支出 no class for departments); `usual`,
 * that of the statement, where it knows hardly fewer, a heading tells, or the codes are of several.
 */
export function schemeOfNames(
  panel: Panel,
  rows: readonly BodyRow[],
  usual: LineScheme,
  { codebook, year, flow }: { readonly codebook: Codebook; readonly year: number | null; readonly flow: Flow },
): LineScheme {
  const schemes = SCHEMES[flow];
  const isTold = panel.labels.some(({ role, scheme }) => scheme !== null || role === 'item_name');
  if (isTold || !schemes.includes(usual)) return usual;
  if (panel.labels.some(({ role }) => role === 'code'))
    return schemes.find((scheme) => scheme === schemeOfCodes(panel, rows)) ?? usual;
  const names = rows.map((row) => readLabels(panel, (col) => row.get(col)?.text ?? '').label);
  const countKnown = (scheme: LineScheme): number =>
    names.filter((name) => (codebook.lookup({ scheme, year, name })[0]?.score ?? 0) >= KNOWN).length;
  const counts = schemes.map((scheme) => ({ scheme, known: countKnown(scheme) }));
  const ofUsual = counts.find(({ scheme }) => scheme === usual)?.known ?? 0;
  const best = counts.reduce((most, one) => (one.known > most.known ? one : most));
  return best.known >= ofUsual + CLEARLY_MORE ? best.scheme : usual;
}

/** The classification of all codes of a 类 or below; null where there are none, or they are of several. */
function schemeOfCodes({ labels }: Panel, rows: readonly BodyRow[]): string | null {
  const columns = labels.filter(({ role }) => role === 'code');
  const texts = rows.flatMap((row) => columns.map(({ col }) => row.get(col)?.text.trim() ?? ''));
  const schemes = new Set(texts.filter((text) => text.length >= CLASS_DIGITS).map(schemeOfCode));
  const [only = null, ...others] = schemes;
  return others.length === 0 ? only : null;
}
