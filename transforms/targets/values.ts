/** From the words of a target to operator, value and unit. */
import type { TargetOperator } from '../types.js';

export interface TargetValue {
  /** null for a blank target. */
  readonly operator: TargetOperator | null;
  /** Plain decimal digits without separators and without trailing zeros (`650`, `1.5`); null for words. */
  readonly value: string | null;
  readonly unit: string | null;
}

const BLANK: TargetValue = { operator: null, value: null, unit: null };
const WORDS: TargetValue = { operator: 'text', value: null, unit: null };

/** Signs and words before the number; longer ones first, so that 大于等于 is not read as 大于. */
const BEFORE: readonly (readonly [words: RegExp, operator: TargetOperator])[] = [
  [/^(?:≥|>=|≧|⩾|=>|大于或?等于|不少于|不低于|不小于|不得少于|不得低于|高于或?等于|至少)/, '>='],
  [/^(?:≤|<=|≦|⩽|=<|小于或?等于|不超过|不高于|不多于|不大于|不得超过|不得高于|低于或?等于|至多)/, '<='],
  [/^(?:>|大于|超过|高于|多于)/, '>'],
  [/^(?:<|小于|低于|少于)/, '<'],
  [/^(?:=|等于)/, '='],
];
/** Words after the number and its unit: 90%以上, 5天以内. */
const AFTER: readonly (readonly [words: RegExp, operator: TargetOperator])[] = [
  [/(?:\(含\))?(?:及|或)?以上(?:\(含\))?$/, '>='],
  [/(?:\(含\))?(?:及|或)?(?:以下|以内|之内)(?:\(含\))?$/, '<='],
];
const NUMBER = /^(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(.*)$/;
/** A unit has no digits, no signs of a sentence and no further comparison. */
const UNIT = /^[^\d,。;、:!?≥≤<>=~+\-—～至]{0,15}$/;
/** A bare number with one of these is a date: 2023年底, 11月, 15日. */
const DATE_REST = /^(?:年|月|日|号|季度)(?:\D|$)/;
const DASHES = /^[-‐‑–—―－/\\]+$/;

/**
 * Reads a target as printed: ≥460个 is >= 460 个, a bare 2辆 or 100% is =, 90%以上 is >=; dates (2023年底, 11月), ranges and other
 * words are `text`; a blank or a dash is no target at all. 万 before a counting unit stays in the unit (≥2700万 is 2700 万).
 */
export function parseTarget(printed: string): TargetValue {
  const text = printed
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[。;]$/, '');
  if (text === '' || DASHES.test(text)) return BLANK;
  const before = BEFORE.find(([words]) => words.test(text));
  const [, digits, rest] = NUMBER.exec(before ? text.replace(before[0], '') : text) ?? [];
  if (digits === undefined || rest === undefined) return WORDS;
  const after = AFTER.find(([words]) => words.test(rest));
  const unit = unwrap(after ? rest.replace(after[0], '') : rest);
  if (!UNIT.test(unit) || (!before && DATE_REST.test(unit))) return WORDS;
  if (before && after && before[1] !== after[1]) return WORDS;
  return { operator: before?.[1] ?? after?.[1] ?? '=', value: plainDigits(digits), unit: unit === '' ? null : unit };
}

/** A unit in brackets is the unit: ≥80.00(%). */
function unwrap(unit: string): string {
  return /^\((.+)\)$/.exec(unit)?.[1] ?? unit;
}

function plainDigits(digits: string): string {
  const plain = digits.replaceAll(',', '').replace(/^0+(?=\d)/, '');
  return plain.includes('.') ? plain.replace(/\.?0+$/, '') : plain;
}

/**
 * Puts a target together that is printed in up to three columns (≥ | 90 | %): its text as one would write it in one cell, and its
 * reading. A word in the operator's column that is no comparison (定性, 正向指标) is not part of the target.
 */
export function composeTarget(
  operator: string | null,
  target: string | null,
  unit: string | null,
): { readonly text: string | null; readonly value: TargetValue } {
  if (target === null || parseTarget(target) === BLANK) return { text: null, value: BLANK };
  const sign = operator !== null && isComparison(operator) && !isComparison(target) ? operator : '';
  const measure = unit !== null && !target.endsWith(unit) && NUMBER.test(target.normalize('NFKC')) ? unit : '';
  const text = `${sign}${target}${measure}`;
  return { text, value: parseTarget(text) };
}

function isComparison(text: string): boolean {
  const plain = text.normalize('NFKC').replace(/\s+/g, '');
  return BEFORE.some(([words]) => words.test(plain));
}
