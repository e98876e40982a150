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
 * be a word too. Linear in text × words, which is fine for headings and clauses, not for whole documents.
 */
export function findTerms<Meaning>(packed: string, terms: readonly Term<Meaning>[]): TermMatch<Meaning>[] {
  const taken: TermMatch<Meaning>[] = [];
  for (const { meaning, word } of longestFirst(terms)) {
    for (let start = packed.indexOf(word); start >= 0; start = packed.indexOf(word, start + 1)) {
      const end = start + word.length;
      const isFree = taken.every((other) => end <= other.start || start >= other.end);
      if (isFree && !NEGATED.test(packed.slice(0, start))) taken.push({ meaning, word, start, end });
    }
  }
  return taken.sort((a, b) => a.start - b.start);
}

/** Before a word that the text takes out: 不纳入财政专户管理的收入, 事业收入(不含教育收费). */
const NEGATED = /不(?:含|包含|包括|纳入|属于)$/;

interface Word<Meaning> {
  readonly meaning: Meaning;
  readonly word: string;
}

const sorted = new WeakMap<readonly Term<unknown>[], readonly Word<unknown>[]>();

/** The words of a vocabulary, longest first; sorted once. */
function longestFirst<Meaning>(terms: readonly Term<Meaning>[]): readonly Word<Meaning>[] {
  const known = sorted.get(terms);
  // the map holds for each vocabulary its own words
  if (known) return known as readonly Word<Meaning>[];
  const words = terms.flatMap(({ meaning, words: own }) => own.map((word) => ({ meaning, word })));
  const ordered = words.sort((a, b) => b.word.length - a.word.length);
  sorted.set(terms, ordered);
  return ordered;
}

/** The meaning of the last word found: in Chinese the head of a phrase stands at its end. null where no word is found. */
export function lastMeaning<Meaning>(packed: string, terms: readonly Term<Meaning>[]): Meaning | null {
  return findTerms(packed, terms).at(-1)?.meaning ?? null;
}
