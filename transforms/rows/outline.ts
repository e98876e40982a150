/** The outline that rows print: numbering, 其中, indentation. */

export interface Outline {
  /** 1 for 一、, 2 for （一）, 3 for 1., 4 for (1); null where the row has no number. */
  readonly numberLevel: number | null;
  /** The number itself, so that a sequence that starts anew shows. */
  readonly number: number | null;
  /** The row begins with 其中. */
  readonly ofWhich: boolean;
  /** Leading white space in half-width columns. */
  readonly indent: number;
  /** The words without number and 其中, inner white space as printed. */
  readonly words: string;
}

const CHINESE_DIGITS = '零一二三四五六七八九';
const NUMBERINGS: readonly (readonly [pattern: RegExp, level: number])[] = [
  [/^([一二三四五六七八九十]{1,4})\s*[、.．,，]/, 1],
  [/^[（(]([一二三四五六七八九十]{1,4})[）)]\s*[、.．]?/, 2],
  [/^(\d{1,2})\s*(?:[、．,，]|\.(?!\d))/, 3],
  [/^[（(](\d{1,2})[）)]\s*[、.．]?/, 4],
];

/** Reads what stands before the words of a row's label. */
export function readOutline(label: string): Outline {
  const indent = Array.from(/^[\s\u3000]*/.exec(label)?.[0] ?? '').reduce(
    (width, space) => width + (space === '\u3000' ? 2 : 1),
    0,
  );
  const trimmed = label.trim();
  const ofWhich = /^其\s*中\s*[:：]?/.exec(trimmed);
  const rest = ofWhich ? trimmed.slice(ofWhich[0].length).trim() : trimmed;
  for (const [pattern, level] of NUMBERINGS) {
    const match = pattern.exec(rest);
    if (match)
      return {
        numberLevel: level,
        number: readNumber(match[1] ?? ''),
        ofWhich: ofWhich !== null,
        indent,
        words: rest.slice(match[0].length).trim(),
      };
  }
  return { numberLevel: null, number: null, ofWhich: ofWhich !== null, indent, words: rest };
}

/** Numbered rows stand above unnumbered ones; among those, indentation tells. */
const UNNUMBERED_LEVEL = 10;

/** How deep the row stands among its neighbours: comparable within one table. */
export function outlineLevel({ numberLevel, indent }: Outline): number {
  return numberLevel ?? UNNUMBERED_LEVEL + indent;
}

function readNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const [tens = '', ones = ''] = text.includes('十') ? text.split('十') : ['', text];
  const ten = text.includes('十') ? (tens === '' ? 1 : CHINESE_DIGITS.indexOf(tens)) : 0;
  return ten * 10 + Math.max(0, CHINESE_DIGITS.indexOf(ones === '' ? '零' : ones));
}
