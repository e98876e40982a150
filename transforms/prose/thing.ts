/** What an amount is about: its own words, an earlier clause's, the thing in hand, or the section's. */
import { leaveBreakdown, partOfCode, partStatement, widen } from './breakdown.js';
import { readComparison } from './change.js';
import * as phrases from './phrases.js';
import type { BlockScene, SentenceScene, Thing } from './scene.js';
import { parentOf } from './scene.js';
import type { Clause } from './sentences.js';
import { sectionThing } from './section-thing.js';
import { statementInSection } from './statement.js';
import type { SubjectContext, SubjectReading } from './read-subject.js';
import { readSubject } from './read-subject.js';
import type { Subject } from './subject.js';
import { isFlowOnly } from './subject.js';
import type { Topic } from './topic.js';
import { inherit } from './topic.js';

type Spoken = Extract<SubjectReading, { readonly kind: 'subject' }>;

/** What the amount is about; null: unknown; `silent`: understood as no budget figure. */
export function findThing(sentence: SentenceScene, clauses: readonly Clause[]): Thing | null | 'silent' {
  const { block } = sentence;
  const own = clauses.at(-1);
  if (block.section.theme === 'narrative') return null;
  const reading = own === undefined ? null : readSubject(own.text, own.start, contextOf(sentence));
  if (reading?.kind === 'unknown') return isSilent(block.section, own?.text ?? '', null) ? 'silent' : null;
  const thing = goesOn(sentence, reading) ? goOn(sentence, clauses) : subjectThing(sentence, reading);
  if (isSilent(thing?.topic ?? block.section, own?.text ?? '', thing)) return 'silent';
  return thing;
}

/** Whether the words name no new thing: none at all, or only a flow and a stage of the thing in hand (支出决算为). */
function goesOn(sentence: SentenceScene, reading: SubjectReading | null): boolean {
  if (reading === null || reading.kind !== 'subject') return true;
  const { thing } = sentence.block;
  if (!isFlowOnly(reading.subject)) return false;
  if (sentence.block.lost && !reading.hadYear) return true;
  if (thing === null || reading.subject.topic.flow !== thing.topic.flow) return false;
  return thing.subject.codes.length > 0 || !reading.hadYear;
}

/** The thing of an earlier clause, the thing in hand, or what the section is about. */
function goOn(sentence: SentenceScene, clauses: readonly Clause[]): Thing | null {
  const { block } = sentence;
  for (const clause of clauses.slice(0, -1).toReversed()) {
    if (/^(?:主要)?用于|^反映|^按照?|^根据|^截至/.test(clause.text)) continue;
    if (readComparison(clause.text, null).base !== null) continue;
    const reading = readSubject(clause.text, clause.start, contextOf(sentence));
    if (reading.kind === 'subject') return subjectThing(sentence, reading);
    if (reading.kind === 'unknown' && namesAnew(sentence, clause)) return null;
  }
  if (sentence.moved !== null) return sentence.moved;
  if (block.lost) return null;
  const own = clauses.at(-1)?.text ?? '';
  const compares = /^(?:与|同|[比较])(?=20\d\d|上|去)/.test(own);
  const sumsUp = /合计|共计|总计|小计/.test(own) && block.near;
  if (own.includes('其中') || sumsUp || (compares && block.thing === null)) return null;
  return block.thing ?? sectionThing(block, clauses.at(-1));
}

/** 运转类项目3个，涉及预算…: words nobody knows that begin a sentence or a part of it, or count something, are what the amount is about. */
function namesAnew({ span }: SentenceScene, { text, start, after }: Clause): boolean {
  return start === span.start || after === ';' || /\d+[个项]$/.test(text);
}

/** A subject with what it inherits from the breakdown or the section that it stands in; null where nothing was read. */
export function subjectThing(sentence: SentenceScene, reading: SubjectReading | null): Thing | null {
  if (reading?.kind !== 'subject') return null;
  const { block } = sentence;
  if (reading.subject.path.length > 0) block.document.pathAbove = reading.subject.path;
  leaveBreakdown(sentence, reading);
  const parent = parentOf(sentence);
  const unitName = reading.subject.unitName ?? unitInHand(block, reading);
  const part = partOfCode(reading.subject, parent?.group ?? null);
  const inHand = projectInHand(block, part);
  const partOf = part.partOf || (inHand !== null && parent !== null);
  const subject = { ...part, unitName, partOf, projectName: part.projectName ?? inHand };
  const topic = inherit(parent?.topic ?? baseOf(block, reading), subject.topic);
  const inherited = parent && partStatement(parent, subject);
  return { subject, topic, tableKind: inherited ?? statementInSection(block.section, topic, subject.codeLevel) };
}

/**
 * What a subject outside any breakdown is read against: its section, but for a bare 支出 behind 政府性基金预算财政拨款收入, which is
 * of the same fund, and for words that name budget and flow (一般公共预算支出), which are wider than a section on 项目支出.
 */
function baseOf(block: BlockScene, reading: Spoken): Topic {
  const { thing, section } = block;
  const base = reading.subject.codes.some(({ scheme }) => scheme === 'function')
    ? withoutPerformance(section)
    : widen(section, reading.subject.topic);
  const bare = thing !== null && isFlowOnly(reading.subject) && isBare(block, reading.subject);
  return bare ? { ...thing.topic, flow: null, spending: null } : base;
}

/** A class of the function classification is money spent, whatever a section on 绩效 says of it. */
function withoutPerformance(section: Topic): Topic {
  return section.theme === 'performance' ? { ...section, theme: null } : section;
}

function isBare(block: BlockScene, { label }: Subject): boolean {
  if (typeof label === 'string') return false;
  return /^(?:收入|支出)$/.test(block.folded.text.slice(label.start, label.end));
}

/** 项目名称：X › 其中：财政拨款80万元: a part of what the project gets. */
function projectInHand({ headings }: BlockScene, { topic, codes }: Subject): string | null {
  return topic.theme === null && topic.flow !== 'revenue' && codes.length === 0 ? headings.project : null;
}

/** 第一小学收入预算…, 支出预算…: the unit goes on within its paragraph until a year or another unit is named. */
function unitInHand(block: BlockScene, { subject, hadYear }: Spoken): string | null {
  return !hadYear && subject.codes.length === 0 ? (block.thing?.subject.unitName ?? null) : null;
}

/** What the words of a sentence are read against. */
export function contextOf(sentence: SentenceScene): SubjectContext {
  const { block } = sentence;
  const { facts, codebook, ownNames, pathAbove } = block.document;
  const parent = parentOf(sentence);
  const around = parent?.topic ?? block.section;
  const inBreakdown = parent !== null;
  const governmentEconomic = /政府(?:预算)?(?:支出)?经济分类/.test(
    block.folded.text.slice(sentence.span.start, sentence.span.end),
  );
  const { project } = block.headings;
  return { around, codebook, year: facts.fiscalYear, ownNames, pathAbove, governmentEconomic, project, inBreakdown };
}

/** Definitions, assets, tasks, and what a performance section counts beside its budget. */
function isSilent(topic: Topic, own: string, thing: Thing | null): boolean {
  if (thing !== null && thing.subject.codes.length > 0) return topic.theme === 'definitions';
  if (topic.theme === 'definitions' || topic.theme === 'assets') return true;
  return phrases.OWNED.test(own);
}
