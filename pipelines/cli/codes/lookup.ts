/** `yusuan codes`: looks a classification code up. */
import type { CAC } from 'cac';
import {
  cleanCode,
  findCodes,
  readCodeAndName,
  type Codebook,
  type FoundCode,
  type Scheme,
} from '../../../transforms/index.js';
import { openCodes } from '../../codes/index.js';
import { printResult, type CommandContext } from '../command.js';
import { EXIT, UsageError, type ExitCode } from '../exit.js';
import { oneLine } from '../one-line.js';
import { optionChoice, optionText, optionYear } from '../options.js';
import { CODES_OPTION, overlayToUse } from '../overlay.js';
import { renderCard } from './card.js';
import { renderList } from './list.js';
import { notesOn } from './notes.js';
import { renderRows } from './rows.js';
import { SCHEME_NAMES } from './words.js';

/** A longer text is no code and no name. */
const LONGEST_TEXT = 200;
const FORMATS = ['text', 'json', 'csv'] as const;
const SCHEMES: readonly Scheme[] = [
  'function',
  'dept_economic',
  'gov_economic',
  'revenue',
  'procurement',
  'cofog',
  'gfsm',
  'region',
];

export function addLookupCommand(cli: CAC, context: CommandContext): void {
  cli
    .command('codes <...code or name>', 'Look a classification code up')
    .usage('codes <code or name> [options]   (codes import <file>, codes learn <dir>: see their --help)')
    .option('--year <year>', 'As the classification was in this year')
    .option('--scheme <scheme>', `Only one classification: ${SCHEMES.join(', ')}`)
    .option('--format <format>', 'text, json or csv (default: text)')
    .option(...CODES_OPTION)
    .example('  $ yusuan codes 2010301 --year 2024')
    .example('  $ yusuan codes 行政运行 --scheme function')
    .example('  $ yusuan codes 201 03 01 行政运行')
    .action((words: readonly string[]) => lookupCommand(words.join(' '), context));
}

function lookupCommand(text: string, context: CommandContext): ExitCode {
  const { args, log } = context;
  if (text.length > LONGEST_TEXT)
    throw new UsageError(`codes takes a code or name of at most ${LONGEST_TEXT} characters; this has ${text.length}`);
  const format = optionChoice(args, 'format', FORMATS, 'text');
  const year = optionYear(args, 'year');
  const scheme = readScheme(args);
  const codebook = openCodes(overlayToUse(context));
  const found = findCodes(codebook, text, { year, scheme });
  if (format !== 'text') printResult(renderRows(found, format, codebook, year));
  else if (found.length > 0) printResult(renderFound(found, text, codebook, year));
  if (found.length > 0) return EXIT.done;
  const where = scheme === null ? '' : ` in ${SCHEME_NAMES[scheme]}`;
  log.error(oneLine(`no code or name fits "${text}"${where}`));
  return EXIT.failed;
}

function readScheme(args: readonly string[]): Scheme | null {
  const text = optionText(args, 'scheme');
  const scheme = SCHEMES.find((known) => known === text) ?? null;
  if (text !== null && scheme === null) throw new UsageError(`--scheme takes ${SCHEMES.join(', ')}; not "${text}"`);
  return scheme;
}

/** The card of the one code that is meant, or the list of those that may be; a code typed whole means itself, not what is below it. */
function renderFound(found: readonly FoundCode[], text: string, codebook: Codebook, year: number | null): string {
  const typed = readCodeAndName(text)?.code ?? cleanCode(text);
  const whole = found.filter(({ match, code }) => match === 'code' && cleanCode(code) === typed);
  const meant = whole.length > 0 ? whole : found;
  const [only] = meant.length === 1 ? meant : [];
  const isCertain = only !== undefined && ['code', 'name', 'old_name'].includes(only.match);
  const lines = isCertain ? renderCard(only, codebook, year) : renderList(meant, codebook, year);
  return [...notesOn(found, meant, text, codebook, year), ...lines, ''].map(oneLine).join('\n');
}
