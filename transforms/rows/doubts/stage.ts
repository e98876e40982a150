/** What is to be said of a title that leaves open which figures of the year a table prints. */
import type { Diagnostic } from '../../../extractors/types.js';
import type { Period } from '../../statements/period.js';
import type { TableToRead } from '../table-to-read.js';

/** A warning `stage-doubtful` where the title speaks of changes, of a part of the year or of a forecast. */
export function reportStage({ title, tableNo }: TableToRead, { isStageDoubtful, stage }: Period): Diagnostic[] {
  if (!isStageDoubtful) return [];
  const message = `the title "${title ?? ''}" names no figure of the whole year; lines whose column names none are taken for ${stage} and suspect`;
  return [{ stage: 'transform', severity: 'warning', code: 'stage-doubtful', message, origin: { tableNo } }];
}
