/** Options as they were typed. */
import type { NumberRange } from '../config/index.js';
import { UsageError } from './exit.js';

/**
 * Every value of `--name value` and `--name=value`, in order, exactly as typed: the command-line library turns what looks like a
 * number into one (`--out 007`). Nothing after `--` is an option.
 */
export function optionTexts(args: readonly string[], name: string): readonly string[] {
  const end = args.indexOf('--');
  const options = end < 0 ? args : args.slice(0, end);
  return options.flatMap((arg, at) => {
    if (arg.startsWith(`--${name}=`)) return [arg.slice(name.length + 3)];
    const next = options[at + 1];
    return arg === `--${name}` && next !== undefined ? [next] : [];
  });
}

/** The last value of an option, null where it was not given. */
export function optionText(args: readonly string[], name: string): string | null {
  return optionTexts(args, name).at(-1) ?? null;
}

/** Whether an option without a value was given. */
export function hasOption(args: readonly string[], name: string): boolean {
  const end = args.indexOf('--');
  return (end < 0 ? args : args.slice(0, end)).includes(`--${name}`);
}

/** The value of an option that takes one of a few words, `fallback` where it was not given. @throws UsageError for any other word */
export function optionChoice<Choice extends string>(
  args: readonly string[],
  name: string,
  choices: readonly Choice[],
  fallback: Choice,
): Choice {
  const text = optionText(args, name);
  if (text === null) return fallback;
  const choice = choices.find((word) => word === text);
  if (choice === undefined) throw new UsageError(`--${name} takes ${choices.join(', ')}; not "${text}"`);
  return choice;
}

/** A whole number within a range, null where the option was not given. @throws UsageError for anything else */
export function optionNumber(
  args: readonly string[],
  name: string,
  { least, most, words }: NumberRange,
): number | null {
  const text = optionText(args, name);
  if (text === null) return null;
  const number = /^\d+$/.test(text) ? Number(text) : NaN;
  if (number >= least && number <= most) return number;
  throw new UsageError(`--${name} takes ${words}; not "${text}"`);
}

/**
 * What is no option, as typed: the command-line library drops `-` and takes the word behind an option for its value, whether it has one or not.
 *
 * @param valued names of the options that take a value
 */
export function positionals(args: readonly string[], valued: readonly string[]): readonly string[] {
  const end = args.indexOf('--');
  const before = end < 0 ? args : args.slice(0, end);
  const isValue = (at: number): boolean => valued.some((name) => before[at - 1] === `--${name}`);
  const words = before.filter((arg, at) => (arg === '-' || !arg.startsWith('-')) && !isValue(at));
  return end < 0 ? words : [...words, ...args.slice(end + 1)];
}

/** A complaint of the command-line library with the option in it as it was typed: the library takes `--no-such-flag` for `--suchFlag`. */
export function withOptionAsTyped(message: string, args: readonly string[]): string {
  return message.replace(/`--([\w.-]+)`/, (quoted, name: string) => {
    const typed = args.map((arg) => arg.replace(/=.*$/s, '')).filter((arg) => arg.startsWith('--'));
    const isIt = (arg: string): boolean =>
      [/^--/, /^--no-/].some((start) => camelCase(arg.replace(start, '')) === name);
    const found = typed.includes(`--${name}`) ? undefined : typed.find(isIt);
    return found === undefined ? quoted : `\`${found}\``;
  });
}

function camelCase(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** Years that a budget of the People's Republic can be of. */
const FIRST_YEAR = 1949;
const LAST_YEAR = 2100;

/** A year from 1949 to 2100 in four digits, null where the option was not given. @throws UsageError for anything else */
export function optionYear(args: readonly string[], name: string): number | null {
  const text = optionText(args, name);
  if (text === null) return null;
  const year = /^\d{4}$/.test(text) ? Number(text) : NaN;
  if (year >= FIRST_YEAR && year <= LAST_YEAR) return year;
  throw new UsageError(`--${name} takes a year from ${FIRST_YEAR} to ${LAST_YEAR}; not "${text}"`);
}
