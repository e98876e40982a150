/** What is looked for. */
import { data } from './data.js';
import { saidTexts } from './language.js';
import { documentAt } from './names.js';
import { asNumeral, numeralsOf } from './numerals.js';

/** @typedef {import('../../page/types.js').PageCheck} PageCheck */
/** @typedef {import('../../page/types.js').PageBetween} PageBetween */
/** @typedef {import('../../page/types.js').PageSuspect} PageSuspect */
/** @typedef {import('../../page/types.js').PageDocument} PageDocument */
/** @typedef {import('../../page/types.js').PageUnloaded} PageUnloaded */
/** @typedef {import('../../page/types.js').Quarantined} Quarantined */
/** @typedef {import('../../page/types.js').FindingGroup} FindingGroup */
/** @typedef {import('../../page/types.js').FindingExample} FindingExample */
/** @typedef {import('../../page/types.js').GapGroup} GapGroup */
/** @typedef {import('../../page/types.js').GapExample} GapExample */
/** @typedef {'rule' | 'publisher' | 'worst'} Arrangement */
/** @typedef {readonly (string | null | undefined)[]} Texts */

/** Empty where everything is wanted; a publisher without a name is that of documents whose publisher is unknown. */
export const filter = {
  text: '',
  rule: '',
  kind: '',
  confidence: '',
  publisher: /** @type {{ name: string | null } | null} */ (null),
  arrange: /** @type {Arrangement} */ ('rule'),
};

export function clearFilter() {
  Object.assign(filter, { text: '', rule: '', kind: '', confidence: '', publisher: null });
}

/** Whether anything is left out. */
export function isNarrowed() {
  const { text, rule, kind, confidence, publisher } = filter;
  return [text, rule, kind, confidence].some((word) => word !== '') || publisher !== null;
}

/** Whether all words that are looked for stand somewhere in these texts, or as numbers in these figures. @param {Texts} texts @param {ReadonlySet<string>} [figures] */
function says(texts, figures = new Set()) {
  const text = texts.join('\n').toLowerCase();
  return filter.text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word) || figures.has(asNumeral(word) ?? ''));
}

/** @type {WeakMap<object, ReadonlySet<string>>} */
const worked = new WeakMap();

/** The figures of an entry, worked out when they are first looked for. @param {object} entry @param {() => Texts} texts */
function figuresOf(entry, texts) {
  if (!/\d/.test(filter.text)) return new Set();
  const figures = worked.get(entry) ?? numeralsOf(texts());
  worked.set(entry, figures);
  return figures;
}

/** @param {PageDocument} document */
function isWanted({ proven, consistent, suspect, publisher }) {
  if (filter.publisher !== null && publisher !== filter.publisher.name) return false;
  if (filter.confidence === 'suspect') return suspect > 0;
  if (filter.confidence === 'consistent') return suspect === 0 && consistent > 0;
  if (filter.confidence === 'proven') return suspect === 0 && consistent === 0 && proven > 0;
  return true;
}

/** @param {PageDocument} document */
function textsOf({ publisher, fileName, documentId }) {
  return [publisher, fileName, documentId];
}

/** @param {PageCheck} check @returns {Texts} */
function checkFigures({ expected, actual, difference, correction, evidence }) {
  const cells = evidence?.tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells.map(({ text }) => text))) ?? [];
  const sentences = evidence?.sentences.map(({ text }) => text) ?? [];
  return [expected, actual, difference, correction?.amount, correction?.printed, ...cells, ...sentences];
}

/** @param {PageCheck} check */
export function wantsCheck(check) {
  const { document, rule, subject, tableKinds } = check;
  const meaning = data.rules.find((known) => known.rule === rule)?.meaning;
  return (
    (filter.rule === '' || rule === filter.rule) &&
    (filter.kind === '' || tableKinds.includes(filter.kind)) &&
    isWanted(documentAt(document)) &&
    says(
      [
        ...textsOf(documentAt(document)),
        rule,
        ...(meaning?.name ?? []),
        meaning?.zh,
        meaning?.en,
        ...saidTexts(subject),
      ],
      figuresOf(check, () => checkFigures(check)),
    )
  );
}

/** @param {PageBetween} check */
export function wantsBetween(check) {
  const { document, other, rule, subject, expected, actual, difference } = check;
  const [left, right] = [documentAt(document), documentAt(other)];
  return (
    filter.rule === '' &&
    filter.kind === '' &&
    isWanted(left) &&
    says(
      [...textsOf(left), ...textsOf(right), rule, ...saidTexts(subject)],
      figuresOf(check, () => [expected, actual, difference]),
    )
  );
}

/** @param {PageSuspect} line @param {string | null} code */
export function wantsSuspect(line, code) {
  const { document, tableKind, label, message, amount, yuan } = line;
  return (
    filter.rule === '' &&
    (filter.kind === '' || tableKind === filter.kind) &&
    isWanted(documentAt(document)) &&
    says(
      [...textsOf(documentAt(document)), label, message, code],
      figuresOf(line, () => [amount, yuan, message]),
    )
  );
}

/** @param {PageUnloaded} finding */
export function wantsUnloaded(finding) {
  const { document, code, message } = finding;
  return (
    filter.rule === '' &&
    filter.kind === '' &&
    isWanted(documentAt(document)) &&
    says(
      [...textsOf(documentAt(document)), code, message],
      figuresOf(finding, () => [message]),
    )
  );
}

/** @param {FindingExample} example @param {string} code */
export function wantsFinding({ document, fileName, message }, code) {
  const owner = document === null ? null : documentAt(document);
  const isOfWanted = owner === null ? filter.confidence === '' && filter.publisher === null : isWanted(owner);
  return (
    filter.rule === '' &&
    filter.kind === '' &&
    isOfWanted &&
    says([fileName, code, message, ...(owner === null ? [] : textsOf(owner))])
  );
}

/** @param {GapExample} example @param {GapGroup} group */
export function wantsGap({ document, detail }, { gap, tableKind }) {
  const owner = documentAt(document);
  const names = [...(data.labels['gap']?.[gap] ?? []), ...(data.labels['table_kind']?.[tableKind ?? ''] ?? [])];
  return (
    filter.rule === '' &&
    (filter.kind === '' || tableKind === filter.kind) &&
    isWanted(owner) &&
    says([...textsOf(owner), ...names, ...(detail === null ? [] : saidTexts(detail))])
  );
}

/** @param {PageDocument} document */
export function wantsDocument(document) {
  return isWanted(document) && says(textsOf(document));
}

/** @param {Quarantined} source */
export function wantsQuarantined({ fileName, code, message }) {
  const { rule, kind, confidence, publisher } = filter;
  return rule === '' && kind === '' && confidence === '' && publisher === null && says([fileName, code, message]);
}
