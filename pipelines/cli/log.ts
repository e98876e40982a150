/** What a command says on stderr while it works. */
export type LogFormat = 'text' | 'json';
export const LOG_FORMATS: readonly LogFormat[] = ['text', 'json'];

export type LogFields = Readonly<Record<string, string | number | null>>;

/** Writes one line per call; results never go here. */
export interface Log {
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

/** A log on stderr: sentences for people, or one JSON object a line (`time`, `level`, `message` and the fields) for machines. */
export function openLog(format: LogFormat): Log {
  const write = format === 'json' ? writeJson : writeText;
  return {
    info: (message, fields = {}) => {
      write('info', message, fields);
    },
    warn: (message, fields = {}) => {
      write('warning', message, fields);
    },
    error: (message, fields = {}) => {
      write('error', message, fields);
    },
  };
}

type Level = 'info' | 'warning' | 'error';

function writeJson(level: Level, message: string, fields: LogFields): void {
  process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), level, message, ...fields })}\n`);
}

function writeText(level: Level, message: string, fields: LogFields): void {
  const place = fields.source === undefined ? '' : `${String(fields.source)}: `;
  const code = fields.code === undefined ? '' : ` [${String(fields.code)}]`;
  const stack = typeof fields.stack === 'string' ? `\n${fields.stack}` : '';
  process.stderr.write(`${level === 'info' ? '' : `${level}: `}${place}${message}${code}${stack}\n`);
}
