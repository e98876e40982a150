/** How the end of a run is told. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DATABASE_FILE, PARQUET_FOLDER, REPORT_FILE } from '../../sinks/index.js';
import type { RunOptions, RunResult } from '../run.js';
import type { CommandContext } from './command.js';
import type { Tally } from './progress/tally.js';
import { renderDuration, renderPace, renderSeen } from './progress/words.js';
import { renderTotals } from './report.js';

/** In a log for people with what the archive holds now and where, in one for machines as one object. */
export function tellResult(
  result: RunResult,
  options: RunOptions,
  { log, logFormat }: CommandContext,
  tally: Tally,
): void {
  const { runId, counts, unreadable, kept, interrupted, pageProblem, totals } = result;
  const { seconds, meanPace } = tally;
  if (logFormat === 'json')
    log.info('run finished', {
      run_id: runId,
      ...counts,
      unreadable,
      gone: totals.gone,
      kept,
      ...(interrupted ? { interrupted: 'yes', ...(tally.total === null ? {} : { total: tally.total }) } : {}),
      seconds: Number(seconds.toFixed(3)),
      documents_per_second: Number(renderPace(meanPace)),
    });
  else log.info(summarise(result, options, tally));
  if (pageProblem !== null) log.warn(pageProblem, { code: 'report-not-written' });
}

/** Shorter runs end before anyone asks how fast they were. */
const LONG_RUN_SECONDS = 60;

/** This run in a sentence, then what the archive holds and where. */
function summarise(result: RunResult, options: RunOptions, tally: Tally): string {
  const { outDir, reprocess } = options;
  const { seconds, meanPace } = tally;
  const { counts, unreadable, kept, interrupted, totals } = result;
  const { seen, loaded, unchanged, quarantined } = counts;
  const next = reprocess === 'all' ? 'the same command begins anew' : 'the same command resumes';
  const unread = unreadable === 0 ? '' : ` (${unreadable} of them unreadable)`;
  return [
    ...(interrupted ? [`interrupted: ${renderSeen(tally)} sources done, ${next}`] : []),
    `sources: ${seen} seen, ${loaded} loaded, ${unchanged} unchanged, ${quarantined} quarantined${unread}`,
    ...(kept === 0
      ? []
      : [`  of the unchanged ${kept} were read with a converter before and not now: their earlier reading is kept`]),
    ...(seconds < LONG_RUN_SECONDS
      ? []
      : [`  in ${renderDuration(seconds)}, ${renderPace(meanPace)} documents a second`]),
    `${outDir} now holds:`,
    renderTotals(totals).replace(/^/gm, '  '),
    `  failing checks, suspect lines and gaps: yusuan check ${outDir}`,
    ...placesOf(result, options),
  ].join('\n');
}

/** What readers find in the folder: what is not there, or a page that this run could not bring up to date, is not named. */
function placesOf(
  { interrupted, pageProblem }: RunResult,
  { outDir, parquet }: Pick<RunOptions, 'outDir' | 'parquet'>,
): readonly string[] {
  const database = join(outDir, DATABASE_FILE);
  const tree = join(outDir, PARQUET_FOLDER);
  const older = parquet === 'none' ? ' (as an earlier run left it)' : '';
  return [
    ...(interrupted || pageProblem !== null ? [] : [`  report:   ${join(outDir, REPORT_FILE)}`]),
    ...(existsSync(database) ? [`  database: ${database}`] : []),
    ...(existsSync(tree) ? [`  Parquet:  ${tree}${older}`] : []),
  ];
}
