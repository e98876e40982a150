/** Texts made to take forever or all memory. */
import { describe, expect, it } from 'vitest';
import { outcomeOf } from './outcome.js';

const TITLE = '某市财政局2024年部门预算\n\n';

describe('a line', () => {
  it.each([
    ['of 100 million Chinese bytes', Buffer.alloc(100_000_000, '预算支出')],
    ['of 30 million bytes with gaps', Buffer.alloc(30_000_000, 'a b 1.5 ')],
    ['of 20 million bytes of digits', Buffer.alloc(20_000_000, '1,234,567')],
  ])('%s is kept as it is', async (_, bytes) => {
    expect(await outcomeOf(bytes)).toMatchObject({ refused: null, tables: 0, blocks: 1 });
  });

  it('of five million columns is kept as text, and told', async () => {
    const outcome = await outcomeOf(Buffer.from(`名称${'\t1'.repeat(5_000_000)}\n`));
    expect(outcome).toMatchObject({ refused: null, tables: 0, codes: ['line-too-wide'] });
  });

  it.each([
    ['dots', '.'.repeat(200_000)],
    ['dots and spaces', '. '.repeat(100_000)],
    ['dashes behind dots', `....${'- '.repeat(100_000)}`],
    ['brackets', '（'.repeat(200_000)],
    ['bookmarks', '[bookmark:'.repeat(100_000)],
  ])('of nothing but %s ends soon', async (_, line) => {
    expect((await outcomeOf(Buffer.from(`${line}x`))).refused).toBeNull();
  });
});

describe('lines', () => {
  it('without number are refused', async () => {
    expect((await outcomeOf(Buffer.from('甲\n'.repeat(1_000_001)))).refused).toBe('source-too-large');
  });

  it.each([
    [
      'that each break off in the middle',
      20_000,
      (at: number) => `，甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥第${at}\n`,
    ],
    ['of one character', 50_000, () => '甲\n'],
    ['that are numbers of pages', 50_000, (at: number) => `${at + 1}\n\n`],
    ['of amounts', 20_000, (at: number) => `第${at}项  1,234.00\n\n`],
  ])('%s are read', async (_, count, write) => {
    const text = Array.from({ length: count }, (_unused, at) => write(at)).join('');
    expect((await outcomeOf(Buffer.from(TITLE + text))).refused).toBeNull();
  });
});

describe('cells', () => {
  it.each([
    ['parted by tabs', `名称${'\t1'.repeat(250)}\n`.repeat(10_000)],
    ['parted by bars', `${'|'.repeat(1_999)}\n`.repeat(2_000)],
    ['parted by commas', `名称${',1'.repeat(900)}\n`.repeat(3_000)],
    ['that one wide row multiplies', `名称${'\t1'.repeat(250)}\n${'项\t1\n'.repeat(10_000)}`],
  ])('%s beyond the limit are refused', async (_, text) => {
    expect((await outcomeOf(Buffer.from(text))).refused).toBe('too-many-cells');
  });

  it('behind a quotation mark that is never closed are kept as text', async () => {
    const rows = '1,2,3\n'.repeat(100_000);
    expect((await outcomeOf(Buffer.from(`a,b,c\n1,"2,3\n${rows}`))).refused).toBeNull();
    expect((await outcomeOf(Buffer.from('"1,2,3\n\n'.repeat(30_000)))).refused).toBeNull();
    // 50 million bytes: more lines than a text may have
    expect((await outcomeOf(Buffer.from(`a,b,c\n1,"2,3\n${'1,2,3\n'.repeat(8_400_000)}`))).refused).toBe(
      'source-too-large',
    );
  });
});
