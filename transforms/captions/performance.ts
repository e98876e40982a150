/** Documents that are nothing but performance forms. */
import type { RawDocument } from '../../extractors/types.js';
import type { TextLine } from './lines.js';
import { squeeze } from './lines.js';

/** Words of a report on money; a form's own 预算资金 or 预算数 is none. */
const MONEY_REPORT =
  /(?:部门|单位|政府|财政拨款|收支|收入|支出)(?:总|收支)?[预决]算|[预决]算(?:公开|情况说明|收支|报告)/;

/** The titles of the forms where every titled table is about performance and no line outside tables speaks of a budget; else none. */
export function onlyFormTitles(raw: RawDocument, lines: readonly TextLine[]): string[] {
  const titles = raw.tables.flatMap(({ title }) => (title === null ? [] : [squeeze(title)]));
  const onlyForms = titles.every((title) => title.includes('绩效'));
  return onlyForms && !lines.some(({ text }) => MONEY_REPORT.test(text)) ? titles : [];
}
