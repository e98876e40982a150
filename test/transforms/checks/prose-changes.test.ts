/** Changes in sentences: against last year's figure right before them, and against the figure they led to. */
import { expect, it } from 'vitest';
import { loadCodebook, transform } from '../../../transforms/index.js';
import { extractLines } from '../../builders/text-document.js';

const codebook = loadCodebook();

/** What the rules on changes say of a sentence. */
function outcomes(sentence: string): readonly string[] {
  const { checks } = transform(extractLines('临海市水利局2024年部门预算', `${sentence}。`), codebook);
  return checks.filter(({ rule }) => /^change/.test(rule)).map(({ rule, status }) => `${rule} ${status}`);
}

it('go on from last year’s figure', () => {
  expect(outcomes('2024年收入预算500.00万元，比2023年480.00万元增加20.00万元')).toEqual(['change pass']);
  expect(outcomes('2024年收入预算500.00万元，比2023年490.00万元增加20.00万元')).toEqual(['change fail']);
  expect(outcomes('2024年收入预算500.00万元，比2023年的490.00万元，减少20.00万元')).toEqual(['change fail']);
  expect(outcomes('收入预算从2023年的480.00万元增加到2024年的500.00万元，增加30.00万元')).toEqual(['change fail']);
});

it('may be from another figure where words stand between', () => {
  expect(outcomes('2024年“三公”经费预算10.00万元，2023年决算数9.00万元，比上年预算数减少2.00万元')).toEqual([]);
  expect(outcomes('2024年收入预算约500万元，比2023年490.00万元增加20.00万元')).toEqual([]);
});

it('are no more than what they led to', () => {
  expect(outcomes('2024年公务接待费3.00万元，比上年增加12.00万元')).toEqual(['change-limit fail']);
  expect(outcomes('2024年公务接待费3.00万元，比上年增加3.00万元')).toEqual([]);
  expect(outcomes('2024年公务接待费3.00万元，比上年减少12.00万元')).toEqual([]);
});
