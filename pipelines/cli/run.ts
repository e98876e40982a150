/** `yusuan run`: many inputs into one archive. */
import { join } from 'node:path';
import type { CAC } from 'cac';
import { REPORT_FILE } from '../../sinks/index.js';
import { isQuarantined, type Outcome } from '../outcome.js';
import { run, type RunResult } from '../run.js';
import type { CommandContext } from './command.js';
import { EXIT, UsageError, type ExitCode } from './exit.js';
import { parseLimit, passedLimits } from './limits.js';
import { optionText, optionTexts } from './options.js';
import { CODES_OPTION, overlayToUse, tellOverlay } from './overlay.js';
import { openProgress, type Progress } from './progress.js';
import { measure, renderTotals } from './report.js';

export function addRunCommand(cli: CAC, context: CommandContext): void {
  cli
    .command('run <...inputs>', 'Turn documents into budget.duckdb, parquet/ and report.html')
    .usage('run <input>... --out <dir>   (inputs: files, folders, globs, .zip archives)')
    .option('--out <dir>', 'Folder for the results; runs on one folder add up')
    .option(
      '--fail-on <limit>',
      'Exit with 3 when more than N are found: suspect:N, quarantined:N, failed-checks:N, without-text:N, without-converter:N (may be repeated)',
    )
    .option(...CODES_OPTION)
    .example('  $ yusuan run disclosures/ --out out')
    .example("  $ yusuan run 'crawl/**/*.txt' more.zip --out out --fail-on quarantined:0")
    .action((inputs: readonly string[]) => runCommand(inputs, context));
}

async function runCommand(inputs: readonly string[], context: CommandContext): Promise<ExitCode> {
  const { args, log, logFormat } = context;
  const outDir = optionText(args, 'out');
  if (outDir === null) throw new UsageError('run needs --out <dir>');
  const limits = optionTexts(args, 'fail-on').map(parseLimit);
  const overlay = overlayToUse(context);
  tellOverlay(context, overlay);
  const progress = openProgress(logFormat === 'text');
  const result = await interruptible((signal) =>
    run({
      inputs,
      outDir,
      overlay,
      signal,
      onOutcome: tellOutcomes(context, progress),
      onNote: ({ message, uri, code }) => {
        progress.clear();
        if (context.logFormat === 'json') log.info(message, { source: uri, code });
        else log.info(message);
      },
      onWarning: ({ code, message }) => {
        log.warn(message, { code });
      },
    }),
  );
  progress.clear();
  if (logFormat === 'json') log.info('run finished', { run_id: result.runId, ...result.counts, kept: result.kept });
  else log.info(summarise(result, outDir));
  if (result.pageProblem !== null) log.warn(result.pageProblem, { code: 'report-not-written' });
  const passed = passedLimits(limits, measure(result.report));
  for (const sentence of passed) log.error(sentence, { code: 'limit-passed' });
  return exitCodeOf(result, passed.length > 0);
}

/** This run in a sentence, then what the archive holds and where. */
function summarise({ counts, kept, interrupted, pageProblem, report }: RunResult, outDir: string): string {
  const { seen, loaded, unchanged, quarantined } = counts;
  return [
    `${interrupted ? 'interrupted, the same command resumes; ' : ''}sources: ${seen} seen, ${loaded} loaded, ${unchanged} unchanged, ${quarantined} quarantined`,
    ...(kept === 0
      ? []
      : [`  of the unchanged ${kept} were read with a converter before and not now: their earlier reading is kept`]),
    `${outDir} now holds:`,
    renderTotals(report).replace(/^/gm, '  '),
    `  failing checks, suspect lines and gaps: yusuan check ${outDir}`,
    ...(interrupted || pageProblem !== null ? [] : [`  report:   ${join(outDir, REPORT_FILE)}`]),
    `  database: ${join(outDir, 'budget.duckdb')}`,
    `  Parquet:  ${join(outDir, 'parquet')}`,
  ].join('\n');
}

function exitCodeOf({ interrupted, counts }: RunResult, limitPassed: boolean): ExitCode {
  if (interrupted) return EXIT.interrupted;
  return counts.quarantined > 0 || limitPassed ? EXIT.findings : EXIT.done;
}

const INTERRUPTIONS = ['SIGINT', 'SIGTERM'] as const;

/** Lets the first Ctrl-C, or the first request of the system to end, end the run in order; the second ends the process as usual. */
async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const interruption = new AbortController();
  const interrupt = (): void => {
    interruption.abort();
  };
  for (const signal of INTERRUPTIONS) process.once(signal, interrupt);
  try {
    return await work(interruption.signal);
  } finally {
    for (const signal of INTERRUPTIONS) process.off(signal, interrupt);
  }
}

function tellOutcomes({ log, logFormat }: CommandContext, progress: Progress): (outcome: Outcome) => void {
  let seen = 0;
  let quarantined = 0;
  return (outcome) => {
    seen += 1;
    if (isQuarantined(outcome)) quarantined += 1;
    const refusal = refusalOf(outcome);
    if (refusal) {
      progress.clear();
      const { message, code, stack } = refusal;
      log.error(message, { source: outcome.source.uri, code, ...(stack === null ? {} : { stack }) });
    } else if (logFormat === 'json') {
      log.info(outcome.kind, { source: outcome.source.uri, document_id: outcome.documentId });
    }
    progress.show(`${seen} documents, ${quarantined} quarantined: ${outcome.source.fileName}`);
  };
}

/** Why a source was quarantined in this run. */
function refusalOf(
  outcome: Outcome,
): { readonly message: string; readonly code: string; readonly stack: string | null } | null {
  if (outcome.kind === 'quarantined') return { ...outcome.reason, stack: outcome.stack };
  const refusal = outcome.kind === 'loaded' ? outcome.prepared.refusal : null;
  return refusal && { ...refusal, stack: null };
}
