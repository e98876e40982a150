/** Rows classified twice: 政府预算经济分类 and 部门预算经济分类, or 功能 and 经济, in columns beside each other. */
import type { LabelColumn } from '../../statements/columns.js';
import type { Panel } from '../../statements/panels.js';
import type { LineCode, LineScheme } from '../../types.js';
import { groupBy, readPrintedCode } from '../../codebook/index.js';
import type { CodeWalk, RowTexts } from './code-walk.js';

/**
 * The panel once for each classification that its label columns name, the statement's own first; the panel as it is where they name
 * fewer than two. Columns that name none belong to the first.
 */
export function divideByScheme(panel: Panel, own: LineScheme): readonly [Panel, ...Panel[]] {
  const schemes = [...new Set(panel.labels.filter(isClass).map(({ scheme }) => scheme))].filter(
    (scheme) => scheme !== null,
  );
  const first = schemes.find((scheme) => scheme === own) ?? schemes[0];
  if (schemes.length < 2 || first === undefined) return [panel];
  const of = (kept: LineScheme): Panel => ({
    ...panel,
    labels: panel.labels.filter(({ scheme }) => (scheme ?? first) === kept),
  });
  return [of(first), ...schemes.filter((scheme) => scheme !== first).map(of)];
}

function isClass({ role }: LabelColumn): boolean {
  return role === 'name' || role === 'code';
}

/** A further classification of the panel's rows. */
export interface OtherScheme {
  readonly labels: Panel;
  readonly codes: CodeWalk;
}

/** The row's code in a further classification; none where it prints none. */
export function mapOther({ labels, codes }: OtherScheme, textOf: RowTexts): LineCode[] {
  const name = labels.labels
    .filter(({ role }) => role === 'name')
    .map(({ col }) => textOf(col))
    .find((text) => text.trim() !== '');
  const printed = codes.readPrinted(textOf, name ?? '');
  return printed.code === null && readPrintedCode(name ?? '').name === null ? [] : [codes.mapClass(printed, 0)];
}

/**
 * The codes of a row, one of each classification: where headings name two, both columns may print codes of one. What is mapped goes before what is not; of several that
 * differ none is the row's, whatever other rows say.
 */
export function oneOfEachScheme(codes: readonly LineCode[]): LineCode[] {
  return [...groupBy(codes, ({ scheme }) => scheme).values()].flatMap(settleScheme);
}

function settleScheme(codes: readonly LineCode[]): readonly LineCode[] {
  const mapped = codes.filter(({ code }) => code !== null);
  const [best] = mapped.length > 0 ? mapped : codes;
  if (best === undefined || mapped.every(({ code }) => code === best.code)) return best === undefined ? [] : [best];
  const printed = mapped.find(({ codePrinted }) => codePrinted !== null) ?? best;
  return [{ ...printed, code: null, edition: '', treeCode: null, method: 'none', score: 0, rivals: [] }];
}
