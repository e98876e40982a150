/** Figures as people read them. Amounts stay decimal numerals: no binary floating point touches them. */
import { say, spoken } from './language.js';

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
