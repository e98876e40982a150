/** Suspect amounts in no failing check, quarantined sources, documents. */
import { bar, confidenceParts } from './bars.js';
import { howToSee, pair } from './checks.js';
import { data } from './data.js';
import { element, words } from './elements.js';
import { count, figureWords } from './figures.js';
import { opened } from './hash.js';
import { say, sayEither } from './language.js';
import { documentAt, documentWords, label, placeName } from './names.js';
import { fill, row, rowList } from './rows.js';

/** @typedef {import('../../page/types.js').PageBetween} PageBetween */
/** @typedef {import('../../page/types.js').PageSuspect} PageSuspect */
/** @typedef {import('../../page/types.js').PageDocument} PageDocument */
/** @typedef {import('../../page/types.js').Quarantined} Quarantined */
/** @typedef {import('../../page/types.js').PageUnloaded} PageUnloaded */
/** @typedef {import('../../page/types.js').SuspectGroup} SuspectGroup */

/** Entries of a group, and of a list without groups, that are shown at first. */
const LINES = 5;
const ENTRIES = 20;

/** @param {readonly PageBetween[]} checks */
export function betweenList(checks) {
  return rowList(checks, ENTRIES, betweenEntry, betweenKey);
}

/** @param {PageBetween} check */
function betweenKey(check) {
  return `b${String(data.between.entries.indexOf(check))}`;
}

/** @param {PageBetween} check */
function betweenEntry(check) {
  const { document, other, rule, subject } = check;
  const figures = figureWords(check);
  const summary = [
    element('span', { class: 'what' }, [
      words('subject', sayEither(subject)),
      element('span', { class: 'where' }, documentWords(documentAt(document))),
    ]),
    element('span', { class: 'figures' }, [
      pair('otherFigure', figures.expected),
      pair('actual', figures.actual),
      pair('difference', figures.difference),
    ]),
  ];
  return row(betweenKey(check), 'entry check', summary, () =>
    element('div', { class: 'details' }, [
      element('dl', {}, [
        element('dt', {}, [say('rule')]),
        element('dd', {}, [label('archive_rule', rule)]),
        element('dt', {}, [say('tolerance')]),
        element('dd', {}, [figures.tolerance]),
        element('dt', {}, [say('comparedWith')]),
        element('dd', { class: 'where' }, documentWords(documentAt(other))),
      ]),
      howToSee(documentAt(document)),
      howToSee(documentAt(other)),
    ]),
  );
}

/** @param {readonly SuspectGroup[]} groups */
export function suspectList(groups) {
  return element('div', { class: 'list' }, groups.map(suspectGroup));
}

/** @param {PageSuspect} line */
function suspectKey({ document, lineNo }) {
  return `l${documentAt(document).documentId.slice(0, 16)}.${lineNo}`;
}

/** @param {SuspectGroup} group */
function suspectGroup({ reason, code, lines, documents, examples }) {
  const name = reason === null ? say('noReason') : label('reason', reason);
  const detail = reason === 'doubtful_code' && code !== null ? label('scheme', code) : code;
  const group = element('section', { class: 'group' }, [
    element('h3', {}, [
      words('', name),
      detail === null ? null : words('code', detail),
      element('span', { class: 'size' }, [say('lineCount', count(lines), count(documents))]),
    ]),
  ]);
  fill(group, examples, LINES, suspectEntry, (line) => opened.has(suspectKey(line)));
  return group;
}

/** @param {PageSuspect} line */
function suspectEntry(line) {
  const summary = [
    element('span', { class: 'what' }, [
      words('subject', line.label),
      element('span', { class: 'where' }, [
        ...documentWords(documentAt(line.document)),
        ...pageWords(line.page),
        words('kind', label('table_kind', line.tableKind)),
      ]),
    ]),
    element('span', { class: 'figures' }, [words('amount', line.amount)]),
  ];
  return row(suspectKey(line), 'entry', summary, () =>
    element('div', { class: 'details' }, [
      element('p', {}, [placeName(line)]),
      line.message === null ? null : element('p', {}, [words('message', line.message)]),
      howToSee(documentAt(line.document), line.tableNo !== null),
    ]),
  );
}

/** @param {number | null} page */
function pageWords(page) {
  return page === null ? [] : [element('span', {}, [say('page', page)])];
}

/** @param {readonly PageUnloaded[]} findings */
export function unloadedList(findings) {
  return rowList(findings, ENTRIES, unloadedEntry, unloadedKey);
}

/** @param {PageUnloaded} finding */
function unloadedKey(finding) {
  return `u${String(data.unloaded.entries.indexOf(finding))}`;
}

/** @param {PageUnloaded} finding */
function unloadedEntry(finding) {
  const { document, code, message, location, page } = finding;
  const summary = [
    element('span', { class: 'what' }, [
      words('subject', message),
      element('span', { class: 'where' }, [
        ...documentWords(documentAt(document)),
        ...pageWords(page),
        words('place', location ?? ''),
      ]),
    ]),
    words('code', code),
  ];
  return row(unloadedKey(finding), 'entry', summary, () =>
    element('div', { class: 'details' }, [howToSee(documentAt(document))]),
  );
}

/** @param {readonly Quarantined[]} sources */
export function quarantineList(sources) {
  const list = element('div', { class: 'list' });
  fill(list, sources, ENTRIES, quarantineEntry);
  return list;
}

/** @param {Quarantined} source */
function quarantineEntry({ fileName, code, message }) {
  return element('div', { class: 'entry plain' }, [
    element('span', { class: 'what' }, [words('subject', fileName), words('where', message ?? say('noCode'))]),
    words('code', code ?? ''),
  ]);
}

/** @param {readonly PageDocument[]} documents */
export function documentList(documents) {
  return rowList(documents, ENTRIES, documentEntry, documentKey);
}

/** @param {PageDocument} document */
function documentKey({ documentId }) {
  return `d${documentId.slice(0, 16)}`;
}

/** @param {PageDocument} document */
function documentEntry(document) {
  const { fileName, failed, suspect, reportKind } = document;
  const [publisher, ...others] = documentWords(document);
  const summary = [
    element('span', { class: 'what' }, [
      element('span', { class: 'subject' }, publisher ? [publisher] : [fileName]),
      element('span', { class: 'where' }, [...others, words('kind', label('report_kind', reportKind))]),
    ]),
    element('span', { class: 'figures' }, [
      bar(confidenceParts(document)),
      element('b', { class: failed + suspect > 0 ? 'trouble' : '' }, [
        `${say('failing')} ${count(failed)} · ${say('suspectShort')} ${count(suspect)}`,
      ]),
    ]),
  ];
  return row(documentKey(document), 'entry', summary, () => element('div', { class: 'details' }, [howToSee(document)]));
}
