/** Pages on which a table is perhaps a picture: its name or its unit is printed, a picture follows, and there is no table. */
import { isUnitLine } from '../../notation/money-units.js';
import type { PageContent, PageTables } from '../geometry/index.js';
import { isTableName } from '../tables/words.js';
import type { Box, Diagnostic } from '../types.js';

/** Share of the page that a picture of a table takes at least; seals and logos are smaller. */
const LEAST_AREA = 0.05;

/** A warning `tables-perhaps-pictures` for such a page. */
export function describePicturedTables(
  { pageNo, width, height, images, isPicture = false }: PageContent,
  { tables, lines }: PageTables,
): Diagnostic[] {
  const isLarge = ([x0, y0, x1, y1]: Box): boolean => (x1 - x0) * (y1 - y0) >= LEAST_AREA * width * height;
  const isAnnounced = lines.some(({ text }) => isTableName(text) || isUnitLine(text));
  if (isPicture || tables.length > 0 || !isAnnounced || !images.some(isLarge)) return [];
  const message =
    'the page has the name or the unit of a table, a picture and no table; tables in pictures are not read';
  return [
    { stage: 'extract', severity: 'warning', code: 'tables-perhaps-pictures', message, origin: { page: pageNo } },
  ];
}
