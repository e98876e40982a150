/** Tables that can be seen in several ways are said to be so. */
import type { Diagnostic, RawTable } from '../../types.js';

/** `header-ambiguous` (info) for a table with several readings; the accounts decide between them. */
export function reportReadings({ readings, tableNo, lineFirst, pageFirst }: Omit<RawTable, 'order'>): Diagnostic[] {
  if (readings.length < 2) return [];
  const isDrawn = pageFirst !== null;
  const message = `the ${isDrawn ? 'grid' : 'header'} can be read in ${String(readings.length)} ways; the accounts decide which one is taken`;
  const origin = isDrawn ? { page: pageFirst, tableNo } : { tableNo, line: lineFirst };
  return [{ stage: 'extract', severity: 'info', code: 'header-ambiguous', message, origin }];
}
