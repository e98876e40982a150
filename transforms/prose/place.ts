/** Walks the headings of a document, paragraph by paragraph. */
import type { RawBlock } from '../../extractors/types.js';
import type { Folded } from './fold.js';
import { unfold } from './fold.js';
import { NUMBERING } from './phrases.js';
import type { Outline } from './sections.js';
import { enterHeading, enterProject, findProject, isBarePart, isHeading, passParagraph } from './sections.js';
import { findSentences } from './sentences.js';
import { isBlank, readHeadingTopic } from './topic.js';

/** The longest run-in heading (`(一)机关运行经费。2024年…`), in characters after folding. */
const LONGEST_RUN_IN = 40;

/** The open headings, and whether a bare 第一部分 stands just above. */
export interface Place {
  readonly outline: Outline;
  readonly afterPart: boolean;
}

/** The place below `block`; `opens`: it begins a section, `isTitle`: it is nothing but a heading. */
export function step(
  { outline, afterPart }: Place,
  block: RawBlock,
  folded: Folded,
): Place & { readonly opens: boolean; readonly isTitle: boolean } {
  const { text } = folded;
  const project = findProject(text);
  if (project !== null) {
    return { outline: enterProject(outline, text, project), afterPart: false, opens: true, isTitle: false };
  }
  const isTitle = isHeading(block, text, afterPart);
  const title = isTitle ? text : findRunInHeading(text);
  const next = { afterPart: text === '' ? afterPart : isTitle && isBarePart(text), isTitle };
  if (title === null) return { ...next, outline: passParagraph(outline, text), opens: false };
  const entered = enterHeading(outline, title, printTitle(block, folded, title), isTitle && afterPart);
  return { ...next, outline: entered, opens: true };
}

/** The words of the heading that the paragraph begins with, as printed and without number. */
function printTitle(block: RawBlock, folded: Folded, title: string): string {
  return unfold(block.text, folded, NUMBERING.exec(title)?.[0].length ?? 0, title.length);
}

/** A numbered first sentence that states nothing but a topic is the heading of its own paragraph. */
function findRunInHeading(text: string): string | null {
  const first = findSentences(text)[0];
  if (first === undefined || first.end - first.start > LONGEST_RUN_IN || first.end === text.length) return null;
  const words = text.slice(first.start, first.end - 1);
  if (!NUMBERING.test(words) || /[,;:\d]/.test(words.replace(NUMBERING, '')) || /\((?:类|款|项)\)/.test(words))
    return null;
  return isBlank(readHeadingTopic(words)) ? null : words;
}
