import { describe, expect, it } from 'vitest';
import { partWrappedLetters } from '../../../../../extractors/geometry/aligned/header/part-letters.js';
import { cutRows } from '../../../../../extractors/geometry/lines/segments.js';
import { writeCentred } from '../../page-builder.js';

describe('a spread word in a header', () => {
  /** Lines of single characters around 100 and 130, near enough to be one word each, or of words. */
  const read = (lines: readonly (readonly [string, string])[]) => {
    const glyphs = lines.flatMap((texts, line) =>
      texts.flatMap((text, at) => writeCentred(100 + at * 30, 100 + line * 12, text)),
    );
    return partWrappedLetters(cutRows(glyphs, [])).map(({ segments }) => segments.map(({ text }) => text));
  };

  it('is the last characters of two headings under which they stand', () => {
    expect(
      read([
        ['购置', '运行'],
        ['费', '费'],
      ]),
    ).toEqual([
      ['购置', '运行'],
      ['费', '费'],
    ]);
  });

  it('is one heading where one stands under it as spread as it is', () => {
    const [upper, lower] = read([
      ['科', '目'],
      ['编', '码'],
    ]);
    expect([upper?.length, lower?.length]).toEqual([1, 1]);
  });
});
