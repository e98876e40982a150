/** What one looks for with: words, rule, statement, confidence, arrangement. */
import { data } from './data.js';
import { element } from './elements.js';
import { count } from './figures.js';
import { clearFilter, filter, isNarrowed } from './filter.js';
import { say } from './language.js';
import { label, publisherName, ruleName, ruleSentence } from './names.js';

/** @typedef {import('./language.js').WordKey} WordKey */
/** @typedef {readonly (readonly [value: string, words: string, title?: string])[]} Choices */

/** Milliseconds that typing may pause before it is looked for. */
const PAUSE = 120;

/** @param {() => void} show shows the lists anew */
export function controls(show) {
  const refresh = () => {
    showReset(bar);
    show();
  };
  const search = searchField(refresh);
  const only = publisherChip(refresh);
  const reset = element('button', { type: 'button', class: 'reset' }, [say('reset')]);
  const selects = [
    choice('filterRule', 'rule', [['', say('anyRule')], ...ruleChoices()], refresh),
    choice('filterKind', 'kind', [['', say('anyKind')], ...kindChoices()], refresh),
    choice('filterConfidence', 'confidence', confidenceChoices(), refresh),
    choice('arrange', 'arrange', arrangements(), refresh),
  ];
  const bar = element('form', { class: 'controls', role: 'search', 'aria-label': say('filters') }, [
    search,
    ...selects,
    only,
    reset,
  ]);
  bar.addEventListener('submit', (event) => {
    event.preventDefault();
  });
  reset.addEventListener('click', () => {
    clearFilter();
    showFilter(bar);
    refresh();
  });
  showFilter(bar);
  return bar;
}

/** Brings the fields in line with what is looked for. @param {HTMLElement} bar */
export function showFilter(bar) {
  for (const field of bar.querySelectorAll('input, select')) {
    if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) continue;
    const value = new Map(Object.entries(filter)).get(field.name);
    if (typeof value === 'string') field.value = value;
  }
  showReset(bar);
  const only = bar.querySelector('.chip');
  only?.toggleAttribute('hidden', filter.publisher === null);
  only?.replaceChildren(say('onlyPublisher', publisherName(filter.publisher?.name ?? null)), ' ✕');
}

/** There is something to clear, or not. @param {HTMLElement} bar */
function showReset(bar) {
  bar.querySelector('.reset')?.toggleAttribute('disabled', !isNarrowed());
}

/** The one publisher that is looked for; shown while there is one, and gone when it is chosen. @param {() => void} refresh */
function publisherChip(refresh) {
  const chip = element('button', { type: 'button', class: 'chip', title: say('remove') });
  chip.addEventListener('click', () => {
    filter.publisher = null;
    chip.toggleAttribute('hidden', true);
    refresh();
  });
  return chip;
}

/** @param {() => void} refresh */
function searchField(refresh) {
  const field = document.createElement('input');
  field.type = 'search';
  field.name = 'text';
  field.placeholder = say('search');
  field.setAttribute('aria-label', say('search'));
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  field.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      filter.text = field.value.trim();
      refresh();
    }, PAUSE);
  });
  return field;
}

/** @param {WordKey} name @param {'rule' | 'kind' | 'confidence' | 'arrange'} of @param {Choices} choices @param {() => void} refresh */
function choice(name, of, choices, refresh) {
  const field = document.createElement('select');
  field.name = of;
  field.setAttribute('aria-label', say(name));
  field.append(...choices.map(([value, words, title = words]) => element('option', { value, title }, [words])));
  field.addEventListener('change', () => {
    Object.assign(filter, { [of]: field.value });
    refresh();
  });
  return field;
}

/** @returns {Choices} */
function ruleChoices() {
  return data.rules
    .filter(({ fail }) => fail > 0)
    .map(({ rule, fail }) => [rule, `${ruleName(rule)} (${count(fail)})`, ruleSentence(rule)]);
}

/** @returns {Choices} */
function kindChoices() {
  const used = new Set([
    ...data.checks.entries.flatMap(({ tableKinds }) => tableKinds),
    ...data.suspects.flatMap(({ examples }) => examples.map(({ tableKind }) => tableKind)),
    ...data.kinds.map(({ tableKind }) => tableKind),
  ]);
  return [...used].map((kind) => [kind, label('table_kind', kind)]);
}

/** @returns {Choices} */
function confidenceChoices() {
  return [
    ['', say('anyConfidence')],
    ['suspect', say('hasSuspect')],
    ['consistent', say('hasConsistent')],
    ['proven', say('allProven')],
  ];
}

/** @returns {Choices} */
function arrangements() {
  return [
    ['rule', say('arrangeRule')],
    ['publisher', say('arrangePublisher')],
    ['worst', say('arrangeWorst')],
  ];
}
