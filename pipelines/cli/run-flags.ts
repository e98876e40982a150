/** The flags of `run`, as they are explained and read. */
import type { Command } from 'cac';
import { FAIL_ON_OPTION } from './limits.js';
import { CODES_OPTION } from './overlay.js';

/** Name, value, explanation. */
const NUMBERS = [
  [
    'jobs',
    'n',
    'Documents read at once (default: as many as the machine has cores; 0: in this process, for a debugger)',
  ],
  ['max-seconds', 'n', 'Time that one document may take (default: 300)'],
  ['max-memory', 'mib', 'Memory that the process of one document may take (default: 2048)'],
  ['max-pages', 'n', 'Pages read of one document (default: 10000)'],
  ['max-cells', 'n', 'Cells of all tables of one document (default: 2000000)'],
  ['max-unpacked', 'mib', 'What the packed parts of one document may unpack to (default: 512)'],
] as const;

const TEXTS = [
  ['out', 'dir', 'Folder for the results; runs on one folder add up'],
  ['manifest', 'file', 'JSON Lines or CSV that names files, their addresses and metadata (may be repeated)'],
] as const;

const SWITCHES = [
  ['reprocess', 'Read every document again, although nothing changed'],
  ['reprocess-failed', 'Read quarantined documents again'],
  ['no-parquet', 'Leave the Parquet files as they are; a later run brings them up to date'],
  ['parquet-only', 'Parquet alone for readers; the database is kept aside for later runs'],
  ['dry-run', 'Say what would be done, and write nothing'],
  ['no-config', 'Pass over the configuration in the working directory'],
] as const;

/** Flags behind which a value stands. */
export const VALUED: readonly string[] = [
  ...[...NUMBERS, ...TEXTS].map(([name]) => name),
  'fail-on',
  'codes',
  'config',
  'log-format',
];

export function addRunFlags(command: Command): Command {
  for (const [name, value, text] of [...TEXTS, ...NUMBERS]) command.option(`--${name} <${value}>`, text);
  command.option(...FAIL_ON_OPTION);
  command.option(...CODES_OPTION);
  // In brackets: with the switch that turns it off beside it, the library would ask for it always.
  command.option(
    '--config [file]',
    'Settings in a file (default: yusuan.config.ts, .js or .json here); flags go before it',
  );
  for (const [name, text] of SWITCHES) command.option(`--${name}`, text);
  return command;
}

/** `--jobs -1` as `--jobs=-1`, so that the flag is complained of and not an option `-1`. */
export function joinNumbers(args: readonly string[]): readonly string[] {
  const isNumber = (arg: string | undefined): boolean => NUMBERS.some(([name]) => arg === `--${name}`);
  const isJoined = (at: number): boolean => isNumber(args[at - 1]) && /^-\d/.test(args[at] ?? '');
  return args.flatMap((arg, at) => {
    if (isJoined(at)) return [];
    return isJoined(at + 1) ? [`${arg}=${args[at + 1] ?? ''}`] : [arg];
  });
}
