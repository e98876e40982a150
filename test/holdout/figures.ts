/** Shares of right answers, with their 95 % intervals. */
import type { Codebook } from '../../transforms/codebook/index.js';
import { nameKeys } from '../../transforms/codebook/index.js';
import type { LineScheme } from '../../transforms/types.js';
import type { Removal } from './held-out.js';
import { withoutDocument } from './held-out.js';
import type { PrintedPair } from './printed-pairs.js';
import type { Answer, Question } from './questions.js';
import { ask, QUESTIONS } from './questions.js';

export interface Figure {
  readonly scheme: LineScheme;
  readonly question: Question;
  readonly n: number;
  readonly right: number;
  /** Wilson's interval of the share of right answers, 0 to 1. */
  readonly low: number;
  readonly high: number;
  readonly misses: readonly Answer[];
}

/** All questions about all pairs, each asked of the codebook that has never seen the pair's document. */
export function askAll(codebook: Codebook, pairs: readonly PrintedPair[], removal: Removal): readonly Answer[] {
  const documents = [...new Set(pairs.map(({ document }) => document))];
  const answers = documents.flatMap((document) => {
    const heldOut = withoutDocument(codebook, pairs, document, removal);
    const own = pairs.filter((pair) => pair.document === document);
    return QUESTIONS.flatMap((question) => own.map((pair) => ask(question, pair, heldOut)));
  });
  return answers.filter((answer) => answer !== null);
}

/** One figure for each scheme and question that has answers. */
export function figuresOf(answers: readonly Answer[]): readonly Figure[] {
  const schemes = [...new Set(answers.map(({ pair }) => pair.scheme))];
  return schemes.flatMap((scheme) =>
    QUESTIONS.flatMap((question) => {
      const own = answers.filter((answer) => answer.pair.scheme === scheme && answer.question === question);
      return own.length === 0 ? [] : [figureOf(scheme, question, own)];
    }),
  );
}

function figureOf(scheme: LineScheme, question: Question, answers: readonly Answer[]): Figure {
  const misses = answers.filter(({ isRight }) => !isRight);
  const right = answers.length - misses.length;
  return { scheme, question, n: answers.length, right, ...wilson(right, answers.length), misses };
}

/**
 * One answer for each code, name and path, whatever documents print it and with what numbering, so that frequent names don't hide rare
 * ones; a wrong answer stands for the right ones.
 */
export function pool(answers: readonly Answer[]): readonly Answer[] {
  const distinct = new Map<string, Answer>();
  for (const answer of answers) {
    const { scheme, code, name, path } = answer.pair;
    const names = [...path, name].map((one) => nameKeys(one).exact);
    const key = JSON.stringify([answer.question, scheme, code, names]);
    if (distinct.get(key)?.isRight !== false) distinct.set(key, answer);
  }
  return [...distinct.values()];
}

/** Quantile of the normal distribution for 95 %. */
const Z = 1.959964;

/** Wilson's score interval: sound for few observations and shares near 1. */
export function wilson(right: number, n: number): { readonly low: number; readonly high: number } {
  const share = right / n;
  const centre = share + Z ** 2 / (2 * n);
  const half = Z * Math.sqrt((share * (1 - share)) / n + Z ** 2 / (4 * n ** 2));
  const scale = 1 + Z ** 2 / n;
  return { low: (centre - half) / scale, high: Math.min(1, (centre + half) / scale) };
}
