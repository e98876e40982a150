/** What is left of words when all that is known of them is taken away. */
import type { Term } from '../vocabulary/index.js';
import { findTerms, FUND_SOURCES, SPENDING_TYPES } from '../vocabulary/index.js';
import type { Theme } from './phrases.js';
import { FILLER, THEME_FILLER, THEMES } from './phrases.js';
import { itemTerms } from './topic.js';

const THEME_WORDS = THEMES.filter(([name]) => name !== 'narrative' && name !== 'definitions');
const FACETS = facetsOf(null);
const FACETS_OF_THREE_PUBLIC = facetsOf('three_public');

function facetsOf(theme: Theme | null): readonly Term<unknown>[] {
  return [...FUND_SOURCES, ...SPENDING_TYPES, ...itemTerms(theme)];
}

/** The words of `text` that name none of the facets and are no filler: its own name, if it has one. */
export function findResidue(text: string, theme: Theme | null): string {
  const terms = theme === 'three_public' ? FACETS_OF_THREE_PUBLIC : FACETS;
  const plain = THEME_WORDS.reduce((left, [, words]) => left.replace(words, ''), removeTerms(text, terms));
  const own = theme === null ? undefined : THEME_FILLER[theme];
  return (own === undefined ? plain : plain.replace(own, '')).replace(FILLER, '');
}

function removeTerms(text: string, terms: readonly Term<unknown>[]): string {
  return findTerms(text, terms).reduceRight((left, term) => left.slice(0, term.start) + left.slice(term.end), text);
}
