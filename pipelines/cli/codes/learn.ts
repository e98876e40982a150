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
import { alignColumns } from '../width.js';
import { yearsWords } from './words.js';

const FORMATS = ['csv', 'json', 'text'] as const;

/** What the kinds of the list mean and what to do with each. */
const KINDS = [
  'Kinds of rows, and what codes import does with them:',
  '  unknown_code   the tables lack the printed code, whatever its name: becomes a code of that name',
  '  unknown_name   no code bears the name, which is like that of the code or in several documents: becomes',
  '                 another name of the code in column code (write it there where it is blank)',
  "  contradiction  the name is another code's, or nothing confirms it (a table that numbers its items): left out. Delete the row where the document misprints; where the printed",
  '                 code bears the name too, write unknown_name in column kind and the printed code in column code',
  '  out_of_force   code and name go together, but not in the year of the documents: ignored',
].join('\n');

export function addLearnCommand(cli: CAC, context: CommandContext): void {
  cli
    .command(
      'codes learn <dir>',
      'List codes and names in the results of a run that the code tables lack or contradict',
    )
    .usage(`codes learn <dir> [options]\n\n${KINDS}`)
    .option(
      '--format <format>',
      'csv, json or text (default: csv, with a byte order mark so that Excel reads it as UTF-8)',
    )
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

/** Excel on Windows takes a CSV without it for the encoding of the system; codes import reads both. */
const BYTE_ORDER_MARK = '\uFEFF';

const RENDERERS: Readonly<Record<(typeof FORMATS)[number], (pairs: readonly LearnedPair[]) => string>> = {
  csv: (pairs) => `${BYTE_ORDER_MARK}${Papa.unparse([[...COLUMNS], ...pairs.map(toRecord)], { newline: '\n' })}\n`,
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
