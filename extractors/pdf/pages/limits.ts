/** What one page may hold; beyond it the page is cut off with the diagnostic `page-cut-off`. */

/** Characters. A page of A3 full of 5-point type holds about 80,000. */
export const MOST_GLYPHS = 200_000;

/** Straight pieces of painted paths. A grid of 100 × 50 cells with four borders each, every border dashed, has about 100,000. */
export const MOST_SEGMENTS = 200_000;

/** Painted areas remembered to see what lies under them. */
export const MOST_AREAS = 50_000;
