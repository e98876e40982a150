/** What an amount is about. */
import type { LineCode } from '../types.js';
import type { Span } from './sentences.js';
import type { Topic } from './topic.js';

export interface Subject {
  /** Own facets only; the context's are not in it. */
  readonly topic: Topic;
  readonly codes: readonly LineCode[];
  /** 类 1, 款 2, 项 3 of the function code; null without. */
  readonly codeLevel: number | null;
  /** The path printed, outermost first, the name itself last. */
  readonly path: readonly string[];
  /** Where its words stand in the paragraph, or the words themselves where they stand above it. */
  readonly label: Span | string;
  readonly projectName: string | null;
  readonly unitName: string | null;
  /** The words name a part of the thing (国内接待费) that has no facet of its own. */
  readonly partOf: boolean;
  /** Something in the words was not understood, or several codes fit: the reading is a guess. */
  readonly doubt: string | null;
}

/** A subject that is its facets and nothing else. */
export function plainSubject(topic: Topic, label: Span | string): Subject {
  const none = { codes: [], codeLevel: null, path: [], projectName: null, unitName: null, doubt: null };
  return { topic, label, partOf: false, ...none };
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
