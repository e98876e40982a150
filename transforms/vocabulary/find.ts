/** Finding the vocabulary's words in printed text. */

/** Words that mean the same thing. */
export interface Term<Meaning> {
  readonly meaning: Meaning;
  /** As `pack` leaves them: no white space, half-width brackets, no quotation marks. */
  readonly words: readonly string[];
}

export interface TermMatch<Meaning> {
  readonly meaning: Meaning;
  readonly word: string;
  /** Offsets in the packed text; end exclusive. */
  readonly start: number;
  readonly end: number;
}

const SMALL_FIGURES = /[\u00b2\u00b3\u00b9\u2070-\u2079\u2080-\u2089]+/g;

/** Without raised and lowered figures. */
export function withoutMarks(text: string): string {
  return text.replace(SMALL_FIGURES, '');
}

/**
 * The form in which the vocabulary is written: compatibility characters folded (full-width digits and brackets become
 * half-width), white space and quotation marks gone, raised and lowered figures too: they are marks of notes, and folded they would be digits.
 */
export function pack(text: string): string {
  return withoutMarks(text)
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200d\u2060\ufeff]+/g, '')
    .replace(/["'“”‘’「」『』〝〞]/g, '');
}

/**
 * All of the vocabulary's words in `packed`, left to right, none inside a longer one: 中小企业预留 is one match although 企业 may
 * be a word too. Each vocabulary is indexed once: pass the same list, not a copy of it.
 */
export function findTerms<Meaning>(packed: string, terms: readonly Term<Meaning>[]): TermMatch<Meaning>[] {
  const index = indexOf(terms);
  const found: Found<Meaning>[] = [];
  for (let start = 0; start < packed.length; start += 1) {
    const candidates = index.get(packed.charAt(start)) ?? [];
    for (const word of candidates) if (packed.startsWith(word.word, start)) found.push({ ...word, start });
  }
  const taken: TermMatch<Meaning>[] = [];
  for (const { meaning, word, start } of found.sort((a, b) => a.rank - b.rank || a.start - b.start)) {
    const end = start + word.length;
    const isFree = taken.every((other) => end <= other.start || start >= other.end);
    if (isFree && !isNegated(packed, start)) taken.push({ meaning, word, start, end });
  }
  return taken.sort((a, b) => a.start - b.start);
}

/** Before a word that the text takes out: 不纳入财政专户管理的收入, 事业收入(不含教育收费). */
const NEGATED = /不(?:含|包含|包括|纳入|属于)$/;
const LONGEST_NEGATION = 3;

function isNegated(packed: string, start: number): boolean {
  return NEGATED.test(packed.slice(Math.max(start - LONGEST_NEGATION, 0), start));
}

interface RankedWord<Meaning> {
  readonly meaning: Meaning;
  readonly word: string;
  /** Longer words come first, of equal ones those that the vocabulary lists first. */
  readonly rank: number;
}

interface Found<Meaning> extends RankedWord<Meaning> {
  readonly start: number;
}

/** Words by their first character. */
type Index<Meaning> = ReadonlyMap<string, readonly RankedWord<Meaning>[]>;

const indexes = new WeakMap<readonly Term<unknown>[], Index<unknown>>();

function indexOf<Meaning>(terms: readonly Term<Meaning>[]): Index<Meaning> {
  const known = indexes.get(terms);
  // the map holds for each vocabulary its own words
  if (known) return known as Index<Meaning>;
  const words = terms.flatMap(({ meaning, words: own }) => own.map((word) => ({ meaning, word })));
  const ordered = words.sort((a, b) => b.word.length - a.word.length);
  const index = new Map<string, RankedWord<Meaning>[]>();
  for (const [rank, { meaning, word }] of ordered.entries()) {
    const initial = word.charAt(0);
    index.set(initial, [...(index.get(initial) ?? []), { meaning, word, rank }]);
  }
  indexes.set(terms, index);
  return index;
}

/** The meaning of the last word found: in Chinese the head of a phrase stands at its end. null where no word is found. */
export function lastMeaning<Meaning>(packed: string, terms: readonly Term<Meaning>[]): Meaning | null {
  return findTerms(packed, terms).at(-1)?.meaning ?? null;
}
