/** What is looked for. */
import { data } from './data.js';
import { documentAt } from './names.js';

/** @typedef {import('../../page/types.js').PageCheck} PageCheck */
/** @typedef {import('../../page/types.js').PageBetween} PageBetween */
/** @typedef {import('../../page/types.js').PageSuspect} PageSuspect */
/** @typedef {import('../../page/types.js').PageDocument} PageDocument */
/** @typedef {import('../../page/types.js').PageUnloaded} PageUnloaded */
/** @typedef {import('../../page/types.js').Quarantined} Quarantined */
/** @typedef {'rule' | 'publisher' | 'worst'} Arrangement */

/** Empty where everything is wanted. */
export const filter = {
  text: '',
  rule: '',
  kind: '',
  confidence: '',
  arrange: /** @type {Arrangement} */ ('rule'),
};

export function clearFilter() {
  Object.assign(filter, { text: '', rule: '', kind: '', confidence: '' });
}

/** Whether all words that are looked for stand somewhere in these texts. @param {readonly (string | null | undefined)[]} texts */
function says(texts) {
  const text = texts.join('\n').toLowerCase();
  return filter.text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** @param {PageDocument} document */
function isWanted({ proven, consistent, suspect }) {
  if (filter.confidence === 'suspect') return suspect > 0;
  if (filter.confidence === 'consistent') return suspect === 0 && consistent > 0;
  if (filter.confidence === 'proven') return suspect === 0 && consistent === 0 && proven > 0;
  return true;
}

/** @param {PageCheck} check */
export function wantsCheck({ document, rule, subject, tableKinds }) {
  const { publisher, fileName } = documentAt(document);
  const meaning = data.rules.find((known) => known.rule === rule)?.meaning;
  return (
    (filter.rule === '' || rule === filter.rule) &&
    (filter.kind === '' || tableKinds.includes(filter.kind)) &&
    isWanted(documentAt(document)) &&
    says([publisher, fileName, rule, meaning?.zh, meaning?.en, subject])
  );
}

/** @param {PageBetween} check */
export function wantsBetween({ document, other, rule, subject }) {
  const [left, right] = [documentAt(document), documentAt(other)];
  return (
    filter.rule === '' &&
    filter.kind === '' &&
    isWanted(left) &&
    says([left.publisher, left.fileName, right.publisher, right.fileName, rule, subject])
  );
}

/** @param {PageSuspect} line @param {string | null} code */
export function wantsSuspect({ document, tableKind, label, message }, code) {
  const { publisher, fileName } = documentAt(document);
  return (
    filter.rule === '' &&
    (filter.kind === '' || tableKind === filter.kind) &&
    isWanted(documentAt(document)) &&
    says([publisher, fileName, label, message, code])
  );
}

/** @param {PageUnloaded} finding */
export function wantsUnloaded({ document, code, message }) {
  const { publisher, fileName } = documentAt(document);
  return (
    filter.rule === '' &&
    filter.kind === '' &&
    isWanted(documentAt(document)) &&
    says([publisher, fileName, code, message])
  );
}

/** @param {PageDocument} document */
export function wantsDocument(document) {
  return isWanted(document) && says([document.publisher, document.fileName, document.documentId]);
}

/** @param {Quarantined} source */
export function wantsQuarantined({ fileName, code, message }) {
  return filter.rule === '' && filter.kind === '' && filter.confidence === '' && says([fileName, code, message]);
}
