/** Reads one sentence: which of its numbers are levels, which are changes and shares of them, which are neither. */
import { applyChange } from './applyChange.js';
import { follow } from './breakdown.js';
import { changeAmount, changePercent, changeVerb, readPercent } from './change.js';
import type { Mention, MoneyMention, PercentMention } from './mentions.js';
import { findMentions } from './mentions.js';
import { findPrintedName } from './namePaths.js';
import * as phrases from './phrases.js';
import type { BlockScene, SentenceScene } from './scene.js';
import { asParent, parentOf } from './scene.js';
import type { Clause, Span } from './sentences.js';
import { findClauses } from './sentences.js';
import { readLevel } from './stateLine.js';
import { readSubject } from './subject.js';
import { contextOf, subjectThing } from './thing.js';
import { findResidue, readTopic } from './topic.js';

/** Reads the sentence at `span` of the block; lines and diagnostics go to the scene. */
export function readSentence(block: BlockScene, span: Span): void {
  const text = block.folded.text.slice(span.start, span.end);
  const mentions = findMentions(text, span.start);
  block.document.sentenceNo += 1;
  block.near = false;
  const parent = block.document.openParent;
  const sentence: SentenceScene = {
    block,
    span,
    no: block.document.sentenceNo,
    reason: block.changed && phrases.REASON_GOES_ON_NEXT.test(text),
    outer: parent,
    inner: null,
    bracketed: null,
    awarded: false,
  };
  let from = span.start;
  for (const mention of mentions) {
    const clauses = findClauses(block.folded.text.slice(from, mention.start), from);
    for (const clause of clauses) follow(sentence, clause);
    readMention(sentence, mention, clauses);
    from = mention.end;
  }
  finish(sentence, from, mentions.length);
}

function readMention(sentence: SentenceScene, mention: Mention, clauses: readonly Clause[]): void {
  const own = clauses.at(-1)?.text ?? '';
  if (mention.kind === 'flat') readFlat(sentence, own);
  else if (mention.kind === 'percent') readPercentMention(sentence, mention, own);
  else readMoneyMention(sentence, mention, own, clauses);
}

function readFlat(sentence: SentenceScene, own: string): void {
  if (!sentence.reason) applyChange(sentence, own, { amount: 0n, percent: 0n });
}

function readPercentMention(sentence: SentenceScene, mention: PercentMention, own: string): void {
  const { block } = sentence;
  if (sentence.reason) return;
  const verb = changeVerb(own);
  if (verb !== null) applyChange(sentence, own, { amount: null, percent: changePercent(mention, verb) });
  else if (/占/.test(own) && block.current !== null) block.current.sharePercent ??= readPercent(mention);
}

function readMoneyMention(
  sentence: SentenceScene,
  mention: MoneyMention,
  own: string,
  clauses: readonly Clause[],
): void {
  const { block } = sentence;
  const before = block.folded.text.slice(sentence.span.start, mention.start);
  const after = block.folded.text.slice(mention.end, sentence.span.end);
  if (mention.trouble === null) {
    if (phrases.BOUND_BEFORE.test(before) || phrases.BOUND_AFTER.test(after) || phrases.UNIT_PRICE.test(own)) return;
    const verb = changeVerb(own);
    if (verb !== null) {
      if (!sentence.reason) applyChange(sentence, own, { amount: changeAmount(mention, verb), percent: null });
      return;
    }
  }
  if (sentence.reason && !endsReason(sentence, own)) return;
  if (phrases.MOVED.test(own) && !/^(?:主要)?(?:增加|减少)[到至为]/.test(own)) return;
  readLevel(sentence, mention, clauses);
}

/** Items of 三公 follow one another with commas only: one of them, and nothing else, ends the reasons of the one before. */
function endsReason(sentence: SentenceScene, own: string): boolean {
  const { block } = sentence;
  const theme = block.thing?.topic.theme ?? block.section.theme;
  const ends =
    theme === 'three_public' &&
    readTopic(own, theme).item !== null &&
    findResidue(own, theme) === '' &&
    !phrases.REASON.test(own);
  if (ends) sentence.reason = false;
  return ends;
}

/** What the end of a sentence hands on: an open breakdown, a path whose figures follow. */
function finish(sentence: SentenceScene, from: number, mentionCount: number): void {
  const { block, span } = sentence;
  const tail = block.folded.text.slice(from, span.end);
  for (const clause of findClauses(tail, from)) follow(sentence, clause);
  const open = /(?:其中|包括|如下):?。?$|:$/.test(tail);
  block.document.openParent = open ? (parentOf(sentence) ?? asParent(block.current)) : block.document.openParent;
  if (mentionCount > 0) return;
  const path = findPrintedName(tail.replace(/[。!?]$/, '').replace(phrases.NUMBERING, ''), block.document.pathAbove);
  if (path === null || path.path.length === 0) return;
  const reading = readSubject(tail.replace(/[。!?]$/, ''), from, contextOf(sentence));
  block.thing = subjectThing(sentence, reading);
}
