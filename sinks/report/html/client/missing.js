/** Warnings and errors by code, and what documents lack. */
import { howToSee } from './checks.js';
import { element, words } from './elements.js';
import { count } from './figures.js';
import { isNarrowed } from './filter.js';
import { say, sayEither } from './language.js';
import { documentAt, documentWords, label } from './names.js';
import { row, rowList } from './rows.js';

/** @typedef {import('../../page/types.js').FindingGroup} FindingGroup */
/** @typedef {import('../../page/types.js').FindingExample} FindingExample */
/** @typedef {import('../../page/types.js').GapGroup} GapGroup */
/** @typedef {import('../../page/types.js').GapExample} GapExample */

/** Codes, and kinds of gap of a sort, that are shown at first. */
const CODES = 12;
const KINDS = 5;

/** @param {readonly FindingGroup[]} groups */
export function findingList(groups) {
  return rowList(groups, CODES, findingEntry, findingKey);
}

/** @param {FindingGroup} group */
function findingKey({ severity, code }) {
  return `f${severity}.${code}`;
}

/** @param {FindingGroup} group */
function findingEntry(group) {
  const { severity, code, findings, documents, examples } = group;
  const summary = [
    element('span', { class: 'what' }, [
      words('subject', examples[0]?.message ?? code),
      element('span', { class: 'where' }, [words('severity', label('severity', severity)), words('code', code)]),
    ]),
    element('span', { class: 'figures' }, [
      element('b', { class: severity === 'error' ? 'trouble' : '' }, [
        say('findingCount', count(findings), count(documents)),
      ]),
    ]),
  ];
  return row(findingKey(group), 'entry', summary, () => examplesOf(documents, examples.map(findingExample)));
}

/** @param {FindingExample} example */
function findingExample({ document, fileName, message, location }) {
  const owner = document === null ? [words('file', fileName)] : documentWords(documentAt(document));
  return element('li', {}, [
    element('span', { class: 'where' }, [...owner, location === null ? null : words('place', location)]),
    words('message', message),
    document === null ? null : howToSee(documentAt(document)),
  ]);
}

/** The first documents, and how many more there are. @param {number} documents @param {readonly HTMLElement[]} examples */
function examplesOf(documents, examples) {
  const more = documents - examples.length;
  return element('div', { class: 'details' }, [
    element('ul', { class: 'examples' }, examples),
    more > 0 && !isNarrowed() ? element('p', { class: 'note' }, [say('alsoIn', count(more))]) : null,
  ]);
}

/** Gaps of statements by their kind, then those of whole documents. @param {readonly GapGroup[]} groups */
export function gapList(groups) {
  const ofStatements = groups.filter(({ tableKind }) => tableKind !== null);
  const others = groups.filter(({ tableKind }) => tableKind === null);
  const kinds = [...new Set(ofStatements.map(({ gap }) => gap))].map((kind) =>
    gapGroup(
      label('gap', kind),
      ofStatements.filter(({ gap }) => gap === kind),
    ),
  );
  return element('div', { class: 'list' }, [...kinds, others.length > 0 ? gapGroup(say('otherGaps'), others) : null]);
}

/** @param {string} name @param {readonly GapGroup[]} groups */
function gapGroup(name, groups) {
  return element('section', { class: 'group' }, [
    element('h3', {}, [words('', name)]),
    rowList(groups, KINDS, gapEntry, gapKey),
  ]);
}

/** @param {GapGroup} group */
function gapKey({ gap, tableKind }) {
  return `g${gap}.${tableKind ?? ''}`;
}

/** @param {GapGroup} group */
function gapEntry(group) {
  const { gap, tableKind, documents, expected, examples } = group;
  const size = expected === null ? say('gapCount', count(documents)) : say('gapOf', count(documents), count(expected));
  const summary = [
    element('span', { class: 'what' }, [
      words('subject', tableKind === null ? label('gap', gap) : label('table_kind', tableKind)),
    ]),
    element('span', { class: 'figures' }, [element('b', {}, [size])]),
  ];
  return row(gapKey(group), 'entry', summary, () => examplesOf(documents, examples.map(gapExample)));
}

/** @param {GapExample} example */
function gapExample({ document, detail }) {
  return element('li', {}, [
    element('span', { class: 'where' }, documentWords(documentAt(document))),
    detail === null ? null : words('message', sayEither(detail)),
  ]);
}
