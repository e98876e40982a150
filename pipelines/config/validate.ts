/** Whether what a file holds is a configuration. */
import type { z } from 'zod';
import { ConfigError } from './errors.js';
import { configSchema } from './schema.js';
import type { YusuanConfig } from './types.js';

type Issue = z.core.$ZodIssue;

/** Characters shown of a value that is not allowed. */
const MOST_SHOWN = 60;

/** The configuration that `value` is. @throws ConfigError that names every key and value that is not allowed, and what is */
export function validateConfig(value: unknown, file: string): YusuanConfig {
  const parsed = configSchema.safeParse(value, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw new ConfigError(parsed.error.issues.flatMap((issue) => complaints(issue, file)).join('\n'));
}

function complaints(issue: Issue, file: string): readonly string[] {
  const place = placeOf(issue.path);
  if (issue.code !== 'unrecognized_keys')
    return [`${file}: ${place === '' ? 'the configuration' : place} takes ${issue.message}; not ${shown(issue.input)}`];
  const allowed = keysAt(issue.path).join(', ');
  return issue.keys.map((key) => `${file}: there is no key ${placeOf([...issue.path, key])}; allowed are ${allowed}`);
}

/** `limits.pages`, `inputs[1]`. */
function placeOf(path: readonly PropertyKey[]): string {
  const place = path.map((key) => (typeof key === 'number' ? `[${String(key)}]` : `.${String(key)}`)).join('');
  return place.replace(/^\./, '');
}

/** Keys of the object at a path. */
function keysAt(path: readonly PropertyKey[]): readonly string[] {
  const shapes = { limits: configSchema.shape.limits.unwrap().shape, failOn: configSchema.shape.failOn.unwrap().shape };
  const [outer] = path;
  return Object.keys(outer === 'limits' || outer === 'failOn' ? shapes[outer] : configSchema.shape);
}

function shown(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
}
