/** Figures as people read them. Amounts stay decimal numerals: no binary floating point touches them. */
import { say, spoken } from './language.js';
import { unitName } from './names.js';

const GROUPS = /\B(?=(\d{3})+(?!\d))/g;

/** @param {number} value */
export function count(value) {
  return String(value).replace(GROUPS, ',');
}

/**
 * Groups of thousands, zeros after the second decimal place left out (of counts all), a minus sign that is one.
 *
 * @param {string | null} numeral
 * @param {string} [unit]
 */
export function figure(numeral, unit) {
  if (numeral === null) return say('nothing');
  const [whole = '', places = ''] = numeral.replace(/^-/, '').split('.');
  const kept = places.replace(/0+$/, '').padEnd(unit === 'count' ? 0 : 2, '0');
  return `${numeral.startsWith('-') ? '−' : ''}${whole.replace(GROUPS, ',')}${kept && `.${kept}`}`;
}

/** The figures of a check with their units: amounts as they are, percentages with two decimal places, more where the document prints more or the difference needs them. */
const PERCENT_PLACES = 2;
const MOST_PLACES = 6;

/**
 * @typedef {import('../../page/types.js').PageCheck['expected']} Numeral
 * @typedef {{ expected: string, actual: string, difference: string, tolerance: string }} FigureWords
 */

/** @param {{ expected: Numeral, actual: Numeral, difference: Numeral, tolerance: string, unit: string }} of @returns {FigureWords} */
export function figureWords({ expected, actual, difference, tolerance, unit }) {
  if (unit !== 'percent')
    return {
      expected: figure(expected, unit),
      actual: figure(actual, unit),
      difference: `${figure(difference, unit)} ${unitName(unit)}`,
      tolerance: `${figure(tolerance, unit)} ${unitName(unit)}`,
    };
  const places = Math.max(placesOf(actual), leadingPlace(difference));
  return {
    expected: percentage(expected, places),
    actual: percentage(actual, places),
    difference: `${figure(rounded(difference, places))} ${say('points')}`,
    tolerance: `${figure(rounded(tolerance, Math.max(places, leadingPlace(tolerance))))} ${say('points')}`,
  };
}

/** @param {Numeral} numeral @param {number} places */
function percentage(numeral, places) {
  return numeral === null ? say('nothing') : `${figure(rounded(numeral, places))} %`;
}

/** Decimal places without zeros at the end, two at least. @param {Numeral} numeral */
function placesOf(numeral) {
  return Math.max(PERCENT_PLACES, (numeral?.split('.')[1] ?? '').replace(/0+$/, '').length);
}

/** The place at which a numeral is not rounded to nothing, two at least. @param {Numeral} numeral */
function leadingPlace(numeral) {
  for (let places = PERCENT_PLACES; places < MOST_PLACES; places++)
    if (/[1-9]/.test(rounded(numeral, places) ?? '1')) return places;
  return PERCENT_PLACES;
}

/** Halves away from zero. @param {Numeral} numeral @param {number} places */
function rounded(numeral, places) {
  if (numeral === null) return null;
  const [whole = '', decimals = ''] = numeral.replace(/^-/, '').split('.');
  const kept = BigInt(whole + decimals.padEnd(places, '0').slice(0, places));
  const digits = String(kept + (decimals.charAt(places) >= '5' ? 1n : 0n)).padStart(places + 1, '0');
  return `${numeral.startsWith('-') ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** @param {number} part @param {number} whole */
export function percent(part, whole) {
  if (whole === 0) return '–';
  const share = (100 * part) / whole;
  if (part > 0 && share < 0.1) return '<0.1%';
  // What is not all is never called all.
  return `${(part < whole && share > 99.9 ? 99.9 : share).toFixed(1)}%`;
}

/** @param {string} iso */
export function moment(iso) {
  return new Date(iso).toLocaleString(spoken() === 0 ? 'zh-CN' : 'en-GB', { dateStyle: 'medium', timeStyle: 'short' });
}
