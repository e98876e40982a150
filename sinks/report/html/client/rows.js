/** Rows that open, and lists of them. */
import { element } from './elements.js';
import { count } from './figures.js';
import { opened, sendRow } from './hash.js';
import { say } from './language.js';

/**
 * A row that opens; it stays open when the page is built anew.
 *
 * @param {string} key names it in the page's address
 * @param {string} name class
 * @param {readonly (Node | string | null)[]} summary
 * @param {() => Node} details made when they are looked at
 */
export function row(key, name, summary, details) {
  const head = element('summary', {}, summary);
  const made = element('details', { class: name, 'data-key': key, open: opened.has(key) }, [head]);
  if (opened.has(key)) made.append(details());
  head.addEventListener('click', () => {
    sendRow(key, !made.hasAttribute('open'));
  });
  made.addEventListener('toggle', () => {
    if (!made.hasAttribute('open')) opened.delete(key);
    else opened.add(key);
    if (made.hasAttribute('open') && made.childElementCount === 1) made.append(details());
  });
  return made;
}

/** Opens a row and scrolls to it, where there is one. @param {string} key */
export function showRow(key) {
  const found = document.querySelector(`details[data-key="${CSS.escape(key)}"]`);
  found?.setAttribute('open', '');
  found?.scrollIntoView({ block: 'center' });
}

/**
 * The first entries of a list, as far as the last one that is open, and a button for the next ones.
 *
 * @template T
 * @param {HTMLElement} into
 * @param {readonly T[]} entries
 * @param {number} step entries at a time
 * @param {(entry: T) => Node} render
 * @param {(entry: T) => boolean} [isOpen] whether it, or something in it, is open
 */
export function fill(into, entries, step, render, isOpen = () => false) {
  const first = entries.reduce((most, entry, at) => (isOpen(entry) ? Math.max(most, at + 1) : most), step);
  into.append(...entries.slice(0, first).map(render));
  const left = entries.slice(first);
  if (left.length === 0) return;
  const more = element('button', { class: 'more', type: 'button' }, [say('more', count(left.length))]);
  more.addEventListener('click', () => {
    more.remove();
    fill(into, left, step * 4, render);
  });
  into.append(more);
}

/** A list of rows. @template T @param {readonly T[]} entries @param {number} step @param {(entry: T) => Node} render @param {(entry: T) => string} keyOf */
export function rowList(entries, step, render, keyOf) {
  const list = element('div', { class: 'list' });
  fill(list, entries, step, render, (entry) => opened.has(keyOf(entry)));
  return list;
}
