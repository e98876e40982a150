/** `yusuan codes`: looks a classification code up. */
import type { CAC } from 'cac';
import { findCodes, type Codebook, type FoundCode, type Scheme } from '../../../transforms/index.js';
import { openCodes } from '../../codes/index.js';
import { printResult, type CommandContext } from '../command.js';
import { EXIT, UsageError, type ExitCode } from '../exit.js';
import { optionChoice, optionText, optionYear } from '../options.js';
import { CODES_OPTION, overlayToUse } from '../overlay.js';
import { renderCard } from './card.js';
import { renderList } from './list.js';
import { renderRows } from './rows.js';
import { SCHEME_NAMES } from './words.js';

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
    .command('codes <code or name>', 'Look a classification code up')
    .usage('codes <code or name> [options]   (codes import <file>, codes learn <dir>: see their --help)')
    .option('--year <year>', 'As the classification was in this year')
    .option('--scheme <scheme>', `Only one classification: ${SCHEMES.join(', ')}`)
    .option('--format <format>', 'text, json or csv (default: text)')
    .option(...CODES_OPTION)
    .example('  $ yusuan codes 2010301 --year 2024')
    .example('  $ yusuan codes 行政运行 --scheme function')
    .action((text: string) => lookupCommand(text, context));
}

function lookupCommand(text: string, context: CommandContext): ExitCode {
  const { args, log } = context;
  const format = optionChoice(args, 'format', FORMATS, 'text');
  const year = optionYear(args, 'year');
  const scheme = readScheme(args);
  const codebook = openCodes(overlayToUse(context));
  const found = findCodes(codebook, text, { year, scheme });
  if (found.length === 0) {
    const where = scheme === null ? '' : ` in ${SCHEME_NAMES[scheme]}`;
    log.error(`no code or name fits "${text}"${where}`);
    return EXIT.failed;
  }
  printResult(format === 'text' ? renderFound(found, text, codebook, year) : renderRows(found, format));
  return EXIT.done;
}

function readScheme(args: readonly string[]): Scheme | null {
  const text = optionText(args, 'scheme');
  const scheme = SCHEMES.find((known) => known === text) ?? null;
  if (text !== null && scheme === null) throw new UsageError(`--scheme takes ${SCHEMES.join(', ')}; not "${text}"`);
  return scheme;
}

/** The card of the one code that is meant, or the list of those that may be; a code typed whole means itself, not what is below it. */
function renderFound(found: readonly FoundCode[], text: string, codebook: Codebook, year: number | null): string {
  const typed = text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
  const whole = found.filter(({ match, code }) => match === 'code' && code === typed);
  const meant = whole.length > 0 ? whole : found;
  const [only] = meant.length === 1 ? meant : [];
  const isCertain = only !== undefined && ['code', 'name', 'old_name'].includes(only.match);
  const lines = isCertain ? renderCard(only, codebook, year) : renderList(meant, codebook, year);
  return [...notesOn(meant, text, year), ...lines, ''].join('\n');
}

/** What has to be said before what was found. */
function notesOn(found: readonly FoundCode[], text: string, year: number | null): readonly string[] {
  const every = (holds: (entry: FoundCode) => boolean): boolean => found.every(holds);
  return [
    ...(every(({ match }) => match === 'similar') ? ['no code or name fits; near names:'] : []),
    ...(every(({ match }) => match === 'part') ? [`no code is named ${text}; names that contain it:`] : []),
    ...(every(({ match }) => match === 'old_name') ? [`${text} is a former name or an alias:`] : []),
    ...(every(({ inForce }) => inForce === false)
      ? [`nothing that fits was in force in ${year ?? ''}; in other years:`]
      : []),
  ];
}
