/** Who an amount is about: the words of the clause before it, read as facets, codes or a name. */
import type { Codebook } from '../codebook/index.js';
import type { LineCode, LineScheme } from '../types.js';
import { findPrintedName, mapName, mapSingleName } from './namePaths.js';
import type { MappedName } from './namePaths.js';
import type { OwnNames } from './organisation.js';
import { namesOrganisation, namesPublisher } from './organisation.js';
import type { Span } from './sentences.js';
import type { Topic } from './topic.js';
import { findResidue, inherit, isBlank, NO_TOPIC, readTopic } from './topic.js';
import { trimSubject } from './trim.js';

/** What a subject is read against. */
export interface SubjectContext {
  /** What holds around the clause: the breakdown it is a part of, else the section. */
  readonly around: Topic;
  readonly codebook: Codebook;
  readonly year: number | null;
  readonly ownNames: OwnNames;
  /** Names of the path printed last, for paths that begin below their 类. */
  readonly pathAbove: readonly string[];
  /** 按政府预算支出经济分类 was said: economic names are those of the government scheme. */
  readonly governmentEconomic: boolean;
  /** Behind 其中 or 包括: a part with unknown words is not the whole. */
  readonly inBreakdown: boolean;
}

export interface Subject {
  /** Own facets only; the context's are not in it. */
  readonly topic: Topic;
  readonly codes: readonly LineCode[];
  /** 类 1, 款 2, 项 3 of the function code; null without. */
  readonly codeLevel: number | null;
  /** The path printed, outermost first, the name itself last. */
  readonly path: readonly string[];
  readonly label: Span;
  readonly projectName: string | null;
  readonly unitName: string | null;
  /** The words name a part of the thing (国内接待费) that has no facet of its own. */
  readonly partOf: boolean;
  /** Something in the words was not understood, or several codes fit: the reading is a guess. */
  readonly doubt: string | null;
}

/** Reception is broken down by who is received. */
const PART_OF_RECEPTION = /^(?:国内|外宾|外事|国\(?境\)?外|境外)/;
/** A project by name in a sentence on performance (对…项目开展绩效评价). */
const EVALUATED_PROJECT = /对(?:本单位|本部门|我单位|我部门)?(.{2,}?项目)/;

/** The words of a clause: a subject; nothing but filler (the amount is about what was spoken of before); or a name nobody knows. */
export type SubjectReading =
  | { readonly kind: 'subject'; readonly subject: Subject; readonly hadYear: boolean }
  | { readonly kind: 'nothing'; readonly hadYear: boolean }
  | { readonly kind: 'unknown'; readonly words: string };

/** Reads the subject in folded `text` that begins at `offset` of the block. */
export function readSubject(text: string, offset: number, context: SubjectContext): SubjectReading {
  const { start, end, hadYear } = trimSubject(text, context.ownNames);
  const words = text.slice(start, end);
  const span = { start: offset + start, end: offset + end };
  if (words === '') return { kind: 'nothing', hadYear };
  const classified = readPath(words, span, context) ?? readEconomic(words, span, context);
  if (classified === null && joinsTwo(words, readTopic(words, context.around.theme))) return { kind: 'unknown', words };
  const found = classified ?? readFacets(words, span, context);
  if (found !== null) return { kind: 'subject', subject: found, hadYear };
  const residue = ownResidue(words, context);
  return residue === '' ? { kind: 'nothing', hadYear } : readNamed(words, residue, span, hadYear, context);
}

function readPath(words: string, span: Span, context: SubjectContext): Subject | null {
  const printed = findPrintedName(words, context.pathAbove);
  if (printed === null) return null;
  const fundWords = readTopic(words.slice(0, printed.start)).fund;
  const fund = fundWords ?? context.around.fund;
  const mapped = mapName(context.codebook, 'function', printed, { year: context.year, fund });
  const label = { start: span.start + printed.start, end: span.end };
  return coded(mapped, label, [...printed.path, printed.name], { ...NO_TOPIC, flow: 'expenditure', fund: fundWords });
}

/** Inside basic expenditure a name is an economic class first: 会议费, 公务接待费 are 302 there. */
function readEconomic(words: string, span: Span, context: SubjectContext): Subject | null {
  const { theme, spending } = context.around;
  const basic = spending === 'basic' || spending === 'personnel' || spending === 'public';
  if (!(basic && theme === null) && theme !== 'agency') return null;
  const scheme: LineScheme = context.governmentEconomic ? 'gov_economic' : 'dept_economic';
  const mapped = mapSingleName(context.codebook, scheme, words, { year: context.year, fund: null });
  return mapped && coded(mapped, span, [], { ...NO_TOPIC, flow: 'expenditure' });
}

/** A subject all of whose words are known: facets, filler, and perhaps the publisher's own name. */
function readFacets(words: string, span: Span, context: SubjectContext): Subject | null {
  const topic = readTopic(words, context.around.theme);
  const { theme } = inherit(context.around, topic);
  if (isBlank(topic)) return theme === 'procurement' ? readGoods(words, span, context) : null;
  const residue = findResidue(words, theme);
  if (theme === 'procurement') {
    const goods = readGoods(words, span, context);
    if (goods !== null) return { ...goods, topic: { ...topic, spending: null } };
  }
  if (theme === 'three_public' && topic.item !== null && PART_OF_RECEPTION.test(residue)) {
    return { ...plainSubject(topic, span), partOf: true };
  }
  if (residue === '') return plainSubject(topic, span);
  if (!namesPublisher(residue, context.ownNames)) return null;
  return readClass(words, span, context) ?? plainSubject(topic, span);
}

/** A single 类 of the function classification (教育支出), which all budgets share, or in expenditure a class of the economic one (工资福利支出). */
function readClass(words: string, span: Span, context: SubjectContext): Subject | null {
  const name = words.replace(/^.*(?:安排的|用于)/, '').replace(/科目$/, '');
  const of = { year: context.year, fund: null };
  const single = mapSingleName(context.codebook, 'function', name, of);
  if (single?.level === 1) return coded(single, span, [name], { ...NO_TOPIC, flow: 'expenditure' });
  if (context.around.flow === 'revenue') return null;
  const scheme: LineScheme = context.governmentEconomic ? 'gov_economic' : 'dept_economic';
  const economic = mapSingleName(context.codebook, scheme, name, of);
  return economic && coded(economic, span, [], { ...NO_TOPIC, flow: 'expenditure' });
}

/** 货物, 工程, 服务: the three roots of the procurement catalogue. */
function readGoods(words: string, span: Span, context: SubjectContext): Subject | null {
  const roots = [...words.matchAll(/货物|工程|服务/g)].map(([root]) => root);
  const [root] = roots;
  if (root === undefined || roots.length > 1) return null;
  const mapped = mapSingleName(context.codebook, 'procurement', root, { year: context.year, fund: null });
  return mapped && { ...coded(mapped, span, [], NO_TOPIC), codeLevel: null };
}

/** Words with a name of their own: a 类, a project, a subordinate unit, or facets with something unknown among them. */
function readNamed(
  words: string,
  residue: string,
  span: Span,
  hadYear: boolean,
  context: SubjectContext,
): SubjectReading {
  const topic = readTopic(words, context.around.theme);
  const inside = inherit(context.around, topic);
  const subject = (found: Subject): SubjectReading => ({ kind: 'subject', subject: found, hadYear });
  const known = inside.theme === 'three_public' ? null : readClass(words, span, context);
  if (known !== null) return subject(known);
  const isProject = context.inBreakdown || /项目|工程|专项/.test(words);
  if (
    inside.theme === 'project' ||
    (inside.spending === 'project' && isProject && (context.inBreakdown || topic.spending !== 'project'))
  ) {
    return subject({ ...plainSubject({ ...topic, spending: 'project', flow: null }, span), projectName: words });
  }
  const evaluated = inside.theme === 'performance' ? EVALUATED_PROJECT.exec(words)?.[1] : undefined;
  if (evaluated !== undefined) return subject({ ...plainSubject(topic, span), projectName: evaluated });
  if (isBlank(topic) || inside.theme === 'three_public') return { kind: 'unknown', words };
  if (namesOrganisation(residue)) return subject({ ...plainSubject(topic, span), unitName: residue });
  if (context.inBreakdown || isFlowOnly(plainSubject(topic, span))) return { kind: 'unknown', words };
  return subject({ ...plainSubject(topic, span), doubt: `says ${residue}, which is not known` });
}

function coded(mapped: MappedName, label: Span, path: readonly string[], topic: Topic): Subject {
  const doubt = mapped.tied ? 'several codes bear this name' : null;
  return { ...plainSubject(topic, label), codes: [mapped.code], codeLevel: mapped.level ?? path.length, path, doubt };
}

/** A subject that is its facets and nothing else. */
export function plainSubject(topic: Topic, label: Span): Subject {
  const none = { codes: [], codeLevel: null, path: [], projectName: null, unitName: null, doubt: null };
  return { topic, label, partOf: false, ...none };
}

function ownResidue(words: string, context: SubjectContext): string {
  const residue = findResidue(words, context.around.theme);
  return namesPublisher(residue, context.ownNames) ? '' : residue;
}

/** 支出, 支出决算: a flow and nothing else, which may go on with what was spoken of before. */
export function isFlowOnly(subject: Subject): boolean {
  const { flow, ...others } = subject.topic;
  return (
    flow !== null &&
    flow !== 'both' &&
    subject.codes.length === 0 &&
    subject.unitName === null &&
    Object.values(others).every((facet) => facet === null)
  );
}

/** 人员经费和公用经费共…: one amount for two things of a kind. */
function joinsTwo(words: string, topic: Topic): boolean {
  const parts = words.split(/[、和及与]/).map((part) => readTopic(part));
  const differs = (facet: 'spending' | 'fund' | 'item'): boolean =>
    new Set(parts.map((part) => part[facet]).filter((value) => value !== null)).size > 1;
  return topic.item === null ? differs('spending') || differs('fund') : false;
}
