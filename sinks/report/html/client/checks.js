/** Failing checks. */
import { data } from './data.js';
import { element, fill, words } from './elements.js';
import { evidence } from './evidence.js';
import { count, figure } from './figures.js';
import { filter } from './filter.js';
import { say } from './language.js';
import { documentAt, documentWords, label, placeName, publisherName, ruleName, unitName } from './names.js';

/** @typedef {import('../../page/types.js').PageCheck} PageCheck */
/** @typedef {import('../../page/types.js').PageDocument} PageDocument */

/** Checks of a group, and groups, that are shown at first. */
const CHECKS = 6;
const GROUPS = 30;
/** Where the list is not grouped. */
const UNGROUPED = 40;

/** The checks as they are to be arranged. @param {readonly PageCheck[]} checks @returns {HTMLElement} */
export function checkList(checks) {
  const list = element('div', { class: 'list' });
  if (filter.arrange === 'worst') fillChecks(list, checks, UNGROUPED);
  else fill(list, [...grouped(checks)], GROUPS, ([name, members]) => checkGroup(name, members), tellMore);
  return list;
}

/** @param {readonly PageCheck[]} checks */
function grouped(checks) {
  /** @type {Map<string, PageCheck[]>} */
  const groups = new Map();
  for (const check of checks) {
    const name = filter.arrange === 'rule' ? ruleName(check.rule) : publisherName(documentAt(check.document).publisher);
    const members = groups.get(name) ?? [];
    members.push(check);
    groups.set(name, members);
  }
  return groups;
}

/** @param {string} name @param {readonly PageCheck[]} members */
function checkGroup(name, members) {
  const group = element('section', { class: 'group' }, [
    element('h3', {}, [words('', name), element('span', { class: 'size' }, [count(members.length)])]),
  ]);
  fillChecks(group, members, CHECKS);
  return group;
}

/** @param {HTMLElement} into @param {readonly PageCheck[]} checks @param {number} step */
function fillChecks(into, checks, step) {
  fill(into, checks, step, checkEntry, tellMore);
}

/** @param {number} left */
export function tellMore(left) {
  return say('more', count(left));
}

/** One line that tells what is wrong; behind it, what it was found with. @param {PageCheck} check */
function checkEntry(check) {
  const { subject, document, rule, page, expected, actual, difference, unit } = check;
  const place = page === null ? [] : [element('span', {}, [say('page', page)])];
  const whose = filter.arrange === 'rule' ? [] : [words('rule', ruleName(rule))];
  const entry = element('details', { class: 'entry check' }, [
    element('summary', {}, [
      element('span', { class: 'what' }, [
        words('subject', subject),
        element('span', { class: 'where' }, [...documentWords(documentAt(document)), ...place, ...whose]),
      ]),
      element('span', { class: 'figures' }, [
        pair('expected', figure(expected, unit)),
        pair('actual', figure(actual, unit)),
        pair('difference', `${figure(difference, unit)} ${unitName(unit)}`),
      ]),
    ]),
  ]);
  entry.addEventListener('toggle', () => {
    if (entry.childElementCount === 1) entry.append(checkDetails(check));
  });
  return entry;
}

/** A figure under what it is called. @param {'expected' | 'otherFigure' | 'actual' | 'difference'} name @param {string} value */
export function pair(name, value) {
  return element('span', { class: name }, [element('small', {}, [say(name)]), element('b', {}, [value])]);
}

/** Made when it is looked at. @param {PageCheck} check */
function checkDetails({ rule, tolerance, unit, tableKinds, lines, correction, document, evidence: used }) {
  const source = data.rules.find((known) => known.rule === rule)?.meaning?.source;
  /** @type {readonly (readonly [string, string])[]} */
  const facts = [
    [
      say('rule'),
      [ruleName(rule), rule, source === undefined ? '' : `${say('source')} ${source}`]
        .filter((part) => part !== '')
        .join(' · '),
    ],
    [say('tolerance'), `${figure(tolerance, unit)} ${unitName(unit)}`],
    [say('statement'), tableKinds.map((kind) => label('table_kind', kind)).join(' · ') || say('nothing')],
    [say('binds'), lines === 0 ? say('bindsNone') : count(lines)],
    ...(correction ? [/** @type {const} */ ([say('correction'), correctionWords(correction)])] : []),
  ];
  return element('div', { class: 'details' }, [
    element(
      'dl',
      {},
      facts.flatMap(([name, value]) => [element('dt', {}, [name]), element('dd', {}, [value])]),
    ),
    used ? evidence(used) : null,
    howToSee(documentAt(document)),
  ]);
}

/** @param {NonNullable<PageCheck['correction']>} correction */
function correctionWords(correction) {
  const { label: name, printed, amount } = correction;
  return say('correctionTo', name, placeName(correction), printed, figure(amount));
}

/** The command that shows the tables of a document, and a link to its file. @param {PageDocument} document */
export function howToSee({ path, member, documentId }) {
  if (path === null) return element('p', { class: 'command' }, [element('code', {}, [documentId])]);
  if (member !== null) return element('p', { class: 'command' }, [words('', say('inArchive', path, member))]);
  return element('p', { class: 'command' }, [
    say('seeTables'),
    element('code', {}, [`yusuan extract ${quoted(path)} --format md`]),
    element('a', { href: fileAddress(path), rel: 'noreferrer' }, [say('open')]),
  ]);
}

/** As a shell takes it for one word. @param {string} path */
function quoted(path) {
  return /^[\w./+:@-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}

/** @param {string} path */
function fileAddress(path) {
  return `file://${path.split('/').map(encodeURIComponent).join('/')}`;
}
