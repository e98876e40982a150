/** What the page shows, in its address: a finding can be sent to someone who has the same file. */
import { data } from './data.js';
import { filter } from './filter.js';
import { speak, spoken } from './language.js';

const LANGUAGES = /** @type {const} */ (['zh', 'en']);
const ARRANGEMENTS = /** @type {const} */ (['rule', 'publisher', 'worst']);
const CONFIDENCES = ['suspect', 'consistent', 'proven'];

/** Keys of the rows that are open. @type {Set<string>} */
export const opened = new Set();

/** `sent`: the row that was opened last, which the address names. `isChosen`: whether the language is someone's choice. */
const shown = { sent: '', isChosen: false };

/** Takes over what the address says; what it does not know is left aside. @returns {string} key of the row that it names */
export function readHash() {
  const said = new URLSearchParams(location.hash.slice(1));
  const word = (/** @type {string} */ name) => said.get(name) ?? '';
  const isRule = data.rules.some(({ rule }) => rule === word('rule'));
  filter.text = word('text');
  filter.rule = isRule ? word('rule') : '';
  filter.kind = data.labels['table_kind']?.[word('kind')] ? word('kind') : '';
  filter.confidence = CONFIDENCES.includes(word('confidence')) ? word('confidence') : '';
  filter.publisher = said.has('publisher') ? { name: word('publisher') || null } : null;
  filter.arrange = ARRANGEMENTS.find((known) => known === word('arrange')) ?? 'rule';
  const language = LANGUAGES.findIndex((known) => known === word('lang'));
  if (language >= 0) choose(language);
  shown.sent = word('open');
  if (shown.sent !== '') opened.add(shown.sent);
  return shown.sent;
}

/** Brings the address in line with what is shown; nothing is added to what the browser goes back to. */
export function writeHash() {
  const { text, rule, kind, confidence, publisher, arrange } = filter;
  const said = new URLSearchParams();
  const words = { text, rule, kind, confidence, arrange: arrange === 'rule' ? '' : arrange, open: shown.sent };
  if (shown.isChosen) said.set('lang', LANGUAGES[spoken() === 0 ? 0 : 1]);
  for (const [name, word] of Object.entries(words)) if (word !== '') said.set(name, word);
  if (publisher !== null) said.set('publisher', publisher.name ?? '');
  history.replaceState(null, '', `#${said.toString()}`);
}

/** Someone opened a row, or closed it. @param {string} key @param {boolean} isOpen */
export function sendRow(key, isOpen) {
  if (isOpen) shown.sent = key;
  else if (shown.sent === key) shown.sent = '';
  writeHash();
}

/** @param {number} language 0 Chinese, 1 English */
export function choose(language) {
  shown.isChosen = true;
  speak(language);
}
