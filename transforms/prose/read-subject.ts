/** Reads the words of a clause as what an amount is about: facets, codes or a name. */
import { readBelow, readClass, readEconomic, readGoods, readPath } from './classes.js';
import type { ClassContext } from './classes.js';
import { namesOrganisation, namesPublisher } from './organisation.js';
import type { OwnNames } from './organisation.js';
import { EVALUATED, OF_THIS_YEAR, PART_OF } from './phrases.js';
import type { Span } from './sentences.js';
import type { Subject } from './subject.js';
import { isFlowOnly, plainSubject } from './subject.js';
import type { Topic } from './topic.js';
import { findResidue } from './residue.js';
import { findItems, inherit, isBlank, readTopic } from './topic.js';
import { trimSubject } from './trim.js';

/** What a subject is read against. */
export interface SubjectContext extends ClassContext {
  readonly ownNames: OwnNames;
  /** The project that the paragraph is about: names in it are no other projects. */
  readonly project: string | null;
  /** Behind 其中 or 包括: a part with unknown words is not the whole. */
  readonly inBreakdown: boolean;
}

/** The words of a clause: a subject; nothing but filler (the amount is about what was spoken of before); or a name nobody knows. */
export type SubjectReading =
  | { readonly kind: 'subject'; readonly subject: Subject; readonly hadYear: boolean }
  | { readonly kind: 'nothing'; readonly hadYear: boolean }
  | { readonly kind: 'unknown'; readonly words: string };

/** The words of a subject as the steps below hand them on. */
interface Words {
  readonly text: string;
  readonly span: Span;
  /** What they name themselves. */
  readonly topic: Topic;
  /** What holds for them where they stand. */
  readonly inside: Topic;
}

/** A project by name in a sentence on performance: 对…项目开展绩效评价, …项目绩效自评综述, or nothing but its name. */
const EVALUATED_PROJECT =
  /^(.{2,}?项目)(?=绩效|$)|对(?:本单位|本部门|我单位|我部门)?(?:20\d\d年度?)?(.{2,}?项目)(?!支出)/;

/** Reads the subject in folded `text` that begins at `offset` of the block. */
export function readSubject(text: string, offset: number, context: SubjectContext): SubjectReading {
  const { start, end, hadYear } = trimSubject(text, context.ownNames);
  const own = text.slice(start, end);
  const span = { start: offset + start, end: offset + end };
  if (own === '') return { kind: 'nothing', hadYear };
  const named = readTopic(own, context.around.theme);
  const ofThisYear = context.inBreakdown && OF_THIS_YEAR.test(own);
  const topic: Topic = ofThisYear ? { ...named, fund: 'current_year' } : named;
  const words: Words = { text: own, span, topic, inside: inherit(context.around, topic) };
  const subject = readClassified(words, context) ?? readFacets(words, context);
  if (subject === 'several') return { kind: 'unknown', words: own };
  if (subject !== null) return { kind: 'subject', subject, hadYear };
  if (isFiller(words, context)) return { kind: 'nothing', hadYear };
  const byName = readNamed(words, context);
  return byName === null ? { kind: 'unknown', words: own } : { kind: 'subject', subject: byName, hadYear };
}

function readClassified({ text, span }: Words, context: SubjectContext): Subject | null {
  return readPath(text, span, context) ?? readEconomic(text, span, context);
}

/** A subject all of whose words are known: facets, filler, and perhaps the publisher's own name; or several things at once. */
function readFacets(words: Words, context: SubjectContext): Subject | 'several' | null {
  const { text, span, topic, inside } = words;
  if (joinsTwo(text, topic, inside) || isWithinAnother(text, topic)) return 'several';
  const residue = findResidue(text, inside.theme);
  const isPart = inside.theme !== null && PART_OF[inside.theme]?.test(residue) === true;
  if (isPart && (topic.item !== null || inside.item === 'reception' || inside.theme === 'procurement')) {
    return { ...plainSubject(topic, span), partOf: true };
  }
  const goods = inside.theme === 'procurement' ? readGoods(text, span, context) : null;
  if (goods !== null) return { ...goods, topic: { ...topic, spending: null } };
  if (isBlank(topic)) return null;
  if (residue === '') return plainSubject(topic, inside.theme === 'performance' ? labelWithin(text, span) : span);
  if (!namesPublisher(residue, context.ownNames)) return null;
  return readClass(text, span, context) ?? plainSubject(topic, span);
}

/** 组织对项目支出全面开展绩效自评: what the clause counts is 项目支出. */
function labelWithin(text: string, span: Span): Span {
  const found = EVALUATED.exec(text);
  if (found === null) return span;
  const start = span.start + found.index;
  return { start, end: start + found[0].length };
}

/** Words with a name of their own: a 类, a name below one printed before, a project, a subordinate unit; null: nobody knows. */
function readNamed(words: Words, context: SubjectContext): Subject | null {
  const { text, span, topic, inside } = words;
  const coded = inside.theme === 'three_public' ? null : readClass(text, span, context);
  const known = coded ?? (inside.theme === null ? readBelow(text, span, context) : null) ?? readProject(words, context);
  if (known !== null) return known;
  if (isBlank(topic) || inside.theme === 'three_public') return null;
  const residue = findResidue(text, context.around.theme);
  const plain = plainSubject(topic, span);
  if (namesOrganisation(residue)) return { ...plain, unitName: residue };
  if (context.inBreakdown || isFlowOnly(plain)) return null;
  return { ...plain, doubt: `says ${residue}, which is not known` };
}

function readProject({ text, span, topic, inside }: Words, context: SubjectContext): Subject | null {
  if (context.project !== null || /结转|结余/.test(text)) return null;
  const isProject = context.inBreakdown || /项目|工程|专项/.test(text);
  const isItsPart = inside.spending === 'project' && isProject && (context.inBreakdown || topic.spending !== 'project');
  if (inside.theme === 'project' || isItsPart) {
    return { ...plainSubject({ ...topic, spending: 'project', flow: null }, span), projectName: text };
  }
  if (inside.theme !== 'performance') return null;
  const evaluated = EVALUATED_PROJECT.exec(text);
  const projectName = evaluated?.[1] ?? evaluated?.[2] ?? '';
  if (evaluated === null || !isOneProject(projectName)) return null;
  const end = span.start + evaluated.index + evaluated[0].length;
  return { ...plainSubject(topic, { start: end - projectName.length, end }), projectName };
}

/** 校舍维修项目 is one; 特定目标类项目, 校舍维修等2个项目, 绩效评价项目 are several or none. */
function isOneProject(name: string): boolean {
  return findResidue(name, 'performance').length > 1 && !/类项目$|等|\d+个/.test(name);
}

/** Words that name nothing, or the publisher; a part (本级, 下属单位, 本级财政) cannot be the publisher's whole. */
function isFiller({ text }: Words, context: SubjectContext): boolean {
  if (context.inBreakdown && /财政|本级|下属|所属/.test(text)) return false;
  const residue = findResidue(text, context.around.theme);
  return residue === '' || (!context.inBreakdown && namesPublisher(residue, context.ownNames));
}

/** The whole that a part is said to be in: 项目支出中的, 政府采购预算中; never 其中, 中小企业. */
const WITHIN = /^(.+(?:支出|费|经费|预算|决算|资金|采购))中的?(?![小央心标学])(.+)$/;

/** 项目支出中的会议费, 政府采购支出中公务用车购置费: what is common to two things; no statement of either states it. */
function isWithinAnother(text: string, { item, spending }: Topic): boolean {
  if (item !== null && spending !== null && spending !== 'total') return true;
  const [, head, tail] = WITHIN.exec(text) ?? [];
  if (head === undefined || tail === undefined) return false;
  const [whole, part] = [readTopic(head), readTopic(tail)];
  return part.theme !== null && whole.theme !== part.theme && (whole.theme !== null || whole.spending !== null);
}

/** 人员经费和公用经费共…: one amount for two things of a kind. */
function joinsTwo(words: string, topic: Topic, inside: Topic): boolean {
  if (topic.item !== null) {
    const items = findItems(words, inside.theme);
    const ofVehicles = items.every((item) => item === 'vehicle_purchase' || item === 'vehicle_operation');
    return items.length > 1 && !(topic.item === 'vehicle' && ofVehicles);
  }
  const parts = words.split(/[、和及与]/).map((part) => readTopic(part));
  const differs = (facet: 'spending' | 'fund'): boolean =>
    new Set(parts.map((part) => part[facet]).filter((value) => value !== null)).size > 1;
  return differs('spending') || differs('fund');
}
