/** What the search for the headings of an unruled table passes on from step to step. */
import type { Box } from '../../../types.js';
import type { Segment } from '../../lines/segments.js';

/** A heading as it is printed: one line, or several that wrap. */
export interface HeadingBlock {
  /** From top to bottom. */
  readonly segments: readonly Segment[];
  readonly box: Box;
}

/** A heading with its place: columns `first` to `last`, levels `level` to `lastLevel` (from 0 at the top). */
export interface Heading {
  /** More than one where two headings stand over the same columns. */
  readonly blocks: readonly HeadingBlock[];
  readonly first: number;
  readonly last: number;
  readonly level: number;
  readonly lastLevel: number;
}

/** The headings of a table; together with blank places they tile its columns and levels. */
export interface HeaderTree {
  readonly headings: readonly Heading[];
  readonly levelCount: number;
  /** How badly they fit, in font sizes: what headings miss the middle of their columns by, and what is missing. */
  readonly cost: number;
  /** Headings that stand where none does in a header that is read rightly: above none and under none, or over one column with another. */
  readonly misfits: number;
}
