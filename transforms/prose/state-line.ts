/** Turns an amount whose thing is known into lines, and reports the ones that nobody understood. */
import type { RawBlock, Severity } from '../../extractors/types.js';
import type { ProsePlace } from '../types.js';
import { unfold } from './fold.js';
import { readNumber, stateLevel } from './level.js';
import type { MoneyMention } from './mentions.js';
import * as phrases from './phrases.js';
import type { BlockScene, Group, SentenceScene, Thing } from './scene.js';
import { parentOf, report } from './scene.js';
import type { Clause } from './sentences.js';
import type { StageReading } from './stage.js';
import { laterYear, namesThisYear, readStage } from './stage.js';
import type { Subject } from './subject.js';
import { findThing } from './thing.js';

/**
 * States the lines of `mention`, or reports why it gives none; the last of `clauses` are the words right before it. `stageWords`
 * tell year and stage where those words do not (A、B决算分别为…).
 */
export function readLevel(
  sentence: SentenceScene,
  mention: MoneyMention,
  clauses: readonly Clause[],
  stageWords = clauses.at(-1)?.text ?? '',
): void {
  const { block } = sentence;
  const thing = sentence.awarded ? null : findThing(sentence, clauses);
  if (thing === 'silent') {
    block.current = null;
    return;
  }
  if (sentence.regional) {
    unread(sentence, mention, 'money of the whole region, not of the publisher', 'info');
    return;
  }
  const number = readNumber(mention);
  if (thing === null || number === null) {
    const bySpender = parentOf(sentence) !== null && phrases.BY_SPENDER.test(clauses.at(-1)?.text ?? '');
    if (bySpender) unread(sentence, mention, 'a part told by who spends it repeats the whole', 'info');
    else unread(sentence, mention);
    return;
  }
  if (isPartOfItem(thing)) {
    unread(sentence, mention, 'a part of an item, told by who is received, is not the item', 'info');
    return;
  }
  const { facts } = block.document;
  if (laterYear(stageWords, facts.fiscalYear) !== null) {
    unread(sentence, mention, 'an amount of a later year than the document is about');
    return;
  }
  const stage = keepYear(sentence, thing, stageWords, readStage(stageWords, clauses.at(-2)?.text ?? '', facts));
  const label = labelOf(block, thing.subject);
  const amountText = unfold(block.block.text, block.folded, mention.start, mention.digitsEnd);
  const inBreakdown = parentOf(sentence) !== null;
  const nested = thing.subject.partOf || isWithinVehicles(block.document.groups.at(-1), thing);
  const place = placeOf(sentence, mention);
  const lines = stateLevel({ ...thing, mention, stage, inBreakdown, nested, label, amountText, place }, facts);
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
  noteYear(sentence, stage);
  sentence.moved = null;
  block.thing = thing;
  block.lost = false;
  block.moved = [];
  block.document.statedInSection = true;
  block.changed = false;
  block.near = true;
  if (stage.stage !== 'prior_year') block.current = group;
}

/**
 * 2023年预算数12万元，执行数10万元: the year before holds on until this year is named: for the same thing, and for any other if the
 * sentence began with it.
 */
function keepYear({ block, prior }: SentenceScene, thing: Thing, words: string, said: StageReading): StageReading {
  if (prior === null || said.stage === 'prior_year') return said;
  if (namesThisYear(words, block.document.facts.fiscalYear)) return said;
  const same = thing.subject === block.thing?.subject;
  return prior.leads || same ? { stage: 'prior_year', fiscalYear: prior.fiscalYear } : said;
}

function noteYear(sentence: SentenceScene, { stage, fiscalYear }: StageReading): void {
  if (stage === 'prior_year') sentence.prior = { fiscalYear, leads: !sentence.stated };
  else {
    sentence.prior = null;
    sentence.stated = true;
  }
}

/** The words of a subject as printed. */
export function labelOf({ block, folded }: BlockScene, { label }: Subject): string {
  return typeof label === 'string' ? label : unfold(block.text, folded, label.start, label.end);
}

/** 国内公务接待费, 外事接待费: no fact holds them, and they are not 公务接待费. */
function isPartOfItem({ subject, topic }: Thing): boolean {
  return subject.partOf && subject.projectName === null && topic.theme === 'three_public';
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
  const charStart = folded.starts[mention.start] ?? 0;
  return {
    kind: 'prose',
    blockNo: block.block.blockNo,
    charStart,
    charEnd: folded.ends[mention.end - 1] ?? 0,
    sentence: unfold(block.block.text, folded, span.start, span.end),
    sentenceStart: sentence.no,
    page: pageOf(block.block, charStart),
    line: block.block.lineFirst,
  };
}

/** The page on which a character of the block stands. */
function pageOf({ page, pageBreaks = [] }: RawBlock, at: number): number | null {
  return pageBreaks.findLast((pageBreak) => pageBreak.at <= at)?.page ?? page;
}

/** Says that `mention` gives no line, and `why` where that is known; what follows does not go on with what stands before it. */
export function unread(sentence: SentenceScene, mention: MoneyMention, why?: string, known?: Severity): void {
  const { block, span } = sentence;
  block.current = null;
  block.moved = [];
  block.lost = true;
  const text = block.folded.text.slice(span.start, span.end);
  const narrative = block.section.theme === 'narrative' || block.section.theme === 'performance';
  const grave = phrases.BUDGET_WORDS.test(text) && !narrative && !sentence.awarded;
  const printed = block.folded.text.slice(mention.start, mention.end);
  const untold = sentence.awarded
    ? 'a contract amount by who won it repeats what was bought'
    : 'no rule tells what this amount in a sentence is';
  const severity = known ?? (grave ? 'warning' : 'info');
  report(block, severity, 'prose-amount-unread', `${printed}: ${why ?? untold}; it gives no line`);
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
