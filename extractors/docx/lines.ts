/** Paragraphs as the lines that all formats share. */
import { isSubtitle } from '../tables/captions.js';
import type { LooseLine } from '../tables/collect.js';
import { isCaption, isCodedName, isTableName } from '../tables/words.js';
import type { Paragraph } from './body/blocks.js';

/** What stands at both sides of a line is set apart by tabs or by spaces. */
const GAP = /\t[\t ]*|[ \u00a0]{3,}|\u3000{2,}/;
/** A line of captions holds no more parts: department, year, unit. */
const MOST_PARTS = 4;
/** A part that says nothing of the whole table is a name (of the department) at most this long. */
const LONGEST_PART = 40;

/** The lines of a paragraph: it is one, but for its line breaks, and for captions at both sides of the page. */
export function paragraphLines({ text, isHeading }: Paragraph): readonly Omit<LooseLine, 'no'>[] {
  return text.split('\n').flatMap((line, at) =>
    captionsAtBothSides(line).map((words) => ({
      text: words,
      furniture: false,
      // what a line break parts may be one sentence
      ...(at === 0 && { whole: true }),
      ...(isHeading && { heading: true }),
    })),
  );
}

/** `部门：某市某局      单位：万元` are two captions. */
function captionsAtBothSides(line: string): readonly string[] {
  const parts = line.trim().split(GAP);
  const saysOfTable = (part: string): boolean => isCaption(part) || isSubtitle(part) || isCodedName(part);
  const areCaptions =
    parts.length > 1 &&
    parts.length <= MOST_PARTS &&
    parts.some(isCaption) &&
    parts.every((part) => saysOfTable(part) || isTableName(part) || isShortName(part));
  return areCaptions ? parts : [line];
}

function isShortName(part: string): boolean {
  return part.length <= LONGEST_PART && !/[。；，,;：:]/.test(part);
}
