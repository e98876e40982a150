/** The page: built once for each language, its lists anew for each search. */
import { checkList } from './checks.js';
import { controls, showFilter } from './controls.js';
import { data } from './data.js';
import { element } from './elements.js';
import { count, moment } from './figures.js';
import {
  filter,
  isNarrowed,
  wantsBetween,
  wantsCheck,
  wantsDocument,
  wantsFinding,
  wantsGap,
  wantsQuarantined,
  wantsSuspect,
  wantsUnloaded,
} from './filter.js';
import { choose, readHash, writeHash } from './hash.js';
import { say, speak, spoken } from './language.js';
import { findingList, gapList } from './missing.js';
import { documentAt } from './names.js';
import { betweenList, documentList, quarantineList, suspectList, unloadedList } from './others.js';
import { elsewhere, overview } from './overview.js';
import { showRow } from './rows.js';

/** @typedef {import('./language.js').WordKey} WordKey */

function build() {
  document.title = say('title');
  const lists = element('div', { class: 'lists' });
  const show = () => {
    lists.replaceChildren(...sections());
  };
  const refresh = () => {
    show();
    writeHash();
  };
  const bar = controls(refresh);
  const first = overview((chosen) => {
    Object.assign(filter, chosen);
    showFilter(bar);
    refresh();
    bar.scrollIntoView({ block: 'start' });
  });
  document.getElementById('page')?.replaceChildren(heading(), first, bar, lists);
  show();
}

function heading() {
  const languages = /** @type {const} */ (['中文', 'English']).map((name, at) =>
    element(
      'button',
      {
        type: 'button',
        lang: at === 0 ? 'zh-CN' : 'en',
        'aria-pressed': String(at === spoken()),
        onclick: () => {
          choose(at);
          writeHash();
          build();
        },
      },
      [name],
    ),
  );
  return element('header', {}, [
    element('h1', {}, [say('title')]),
    element('p', {}, [say('written', moment(data.writtenAt), data.program)]),
    element('div', { class: 'languages', role: 'group', 'aria-label': say('language') }, languages),
  ]);
}

function sections() {
  return [
    failingSection(),
    ...betweenSection(),
    suspectSection(),
    unloadedSection(),
    findingSection(),
    gapSection(),
    quarantineSection(),
    documentSection(),
  ];
}

function failingSection() {
  const { entries, total, query } = data.checks;
  const wanted = entries.filter(wantsCheck);
  const worst = entries.filter(({ evidence }) => evidence !== null).length;
  return section('failingChecks', wanted.length, total, [
    entries.length > 0 ? note(say('failingNote', count(worst))) : null,
    wanted.length > 0 ? checkList(wanted) : nothing(total),
    entries.length < total ? elsewhere(entries.length, total, query) : null,
  ]);
}

/** None where no document is compared with another, or all agree. */
function betweenSection() {
  const { entries, total, query } = data.between;
  if (total === 0) return [];
  const wanted = entries.filter(wantsBetween);
  return [
    section('between', wanted.length, total, [
      note(say('betweenNote')),
      wanted.length > 0 ? betweenList(wanted) : nothing(total),
      entries.length < total ? elsewhere(entries.length, total, query) : null,
    ]),
  ];
}

function suspectSection() {
  const { total, query } = data.suspectLines;
  const groups = data.suspects
    .map((group) => ({ ...group, examples: group.examples.filter((line) => wantsSuspect(line, group.code)) }))
    .filter(({ examples }) => examples.length > 0);
  const shown = new Set(groups.flatMap(({ examples }) => examples.map((line) => `${line.document} ${line.lineNo}`)))
    .size;
  return section('suspectLines', isNarrowed() ? shown : total, total, [
    total > 0 ? note(say('suspectNote')) : null,
    groups.length > 0 ? suspectList(groups) : nothing(total),
    groups.length > 0 && shown < total && !isNarrowed() ? elsewhere(shown, total, query) : null,
  ]);
}

function unloadedSection() {
  const { entries, total, query } = data.unloaded;
  const wanted = entries.filter(wantsUnloaded);
  return section('unloadedTitle', wanted.length, total, [
    total > 0 ? note(say('unloadedNote')) : null,
    wanted.length > 0 ? unloadedList(wanted) : nothing(total),
    entries.length < total ? elsewhere(entries.length, total, query) : null,
  ]);
}

/** How many findings the groups of a list show: all, or the examples that are wanted. @param {readonly { readonly examples: readonly unknown[] }[]} groups @param {number} total */
function shownOf(groups, total) {
  return isNarrowed() ? groups.reduce((sum, { examples }) => sum + examples.length, 0) : total;
}

function findingSection() {
  const { entries, total, query } = data.findings;
  const wanted = entries
    .map((group) => ({ ...group, examples: group.examples.filter((example) => wantsFinding(example, group.code)) }))
    .filter(({ examples }) => !isNarrowed() || examples.length > 0);
  return section('findingsTitle', shownOf(wanted, total), total, [
    total > 0 ? note(say('findingsNote')) : null,
    wanted.length > 0 ? findingList(wanted) : nothing(total),
    total > 0 ? all(query) : null,
  ]);
}

function gapSection() {
  const { entries, total, query } = data.gaps;
  const wanted = entries
    .map((group) => ({ ...group, examples: group.examples.filter((example) => wantsGap(example, group)) }))
    .filter(({ examples }) => !isNarrowed() || examples.length > 0);
  return section('gapsTitle', shownOf(wanted, total), total, [
    total > 0 ? note(say('gapsNote')) : null,
    wanted.length > 0 ? gapList(wanted) : nothing(total),
    total > 0 ? all(query) : null,
  ]);
}

function quarantineSection() {
  const { entries, total, query } = data.quarantined;
  const wanted = entries.filter(wantsQuarantined);
  return section('quarantineTitle', wanted.length, total, [
    wanted.length > 0 ? quarantineList(wanted) : nothing(total),
    entries.length < total ? elsewhere(entries.length, total, query) : null,
  ]);
}

function documentSection() {
  const { entries, total, query } = data.listed;
  const wanted = entries.map(documentAt).filter(wantsDocument);
  return section('documentList', wanted.length, total, [
    note(say('documentNote')),
    wanted.length > 0 ? documentList(wanted) : nothing(total),
    entries.length < total ? elsewhere(entries.length, total, query) : null,
  ]);
}

/** @param {WordKey} title @param {number} shown @param {number} total @param {readonly (Node | null)[]} children */
function section(title, shown, total, children) {
  const size = shown === total ? say('shown', count(total)) : say('shownOf', count(shown), count(total));
  return element('section', { class: title }, [
    element('h2', {}, [element('span', {}, [say(title)]), element('span', { class: 'size' }, [size])]),
    ...children,
  ]);
}

/** @param {string} text */
function note(text) {
  return element('p', { class: 'note' }, [text]);
}

/** Where all of a list is of which the page shows examples. @param {string} query */
function all(query) {
  return element('p', { class: 'elsewhere' }, [say('allOf'), element('code', {}, [query])]);
}

/** @param {number} total */
function nothing(total) {
  return element('p', { class: 'nothing' }, [say(total === 0 ? 'noneAtAll' : 'none')]);
}

/** Shows what the address says; where it names no row, the worst check is open. */
function start() {
  speak(spoken());
  const sent = readHash();
  build();
  const first = document.querySelector('.failingChecks details');
  if (sent !== '') showRow(sent);
  else if (!document.querySelector('.lists details[open]')) first?.setAttribute('open', '');
}

window.addEventListener('hashchange', start);
start();
