/** `yusuan codes learn`: pairs of code and name in the documents of a run that the codebook lacks or contradicts. */
import type { CAC } from 'cac';
import Papa from 'papaparse';
import { ArchiveError, readCodePairs, type CodePair } from '../../../sinks/index.js';
import { learnPairs, openCodes, type LearnedPair } from '../../codes/index.js';
import { printResult, type CommandContext } from '../command.js';
import { EXIT, UsageError, type ExitCode } from '../exit.js';
import { oneLine } from '../one-line.js';
import { optionChoice } from '../options.js';
import { CODES_OPTION, overlayToUse } from '../overlay.js';
import { alignColumns } from './width.js';
import { yearsWords } from './words.js';

const FORMATS = ['csv', 'json', 'text'] as const;

export function addLearnCommand(cli: CAC, context: CommandContext): void {
  cli
    .command(
      'codes learn <dir>',
      'List codes and names in the results of a run that the code tables lack or contradict',
    )
    .option('--format <format>', 'csv, json or text (default: csv)')
    .option(...CODES_OPTION)
    .example('  $ yusuan codes learn out > pairs.csv   # review it, delete what is wrong, then')
    .example('  $ yusuan codes import pairs.csv')
    .action((outDir: string) => learnCommand(outDir, context));
}

async function learnCommand(outDir: string, context: CommandContext): Promise<ExitCode> {
  const format = optionChoice(context.args, 'format', FORMATS, 'csv');
  const codebook = openCodes(overlayToUse(context));
  const learned = learnPairs(await readPairsOf(outDir), codebook);
  printResult(RENDERERS[format](learned));
  return EXIT.done;
}

/** A folder without an archive is an input that does not exist. */
async function readPairsOf(outDir: string): Promise<readonly CodePair[]> {
  try {
    return await readCodePairs(outDir);
  } catch (error) {
    if (error instanceof ArchiveError && error.code === 'missing') throw new UsageError(error.message);
    throw error;
  }
}

const RENDERERS: Readonly<Record<(typeof FORMATS)[number], (pairs: readonly LearnedPair[]) => string>> = {
  csv: (pairs) => `${Papa.unparse([[...COLUMNS], ...pairs.map(toRecord)], { newline: '\n' })}\n`,
  json: (pairs) => `${JSON.stringify(pairs.map(toRow), null, 2)}\n`,
  text: (pairs) => [...alignColumns(pairs.map(toCells)), ''].join('\n'),
};

/** The columns that `codes import` understands when the list comes back. */
const COLUMNS = [
  'kind',
  'scheme',
  'code_printed',
  'name_printed',
  'code',
  'name',
  'documents',
  'lines',
  'first_year',
  'last_year',
  'example',
] as const;

function toRow(pair: LearnedPair): Readonly<Record<(typeof COLUMNS)[number], string | number | null>> {
  const { kind, scheme, code, name, documents, lines, example } = pair;
  return {
    kind,
    scheme,
    code_printed: pair.codePrinted,
    name_printed: pair.namePrinted,
    code,
    name,
    documents,
    lines,
    first_year: pair.firstYear,
    last_year: pair.lastYear,
    example,
  };
}

function toRecord(pair: LearnedPair): readonly (string | number | null)[] {
  const row = toRow(pair);
  return COLUMNS.map((column) => row[column]);
}

function toCells(pair: LearnedPair): readonly string[] {
  const { kind, scheme, codePrinted, namePrinted, code, name, documents, firstYear, lastYear, example } = pair;
  return [
    kind,
    scheme,
    codePrinted ?? '',
    namePrinted,
    code === null ? '' : `${code} ${name ?? ''}`,
    `documents: ${documents}`,
    yearsWords(firstYear, lastYear),
    example,
  ].map(oneLine);
}
