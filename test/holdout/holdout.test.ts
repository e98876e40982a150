import { describe, expect, it } from 'vitest';
import { loadCodebook } from '../../transforms/index.js';
import type { Removal } from './held-out.js';
import { withoutDocument } from './held-out.js';
import type { Figure } from './figures.js';
import { askAll, figuresOf, pool, wilson } from './figures.js';
import { figureText, missText } from './print.js';
import type { PrintedPair } from './printed-pairs.js';
import { readPrintedPairs } from './printed-pairs.js';
import type { Question } from './questions.js';
import { ask } from './questions.js';

/** Least percentage of right answers. */
const LEAST: Readonly<Record<Question, number>> = {
  'name path': 99,
  'official path': 99,
  'name with parent': 97,
  'code and name': 99,
};

const codebook = loadCodebook();
const pairs = readPrintedPairs();

/** What is to be said of a figure below its threshold; of a small scheme no miss is allowed. */
function complaint(figure: Figure): string | null {
  if (figure.right * 100 >= figure.n * LEAST[figure.question]) return null;
  return [figureText(figure), ...figure.misses.map(missText)].join('\n');
}

/** What only its dated entry as a former official name can tell. */
const FORMER_NAMES: ReadonlySet<string> = new Set(['医疗卫生与计划生育支出', '行政事业单位离退休']);

describe('names of documents that the codebook has never seen', () => {
  it('are mapped to their codes without the aliases that the documents print', () => {
    const answers = askAll(codebook, pairs, 'undated');
    const figures = [...figuresOf(answers), ...figuresOf(pool(answers))];
    expect(figures.length).toBeGreaterThan(0);
    expect(figures.map(complaint).filter((text) => text !== null)).toEqual([]);
  });

  it('are mapped to their codes without any old name, but for the former names themselves', () => {
    const answers = askAll(codebook, pairs, 'dated_too');
    expect(
      figuresOf(answers)
        .map(complaint)
        .filter((text) => text !== null),
    ).toEqual([]);
    const misses = answers.filter(({ isRight, pair }) => !isRight && !FORMER_NAMES.has(pair.name));
    expect(misses.map(missText)).toEqual([]);
  });
});

describe('an answer', () => {
  const pair = (code: string | null, name: string): PrintedPair => ({
    document: 'any',
    fiscalYear: 2024,
    scheme: 'function',
    code,
    codePrinted: null,
    name,
    path: ['一般公共服务支出', '政协事务'],
    budget: null,
    place: 'table 1',
    kind: 'table',
  });

  it.each([
    ['2010201', '行政运行', '2010201', true],
    ['2010301', '行政运行', '2010201', false],
    ['2010201', '人行科目', null, false],
    [null, '人行科目', null, true],
  ])('for %s %s is %s: %s', (code, name, given, isRight) => {
    expect(ask('name path', pair(code, name), codebook)).toMatchObject({ given, isRight });
  });

  it('is not asked where the question makes no sense', () => {
    expect(ask('code and name', pair('2010201', '行政运行'), codebook)).toBeNull();
    expect(ask('official path', pair('2010201', '行政运行'), codebook)).toBeNull();
    expect(ask('name with parent', pair('201', '一般公共服务支出'), codebook)).toBeNull();
  });

  it('is pooled with those of the same name, the wrong one standing for all', () => {
    const answers = ['行政运行', '1.行政运行（项）'].map((name) => ask('name path', pair('2010201', name), codebook));
    const right = answers.filter((answer) => answer !== null);
    const wrong = right.map((answer) => ({ ...answer, isRight: false }));
    expect(pool(right)).toMatchObject([{ isRight: true }]);
    expect(pool([...right, ...wrong, ...right])).toMatchObject([{ isRight: false }]);
  });
});

describe('a codebook without a document', () => {
  const document = 'luojiang-cppcc-2023';
  const health = (removal: Removal) =>
    withoutDocument(codebook, pairs, document, removal).entry('function', '210', 2023);
  const isPrinted = ({ name }: { readonly name: string }): boolean => name === '医疗卫生与计划生育支出';

  it('keeps official names of earlier years or not', () => {
    expect(health('undated')?.oldNames.some(isPrinted)).toBe(true);
    expect(health('dated_too')?.oldNames.some(isPrinted)).toBe(false);
  });

  it('has no evidence that only this document gives', () => {
    const inAll = codebook.entry('function', '2010204', 2024);
    const without = withoutDocument(codebook, pairs, 'shanhaiguan-cppcc-2024', 'undated').entry(
      'function',
      '2010204',
      2024,
    );
    expect(inAll).toMatchObject({ evidence: 'observed', confidence: 'high' });
    expect(without).toMatchObject({ evidence: 'recalled_twice', confidence: 'medium' });
  });
});

describe('the truth', () => {
  it('holds every pair once', () => {
    const keys = pairs.map(({ document, scheme, code, codePrinted, name, path, kind }) =>
      JSON.stringify([document, scheme, code, codePrinted, name, path, kind]),
    );
    expect(new Set(keys).size).toBe(pairs.length);
  });

  it('has no code that the codebook lacks: nothing would be asked about its parent', () => {
    const lacking = pairs.filter(
      ({ scheme, code, fiscalYear }) => code !== null && !codebook.entry(scheme, code, fiscalYear),
    );
    expect(lacking).toEqual([]);
  });
});

describe('wilson', () => {
  it.each([
    [10, 10, 0.7225, 1],
    [95, 100, 0.8882, 0.9785],
    [0, 5, 0, 0.4345],
  ])('%i of %i', (right, n, low, high) => {
    expect(wilson(right, n).low).toBeCloseTo(low, 4);
    expect(wilson(right, n).high).toBeCloseTo(high, 4);
  });
});
