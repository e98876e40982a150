/** What a command says on stderr while it works. */
import { destination, pino, stdTimeFunctions } from 'pino';

export type LogFormat = 'text' | 'json';
export const LOG_FORMATS: readonly LogFormat[] = ['text', 'json'];

type LogValue = string | number | null | readonly LogValue[] | { readonly [name: string]: LogValue };
/** `source`, `code` and `stack` are told to people too, the others to machines alone. */
export type LogFields = Readonly<Record<string, LogValue>>;

/** Writes one line per call; results never go here. */
export interface Log {
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

/** A log on stderr: sentences for people, or one JSON object a line (`time`, `level`, `message` and the fields) for machines. */
export function openLog(format: LogFormat): Log {
  return format === 'json' ? openJsonLog() : openTextLog();
}

/** Written synchronously: what is said before a crash is there after it. */
function openJsonLog(): Log {
  const stderr = destination({ fd: 2, sync: true });
  const options = { base: null, messageKey: 'message', timestamp: stdTimeFunctions.isoTime };
  const logger = pino(
    { ...options, formatters: { level: (level) => ({ level: level === 'warn' ? 'warning' : level }) } },
    stderr,
  );
  return {
    info: (message, fields = {}) => {
      logger.info(fields, message);
    },
    warn: (message, fields = {}) => {
      logger.warn(fields, message);
    },
    error: (message, fields = {}) => {
      logger.error(fields, message);
    },
  };
}

function openTextLog(): Log {
  return {
    info: (message, fields = {}) => {
      writeText('', message, fields);
    },
    warn: (message, fields = {}) => {
      writeText('warning: ', message, fields);
    },
    error: (message, fields = {}) => {
      writeText('error: ', message, fields);
    },
  };
}

function writeText(level: string, message: string, fields: LogFields): void {
  const place = typeof fields.source === 'string' ? `${fields.source}: ` : '';
  const code = typeof fields.code === 'string' ? ` [${fields.code}]` : '';
  const stack = typeof fields.stack === 'string' ? `\n${fields.stack}` : '';
  process.stderr.write(`${level}${place}${message}${code}${stack}\n`);
}
