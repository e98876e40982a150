/** `yusuan extract`: what one document says, on stdout. */
import { lstat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { CAC } from 'cac';
import { UnreadableDocument, type Diagnostic } from '../../extractors/index.js';
import { formatLocation } from '../../sinks/index.js';
import type { BudgetDocument } from '../../transforms/index.js';
import { openCodes } from '../codes/index.js';
import { extractFile } from '../extract.js';
import { RENDERERS, type ExtractFormat } from '../formats/index.js';
import { printResult, type CommandContext } from './command.js';
import { EXIT, UsageError, type ExitCode } from './exit.js';
import type { Log } from './log.js';
import { optionChoice } from './options.js';
import { CODES_OPTION, overlayToUse } from './overlay.js';

const FORMATS: readonly ExtractFormat[] = ['json', 'csv', 'html', 'md'];

export function addExtractCommand(cli: CAC, context: CommandContext): void {
  cli
    .command('extract <file>', 'Print the tables and text blocks of one document')
    .option('--format <format>', 'json, csv, html or md (default: json)')
    .option(...CODES_OPTION)
    .example('  $ yusuan extract budget.txt --format json > budget.json')
    .example('  $ yusuan extract budget.txt --format md | less')
    .action((file: string) => extractCommand(file, context));
}

async function extractCommand(file: string, context: CommandContext): Promise<ExitCode> {
  const { args, log } = context;
  const format = optionChoice(args, 'format', FORMATS, 'json');
  await lstat(file).catch(() => {
    throw new UsageError(`there is no file ${file}`);
  });
  const document = await readOrRefuse(file, context);
  if (!document) return EXIT.findings;
  for (const diagnostic of document.diagnostics) tell(diagnostic, file, log);
  printResult(RENDERERS[format](document));
  return EXIT.done;
}

/** null where the file can't be read, which is told with its name. */
async function readOrRefuse(file: string, context: CommandContext): Promise<BudgetDocument | null> {
  try {
    return await extractFile(file, openCodes(overlayToUse(context)));
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) throw error;
    context.log.error(error.message, { source: basename(file), code: error.code });
    return null;
  }
}

/** What is worth knowing of a document, with its place; what is only noted stays in the database. */
function tell({ severity, code, message, origin }: Diagnostic, file: string, log: Log): void {
  if (severity === 'info') return;
  const place = [basename(file), formatLocation(origin)].filter((part) => part !== null).join(' ');
  if (severity === 'error') log.error(message, { source: place, code });
  else log.warn(message, { source: place, code });
}
