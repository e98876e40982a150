/** Configuration files as the objects that they hold. */
import { readFile } from 'node:fs/promises';
import { createJiti } from 'jiti';
import { ConfigError } from './errors.js';
import { defineConfig } from './types.js';

/** Nothing is kept on disk; `yusuan` is at hand wherever the file lies, so that it can be written without installing anything beside it. */
const JITI = { fsCache: false, moduleCache: false, virtualModules: { yusuan: { defineConfig } } };

/**
 * What the configuration file at an absolute path holds: the object of a `.json` file, the default export of a program, which is run.
 *
 * @throws ConfigError where the file can't be read, has an error of syntax, or fails
 */
export async function loadFile(path: string): Promise<unknown> {
  return path.endsWith('.json') ? loadJson(path) : loadProgram(path);
}

async function loadJson(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw unusable(path, error);
  });
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw unusable(`${path}${placeOfError(text)}`, error);
  }
}

async function loadProgram(path: string): Promise<unknown> {
  try {
    return await createJiti(path, JITI).import(path, { default: true });
  } catch (error) {
    throw unusable(path, error);
  }
}

/** `:2:6`, the line and column where a text stops being JSON; the parser itself tells it of some errors alone. */
function placeOfError(text: string): string {
  const before = text.slice(0, endOfSound(text)).split('\n');
  return `:${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}

/** How much of a text could be the beginning of JSON: what is wrong with such a beginning is only that it ends. */
function endOfSound(text: string): number {
  let [sound, unsound] = [0, text.length + 1];
  while (unsound - sound > 1) {
    const middle = Math.floor((sound + unsound) / 2);
    if (isBeginning(text.slice(0, middle))) sound = middle;
    else unsound = middle;
  }
  return sound;
}

function isBeginning(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    const reason = String(error);
    const position = /at position (\d+)/.exec(reason)?.[1];
    return position === undefined ? /Unexpected end|Unterminated/.test(reason) : Number(position) >= text.length;
  }
}

/** One line: what is wrong, and where. */
function unusable(place: string, cause: unknown): ConfigError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new ConfigError(`${place} can't be used: ${reason.replace(/\s+/g, ' ').trim()}`, { cause });
}
