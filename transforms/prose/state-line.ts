/** Turns an amount whose thing is known into lines, and reports the ones that nobody understood. */
import type { ProsePlace } from '../types.js';
import { unfold } from './fold.js';
import { readNumber, stateLevel } from './level.js';
import type { MoneyMention } from './mentions.js';
import * as phrases from './phrases.js';
import type { BlockScene, Group, SentenceScene, Thing } from './scene.js';
import { parentOf, report } from './scene.js';
import type { Clause } from './sentences.js';
import { readStage } from './stage.js';
import type { Subject } from './subject.js';
import { findThing } from './thing.js';

export function readLevel(sentence: SentenceScene, mention: MoneyMention, clauses: readonly Clause[]): void {
  const { block } = sentence;
  const own = clauses.at(-1);
  const thing = sentence.awarded ? null : findThing(sentence, clauses);
  if (thing === 'silent') {
    block.current = null;
    return;
  }
  const number = readNumber(mention);
  if (thing === null || number === null) {
    unread(sentence, mention);
    return;
  }
  const stage = readStage(own?.text ?? '', clauses.at(-2)?.text ?? '', block.document.facts);
  const label = labelOf(block, thing.subject);
  const amountText = unfold(block.block.text, block.folded, mention.start, mention.digitsEnd);
  const inBreakdown = parentOf(sentence) !== null;
  const nested = thing.subject.partOf || isWithinVehicles(block.document.groups.at(-1), thing);
  const place = placeOf(sentence, mention);
  const lines = stateLevel(
    { ...thing, mention, stage, inBreakdown, nested, label, amountText, place },
    block.document.facts,
  );
  if (lines.length === 0) {
    unread(sentence, mention);
    return;
  }
  if (!number.exact) report(block, 'warning', 'amount-rounded', `${mention.digits} is finer than a fen; it is rounded`);
  reportDoubts(block, thing.subject, label, mention);
  const group: Group = {
    ...thing,
    whole: parentOf(sentence)?.group ?? null,
    lines,
    yoyAmount: null,
    yoyPercent: null,
    sharePercent: null,
  };
  block.document.groups.push(group);
  block.thing = thing;
  block.lost = false;
  block.moved = [];
  block.document.statedInSection = true;
  block.changed = false;
  block.near = true;
  if (stage.stage !== 'prior_year') block.current = group;
}

/** The words of a subject as printed. */
export function labelOf({ block, folded }: BlockScene, { label }: Subject): string {
  return typeof label === 'string' ? label : unfold(block.text, folded, label.start, label.end);
}

/** 购置费 and 运行费 right behind 购置及运行费 are parts of it. */
function isWithinVehicles(before: Group | undefined, thing: Thing): boolean {
  const { item } = thing.topic;
  if (item !== 'vehicle_purchase' && item !== 'vehicle_operation') return false;
  return (
    before?.topic.item === 'vehicle' ||
    (before?.topic.item === 'vehicle_purchase' && before.lines[0]?.lineRole === 'memo')
  );
}

function placeOf(sentence: SentenceScene, mention: MoneyMention): ProsePlace {
  const { block, span } = sentence;
  const { folded } = block;
  return {
    kind: 'prose',
    blockNo: block.block.blockNo,
    charStart: folded.starts[mention.start] ?? 0,
    charEnd: folded.ends[mention.end - 1] ?? 0,
    sentence: unfold(block.block.text, folded, span.start, span.end),
    sentenceStart: sentence.no,
    page: block.block.page,
    line: block.block.lineFirst,
  };
}

function unread(sentence: SentenceScene, mention: MoneyMention): void {
  const { block, span } = sentence;
  block.current = null;
  block.moved = [];
  block.lost = true;
  const text = block.folded.text.slice(span.start, span.end);
  const narrative = block.section.theme === 'narrative' || block.section.theme === 'performance';
  const severity = phrases.BUDGET_WORDS.test(text) && !narrative && !sentence.awarded ? 'warning' : 'info';
  const printed = block.folded.text.slice(mention.start, mention.end);
  const why = sentence.awarded
    ? 'a contract amount by who won it repeats what was bought'
    : 'no rule tells what this amount in a sentence is';
  report(block, severity, 'prose-amount-unread', `${printed}: ${why}; it gives no line`);
}

function reportDoubts(block: BlockScene, subject: Subject, label: string, mention: MoneyMention): void {
  const [code] = subject.codes;
  if (code?.code === null) {
    report(block, 'warning', 'name-unmapped', `${label}: no code of the codebook fits; the line carries none`);
  } else if (subject.doubt !== null) {
    report(
      block,
      'warning',
      'prose-subject-unclear',
      `${label} ${mention.digits}: ${subject.doubt}; the line is marked as suspect`,
    );
  }
}
