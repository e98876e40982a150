/** `yusuan check`: the data-quality report of an archive. */
import type { CAC } from 'cac';
import { ArchiveError, openReport, type ArchiveReader } from '../../sinks/index.js';
import { READING_GAPS } from '../report-page.js';
import { printPieces, printResult, type CommandContext } from './command.js';
import { EXIT, UsageError, type ExitCode } from './exit.js';
import { FAIL_ON_OPTION, parseLimit, passedLimits } from './limits.js';
import { optionChoice, optionTexts } from './options.js';
import { measure, renderReport } from './report.js';
import { reportJson } from './report-json.js';

export function addCheckCommand(cli: CAC, context: CommandContext): void {
  cli
    .command('check <dir>', 'Print the data-quality report of a run')
    .option('--format <format>', 'text or json (default: text)')
    .option(...FAIL_ON_OPTION)
    .example('  $ yusuan check out')
    .example('  $ yusuan check out --format json --fail-on suspect:0')
    .action((outDir: string) => checkCommand(outDir, context));
}

async function checkCommand(outDir: string, { args, log }: CommandContext): Promise<ExitCode> {
  const format = optionChoice(args, 'format', ['text', 'json'], 'text');
  const limits = optionTexts(args, 'fail-on').map(parseLimit);
  const reader = await openReportOf(outDir);
  try {
    const totals = await reader.totals(READING_GAPS);
    if (format === 'json') await printPieces(reportJson(totals, reader.whole()));
    else printResult(renderReport(totals, await reader.excerpt()));
    const passed = passedLimits(limits, measure(totals));
    for (const sentence of passed) log.error(sentence, { code: 'limit-passed' });
    return passed.length > 0 ? EXIT.findings : EXIT.done;
  } finally {
    reader.close();
  }
}

/** A folder without an archive is an input that does not exist. */
async function openReportOf(outDir: string): Promise<ArchiveReader> {
  try {
    return await openReport(outDir);
  } catch (error) {
    if (error instanceof ArchiveError && error.code === 'missing') throw new UsageError(error.message);
    throw error;
  }
}
