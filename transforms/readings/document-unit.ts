/** The money unit that a document declares for all its tables: 单位：元 under its title, above the name of the first table. */
import type { RawBlock, RawTable } from '../../extractors/types.js';
import { isLoneUnit, isUnitLine, namedUnits } from '../amounts/index.js';
import { pack } from '../vocabulary/index.js';

/** A longer line is a paragraph: what stands below it is of the text, not of the whole document. */
const LONGEST_COVER_LINE = 60;

/**
 * The unit, where the lines above the name of the first table declare one, and nothing longer than a title stands above it; else null.
 *
 * @param blocks of the document; a table without a name has nothing to stand above
 */
export function findDocumentUnit([first]: readonly RawTable[], blocks: readonly RawBlock[]): string | null {
  if (!first) return null;
  const above = blocks.filter(({ kind, order }) => kind !== 'page_furniture' && order < first.order);
  const name = pack(first.title ?? '');
  const named = above.findLastIndex(({ text }) => pack(text) === name);
  const cover = above.slice(0, Math.max(named, 0)).map(({ text }) => text.trim());
  const end = cover.findIndex((text) => text.length > LONGEST_COVER_LINE || /[。；]/.test(text));
  const lines = end < 0 ? cover : cover.slice(0, end);
  const units = namedUnits(lines.filter((text) => isUnitLine(text) || isLoneUnit(text)));
  return units.length === 1 ? (units[0] ?? null) : null;
}
