/** Gives a change on the year before to the level it is of. */
import type { Fen, PercentE4 } from '../types.js';
import { isUndecided, readComparison } from './change.js';
import * as phrases from './phrases.js';
import { findResidue } from './residue.js';
import { readSubject } from './read-subject.js';
import type { BlockScene, Group, SentenceScene, Thing } from './scene.js';
import { report } from './scene.js';
import type { Clause } from './sentences.js';
import { isFlowOnly } from './subject.js';
import { contextOf, subjectThing } from './thing.js';
import type { Topic } from './topic.js';
import { readTopic } from './topic.js';
import { trimSubject } from './trim.js';

const BOTH_WORDS = new RegExp(phrases.BOTH_FLOWS, 'g');

/** How much something moved on the year before; null for what is not said. */
interface Change {
  readonly amount: Fen | null;
  readonly percent: PercentE4 | null;
}

/**
 * Adds `change` to the level that `clause`, the one before the number, speaks of; of something that states no level it is only a
 * change, which is said. Against the plan of the same year, or an older one, it is no change on the year before; of two printed directions it is left out
 * with a diagnostic.
 */
export function applyChange(sentence: SentenceScene, clause: Clause | undefined, change: Change): void {
  const { block } = sentence;
  const own = clause?.text ?? '';
  block.changed = true;
  block.moved = findMoved(block, own);
  const [group = null] = block.moved;
  block.current = group;
  sentence.moved = group === null && clause ? (nameMoved(sentence, clause) ?? sentence.moved) : null;
  if (group === null && change.amount !== null && change.amount !== 0n) reportUnplaced(block, own);
  if (group === null || block.againstPlan) return;
  block.near = true;
  if (isOnOlderYear(block, group)) return;
  if (isUndecided(own)) {
    reportUndecided(block, group);
    return;
  }
  for (const moved of block.moved) {
    moved.yoyAmount ??= change.amount;
    moved.yoyPercent ??= change.percent;
  }
}

/** 比2019年增加 in a report on 2024. */
function isOnOlderYear({ againstYear }: BlockScene, { lines }: Group): boolean {
  const year = lines[0]?.fiscalYear ?? null;
  return againstYear !== null && year !== null && againstYear < year - 1;
}

/** What a change without a level names, for the level that may follow it. */
function nameMoved(sentence: SentenceScene, { text, start }: Clause): Thing | null {
  const { document } = sentence.block;
  const { subject } = readComparison(text, document.facts.fiscalYear);
  const said = subject.replace(phrases.CHANGE_BEFORE, '');
  return subjectThing(sentence, readSubject(said, start, contextOf(sentence)));
}

function reportUnplaced(block: BlockScene, own: string): void {
  const message = `${own}: a change of something whose level the words do not state; it gives no line`;
  report(block, 'info', 'prose-change-unplaced', message);
}

function reportUndecided(block: BlockScene, group: Group): void {
  const label = group.lines[0]?.label ?? '';
  const message = `${label}: the words print both directions of the change; it is left out`;
  report(block, 'warning', 'prose-change-undecided', message);
}

/**
 * The levels that a change is of: the one stated last, if the words before the verb name that level or nothing, else the nearest
 * one of the paragraph that they name; of 收入总计 and 支出总计 both, where the words say 收、支 or 各. Without words and after a
 * full stop or semicolon, a change behind the parts of a whole is the whole's.
 */
function findMoved(block: BlockScene, own: string): readonly Group[] {
  const { current } = block;
  const words = movedWords(block, own);
  const { flow, ...facets } = readTopic(words, current?.topic.theme ?? block.section.theme);
  const wordless = findResidue(words, null) === '' && Object.values(facets).every((facet) => facet === null);
  const whole = current !== null && current.whole !== null && isInBlock(current.whole, block) ? current.whole : null;
  const each = phrases.CHANGE_OF_EACH.test(own);
  if (wordless && flow === null && !each) {
    if (block.near && block.moved.length > 0) return block.moved;
    return only(block.near ? current : (whole ?? current));
  }
  if (wordless && current === null) return [];
  const stated = block.document.groups.filter((group) => isInBlock(group, block) && isOfThisYear(group)).toReversed();
  const ordered = wordless && !block.near ? [whole, current, ...stated] : [current, whole, ...stated];
  const candidates = wordless && flow !== null ? [...stated.filter(isOfFlow), ...ordered] : ordered;
  const named = candidates.find((group) => group !== null && names(words, group)) ?? null;
  return named?.topic.flow !== 'both' && (flow === 'both' || each) ? findPair(stated, words) : only(named);
}

/** 支出…增加 is of the level whose words say 支出 and no more, if there is one. */
function isOfFlow({ subject }: Group): boolean {
  return isFlowOnly(subject);
}

function only(group: Group | null): readonly Group[] {
  return group === null ? [] : [group];
}

/** 收入总计…，支出总计…: the whole of each flow that was stated last, if both name the same money. */
function findPair(stated: readonly Group[], words: string): readonly Group[] {
  const wholes = stated.filter(
    ({ whole, topic, subject }) => whole === null && topic.spending === null && subject.codes.length === 0,
  );
  const [revenue, expenditure] = (['revenue', 'expenditure'] as const).map((flow) =>
    wholes.find((group) => group.topic.flow === flow && names(words.replace(BOTH_WORDS, ''), group)),
  );
  const pairs = revenue !== undefined && expenditure !== undefined && revenue.topic.fund === expenditure.topic.fund;
  return pairs ? [revenue, expenditure] : [];
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
  const carried = level.spending === 'carryover' || level.fund === 'carryover';
  if (carried && words.flow !== null && words.spending !== 'carryover' && words.fund !== 'carryover') return false;
  const item = same('item') || (words.item === 'total' && level.item === null);
  return flow && item && same('theme') && same('spending') && (defined || same('fund'));
}
