/** `yusuan codes`: looks a classification code up. */
import type { CAC } from 'cac';
import Papa from 'papaparse';
import { findCodes, loadCodebook, type Codebook, type CodeEntry, type Scheme } from '../../transforms/index.js';
import { printResult, type CommandContext } from './command.js';
import { EXIT, UsageError, type ExitCode } from './exit.js';
import { optionChoice, optionText, optionYear } from './options.js';

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

type FoundCode = ReturnType<typeof findCodes>[number];

export function addCodesCommand(cli: CAC, context: CommandContext): void {
  cli
    .command('codes <code or name>', 'Look a classification code up')
    .option('--year <year>', 'Only codes in force in this year')
    .option('--scheme <scheme>', `Only one classification: ${SCHEMES.join(', ')}`)
    .option('--format <format>', 'text, json or csv (default: text)')
    .example('  $ yusuan codes 2010301 --year 2024')
    .example('  $ yusuan codes 行政运行 --scheme function')
    .action((text: string) => codesCommand(text, context));
}

function codesCommand(text: string, { args, log }: CommandContext): ExitCode {
  const format = optionChoice(args, 'format', FORMATS, 'text');
  const codebook = loadCodebook();
  const found = findCodes(codebook, text, { year: optionYear(args, 'year'), scheme: readScheme(args) });
  if (found.length === 0) {
    log.error(`no code or name fits "${text}"`);
    return EXIT.failed;
  }
  printResult(format === 'text' ? renderText(found, codebook) : renderRows(found.map(toRow), format));
  return EXIT.done;
}

function readScheme(args: readonly string[]): Scheme | null {
  const text = optionText(args, 'scheme');
  const scheme = SCHEMES.find((known) => known === text) ?? null;
  if (text !== null && scheme === null) throw new UsageError(`--scheme takes ${SCHEMES.join(', ')}; not "${text}"`);
  return scheme;
}

/** An entry under the column names of `classification_codes`, and how it was found: code, name, part (of a name), similar (a near name). */
function toRow({
  scheme,
  edition,
  code,
  name,
  parentCode,
  level,
  validFrom,
  validTo,
  budget,
  evidence,
  confidence,
  match,
}: FoundCode) {
  return {
    scheme,
    edition,
    code,
    name,
    parent_code: parentCode,
    level,
    valid_from: validFrom,
    valid_to: validTo,
    evidence,
    confidence,
    budget,
    match,
  };
}

function renderRows(rows: readonly ReturnType<typeof toRow>[], format: 'json' | 'csv'): string {
  return format === 'json' ? `${JSON.stringify(rows, null, 2)}\n` : `${Papa.unparse([...rows], { newline: '\n' })}\n`;
}

function renderText(entries: readonly FoundCode[], codebook: Codebook): string {
  const width = Math.max(...entries.map(({ code }) => code.length));
  const lines = entries.map((entry) => renderEntry(entry, width, codebook));
  const isGuess = entries.some(({ match }) => match === 'similar');
  return [...(isGuess ? ['no code or name fits; near names:'] : []), ...lines, ''].join('\n');
}

function renderEntry(entry: CodeEntry, width: number, codebook: Codebook): string {
  const { scheme, edition, code, name, validFrom, validTo } = entry;
  const path = ancestorNames(entry, codebook).join(' › ');
  const years = validFrom === null && validTo === null ? '' : `${validFrom ?? ''}–${validTo ?? ''}`;
  const notes = [edition, path, years].filter((note) => note !== '').join(', ');
  return `${code.padEnd(width)}  ${name}  (${[scheme, notes].filter((note) => note !== '').join(': ')})`;
}

function ancestorNames(entry: CodeEntry, codebook: Codebook): readonly string[] {
  const parent = parentOf(entry, codebook);
  return parent ? [...ancestorNames(parent, codebook), parent.name] : [];
}

/** The parent in the same edition: the same code means other goods in another one. */
function parentOf({ scheme, edition, parentCode, validTo }: CodeEntry, codebook: Codebook): CodeEntry | null {
  if (parentCode === null) return null;
  if (edition === '') return codebook.entry(scheme, parentCode, validTo);
  const isParent = (entry: CodeEntry): boolean =>
    entry.scheme === scheme && entry.edition === edition && entry.code === parentCode;
  return codebook.entries.find(isParent) ?? null;
}
