/** What a code table may have at most: far more than any has, little enough that a wrong or hostile file does no harm. */
import { NotACodeTable } from '../../transforms/index.js';

/** An edition of 政府收支分类科目 has well under 1 MB. */
export const MOST_BYTES = 32 * 1024 * 1024;
/** A spreadsheet of 100,000 rows unpacks to less, a zip bomb to more. */
export const MOST_UNPACKED_BYTES = 256 * 1024 * 1024;
/** The largest tables known, 政府采购品目 and GB/T 2260, have some 5,000. */
export const MOST_ROWS = 100_000;
/** A code table has a dozen; formatting may reach to column XFD. What stands further right is not looked at. */
export const MOST_COLUMNS = 64;

export function tooManyRows(fileName: string): NotACodeTable {
  return new NotACodeTable(
    `${fileName}: has more than ${String(MOST_ROWS)} rows, and the largest code tables known have some 5,000; nothing was imported`,
  );
}
