/** Walks the paragraphs of a document and collects the amounts that its sentences state. */
import type { Diagnostic, RawBlock } from '../../extractors/types.js';
import type { Codebook } from '../codebook/index.js';
import type { DocumentFacts, StatedAmount } from '../types.js';
import { fold } from './fold.js';
import { findOwnNames } from './organisation.js';
import { readHeading, readSentence } from './sentence.js';
import { findSentences } from './sentences.js';
import type { Place } from './place.js';
import { step } from './place.js';
import { sectionOf } from './sections.js';
import type { BlockScene, Scene } from './scene.js';
import { closeGroup, openBlock, report } from './scene.js';

export interface ProseInput {
  readonly blocks: readonly RawBlock[];
  readonly facts: DocumentFacts;
  readonly codebook: Codebook;
}

export interface ProseReading {
  readonly amounts: readonly StatedAmount[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Characters. A whole disclosure in one line has some ten thousand; what is beyond this is no text that anyone wrote. */
const LONGEST_PARAGRAPH = 1_000_000;
/** Characters. Sentences of disclosures have some hundred; patterns take time by the square of the length. */
const LONGEST_SENTENCE = 5_000;
/**
 * Amounts stated in sentences, in reading order: levels with what the words say about them; changes on the year before and shares
 * go to the level they belong to. Amounts that are no budget figures (bounds, unit prices, reasons of changes, assets,
 * definitions) give nothing; an amount in a sentence that no rule understands gives the diagnostic `prose-amount-unread`, an
 * unknown name a line without code and `name-unmapped`. Never throws on data.
 */
export function readProse({ blocks, facts, codebook }: ProseInput): ProseReading {
  const prose = blocks.toSorted((a, b) => a.order - b.order).filter(isProse);
  const texts = prose.filter(isReadable).map((block) => ({ block, folded: fold(block.text) }));
  const ownNames = findOwnNames(
    facts.publisher,
    texts.map(({ folded }) => folded.text),
  );
  const diagnostics = prose.filter((block) => !isReadable(block)).map(tooLong);
  const scene: Scene = {
    facts,
    codebook,
    ownNames,
    groups: [],
    diagnostics,
    pathAbove: [],
    openParent: null,
    thingAbove: null,
    statedInSection: false,
    sentenceNo: 0,
  };
  let place: Place = { outline: [], afterPart: false };
  for (const { block, folded } of texts) {
    const { outline, afterPart, opens, isTitle } = step(place, block, folded);
    place = { outline, afterPart };
    if (opens) openSection(scene);
    const blockScene = openBlock(scene, block, folded, sectionOf(outline));
    if (isTitle) readHeading(blockScene);
    else readBlock(blockScene);
  }
  return { amounts: scene.groups.flatMap(closeGroup), diagnostics };
}

function isReadable({ text }: RawBlock): boolean {
  return text.length <= LONGEST_PARAGRAPH;
}

function tooLong({ blockNo, page, lineFirst, text }: RawBlock): Diagnostic {
  const message = `a paragraph of ${String(text.length)} characters is not read; amounts in it give no lines`;
  const origin = { blockNo, page, line: lineFirst };
  return { stage: 'transform', severity: 'warning', code: 'prose-too-long', message, origin };
}

function reportLong(scene: BlockScene, length: number): void {
  const message = `a sentence of ${String(length)} characters is not read; amounts in it give no lines`;
  report(scene, 'warning', 'prose-too-long', message);
}

/** A heading closes what was open above it. */
function openSection(scene: Scene): void {
  scene.openParent = null;
  scene.thingAbove = null;
  scene.statedInSection = false;
}

function isProse(block: RawBlock): boolean {
  return block.kind !== 'page_furniture' && block.kind !== 'caption';
}

function readBlock(scene: BlockScene): void {
  for (const span of findSentences(scene.folded.text)) {
    if (span.end - span.start <= LONGEST_SENTENCE) readSentence(scene, span);
    else if (scene.folded.text.slice(span.start, span.end).includes('元')) reportLong(scene, span.end - span.start);
  }
}
