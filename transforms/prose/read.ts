/** Walks the paragraphs of a document and collects the amounts that its sentences state. */
import type { Diagnostic, RawBlock } from '../../extractors/types.js';
import type { Codebook } from '../codebook/index.js';
import type { DocumentFacts, StatedAmount } from '../types.js';
import { fold } from './fold.js';
import { findOwnNames } from './organisation.js';
import { NUMBERING } from './phrases.js';
import { readSentence } from './sentence.js';
import { findSentences } from './sentences.js';
import type { Outline } from './sections.js';
import { enterHeading, isBarePart, isHeading, topicOf } from './sections.js';
import type { BlockScene, Group, Scene } from './scene.js';
import { closeGroup, openBlock } from './scene.js';
import { isBlank, readHeadingTopic } from './topic.js';

export interface ProseInput {
  readonly blocks: readonly RawBlock[];
  readonly facts: DocumentFacts;
  readonly codebook: Codebook;
}

export interface ProseReading {
  readonly amounts: readonly StatedAmount[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The longest run-in heading (`(一)机关运行经费。2024年…`), in characters after folding. */
const LONGEST_RUN_IN = 40;

/**
 * Amounts stated in sentences, in reading order: levels with what the words say about them; changes on the year before and shares
 * go to the level they belong to. Amounts that are no budget figures (bounds, unit prices, reasons of changes, assets,
 * definitions) give nothing; an amount in a sentence that no rule understands gives the diagnostic `prose-amount-unread`, an
 * unknown name a line without code and `name-unmapped`. Never throws on data.
 */
export function readProse({ blocks, facts, codebook }: ProseInput): ProseReading {
  const texts = blocks
    .toSorted((a, b) => a.order - b.order)
    .filter(isProse)
    .map((block) => ({ block, folded: fold(block.text) }));
  const ownNames = findOwnNames(
    facts.publisher,
    texts.map(({ folded }) => folded.text),
  );
  const groups: Group[] = [];
  const diagnostics: Diagnostic[] = [];
  const scene: Scene = {
    facts,
    codebook,
    ownNames,
    groups,
    diagnostics,
    pathAbove: [],
    openParent: null,
    sentenceNo: 0,
  };
  let outline: Outline = [];
  let afterPart = false;
  for (const { block, folded } of texts) {
    const { text } = folded;
    if (isHeading(block, text, afterPart)) {
      outline = enterHeading(outline, text, afterPart);
      afterPart = isBarePart(text);
      scene.openParent = null;
      continue;
    }
    if (text !== '') afterPart = false;
    const runIn = findRunInHeading(text);
    if (runIn !== null) {
      outline = enterHeading(outline, runIn, false);
      scene.openParent = null;
    }
    readBlock(openBlock(scene, block, folded, topicOf(outline)));
  }
  return { amounts: groups.flatMap(closeGroup), diagnostics };
}

function isProse(block: RawBlock): boolean {
  return block.kind !== 'page_furniture' && block.kind !== 'caption';
}

function readBlock(scene: BlockScene): void {
  for (const span of findSentences(scene.folded.text)) readSentence(scene, span);
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
