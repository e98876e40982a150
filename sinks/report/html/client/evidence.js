/** What a check uses, as it is printed. */
import { element, words } from './elements.js';
import { count } from './figures.js';
import { say } from './language.js';

/** @typedef {import('../../page/types.js').Evidence} Evidence */
/** @typedef {import('../../page/types.js').TableExcerpt} TableExcerpt */
/** @typedef {import('../../page/types.js').ExcerptRow} ExcerptRow */
/** @typedef {import('../../page/types.js').SentenceExcerpt} SentenceExcerpt */

/** @param {Evidence} shown */
export function evidence({ tables, sentences }) {
  return element('div', { class: 'evidence' }, [
    ...tables.map(excerpt),
    ...sentences.map(sentence),
    element('p', { class: 'marks' }, [
      hasWhole({ tables, sentences }) ? element('span', { class: 'mark whole' }, [say('markWhole')]) : null,
      element('span', { class: 'mark part' }, [say('markPart')]),
      tables.length > 0 ? element('span', {}, [say('numbering')]) : null,
    ]),
  ]);
}

/** @param {Evidence} shown */
function hasWhole({ tables, sentences }) {
  const cells = tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  return [...cells, ...sentences.flatMap(({ figures }) => figures)].some(({ mark }) => mark === 'whole');
}

/** @param {TableExcerpt} table */
function excerpt({ tableNo, title, unit, page, columns, rows, moreRows }) {
  const place = [
    say('table', tableNo),
    title,
    page === null ? null : say('page', page),
    unit === null ? null : say('unit', unit),
  ].filter((part) => part !== null);
  const numbers = element('tr', { class: 'numbers' }, [
    element('th', {}),
    ...columns.map((column) => element('th', {}, [String(column)])),
  ]);
  return element('figure', {}, [
    element('figcaption', {}, [words('', place.join(' · '))]),
    element('div', { class: 'scroll', tabindex: '0' }, [
      element('table', {}, [
        element('thead', {}, [numbers, ...rows.filter((row) => row.isHeader).map(tableRow)]),
        element('tbody', {}, rows.filter((row) => !row.isHeader).map(tableRow)),
      ]),
    ]),
    moreRows > 0 ? element('p', { class: 'note' }, [say('rowsMore', count(moreRows))]) : null,
  ]);
}

/** What an amount looks like; it stands at the right edge of its column. */
const AMOUNT = /^[-−(（]?[\d,，]+(\.\d+)?%?[)）]?$/;

/** @param {ExcerptRow} row */
function tableRow({ row, isHeader, cells }) {
  const shown = cells.map(({ text, span, mark }) => {
    const names = [mark === null ? '' : `mark ${mark}`, !isHeader && AMOUNT.test(text.trim()) ? 'amount' : ''];
    const attributes = { class: names.join(' ').trim(), ...(span > 1 ? { colspan: String(span) } : {}) };
    return element(isHeader ? 'th' : 'td', attributes, [words('', text)]);
  });
  return element('tr', {}, [element('th', { class: 'number', scope: 'row' }, [String(row)]), ...shown]);
}

/** @param {SentenceExcerpt} stated */
function sentence({ blockNo, page, text, figures }) {
  const place = [say('block', blockNo), page === null ? null : say('page', page)].filter((part) => part !== null);
  return element('figure', {}, [
    element('figcaption', {}, [place.join(' · ')]),
    element('blockquote', {}, markFigures(text, figures)),
  ]);
}

/** The sentence with its figures marked. @param {string} text @param {SentenceExcerpt['figures']} figures */
function markFigures(text, figures) {
  /** @type {(Node | string)[]} */
  const parts = [];
  let end = 0;
  for (const figure of figures) {
    parts.push(text.slice(end, figure.at), element('span', { class: `mark ${figure.mark ?? 'part'}` }, [figure.text]));
    end = figure.at + figure.text.length;
  }
  return [...parts, text.slice(end)];
}
