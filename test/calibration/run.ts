/** One measurement: drawn rows through the mapper. */
import { loadCodebook } from '../../transforms/codebook/index.js';
import type { Codebook } from '../../transforms/codebook/types.js';
import type { Assumptions } from './assumptions.js';
import { judge } from './judge.js';
import type { Judged } from './judge.js';
import { makeRandom } from './random.js';
import { drawRows } from './row.js';
import { divideTables } from './tables.js';

/** The documented measurement is drawn with this seed. */
export const SEED = 1;
/** Rows of a measurement: enough for kinds of evidence that one row in two hundred shows. */
const ROW_COUNT = 40_000;

/** How often other entries are withheld: which ones are missing weighs on the rare kinds. */
const DIVISIONS = 8;

/** Draws and judges `count` rows by `assumptions`; the same seed gives the same. */
export function measure(
  assumptions: Assumptions,
  seed: number,
  count: number = ROW_COUNT,
  whole: Codebook = loadCodebook(),
): readonly Judged[] {
  return Array.from({ length: DIVISIONS }, (_, at) => seed * DIVISIONS + at).flatMap((own) => {
    const tables = divideTables(whole, own);
    const rows = drawRows(Math.ceil(count / DIVISIONS), assumptions, tables, makeRandom(own));
    return rows.map((row) => judge(row, tables.codebook));
  });
}
