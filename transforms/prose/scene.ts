/** What is known while a document's sentences are read one after the other. */
import type { Diagnostic, RawBlock, Severity } from '../../extractors/types.js';
import type { Codebook } from '../codebook/index.js';
import type { DocumentFacts, Fen, PercentE4, StatedAmount, TableKind } from '../types.js';
import type { Folded } from './fold.js';
import type { OwnNames } from './organisation.js';
import type { Section } from './sections.js';
import type { Span } from './sentences.js';
import type { Subject } from './subject.js';
import type { Topic } from './topic.js';

/** What a breakdown is a part of. */
export interface Parent {
  readonly topic: Topic;
  readonly tableKind: TableKind;
  /** The level that is broken down; null where only its words were said (收入包括：). */
  readonly group: Group | null;
}

/** A subject spoken of, with all facets that hold for it. */
export interface Thing {
  readonly subject: Subject;
  readonly topic: Topic;
  readonly tableKind: TableKind;
}

/** The lines of one amount, and what the words after it add to them. */
export interface Group extends Thing {
  /** The amount it is a part of, where that is known. */
  readonly whole: Group | null;
  readonly lines: readonly StatedAmount[];
  yoyAmount: Fen | null;
  yoyPercent: PercentE4 | null;
  sharePercent: PercentE4 | null;
}

/** Of the whole document. */
export interface Scene {
  readonly facts: DocumentFacts;
  readonly codebook: Codebook;
  readonly ownNames: OwnNames;
  readonly groups: Group[];
  readonly diagnostics: Diagnostic[];
  /** The path of names printed last, outermost first. */
  pathAbove: readonly string[];
  /** A breakdown that goes on in the next sentence or paragraph (其中： at the end). */
  openParent: Parent | null;
  /** What a heading or the end of the paragraph before names (…（项）。): the amounts that follow are about it. */
  thingAbove: Thing | null;
  /** Amounts were stated since the last heading: one that names nothing is no longer about the heading. */
  statedInSection: boolean;
  sentenceNo: number;
}

/** Of one paragraph. */
export interface BlockScene {
  readonly document: Scene;
  readonly block: RawBlock;
  readonly folded: Folded;
  readonly section: Topic;
  readonly headings: Section;
  /** The level that changes and shares belong to. */
  current: Group | null;
  /** The levels that the change stated last was of: 收、支总计各增加… is of two. */
  moved: readonly Group[];
  /** What is spoken of: figures without a subject of their own are about it. */
  thing: Thing | null;
  /** The amount before this one was of something unknown: 支出决算 alone goes on with that. */
  lost: boolean;
  /** A change was stated since the last level: 主要是 now gives its reasons. */
  changed: boolean;
  /** Nothing but commas since the level stated last. */
  near: boolean;
  /** Changes are against the plan of the same year until the words say otherwise. */
  againstPlan: boolean;
  /** The year that the words name as their base; null where they name none. */
  againstYear: number | null;
}

export function openBlock(document: Scene, block: RawBlock, folded: Folded, headings: Section): BlockScene {
  return {
    document,
    block,
    folded,
    section: headings.topic,
    headings,
    current: null,
    moved: [],
    thing: document.thingAbove,
    lost: false,
    changed: false,
    near: false,
    againstPlan: false,
    againstYear: null,
  };
}

/** A group's lines with their change and share. */
export function closeGroup({ lines, yoyAmount, yoyPercent, sharePercent }: Group): StatedAmount[] {
  return lines.map((line) => ({ ...line, yoyAmount, yoyPercent, sharePercent }));
}

export function report(scene: BlockScene, severity: Severity, code: string, message: string): void {
  const { blockNo, page, lineFirst } = scene.block;
  scene.document.diagnostics.push({
    stage: 'transform',
    severity,
    code,
    message,
    origin: { blockNo, page, line: lineFirst },
  });
}

/** What held before an open bracket and holds again behind it. */
interface Bracketed {
  readonly outer: Parent | null;
  readonly inner: Parent | null;
  readonly current: Group | null;
  readonly thing: Thing | null;
}

/** Of one sentence. */
export interface SentenceScene {
  readonly block: BlockScene;
  readonly span: Span;
  readonly no: number;
  /** The words are giving reasons: no amount in them is a level. */
  reason: boolean;
  /** The breakdown that the words are in, and one within it that ends at the next semicolon. */
  outer: Parent | null;
  inner: Parent | null;
  /** The breakdowns as they were before an open bracket. */
  bracketed: Bracketed | null;
  /** Contracts counted by who won them: they repeat what was bought. */
  awarded: boolean;
  /** The money of a whole region is spoken of, not the publisher's. */
  regional: boolean;
  /** What the change stated last is of, where the words name it: 公务接待费比上年下降5%，为3万元. */
  moved: Thing | null;
  /** The year before that the amount before this one was of; `leads`: no figure of this year stands before it in the sentence. */
  prior: { readonly fiscalYear: number | null; readonly leads: boolean } | null;
  /** A figure of this year was stated. */
  stated: boolean;
}

export function openSentence(block: BlockScene, span: Span): SentenceScene {
  const { sentenceNo, openParent } = block.document;
  const state = { reason: false, inner: null, bracketed: null, awarded: false, regional: false };
  return { block, span, no: sentenceNo, outer: openParent, ...state, moved: null, prior: null, stated: false };
}

/** The innermost breakdown that the words are in; null outside any. */
export function parentOf(sentence: SentenceScene): Parent | null {
  return sentence.inner ?? sentence.outer;
}

/** A level as the whole of a breakdown. */
export function asParent(group: Group | null): Parent | null {
  return group && { topic: group.topic, tableKind: group.tableKind, group };
}
