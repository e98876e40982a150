/** What documents, rules and values are called. */
import { words } from './elements.js';
import { say, sayPair } from './language.js';
import { data } from './data.js';

/** @typedef {import('../../page/types.js').PageDocument} PageDocument */

/** A value of the contract in words. @param {string} column @param {string} value */
export function label(column, value) {
  return sayPair(data.labels[column]?.[value], value);
}

/** An amount's or a count's unit behind it. @param {string} unit */
export function unitName(unit) {
  return label('value_unit', unit);
}

/** @param {string} rule */
function meaningOf(rule) {
  return data.rules.find((known) => known.rule === rule)?.meaning;
}

/** A few words. @param {string} rule */
export function ruleName(rule) {
  return sayPair(meaningOf(rule)?.name, rule);
}

/** What it demands. @param {string} rule */
export function ruleSentence(rule) {
  const meaning = meaningOf(rule);
  return sayPair(meaning ? [meaning.zh, meaning.en] : undefined, rule);
}

/** @param {string | null} publisher */
export function publisherName(publisher) {
  return publisher ?? say('unknownPublisher');
}

/** @param {number} index @returns {PageDocument} */
export function documentAt(index) {
  const found = data.documents[index];
  if (!found) throw new Error(`there is no document ${String(index)}`);
  return found;
}

/** Publisher, year, file, as far as they are known. @param {PageDocument} of */
export function documentWords({ publisher, fiscalYear, fileName }) {
  return [
    words('publisher', publisherName(publisher)),
    ...(fiscalYear === null ? [] : [words('year', say('year', fiscalYear))]),
    words('file', fileName),
  ];
}

/** @param {import('../../page/types.js').FigurePlace} place */
export function placeName({ tableNo, row, col, blockNo }) {
  if (tableNo === null) return say('block', blockNo ?? '?');
  return say('cell', tableNo, row ?? '?', col ?? '?');
}
