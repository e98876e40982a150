/** `yusuan codes import`: an official edition, or reviewed pairs, into the user's own code tables. */
import { lstat } from 'node:fs/promises';
import type { CAC } from 'cac';
import { IMPORTABLE_SCHEMES, NotACodeTable, type ImportableScheme } from '../../../transforms/index.js';
import {
  carryOut,
  countLeftOut,
  findOverlayFolder,
  openCodes,
  planImport,
  withOverlayLock,
  type ImportOptions,
  type ImportPlan,
  type OverlayFolder,
} from '../../codes/index.js';
import { printResult, type CommandContext } from '../command.js';
import { EXIT, UsageError, type ExitCode } from '../exit.js';
import { oneLine } from '../one-line.js';
import { hasOption, optionText, optionYear } from '../options.js';
import { CODES_OPTION } from '../overlay.js';
import { renderPreview } from './preview.js';

/** How to take back what was taken in. */
const UNDO =
  'To undo an import, delete its rows from the CSV files of the folder, or the folder; the next run reads its documents anew without them.';

export function addImportCommand(cli: CAC, context: CommandContext): void {
  cli
    .command('codes import <file>', 'Take an official edition (CSV, XLSX, XLS) into your own code tables')
    .usage(`codes import <file> [options]\n\n${UNDO}`)
    .option('--scheme <scheme>', `All codes are of this classification: ${IMPORTABLE_SCHEMES.join(', ')}`)
    .option('--year <year>', 'Year of the edition (default: as its title or file name says)')
    .option('--dry-run', 'Show what would change, write nothing')
    .option('--overwrite', 'Take rows, too, that contradict the codebook, and names of older editions for their year')
    .option(...CODES_OPTION)
    .example('  $ yusuan codes import 2026年政府收支分类科目.xlsx --dry-run')
    .example('  $ yusuan codes import reviewed.csv')
    .action((file: string) => importCommand(file, context));
}

async function importCommand(file: string, context: CommandContext): Promise<ExitCode> {
  const { args } = context;
  const options = { scheme: readScheme(args), year: optionYear(args, 'year'), overwrite: hasOption(args, 'overwrite') };
  const isDryRun = hasOption(args, 'dry-run');
  await lstat(file).catch(() => {
    throw new UsageError(`there is no file ${file}`);
  });
  const named = optionText(args, 'codes');
  const work = (): Promise<ExitCode> => importInto(findOverlayFolder(named), file, options, isDryRun, context);
  return isDryRun ? work() : withOverlayLock(findOverlayFolder(named).path, work);
}

async function importInto(
  folder: OverlayFolder,
  file: string,
  options: ImportOptions,
  isDryRun: boolean,
  { log }: CommandContext,
): Promise<ExitCode> {
  const codebook = openCodes(folder.exists ? folder.path : null);
  let plan: ImportPlan;
  try {
    plan = await planImport(file, codebook, options);
  } catch (error) {
    if (!(error instanceof NotACodeTable)) throw error;
    log.error(oneLine(error.message), { code: 'not-a-code-table' });
    return EXIT.failed;
  }
  printResult(renderPreview(plan));
  if (!isDryRun) carryOut(plan, folder.path, codebook, new Date());
  log.info(sayEnd(plan, folder.path, isDryRun));
  return countLeftOut(plan) > 0 ? EXIT.findings : EXIT.done;
}

function readScheme(args: readonly string[]): ImportableScheme | null {
  const text = optionText(args, 'scheme');
  const scheme = IMPORTABLE_SCHEMES.find((known) => known === text) ?? null;
  if (text !== null && scheme === null)
    throw new UsageError(`--scheme takes ${IMPORTABLE_SCHEMES.join(', ')} here; not "${text}"`);
  return scheme;
}

function sayEnd({ taken }: ImportPlan, folder: string, isDryRun: boolean): string {
  if (taken.length === 0) return 'nothing to write';
  if (isDryRun) return `dry run: nothing was written; rows that would go to ${folder}: ${taken.length}`;
  return `rows written to ${folder}: ${taken.length}; the next run reads its documents with them (to undo: delete these rows, or the folder)`;
}
