/** What titles, sheet names and file names say of an edition. */

/** 2026年政府收支分类科目, 政府采购品目分类目录（2022年印发）. */
const YEAR_IN_TITLE = /((?:19|20)\d{2})\s*年/;
/** function-2026.csv: four digits that stand alone. */
const YEAR_IN_FILE_NAME = /(?<!\d)((?:19|20)\d{2})(?!\d)/g;

/** The year of an edition: the first that a title names with 年, else the only year in the name of the file; null for none. */
export function readEditionYear(titles: readonly string[], fileName: string): number | null {
  const stated = [...titles, fileName].map((text) => YEAR_IN_TITLE.exec(text.normalize('NFKC'))?.[1]);
  const title = stated.find((year) => year !== undefined);
  if (title !== undefined) return Number(title);
  const years = [...new Set([...fileName.matchAll(YEAR_IN_FILE_NAME)].map(([, year]) => year))];
  return years.length === 1 ? Number(years[0]) : null;
}
