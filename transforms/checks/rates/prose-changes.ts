/** Changes in sentences that print last year's figure right before them: 比2023年480.00万元增加20.00万元. */
import { sameSentence } from '../../lines/index.js';
import { pack } from '../../vocabulary/index.js';
import type { BudgetLine } from '../../types.js';
import type { Finding } from '../finding.js';
import type { RoundingUnits } from '../rounding.js';
import { compareChange } from './changes.js';
import { isLastYear } from './last-years.js';

/** What stands between last year's figure and the verb of its change. */
const GOES_ON = /^(?:亿|万|千)?元[,，]?(?:相比[,，]?)?(?:净?增加|增长|净?减少|下降|压减|上升|持平)/;

/**
 * Every change of which the words right before print last year's figure of the same thing. Elsewhere in the sentence a figure of last year may be another than the one the change is from
 * (预算数 and 决算数), and 约 is no figure to take off.
 */
export function checkProseChanges(lines: readonly BudgetLine[], units: RoundingUnits): Finding[] {
  const lastYears = lines.filter((line) => isLastYear(line) && line.place.kind === 'prose' && isFollowedByChange(line));
  return lines.flatMap((line) => {
    if (line.yoyAmount === null || isLastYear(line) || line.approximate) return [];
    const before = lastYears.filter((earlier) => isOfSame(line, earlier));
    const [only, ...others] = before;
    return only && others.length === 0 && !only.approximate ? [compareChange(line, only, line.yoyAmount, units)] : [];
  });
}

function isOfSame(line: BudgetLine, earlier: BudgetLine): boolean {
  const about = ({ flow, label, fundSource, spendingType, threePublicItem }: BudgetLine): string =>
    [flow, label, fundSource, spendingType, threePublicItem].join('|');
  return sameSentence(line, earlier) && about(line) === about(earlier);
}

/** Whether a change goes on from the figure, which the sentence prints once. */
function isFollowedByChange({ place, amountText }: BudgetLine): boolean {
  if (place.kind !== 'prose') return false;
  const [, after = '', ...more] = pack(place.sentence).split(pack(amountText));
  return more.length === 0 && GOES_ON.test(after);
}
