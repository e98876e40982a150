/** What every command gets and gives. */
import { once } from 'node:events';
import { openLog, LOG_FORMATS, type Log, type LogFormat } from './log.js';
import { optionChoice } from './options.js';

export interface CommandContext {
  /** The arguments as typed, program name aside. */
  readonly args: readonly string[];
  readonly log: Log;
  readonly logFormat: LogFormat;
  /** Changes both: what a configuration asks for, where the command line asks for nothing. */
  useLogFormat(format: LogFormat): void;
}

/** The context of a call. @throws UsageError for an unknown `--log-format` */
export function openContext(args: readonly string[]): CommandContext {
  const logFormat = optionChoice(args, 'log-format', LOG_FORMATS, 'text');
  return new Context(args, logFormat, openLog(logFormat));
}

class Context implements CommandContext {
  constructor(
    readonly args: readonly string[],
    public logFormat: LogFormat,
    public log: Log,
  ) {}

  useLogFormat(format: LogFormat): void {
    this.logFormat = format;
    this.log = openLog(format);
  }
}

/** Writes a result to stdout; with `printPieces` the only way to it. */
export function printResult(text: string): void {
  process.stdout.write(text);
}

/** Characters written at once. */
const CHUNK = 65_536;

/** Writes a long result to stdout, no faster than its reader takes it. */
export async function printPieces(pieces: AsyncIterable<string>): Promise<void> {
  let waiting = '';
  for await (const piece of pieces) {
    waiting += piece;
    if (waiting.length < CHUNK) continue;
    const hasRoom = process.stdout.write(waiting);
    waiting = '';
    if (!hasRoom) await once(process.stdout, 'drain');
  }
  process.stdout.write(waiting);
}
