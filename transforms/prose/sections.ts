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
}

/** The open headings above a place, outermost first. */
export type Outline = readonly Heading[];

/** Headings are short; a longer line that states no amount is a paragraph. In characters, after folding. */
const LONGEST_HEADING = 60;
const LONGEST_UNNUMBERED = 40;
/** Deeper than every numbering: the next heading closes it. */
const UNNUMBERED = NUMBERING_LEVELS.length;
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

/**
 * The outline below a new heading: headings of its own level and deeper are closed. One without number closes all and is closed
 * by any other, unless it is the title of the part whose number stands above it.
 */
export function enterHeading(outline: Outline, text: string, afterPart: boolean): Outline {
  const numbered = NUMBERING_LEVELS.findIndex((pattern) => pattern.test(text));
  const topic = readHeadingTopic(text.replace(NUMBERING, ''));
  if (numbered < 0) return [{ level: afterPart ? 0 : UNNUMBERED, topic }];
  return [...outline.filter(({ level }) => level < numbered), { level: numbered, topic }];
}

/**
 * What the outline is about: inner headings say it more closely. A heading on budgets inside a narrative one (基本情况 › 收支预算)
 * is on budgets.
 */
export function topicOf(outline: Outline): Topic {
  return outline.reduce((context, { topic }) => {
    if (isBlank(topic)) return context;
    const outer = context.theme === 'narrative' ? { ...context, theme: null } : context;
    return inherit(outer, topic);
  }, NO_TOPIC);
}
