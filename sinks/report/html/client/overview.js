/** The first screen: how much there is, how well it is known, and where it fails. */
import { bar, confidenceParts, legend, outcomeParts, sum } from './bars.js';
import { data } from './data.js';
import { element } from './elements.js';
import { count } from './figures.js';
import { say } from './language.js';
import { label, publisherName, ruleName, ruleSentence } from './names.js';

/** @typedef {import('./bars.js').Parts} Parts */
/** @typedef {import('./language.js').WordKey} WordKey */

/** Rows of a chart that are shown at first. */
const ROWS = 8;

/**
 * What a row of a chart shows, and what it looks for when it is chosen.
 *
 * @typedef {{ name: string, sentence?: string, parts: Parts, figure: number, choose: () => void }} ChartRow
 */

/** @param {(chosen: Partial<typeof import('./filter.js').filter>) => void} choose narrows the lists below */
export function overview(choose) {
  const { totals } = data;
  const lines = confidenceParts(totals.lines);
  const checks = outcomeParts(totals.checks);
  return element('section', { class: 'overview' }, [
    element('div', { class: 'totals' }, [
      element('div', { class: 'total' }, [headline('documents', totals.loaded + totals.quarantined), documentCounts()]),
      element('div', { class: 'total wide' }, [headline('amounts', sum(lines)), bar(lines), legend(lines)]),
      element('div', { class: 'total wide' }, [headline('checks', sum(checks)), bar(checks), legend(checks)]),
    ]),
    charts(choose),
  ]);
}

/** Folded on a phone, so that what fails stands near the top. @param {Parameters<typeof overview>[0]} choose */
function charts(choose) {
  const isNarrow = matchMedia('(max-width: 600px)');
  const folded = element('details', { class: 'fold', open: !isNarrow.matches }, [
    element('summary', {}, [say('chartsTitle')]),
    element('div', { class: 'charts' }, [
      chart('byRule', 'failing', ruleRows(choose), data.rules.length),
      chart('byPublisher', 'failing', publisherRows(choose), data.publishers.total),
      chart('byKind', 'suspectShort', kindRows(choose), data.kinds.length),
    ]),
  ]);
  isNarrow.addEventListener('change', ({ matches }) => {
    folded.toggleAttribute('open', !matches);
  });
  return folded;
}

/** @param {WordKey} name @param {number} figure */
function headline(name, figure) {
  return element('h2', {}, [element('span', {}, [say(name)]), element('b', {}, [count(figure)])]);
}

function documentCounts() {
  const { loaded, quarantined, unreadable, withoutText, withoutConverter, targets } = data.totals;
  /** @type {readonly (readonly [WordKey, number, boolean])[]} */
  const counts = [
    ['loaded', loaded, false],
    ['quarantined', quarantined, true],
    ['unreadable', unreadable, true],
    ['withoutText', withoutText, true],
    ['withoutConverter', withoutConverter, true],
    ['unloaded', data.unloaded.total, true],
    ['targets', targets, false],
  ];
  const items = counts.map(([name, figure, isTrouble]) =>
    element('li', { class: isTrouble && figure > 0 ? 'trouble' : '' }, [
      element('span', { class: 'name' }, [say(name)]),
      element('b', {}, [count(figure)]),
    ]),
  );
  return element('ul', { class: 'counts' }, items);
}

/** @param {Parameters<typeof overview>[0]} choose @returns {readonly ChartRow[]} */
function ruleRows(choose) {
  return data.rules.map((rule) => ({
    name: ruleName(rule.rule),
    sentence: ruleSentence(rule.rule),
    parts: outcomeParts(rule),
    figure: rule.fail,
    choose: () => {
      choose({ rule: rule.rule });
    },
  }));
}

/** @param {Parameters<typeof overview>[0]} choose @returns {readonly ChartRow[]} */
function publisherRows(choose) {
  return data.publishers.entries.map((of) => ({
    name: publisherName(of.publisher),
    parts: confidenceParts(of),
    figure: of.failed,
    choose: () => {
      choose({ publisher: { name: of.publisher } });
    },
  }));
}

/** @param {Parameters<typeof overview>[0]} choose @returns {readonly ChartRow[]} */
function kindRows(choose) {
  return data.kinds.map((of) => ({
    name: label('table_kind', of.tableKind),
    parts: confidenceParts(of),
    figure: of.suspect,
    choose: () => {
      choose({ kind: of.tableKind });
    },
  }));
}

/**
 * Names, bars and a figure; the first rows, and all where they are wanted.
 *
 * @param {WordKey} title @param {WordKey} figureName @param {readonly ChartRow[]} rows @param {number} total rows that there are in the archive
 */
function chart(title, figureName, rows, total) {
  const list = element('ul', {}, rows.map(chartRow));
  const hidden = [...list.children].slice(ROWS);
  /** @param {boolean} isFolded */
  const fold = (isFolded) => {
    for (const row of hidden) row.toggleAttribute('hidden', isFolded);
    toggle.textContent = isFolded ? say('all', count(rows.length)) : say('fewer');
    toggle.setAttribute('aria-expanded', String(!isFolded));
  };
  const toggle = element('button', {
    class: 'more',
    type: 'button',
    onclick: () => {
      fold(toggle.getAttribute('aria-expanded') === 'true');
    },
  });
  fold(true);
  const isCut = total > rows.length;
  return element('div', { class: 'chart' }, [
    element('h3', {}, [element('span', {}, [say(title)]), element('span', { class: 'unit' }, [say(figureName)])]),
    list,
    hidden.length > 0 ? toggle : null,
    isCut ? elsewhere(rows.length, total, data.publishers.query) : null,
  ]);
}

/** @param {ChartRow} row */
function chartRow({ name, sentence = name, parts, figure, choose }) {
  return element('li', {}, [
    element('button', { type: 'button', class: 'row', title: sentence, onclick: choose }, [
      element('bdi', { class: 'name' }, [name]),
      bar(parts),
      element('b', { class: figure > 0 ? 'figure trouble' : 'figure' }, [count(figure)]),
    ]),
  ]);
}

/** Where the rest of a list is. @param {number} shown @param {number} total @param {string} query */
export function elsewhere(shown, total, query) {
  return element('p', { class: 'elsewhere' }, [
    say('elsewhere', count(shown), count(total)),
    element('code', {}, [query]),
  ]);
}
