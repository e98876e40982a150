/** The headings above a paragraph and what they make it be about. */
import type { RawBlock } from '../../extractors/types.js';
import { findMentions } from './mentions.js';
import { HEADING_ENDS, NUMBERING, NUMBERING_LEVELS } from './phrases.js';
import type { Topic } from './topic.js';
import { inherit, isBlank, NO_TOPIC, readHeadingTopic } from './topic.js';

/** One open heading; `level` 0 is a part, deeper numberings are higher. */
interface Heading {
  readonly level: number;
  readonly topic: Topic;
  /** As printed, without its number. */
  readonly title: string;
  /** The project that everything below it is about (项目名称：…). */
  readonly project: string | null;
}

/** What the open headings say about the paragraphs below them. */
export interface Section {
  readonly topic: Topic;
  /** The title that says it most closely; `''` where none does. */
  readonly title: string;
  readonly project: string | null;
  /** The innermost title, whatever it says. */
  readonly innermost: string;
}

/** The open headings above a place, outermost first. */
export type Outline = readonly Heading[];

/** Headings are short; a longer line that states no amount is a paragraph. In characters, after folding. */
const LONGEST_HEADING = 60;
const LONGEST_UNNUMBERED = 40;
/** Deeper than every numbering: the next heading closes it. */
const UNNUMBERED = NUMBERING_LEVELS.length;
const PROJECT_LINE = /^(?:重点|主要)?项目(?:名称|[一二三四五六七八九十\d]+)?:([^:;。]{2,50})$/;
/** Everything below the heading of a project is its expenditure. */
const PROJECT: Topic = { ...NO_TOPIC, theme: 'project', flow: 'expenditure', spending: 'project' };
const PART_ONLY = /^第[一二三四五六七八九十\d]+部分$/;

/** Whether a folded block reads as a heading: numbered, short, no sentence, no amount. `afterPart`: a bare 第一部分 stands above. */
export function isHeading(block: RawBlock, text: string, afterPart: boolean): boolean {
  const body = text.replace(/:$/, '');
  if (body.length === 0 || body.length > LONGEST_HEADING || /[。;!?]|[,，:](?!$)/.test(body)) return false;
  if (/如下$|其中$/.test(body) || findMentions(body, 0).length > 0) return false;
  if (block.kind === 'heading' || NUMBERING.test(body)) return true;
  return body.length <= LONGEST_UNNUMBERED && (afterPart || HEADING_ENDS.test(body));
}

export function isBarePart(text: string): boolean {
  return PART_ONLY.test(text);
}

/** A line that names a project (项目名称：校舍维修) is a heading of what is said about it. */
export function findProject(text: string): string | null {
  const [, name = null] = PROJECT_LINE.exec(text.replace(NUMBERING, '')) ?? [];
  return name === null || findMentions(text, 0).length > 0 ? null : name;
}

/**
 * The outline below a new heading (`text` folded, `title` as printed and without its number): headings of its own level and deeper are closed. One without number closes all and is closed
 * by any other, unless it is the title of the part whose number stands above it; in what is said about a project one that names
 * no topic (the title of a document that it rests on) closes nothing.
 */
export function enterHeading(outline: Outline, text: string, title: string, afterPart: boolean): Outline {
  const level = levelOf(text);
  const heading = { topic: readHeadingTopic(text.replace(NUMBERING, '')), title, project: null };
  if (level === null) {
    const insideProject = isBlank(heading.topic) && outline.some(({ project }) => project !== null);
    const above = insideProject ? closeFrom(outline, UNNUMBERED) : [];
    return [...above, { ...heading, level: afterPart ? 0 : UNNUMBERED }];
  }
  return [...closeFrom(outline, level), { ...heading, level }];
}

/** The outline below the line that names a project: it closes the project before it; without number it is deeper than what stands above. */
export function enterProject(outline: Outline, text: string, project: string): Outline {
  const before = outline.findIndex((heading) => heading.project !== null);
  const above = before < 0 ? outline : outline.slice(0, before);
  const level = levelOf(text) ?? (above.at(-1)?.level ?? 0) + 0.5;
  return [...closeFrom(above, level), { level, topic: PROJECT, title: project, project }];
}

/** A numbered paragraph closes the headings of its own level and deeper: （二）支出预算… is no part of （一）收入预算. */
export function passParagraph(outline: Outline, text: string): Outline {
  const level = levelOf(text);
  return level === null ? outline : outline.filter((heading) => heading.level < level || heading.level >= UNNUMBERED);
}

function levelOf(text: string): number | null {
  const level = NUMBERING_LEVELS.findIndex((pattern) => pattern.test(text));
  return level < 0 ? null : level;
}

function closeFrom(outline: Outline, level: number): Outline {
  return outline.filter((heading) => heading.level < level);
}

/**
 * What the outline is about: inner headings say it more closely. A heading on budgets inside a narrative one (基本情况 › 收支预算)
 * is on budgets.
 */
export function sectionOf(outline: Outline): Section {
  const speaking = outline.filter(({ topic }) => !isBlank(topic));
  const topic = speaking.reduce((context, heading) => {
    const outer = context.theme === 'narrative' ? { ...context, theme: null } : context;
    return inherit(outer, heading.topic);
  }, NO_TOPIC);
  const project = outline.findLast((heading) => heading.project !== null)?.project ?? null;
  return { topic, title: speaking.at(-1)?.title ?? '', project, innermost: outline.at(-1)?.title ?? '' };
}
