/** Damage to RTF: its control words, its groups, its numbers. */
import { ASCII_NUMBERS, inflateNumbers } from './bytes.js';
import { choose } from './choose.js';
import { TEXT_MUTATIONS, type TextMutation } from './text.js';

const CONTROLS = [
  '{',
  '}',
  '\\bin99999999 ',
  '\\bin-1 ',
  '\\u-32768?',
  '\\u55357\\u56320 ',
  '\\uc999 ',
  "\\'zz",
  "\\'81",
  '\\cell ',
  '\\row ',
  '\\trowd\\cellx-5\\cellx99999999 ',
  '\\itap9\\nestcell ',
  '\\v ',
  '\\*\\x',
  '\\par ',
  '\\ansicpg99999 ',
] as const;

/** By name. */
export const RTF_MUTATIONS = {
  'control-words': (rtf, random) => {
    let changed = rtf;
    for (let left = random.between(1, 20); left > 0; left -= 1) {
      const at = random.between(0, changed.length);
      changed = changed.slice(0, at) + choose(random, CONTROLS) + changed.slice(at);
    }
    return changed;
  },
  'control-word-repeated': (rtf, random) => {
    const at = random.between(0, rtf.length);
    return rtf.slice(0, at) + choose(random, CONTROLS).repeat(random.between(100, 20_000)) + rtf.slice(at);
  },
  'control-numbers': (rtf, random) => inflateNumbers(rtf, random, ASCII_NUMBERS),
  'lines-removed': TEXT_MUTATIONS['lines-removed'],
  'lines-exchanged': TEXT_MUTATIONS['lines-exchanged'],
  'lines-repeated': TEXT_MUTATIONS['lines-repeated'],
} as const satisfies Readonly<Record<string, TextMutation>>;
