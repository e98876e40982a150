/** A text in the form the phrases are written in, with the way back to its characters. */

/** Full-width forms become half-width, quotation marks and white space go; every UTF-16 unit knows where it came from. */
export interface Folded {
  readonly text: string;
  /** Offset in the source of each unit of `text`. */
  readonly starts: readonly number[];
  /** Offset in the source just after each unit of `text`. */
  readonly ends: readonly number[];
}

const DROPPED = /[\u200b-\u200d\u2060\ufeff"'“”‘’「」『』〝〞]/;
/** Marks of footnotes; folded to plain digits they would become a part of the number before them. */
const RAISED = /[\u00b2\u00b3\u00b9\u2070-\u2079\u2080-\u2089]/;
/** Two raised digits between an integer and its unit: decimals as some print them, or the mark of a note above nine. */
const RAISED_DECIMALS =
  /(?<=(?<![\d.])\d[\d,]{0,20})[\u00b2\u00b3\u00b9\u2070-\u2079]{2}(?=[余多]?[十百千万亿]*[元圆])/g;
const CIRCLED = /[\u2460-\u24ff\u2776-\u2793]/;
const OPENING_QUOTE = /["'“‘「『〝]/;
const CLOSING_QUOTE = /["'”’」』〞]/;

/**
 * Folds `source` as the vocabulary's `pack` does, with differences that keep numbers apart: white space between two digits stays
 * one space, a full-width comma between two half-width digits stays full-width (a pause, not a thousands separator), raised digits
 * go, and so do circled ones behind a digit (footnotes); elsewhere ① is a numbering and stays as it is. Raised digits that may be the decimals
 * of an amount stay raised.
 */
export function fold(source: string): Folded {
  const units: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const put = (words: string, start: number, end: number): void => {
    for (let at = 0; at < words.length; at++) {
      units.push(words.charAt(at));
      starts.push(start);
      ends.push(end);
    }
  };
  const decimals = new Set([...source.matchAll(RAISED_DECIMALS)].flatMap(({ index }) => [index, index + 1]));
  let offset = 0;
  for (const point of source) {
    const end = offset + point.length;
    if (decimals.has(offset)) {
      put(point, offset, end);
    } else if (/\s/.test(point)) {
      if (isDigit(units.at(-1)) && isDigit(nextPrinted(source, end))) put(' ', offset, end);
    } else if (CIRCLED.test(point)) {
      if (!isDigit(units.at(-1))) put(isCircle(point) ? point : point.normalize('NFKC'), offset, end);
    } else if (!DROPPED.test(point) && !RAISED.test(point)) {
      const pause = point === '，' && isDigit(source[offset - 1]) && isDigit(source[end]);
      put(pause ? point : point.normalize('NFKC'), offset, end);
    }
    offset = end;
  }
  return { text: units.join(''), starts, ends };
}

/** The source's own words behind `start .. end` of the folded text, with the quotation marks that belong to them. */
export function unfold(source: string, folded: Folded, start: number, end: number): string {
  const from = folded.starts[start];
  const to = folded.ends[end - 1];
  if (from === undefined || to === undefined || end <= start) return '';
  const words = source.slice(from, to);
  const opens = OPENING_QUOTE.test(source[from - 1] ?? '') && CLOSING_QUOTE.test(words);
  return (opens ? source.slice(from - 1, to) : words).trim();
}

/** ①…⑳; ⑴ and ⒈ fold to the numberings (1) and 1. */
function isCircle(point: string): boolean {
  return !/[\u2474-\u249b]/.test(point);
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && /^[0-9]$/.test(character);
}

function nextPrinted(source: string, from: number): string | undefined {
  return /\S/.exec(source.slice(from, from + 40))?.[0];
}
