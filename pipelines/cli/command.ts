/** What every command gets and gives. */
import { openLog, LOG_FORMATS, type Log, type LogFormat } from './log.js';
import { optionChoice } from './options.js';

export interface CommandContext {
  /** The arguments as typed, program name aside. */
  readonly args: readonly string[];
  readonly log: Log;
  readonly logFormat: LogFormat;
}

/** The context of a call. @throws UsageError for an unknown `--log-format` */
export function openContext(args: readonly string[]): CommandContext {
  const logFormat = optionChoice(args, 'log-format', LOG_FORMATS, 'text');
  return { args, logFormat, log: openLog(logFormat) };
}

/** Writes a result to stdout; the only way to it. */
export function printResult(text: string): void {
  process.stdout.write(text);
}
