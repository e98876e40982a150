/** What a package may hold; beyond it the file was made to do harm, not to be read. */

/** Real documents have some tens of parts, a few hundred with many pictures. */
export const MOST_ENTRIES = 10_000;
/** Bytes of one part once inflated; the largest real document.xml have some tens of megabytes. */
export const MOST_PART_BYTES = 256 * 1024 * 1024;
/** Bytes, as the file states them, up to which a part is inflated at once and not as it is read. */
export const MOST_AT_ONCE = 1024 * 1024;
/** Times that a part may grow when inflated: tables of one form repeated reach a hundred, deflate itself ends at 1032. */
export const MOST_GROWTH = 300;
/** Inflated bytes from which the growth is looked at; before, even a thousand times does no harm. */
export const GROWTH_FROM_BYTES = 16 * 1024 * 1024;
/** Paragraphs, those of cells too: 10,000 rows of 50 columns are half of them, and each takes some 250 bytes of memory. */
export const MOST_PARAGRAPHS = 1_000_000;
