/** `yusuan run`: many inputs into one archive. */
import type { CAC } from 'cac';
import { countAhead, type CountedAhead } from '../count-ahead.js';
import type { Outcome } from '../flow/index.js';
import { run, settingsOf, type RunOptions, type RunResult } from '../run.js';
import { planRun } from '../plan.js';
import { printResult, type CommandContext } from './command.js';
import { renderPlan } from './dry-run.js';
import { EXIT, type ExitCode } from './exit.js';
import { interruptible } from './interruption.js';
import { passedLimits } from './limits.js';
import { tellOverlay } from './overlay.js';
import type { Log, LogFormat } from './log.js';
import { openProgress, type Progress } from './progress/open.js';
import { measure } from './report.js';
import { addRunFlags } from './run-flags.js';
import { readRunCall } from './run-settings.js';
import { tellResult } from './run-summary.js';

export function addRunCommand(cli: CAC, context: CommandContext): void {
  const command = cli
    .command('run [...inputs]', 'Turn documents into budget.duckdb, parquet/ and report.html')
    .usage('run <input>... --out <dir>   (files, folders, globs, archives of files; - for a list of paths on stdin)');
  addRunFlags(command)
    .example('  $ yusuan run disclosures/ --out out')
    .example("  $ yusuan run 'crawl/**/*.txt' more.zip --out out --fail-on quarantined:0")
    .example('  $ find crawl -name "*.pdf" -print0 | yusuan run - --out out --jobs 8')
    .action(() => runCommand(context));
}

async function runCommand(context: CommandContext): Promise<ExitCode> {
  const { options, failOn, isDryRun } = await readRunCall(context);
  tellOverlay(context, options.overlay ?? null);
  if (isDryRun) return tellPlan(options, context);
  const progress = openProgress(context);
  const result = await perform(options, context, progress);
  tellResult(result, options, context, progress.tally);
  const passed = passedLimits(failOn, measure(result.totals));
  for (const sentence of passed) context.log.error(sentence, { code: 'limit-passed' });
  return exitCodeOf(result, passed.length > 0);
}

/** On stdout: it is what was asked for. */
async function tellPlan(options: RunOptions, { logFormat }: CommandContext): Promise<ExitCode> {
  const plan = await interruptible(async (signal) => {
    const planned = await planRun({ ...options, signal });
    return signal.aborted ? null : planned;
  });
  if (plan === null) return EXIT.interrupted;
  printResult(logFormat === 'json' ? `${JSON.stringify(plan)}\n` : renderPlan(plan));
  return EXIT.done;
}

async function perform(options: RunOptions, { logFormat }: CommandContext, progress: Progress): Promise<RunResult> {
  const { log } = progress;
  const over = new AbortController();
  if (progress.isWatched)
    void countAhead(options, over.signal).then(
      (ahead) => {
        progress.expect(ahead);
      },
      () => undefined,
    );
  try {
    const result = await interruptible((signal) => {
      if (logFormat === 'json') log.info('run started', settingsOf(options));
      return run({
        ...options,
        signal,
        onOutcome: (outcome) => {
          tellOutcome(outcome, log, logFormat);
          progress.note(outcome);
        },
        onNote: ({ message, uri, code }) => {
          log.info(message, logFormat === 'json' ? { source: uri, code } : {});
        },
        onWarning: ({ code, message }) => {
          log.warn(message, { code });
        },
      });
    });
    if (result.interrupted && !progress.tally.isCounted) progress.tally.expect(await countRest(options));
    return result;
  } finally {
    over.abort();
    progress.stop();
  }
}

/** What a run that was ended may spend on counting what it did not come to. */
const COUNTING_MS = 2_000;

/** null where that can't be told, or not soon. */
async function countRest(options: RunOptions): Promise<CountedAhead | null> {
  return countAhead(options, AbortSignal.timeout(COUNTING_MS)).catch(() => null);
}

function exitCodeOf({ interrupted, counts }: RunResult, limitPassed: boolean): ExitCode {
  if (interrupted) return EXIT.interrupted;
  return counts.quarantined > 0 || limitPassed ? EXIT.findings : EXIT.done;
}

function tellOutcome(outcome: Outcome, log: Log, logFormat: LogFormat): void {
  const refusal = refusalOf(outcome);
  if (refusal) {
    const { message, code, stack } = refusal;
    log.error(message, { source: outcome.source.uri, code, ...(stack === null ? {} : { stack }) });
  } else if (logFormat === 'json') {
    log.info(outcome.kind, { source: outcome.source.uri, document_id: outcome.documentId });
  }
}

/** Why a source was quarantined in this run. */
function refusalOf(
  outcome: Outcome,
): { readonly message: string; readonly code: string; readonly stack: string | null } | null {
  if (outcome.kind === 'quarantined') return { ...outcome.reason, stack: outcome.stack };
  const refusal = outcome.kind === 'loaded' ? outcome.prepared.refusal : null;
  return refusal && { ...refusal, stack: null };
}
