/** What is told of levels that only sums show. */
import type { Diagnostic } from '../../extractors/types.js';
import type { StatedAmount } from '../types.js';

/** An info `level-by-sums` for each row of these amounts, whichever of its columns they stand in. @param wholes what only sums make the whole of rows below it */
export function tellLevels(wholes: readonly StatedAmount[]): Diagnostic[] {
  const rows = new Map<string, Diagnostic>();
  for (const { place, label } of wholes) {
    if (place.kind !== 'table') continue;
    const { tableNo, row, page } = place;
    const message = `"${label}": nothing but their sums tells that rows below are its parts; they are taken for such`;
    const origin = { tableNo, row, page };
    rows.set(`${tableNo} ${row}`, { stage: 'transform', severity: 'info', code: 'level-by-sums', message, origin });
  }
  return [...rows.values()];
}
