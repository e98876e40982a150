/** Sentences with the figures of a check marked. */
import { expect, it } from 'vitest';
import { cutSentence, findPercentage, isSame } from '../../../sinks/report/page/sentence.js';

it('finds the percentage that is judged: of several alike the one behind the amounts', () => {
  const sentence = '教育支出5万元，占 20.00%；住房支出7万元，占20％，比上年减少3.50个百分点。';
  expect(findPercentage(sentence, '20.000000', ['7'])).toEqual({ text: '20％', mark: 'whole' });
  expect(findPercentage(sentence, '20.000000', ['5'])).toEqual({ text: '20.00%', mark: 'whole' });
  expect(findPercentage(sentence, '-3.500000', ['5'])).toEqual({ text: '3.50个百分点', mark: 'whole' });
  expect(findPercentage(sentence, '0.200000', ['5'])).toBeNull();
});

it('marks a figure where it stands by itself, not in another one', () => {
  const { text, figures } = cutSentence('2007年7.7万元，7万元', [{ text: '7', mark: 'part' }]);
  expect(figures.map(({ at }) => text.slice(at - 1, at + 2))).toEqual(['，7万']);
});

it('marks two figures alike in two places, in their order', () => {
  const seven = { text: '7', mark: 'part' } as const;
  expect(cutSentence('收7，支7', [seven, seven]).figures.map(({ at }) => at)).toEqual([1, 4]);
});

it('cuts a long sentence around its figures and keeps the one that is judged', () => {
  const sentence = `${'甲'.repeat(300)}7万元${'乙'.repeat(200)}占20%${'丙'.repeat(300)}`;
  const { text, figures } = cutSentence(sentence, [
    { text: '20%', mark: 'whole' },
    { text: '7', mark: 'part' },
  ]);
  expect(figures.map((figure) => text.slice(figure.at, figure.at + figure.text.length))).toEqual(['7', '20%']);
  expect(text.length).toBeLessThanOrEqual(242);
});

it('compares numbers as printed with numerals', () => {
  expect(isSame('1,200.50%', '1200.500000')).toBe(true);
  expect(isSame('12', '120.000000')).toBe(false);
});
