/** Failing checks. */
import { data } from './data.js';
import { element, words } from './elements.js';
import { evidence } from './evidence.js';
import { count, figure, figureWords } from './figures.js';
import { filter } from './filter.js';
import { opened } from './hash.js';
import { say, sayEither } from './language.js';
import { documentAt, documentWords, label, placeName, publisherName, ruleName, ruleSentence } from './names.js';
import { fill, row } from './rows.js';

/** @typedef {import('../../page/types.js').PageCheck} PageCheck */
/** @typedef {import('../../page/types.js').PageDocument} PageDocument */

/** Checks of a group, and groups, that are shown at first. */
const CHECKS = 6;
const GROUPS = 30;
/** Where the list is not grouped. */
const UNGROUPED = 40;

/** @typedef {readonly [name: string, note: string | null, members: readonly PageCheck[]]} Group */

/** The checks as they are to be arranged. @param {readonly PageCheck[]} checks @returns {HTMLElement} */
export function checkList(checks) {
  const list = element('div', { class: 'list' });
  if (filter.arrange === 'worst') fill(list, checks, UNGROUPED, checkEntry, isOpen);
  else fill(list, grouped(checks), GROUPS, checkGroup, ([, , members]) => members.some(isOpen));
  return list;
}

/** Names a check in the page's address. @param {PageCheck} check */
function keyOf({ document, checkNo }) {
  return `c${documentAt(document).documentId.slice(0, 16)}.${checkNo}`;
}

/** @param {PageCheck} check */
function isOpen(check) {
  return opened.has(keyOf(check));
}

/** @param {readonly PageCheck[]} checks @returns {readonly Group[]} */
function grouped(checks) {
  const isByRule = filter.arrange === 'rule';
  /** @type {Map<string | null, PageCheck[]>} */
  const groups = new Map();
  for (const check of checks) {
    const key = isByRule ? check.rule : documentAt(check.document).publisher;
    const members = groups.get(key) ?? [];
    members.push(check);
    groups.set(key, members);
  }
  return [...groups].map(([key, members]) =>
    isByRule ? [ruleName(key ?? ''), ruleSentence(key ?? ''), members] : [publisherName(key), null, members],
  );
}

/** @param {Group} group */
function checkGroup([name, note, members]) {
  const group = element('section', { class: 'group' }, [
    element('h3', {}, [
      words('', name),
      element('span', { class: 'size' }, [count(members.length)]),
      note === null || note === name ? null : words('sentence', note),
    ]),
  ]);
  fill(group, members, CHECKS, checkEntry, isOpen);
  return group;
}

/** One line that tells what is wrong; behind it, what it was found with. @param {PageCheck} check */
function checkEntry(check) {
  const { subject, document, rule, page } = check;
  const place = page === null ? [] : [element('span', {}, [say('page', page)])];
  const whose = filter.arrange === 'rule' ? [] : [words('rule', ruleName(rule))];
  const { expected, actual, difference } = figureWords(check);
  const summary = [
    element('span', { class: 'what' }, [
      words('subject', sayEither(subject)),
      element('span', { class: 'where' }, [...documentWords(documentAt(document)), ...place, ...whose]),
    ]),
    element('span', { class: 'figures' }, [
      pair('expected', expected),
      pair('actual', actual),
      pair('difference', difference),
    ]),
  ];
  return row(keyOf(check), 'entry check', summary, () => checkDetails(check));
}

/** A figure under what it is called. @param {'expected' | 'otherFigure' | 'actual' | 'difference'} name @param {string} value */
export function pair(name, value) {
  return element('span', { class: name }, [element('small', {}, [say(name)]), element('b', {}, [value])]);
}

/** @param {PageCheck} check */
function checkDetails(check) {
  const { rule, tableKinds, lines, document, evidence: used } = check;
  const source = data.rules.find((known) => known.rule === rule)?.meaning?.source ?? '';
  const rules = [ruleSentence(rule), rule === ruleSentence(rule) ? '' : rule, source && `${say('source')} ${source}`];
  /** @type {readonly (readonly [string, string])[]} */
  const facts = [
    [say('rule'), rules.filter((part) => part !== '').join(' · ')],
    [say('tolerance'), figureWords(check).tolerance],
    [say('statement'), tableKinds.map((kind) => label('table_kind', kind)).join(' · ') || say('nothing')],
    [say('binds'), lines === 0 ? say('bindsNone') : count(lines)],
    ...correctionFacts(check),
  ];
  const terms = facts.flatMap(([name, value]) => [element('dt', {}, [name]), element('dd', {}, [value])]);
  return element('div', { class: 'details' }, [
    element('dl', {}, terms),
    used ? evidence(used) : null,
    howToSee(documentAt(document), used !== null && used.tables.length > 0),
  ]);
}

/** What would have to change; of a percentage without one amount that would do, the percentage. @param {PageCheck} check @returns {readonly (readonly [string, string])[]} */
function correctionFacts(check) {
  const { correction, unit, expected, actual } = check;
  if (correction) {
    const { label: name, printed, amount } = correction;
    return [[say('correction'), say('correctionTo', name, placeName(correction), printed, figure(amount))]];
  }
  if (unit !== 'percent' || expected === null || actual === null) return [];
  const figures = figureWords(check);
  return [[say('percentage'), say('percentageTo', figures.actual, figures.expected)]];
}

/** The command that shows what a document says, and a link to its file. @param {PageDocument} document @param {boolean} [isOfTables] whether it is the tables that one looks for */
export function howToSee({ path, member, documentId }, isOfTables = false) {
  if (path === null) return element('p', { class: 'command' }, [element('code', {}, [documentId])]);
  if (member !== null) return element('p', { class: 'command' }, [words('', say('inArchive', path, member))]);
  return element('p', { class: 'command' }, [
    say(isOfTables ? 'seeTables' : 'seeDocument'),
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
