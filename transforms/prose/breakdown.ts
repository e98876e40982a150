/** Breakdowns and reasons: what a clause does to the amounts behind it. */
import type { LineCode, TableKind } from '../types.js';
import { readComparison } from './change.js';
import * as phrases from './phrases.js';
import { publisherLength } from './organisation.js';
import type { Group, Parent, SentenceScene } from './scene.js';
import { asParent } from './scene.js';
import type { Clause } from './sentences.js';
import { statementInSection } from './statement.js';
import type { Subject } from './subject.js';
import type { Topic } from './topic.js';
import { inherit, isBlank, readTopic } from './topic.js';
import { trimSubject } from './trim.js';

/** Takes note of what a clause does to the amounts behind it: reasons, breakdowns, comparisons. */
export function follow(sentence: SentenceScene, clause: Clause): void {
  const { block } = sentence;
  const { text } = clause;
  if (clause.after === ';' && !phrases.REASON_GOES_ON.test(text)) {
    sentence.reason = false;
    sentence.inner = null;
    block.changed = false;
    block.near = false;
  }
  if (clause.after === '(') {
    const { outer, inner } = sentence;
    sentence.bracketed = { outer, inner, current: block.current, thing: block.thing };
    if (block.near) sentence.inner = asParent(block.current) ?? inner;
  }
  if (clause.after === ')') {
    closeBracket(sentence);
    sentence.prior = null;
  }
  if (phrases.AWARDED.test(text)) sentence.awarded = true;
  turnRegional(sentence, text);
  const { base, year } = readComparison(text, block.document.facts.fiscalYear);
  if (base !== null) {
    block.againstPlan = base === 'same_year';
    block.againstYear = year;
  }
  if (phrases.REASON.test(text)) sentence.reason = true;
  else if (phrases.MAINLY.test(text) && block.changed) sentence.reason = true;
  else if (phrases.MAINLY.test(text)) sentence.inner = asParent(block.current);
  else openBreakdown(sentence, text);
}

/** From the money of the region to the publisher's, and back. */
function turnRegional(sentence: SentenceScene, text: string): void {
  const { block } = sentence;
  if (isRegional(sentence, text)) {
    sentence.regional = true;
    return;
  }
  const own = phrases.OWN_AGAIN.test(text) || publisherLength(text, block.document.ownNames) > 0;
  if (!sentence.regional || !own) return;
  sentence.regional = false;
  block.lost = false;
}

/** 全县 in the report of a department is not about its money; in that of a government it is. */
function isRegional({ block }: SentenceScene, text: string): boolean {
  const { reportKind } = block.document.facts;
  const ofGovernment = reportKind === 'government_budget' || reportKind === 'government_final';
  return !ofGovernment && phrases.REGION_WIDE.test(text.replace(phrases.NUMBERING, ''));
}

/** Behind a bracket of parts the words go on with the whole: 40万元（购置费0万元，运行费40万元），比上年减少5万元. */
function closeBracket(sentence: SentenceScene): void {
  const { bracketed, block } = sentence;
  if (bracketed === null) return;
  sentence.outer = bracketed.outer;
  sentence.inner = bracketed.inner;
  block.current = bracketed.current;
  block.thing = bracketed.thing;
  block.near = bracketed.current !== null;
  sentence.bracketed = null;
}

/** 收入包括：, 财政拨款支出预算中，, 其中：what follows is a part of the words before, or of the level stated last. */
function openBreakdown(sentence: SentenceScene, text: string): void {
  const opening = phrases.BREAKDOWN.exec(text);
  if (opening === null || text.startsWith('(')) return;
  const { block } = sentence;
  const head = (opening[1] ?? opening[2] ?? '').replace(/^主要|[,:]$/g, '');
  const { start, end } = trimSubject(head, block.document.ownNames);
  const topic = readTopic(head.slice(start, end), block.section.theme);
  sentence.reason = false;
  if (isBlank(topic)) {
    const whole = asParent(opening[0].endsWith('如下') ? (block.current?.whole ?? block.current) : block.current);
    if (sentence.outer === null) sentence.outer = whole;
    else sentence.inner = whole;
    return;
  }
  if (topic.theme === 'narrative' || topic.theme === 'definitions') return;
  const whole = inherit(widen(block.section, topic), topic);
  sentence.inner = null;
  sentence.outer = { topic: whole, tableKind: statementInSection(block.section, whole, null), group: null };
}

/** 支出总计 behind the parts of 收入总计, another theme, or a year with a flow of its own begins anew. */
export function leaveBreakdown(
  sentence: SentenceScene,
  { subject, hadYear }: { readonly subject: Subject; readonly hadYear: boolean },
): void {
  const { theme, flow } = subject.topic;
  const leaves = (parent: Parent | null): boolean => {
    if (parent === null) return false;
    const turned =
      flow !== null && parent.topic.flow !== null && parent.topic.flow !== 'both' && flow !== parent.topic.flow;
    const anew = hadYear && flow !== null && subject.codes.length === 0;
    return turned || anew || (theme !== null && theme !== parent.topic.theme);
  };
  if (leaves(sentence.inner)) sentence.inner = null;
  if (!leaves(sentence.outer)) return;
  sentence.outer = null;
  sentence.block.document.openParent = null;
}

/** Words that name budget and flow (一般公共预算支出) are wider than a section on 项目支出. */
export function widen(section: Topic, { flow, fund, spending }: Topic): Topic {
  const isOfBudget = flow !== null && fund !== null && spending === null;
  const outside = section.theme === 'performance' || section.theme === 'project';
  return isOfBudget ? { ...section, spending: null, theme: outside ? null : section.theme } : section;
}

/** A part is printed in its parent's statement; 财政拨款收支总表 has no rows below the 类. */
export function partStatement(parent: Parent, subject: Subject): TableKind | null {
  const tooDeep = parent.tableKind === 'fiscal_appropriation_summary' && (subject.codeLevel ?? 1) > 1;
  return tooDeep ? null : parent.tableKind;
}

function isFunction({ scheme }: LineCode): boolean {
  return scheme === 'function';
}

/** 行政运行…，其中：人员经费…: the part is coded as its whole is. */
export function partOfCode(subject: Subject, whole: Group | null): Subject {
  if (whole === null || subject.topic.theme !== null || whole.topic.theme === 'procurement') return subject;
  const { codes, codeLevel } = whole.subject;
  if (subject.codes.length === 0) return { ...subject, codes, codeLevel };
  const isEconomic = subject.codes.every(({ scheme }) => scheme !== 'function');
  return isEconomic ? { ...subject, codes: [...codes.filter(isFunction), ...subject.codes] } : subject;
}
