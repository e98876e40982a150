/** What a conversion may take. The documents are anybody's, and the converter is large: it runs where it can be killed. */

/** Documents of one start, which takes as long as converting a few. */
export const MOST_DOCUMENTS = 16;
/** Milliseconds without a sign of life, which is a further document; starting takes a second or two, and a document of some megabytes ten. */
export const LONGEST_SILENCE = 90_000;
/** Bytes of address space; LibreOffice needs about one gibibyte for itself. */
export const MOST_MEMORY = 4 * 1024 ** 3;
/** Bytes of one docx that it writes. */
export const MOST_OUTPUT = 256 * 1024 ** 2;
/** Bytes of all docx of one start that are held in memory. */
export const MOST_HELD = 128 * 1024 ** 2;
