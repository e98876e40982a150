/** Suspect amounts in no failing check, quarantined sources, documents. */
import { bar, confidenceParts } from './bars.js';
import { howToSee, pair, tellMore } from './checks.js';
import { element, fill, words } from './elements.js';
import { count, figure } from './figures.js';
import { say } from './language.js';
import { documentAt, documentWords, label, placeName, unitName } from './names.js';

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
  const list = element('div', { class: 'list' });
  fill(list, checks, ENTRIES, betweenEntry, tellMore);
  return list;
}

/** @param {PageBetween} check */
function betweenEntry({ document, other, rule, subject, expected, actual, difference, tolerance, unit }) {
  return element('details', { class: 'entry check' }, [
    element('summary', {}, [
      element('span', { class: 'what' }, [
        words('subject', subject),
        element('span', { class: 'where' }, documentWords(documentAt(document))),
      ]),
      element('span', { class: 'figures' }, [
        pair('otherFigure', figure(expected, unit)),
        pair('actual', figure(actual, unit)),
        pair('difference', `${figure(difference, unit)} ${unitName(unit)}`),
      ]),
    ]),
    element('div', { class: 'details' }, [
      element('dl', {}, [
        element('dt', {}, [say('rule')]),
        element('dd', {}, [label('archive_rule', rule)]),
        element('dt', {}, [say('tolerance')]),
        element('dd', {}, [`${figure(tolerance, unit)} ${unitName(unit)}`]),
        element('dt', {}, [say('comparedWith')]),
        element('dd', { class: 'where' }, documentWords(documentAt(other))),
      ]),
      howToSee(documentAt(document)),
      howToSee(documentAt(other)),
    ]),
  ]);
}

/** @param {readonly SuspectGroup[]} groups */
export function suspectList(groups) {
  return element('div', { class: 'list' }, groups.map(suspectGroup));
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
  fill(group, examples, LINES, suspectEntry, tellMore);
  return group;
}

/** @param {PageSuspect} line */
function suspectEntry(line) {
  return element('details', { class: 'entry' }, [
    element('summary', {}, [
      element('span', { class: 'what' }, [
        words('subject', line.label),
        element('span', { class: 'where' }, [
          ...documentWords(documentAt(line.document)),
          ...(line.page === null ? [] : [element('span', {}, [say('page', line.page)])]),
          words('kind', label('table_kind', line.tableKind)),
        ]),
      ]),
      element('span', { class: 'figures' }, [words('amount', line.amount)]),
    ]),
    element('div', { class: 'details' }, [
      element('p', {}, [placeName(line)]),
      line.message === null ? null : element('p', {}, [words('message', line.message)]),
      howToSee(documentAt(line.document)),
    ]),
  ]);
}

/** @param {readonly PageUnloaded[]} findings */
export function unloadedList(findings) {
  const list = element('div', { class: 'list' });
  fill(list, findings, ENTRIES, unloadedEntry, tellMore);
  return list;
}

/** @param {PageUnloaded} finding */
function unloadedEntry({ document, code, message, location, page }) {
  return element('details', { class: 'entry' }, [
    element('summary', {}, [
      element('span', { class: 'what' }, [
        words('subject', message),
        element('span', { class: 'where' }, [
          ...documentWords(documentAt(document)),
          ...(page === null ? [] : [element('span', {}, [say('page', page)])]),
          words('place', location ?? ''),
        ]),
      ]),
      words('code', code),
    ]),
    element('div', { class: 'details' }, [howToSee(documentAt(document))]),
  ]);
}

/** @param {readonly Quarantined[]} sources */
export function quarantineList(sources) {
  const list = element('div', { class: 'list' });
  fill(
    list,
    sources,
    ENTRIES,
    ({ fileName, code, message }) =>
      element('div', { class: 'entry plain' }, [
        element('span', { class: 'what' }, [words('subject', fileName), words('where', message ?? say('noCode'))]),
        words('code', code ?? ''),
      ]),
    tellMore,
  );
  return list;
}

/** @param {readonly PageDocument[]} documents */
export function documentList(documents) {
  const list = element('div', { class: 'list' });
  fill(list, documents, ENTRIES, documentEntry, tellMore);
  return list;
}

/** @param {PageDocument} document */
function documentEntry(document) {
  const parts = confidenceParts(document);
  const { fileName, failed, suspect, reportKind } = document;
  const [publisher, ...others] = documentWords(document);
  return element('details', { class: 'entry' }, [
    element('summary', {}, [
      element('span', { class: 'what' }, [
        element('span', { class: 'subject' }, publisher ? [publisher] : [fileName]),
        element('span', { class: 'where' }, [...others, words('kind', label('report_kind', reportKind))]),
      ]),
      element('span', { class: 'figures' }, [
        bar(parts),
        element('b', { class: failed + suspect > 0 ? 'trouble' : '' }, [
          `${say('failing')} ${count(failed)} · ${say('suspectShort')} ${count(suspect)}`,
        ]),
      ]),
    ]),
    element('div', { class: 'details' }, [howToSee(document)]),
  ]);
}
