/** Subjects that name a class of a classification: function, economic, procurement catalogue. */
import type { Codebook } from '../codebook/index.js';
import type { LineScheme } from '../types.js';
import type { MappedName } from './name-paths.js';
import { findPrintedName, mapBelow, mapName, mapSingleName } from './name-paths.js';
import type { Span } from './sentences.js';
import type { Subject } from './subject.js';
import { plainSubject } from './subject.js';
import type { Topic } from './topic.js';
import { NO_TOPIC, readTopic } from './topic.js';

/** What the name of a class is read against. */
export interface ClassContext {
  /** What holds around the clause: the breakdown it is a part of, else the section. */
  readonly around: Topic;
  readonly codebook: Codebook;
  readonly year: number | null;
  /** Names of the path printed last, for paths that begin below their 类. */
  readonly pathAbove: readonly string[];
  /** 按政府预算支出经济分类 was said: economic names are those of the government scheme. */
  readonly governmentEconomic: boolean;
}

const SPENT: Topic = { ...NO_TOPIC, flow: 'expenditure' };

/** A path of names or a name with its code. */
export function readPath(words: string, span: Span, context: ClassContext): Subject | null {
  const printed = findPrintedName(words, context.pathAbove);
  if (printed === null) return null;
  const fundWords = readTopic(words.slice(0, printed.start)).fund;
  const fund = fundWords ?? context.around.fund;
  const mapped = mapName(context.codebook, 'function', printed, { year: context.year, fund });
  const label = { start: span.start + printed.start, end: span.end };
  return coded(mapped, label, [...printed.path, printed.name], { ...SPENT, fund: fundWords });
}

/** Inside basic expenditure a name is an economic class first: 会议费, 公务接待费 are 302 there. */
export function readEconomic(words: string, span: Span, context: ClassContext): Subject | null {
  const { theme, spending } = context.around;
  const basic = spending === 'basic' || spending === 'personnel' || spending === 'public';
  if (!(basic && theme === null) && theme !== 'agency') return null;
  const mapped = mapSingleName(context.codebook, economicScheme(context), words, { year: context.year, fund: null });
  return mapped && coded(mapped, span, [], SPENT);
}

/** A single 类 of the function classification (教育支出), which all budgets share, or in expenditure a class of the economic one (工资福利支出). */
export function readClass(words: string, span: Span, context: ClassContext): Subject | null {
  const name = bareName(words);
  const of = { year: context.year, fund: null };
  const single = mapSingleName(context.codebook, 'function', name, of);
  if (single?.level === 1) return coded(single, span, [name], SPENT);
  if (context.around.flow === 'revenue') return null;
  const economic = mapSingleName(context.codebook, economicScheme(context), name, of);
  return economic && coded(economic, span, [], SPENT);
}

/** 行政运行 behind 政协事务: an unmarked name of a 款 or 项 below one printed before it. */
export function readBelow(words: string, span: Span, context: ClassContext): Subject | null {
  if (context.around.flow === 'revenue') return null;
  const { codebook, year, around, pathAbove } = context;
  const below = mapBelow(codebook, bareName(words), pathAbove, { year, fund: around.fund });
  return below && coded(below.mapped, span, below.path, SPENT);
}

/** 货物, 工程, 服务: the three roots of the procurement catalogue. */
export function readGoods(words: string, span: Span, context: ClassContext): Subject | null {
  const roots = [...words.matchAll(/货物|工程|服务/g)].map(([root]) => root);
  const [root] = roots;
  if (root === undefined || roots.length > 1) return null;
  const mapped = mapSingleName(context.codebook, 'procurement', root, { year: context.year, fund: null });
  return mapped && { ...coded(mapped, span, [], NO_TOPIC), codeLevel: null };
}

/** The name without the budget it is spent from and the words for the figure: 财政拨款安排的“公共安全支出”预算. */
function bareName(words: string): string {
  return words.replace(/^.*(?:安排的|用于)/, '').replace(/(?:科目|预算|决算)+$/, '');
}

function economicScheme({ governmentEconomic }: ClassContext): LineScheme {
  return governmentEconomic ? 'gov_economic' : 'dept_economic';
}

function coded(mapped: MappedName, label: Span, path: readonly string[], topic: Topic): Subject {
  const doubt = mapped.tied ? 'several codes bear this name' : null;
  return { ...plainSubject(topic, label), codes: [mapped.code], codeLevel: mapped.level ?? path.length, path, doubt };
}
