/** Reads one sentence: which of its numbers are levels, which are changes and shares of them, which are neither. */
import { applyChange } from './apply-change.js';
import { follow } from './breakdown.js';
import { findRun } from './distribute.js';
import { readRun } from './enumeration.js';
import { changeAmount, changePercent, changeVerb, readPercent } from './change.js';
import type { Mention, MoneyMention, PercentMention } from './mentions.js';
import { findMentions } from './mentions.js';
import { findPrintedName } from './name-paths.js';
import type { Theme } from './phrases.js';
import * as phrases from './phrases.js';
import type { BlockScene, SentenceScene } from './scene.js';
import { asParent, openSentence, parentOf, report } from './scene.js';
import type { Clause, Span } from './sentences.js';
import { findClauses } from './sentences.js';
import { labelOf, readLevel } from './state-line.js';
import { readSubject } from './read-subject.js';
import { contextOf, subjectThing } from './thing.js';
import { findResidue } from './residue.js';
import { findItems, readTopic } from './topic.js';

/** Reads the sentence at `span` of the block; lines and diagnostics go to the scene. */
export function readSentence(block: BlockScene, span: Span): void {
  const text = block.folded.text.slice(span.start, span.end);
  const mentions = findMentions(text, span.start);
  block.document.sentenceNo += 1;
  block.near = false;
  const sentence = openSentence(block, span);
  sentence.reason = block.changed && phrases.REASON_GOES_ON_NEXT.test(text);
  let from = span.start;
  for (let at = 0; at < mentions.length;) {
    const rest = mentions.slice(at);
    const [mention] = rest;
    if (mention === undefined) break;
    const clauses = findClauses(block.folded.text.slice(from, mention.start), from);
    const run = findRun(clauses.at(-1)?.text ?? '', rest, block.folded.text);
    if (run.length > 0) readRun(sentence, run, clauses);
    else {
      for (const clause of clauses) follow(sentence, clause);
      readMention(sentence, mention, clauses);
    }
    from = (run.at(-1) ?? mention).end;
    at += Math.max(run.length, 1);
  }
  finish(sentence, from, mentions.length);
}

/** Reads a heading for the class that it may name (1.教育支出（类）); another one ends the paths above it. */
export function readHeading(block: BlockScene): void {
  const { text } = block.folded;
  nameThing(openSentence(block, { start: 0, end: text.length }), text, 0);
  if (block.document.thingAbove === null) block.document.pathAbove = [];
}

function readMention(sentence: SentenceScene, mention: Mention, clauses: readonly Clause[]): void {
  const own = clauses.at(-1);
  if (mention.kind === 'flat') readFlat(sentence, own);
  else if (mention.kind === 'percent') readPercentMention(sentence, mention, own);
  else readMoneyMention(sentence, mention, clauses);
}

function readFlat(sentence: SentenceScene, own: Clause | undefined): void {
  if (!sentence.reason) applyChange(sentence, own, { amount: 0n, percent: 0n });
}

function readPercentMention(sentence: SentenceScene, mention: PercentMention, clause: Clause | undefined): void {
  const { block } = sentence;
  const own = clause?.text ?? '';
  if (sentence.reason) return;
  const verb = changeVerb(own);
  if (verb !== null) applyChange(sentence, clause, { amount: null, percent: changePercent(mention, verb) });
  else if (/占/.test(own) && block.current !== null) block.current.sharePercent ??= readPercent(mention);
}

function readMoneyMention(sentence: SentenceScene, mention: MoneyMention, clauses: readonly Clause[]): void {
  const { block } = sentence;
  const clause = clauses.at(-1);
  const own = clause?.text ?? '';
  const before = block.folded.text.slice(sentence.span.start, mention.start);
  const after = block.folded.text.slice(mention.end, sentence.span.end);
  if (phrases.UNIT_PRICE.test(own)) return;
  if (phrases.BOUND_BEFORE.test(before) || phrases.BOUND_AFTER.test(after)) {
    if (clause !== undefined && !sentence.reason) reportBound(sentence, mention, clause);
    return;
  }
  if (mention.trouble === null) {
    const verb = changeVerb(own);
    if (verb !== null) {
      if (!sentence.reason) applyChange(sentence, clause, { amount: changeAmount(mention, verb), percent: null });
      return;
    }
  }
  if (sentence.reason && !endsReason(sentence, own)) return;
  if (phrases.MOVED.test(own) && !phrases.MOVED_TO.test(own)) return;
  for (const part of splitEach(clauses, block.section.theme)) readLevel(sentence, mention, part);
  if (after.startsWith(':')) sentence.inner = asParent(block.current);
}

/** A bound on something that is budgeted (公务接待费不超过5万元) is no amount of it; that of a target or a threshold needs no word. */
function reportBound(sentence: SentenceScene, mention: MoneyMention, clause: Clause): void {
  const { block } = sentence;
  const words = clause.text.replace(phrases.BOUND_BEFORE, '');
  if (readSubject(words, clause.start, contextOf(sentence)).kind !== 'subject' || phrases.OWNED.test(words)) return;
  const printed = block.folded.text.slice(mention.start, mention.end);
  report(block, 'info', 'prose-amount-unread', `${printed}: a bound, not an amount; it gives no line`);
}

/** 因公出国（境）费、公务接待费均为0万元: the amount is of each of the items; clauses in, for each item its clauses out. */
function splitEach(clauses: readonly Clause[], theme: Theme | null): readonly (readonly Clause[])[] {
  const own = clauses.at(-1);
  if (own === undefined || !phrases.OF_EACH.test(own.text)) return [clauses];
  const parts = [...own.text.matchAll(/[^、和及与]+/g)].map(({ 0: text, index }): Clause => {
    return { ...own, text, start: own.start + index, end: own.start + index + text.length };
  });
  const isItem = ({ text }: Clause): boolean => findItems(text, theme ?? 'three_public').length === 1;
  return parts.every(isItem) ? parts.map((part) => [...clauses.slice(0, -1), part]) : [clauses];
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
  if (open) block.document.openParent = parentOf(sentence) ?? asParent(block.current);
  if (mentionCount > 0) block.document.thingAbove = null;
  else if (namesPath(tail, block)) nameThing(sentence, tail.replace(/[。!?]$/, ''), from);
}

/** A sentence that is nothing but the name of a class is what the amounts behind it are about, in the paragraphs below too. */
function nameThing(sentence: SentenceScene, text: string, from: number): void {
  const { block } = sentence;
  const last = findClauses(text, from).at(-1);
  if (last === undefined) return;
  const thing = subjectThing(sentence, readSubject(last.text, last.start, contextOf(sentence)));
  if (thing === null || thing.subject.codes.length === 0) return;
  block.thing = thing;
  block.document.thingAbove = { ...thing, subject: { ...thing.subject, label: labelOf(block, thing.subject) } };
}

function namesPath(tail: string, { document }: BlockScene): boolean {
  const words = tail.replace(/[。!?]$/, '').replace(phrases.NUMBERING, '');
  const printed = findPrintedName(words, document.pathAbove);
  return printed !== null && (printed.path.length > 0 || /\((?:类|款|项)\)$/.test(printed.name));
}
