/** Gives a change on the year before to the level it is of. */
import type { Fen, PercentE4 } from '../types.js';
import { isUndecided, readComparison } from './change.js';
import * as phrases from './phrases.js';
import type { BlockScene, Group, SentenceScene } from './scene.js';
import { report } from './scene.js';
import type { Topic } from './topic.js';
import { findResidue, readTopic } from './topic.js';
import { trimSubject } from './trim.js';

/** How much something moved on the year before; null for what is not said. */
interface Change {
  readonly amount: Fen | null;
  readonly percent: PercentE4 | null;
}

/**
 * Adds `change` to the level that `own`, the clause before the number, speaks of; a change of something that states no level is
 * only a change. Against the plan of the same year it is no change on the year before; of two printed directions it is left out
 * with a diagnostic.
 */
export function applyChange({ block }: SentenceScene, own: string, change: Change): void {
  block.changed = true;
  const group = findMoved(block, own);
  block.current = group;
  if (group === null || block.againstPlan) return;
  block.near = true;
  if (isUndecided(own)) {
    reportUndecided(block, group);
    return;
  }
  group.yoyAmount ??= change.amount;
  group.yoyPercent ??= change.percent;
}

function reportUndecided(block: BlockScene, group: Group): void {
  const label = group.lines[0]?.label ?? '';
  const message = `${label}: the words print both directions of the change; it is left out`;
  report(block, 'warning', 'prose-change-undecided', message);
}

/**
 * The level that a change is of: the one stated last, if the words before the verb name that level or nothing, else the nearest
 * one of the paragraph that they name. Without words and after a full stop or semicolon, a change behind the parts of a whole is
 * the whole's.
 */
function findMoved(block: BlockScene, own: string): Group | null {
  const { current } = block;
  const words = movedWords(block, own);
  const { flow, ...facets } = readTopic(words, current?.topic.theme ?? block.section.theme);
  const wordless = findResidue(words, null) === '' && Object.values(facets).every((facet) => facet === null);
  const whole = current !== null && current.whole !== null && isInBlock(current.whole, block) ? current.whole : null;
  if (wordless && flow === null) return block.near ? current : (whole ?? current);
  if (wordless && current === null) return null;
  const stated = block.document.groups.filter((group) => isInBlock(group, block) && isOfThisYear(group)).toReversed();
  const candidates = wordless && !block.near ? [whole, current, ...stated] : [current, whole, ...stated];
  return candidates.find((group) => group !== null && names(words, group)) ?? null;
}

/** The words of a clause that say what moved: no verb, no base of comparison. */
function movedWords({ document }: BlockScene, own: string): string {
  const { subject } = readComparison(own, document.facts.fiscalYear);
  const said = subject.replace(phrases.CHANGE_BEFORE, '');
  const { start, end } = trimSubject(said, document.ownNames);
  return said.slice(start, end);
}

function isOfThisYear({ lines }: Group): boolean {
  return lines.every(({ budgetStage }) => budgetStage !== 'prior_year');
}

function isInBlock(group: Group, { block }: BlockScene): boolean {
  return group.lines.some(({ place }) => place.kind === 'prose' && place.blockNo === block.blockNo);
}

function names(words: string, group: Group): boolean {
  const residue = findResidue(words, group.topic.theme);
  const foreign = residue.length > 1 && !group.lines.some(({ label }) => label.includes(residue));
  return !foreign && agrees(readTopic(words, group.topic.theme), group.topic);
}

/** No facet named differs from the level's; fund sources of 三公 and 机关运行经费 go by several names. */
function agrees(words: Topic, level: Topic): boolean {
  const same = (key: keyof Topic): boolean => words[key] === null || words[key] === level[key];
  const defined = level.theme === 'three_public' || level.theme === 'agency';
  const flow = defined || same('flow') || (words.flow === 'expenditure' && level.flow === null);
  const item = same('item') || (words.item === 'total' && level.item === null);
  return flow && item && same('theme') && same('spending') && (defined || same('fund'));
}
