/** What a page or a file may hold. Beyond it a page is cut off with the diagnostic `page-cut-off`, a file with
 * `pages-left-out`. What a run may set is in `extractors/limits.ts`. */

/** Characters. A page of A3 full of 5-point type holds about 80,000. */
export const MOST_GLYPHS = 200_000;

/** Straight pieces of painted paths. A grid of 100 × 50 cells with four borders each, every border dashed, has about 100,000. */
export const MOST_SEGMENTS = 200_000;

/** Painted areas remembered to see what lies under them. */
export const MOST_AREAS = 50_000;

/** Points. The longest side that a page may have (ISO 32000-1, annex C.2); a larger one is read as if it were printed smaller. */
export const LONGEST_SIDE = 14_400;

/** Pages in a row that can't be read, after which the file is taken to have no more: page trees claim what they like. */
export const MOST_UNREADABLE_IN_A_ROW = 100;

/** Operators that pdf.js may make of one page before it is stopped: forms that paint forms multiply without end. */
export const MOST_OPERATORS = 2_000_000;

/** Levels of `q` without `Q`. pdf.js takes time by their square; producers nest a dozen. */
export const MOST_LEVELS = 10_000;

/** Forms and groups that one page may paint: pdf.js needs a millisecond for each. */
export const MOST_FORMS = 5_000;

/** Forms inside forms; pdf.js loses what lies some hundred levels deep, without a word. */
export const DEEPEST_FORM = 100;

/** Bytes to which one stream may unpack. The operators of a page full to the limit take some 60 million, the largest Chinese fonts 30. */
export const MOST_UNPACKED = 100_000_000;

/**
 * Characters that the ranges of one character map may name, and those of all maps of a file. Codes have two bytes, and a map that names each of
 * them once names 65,536; pdf.js writes ten million in a second, and can't be stopped meanwhile.
 */
export const MOST_MAPPED = 1_000_000;
export const MOST_MAPPED_IN_FILE = 100_000_000;
