/** Pages that are a picture of a page: scans, to which a program may have added a page number or its name. */
import { heightOf, widthOf } from '../../../geometry/boxes.js';
import type { Glyph } from '../../../geometry/page.js';
import type { Box } from '../../../types.js';

/** Share of the page that pictures cover when they are the page; a scan leaves margins, and strips of one scan add up. */
const LEAST_COVERED = 0.5;
/** Share of the page's height, at its top and at its bottom, in which page numbers and names of programs stand. */
const MARGIN = 0.1;

interface Sheet {
  readonly width: number;
  readonly height: number;
}

/** Whether pictures cover the page and no character stands within its margins; blank ones don't count. */
export function isPicture({ width, height }: Sheet, images: readonly Box[], glyphs: readonly Glyph[]): boolean {
  const covered = images.reduce((sum, box) => sum + widthOf(box) * heightOf(box), 0);
  if (covered < LEAST_COVERED * width * height) return false;
  return glyphs.every(
    ({ text, box }) => text.trim() === '' || box[3] < height * MARGIN || box[1] > height * (1 - MARGIN),
  );
}
