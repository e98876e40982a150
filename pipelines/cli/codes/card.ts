/** One code with all that is known of it. */
import type { Codebook, CodeEntry, CrosswalkEntry, FoundCode, Scheme } from '../../../transforms/index.js';
import { bounded } from './lists.js';
import { alignColumns } from '../width.js';
import {
  ancestorsOf,
  BUDGET_NAMES,
  inForceWords,
  levelName,
  nameInYear,
  oldNameWords,
  SCHEME_NAMES,
  trustWords,
} from './words.js';

const MOST_CHILDREN = 20;
const MOST_TARGETS = 5;
const TARGETS: readonly (readonly [Scheme, string])[] = [
  ['cofog', 'COFOG'],
  ['gov_economic', '政府经济分类'],
  ['dept_economic', '部门经济分类'],
];

/** The card of a code as it was in `year`, or as it is: head line, facts, children. */
export function renderCard(entry: FoundCode, codebook: Codebook, year: number | null): readonly string[] {
  const path = ancestorsOf(entry, codebook, year).map((one) => `${one.code} ${nameInYear(one, year)}`);
  const edition = entry.edition === '' ? '' : `, edition ${entry.edition}`;
  const facts: readonly (readonly [string, string])[] = [
    ['classification', `${SCHEME_NAMES[entry.scheme]} (${entry.scheme}${edition}), ${levelName(entry)}`],
    ['path', path.join(' › ')],
    ['present name', nameInYear(entry, year) === entry.name ? '' : entry.name],
    ['budget', entry.budget === null ? '' : BUDGET_NAMES[entry.budget]],
    ['in force', inForceWords(entry) || 'today; since when is not known'],
    ['other names', entry.oldNames.map((old) => oldNameWords(old, entry)).join('; ')],
    ['evidence', trustWords(entry.evidence, entry.confidence)],
    ['other reading', entry.otherName ?? ''],
    ['note', entry.note ?? ''],
    ...TARGETS.map(([scheme, label]) => [label, targetsIn(scheme, entry, codebook)] as const),
  ];
  return [
    `${entry.code}  ${nameInYear(entry, year)}`,
    ...alignColumns(facts.filter(([, words]) => words !== '').map(([label, words]) => [`  ${label}`, words])),
    ...renderChildren(entry, codebook, year),
  ];
}

/** The codes of another classification that a code corresponds to, that which takes its money first. */
function targetsIn(scheme: Scheme, entry: CodeEntry, codebook: Codebook): string {
  const pairs = codebook.crosswalk
    .filter((pair) => pair.fromScheme === entry.scheme && pair.fromCode === entry.code && pair.toScheme === scheme)
    .toSorted((a, b) => Number(b.isPrimary) - Number(a.isPrimary));
  const shown = pairs.slice(0, MOST_TARGETS).map((pair) => targetWords(pair, codebook));
  const more = pairs.length - shown.length;
  return [...shown, ...(more > 0 ? [`${more} more`] : [])].join('; ');
}

function targetWords({ toScheme, toCode, relation }: CrosswalkEntry, codebook: Codebook): string {
  return `${toCode} ${codebook.entry(toScheme, toCode, null)?.name ?? ''} (${RELATION_WORDS[relation]})`;
}

/** What the code of the card is to the one it corresponds to. */
const RELATION_WORDS: Readonly<Record<CrosswalkEntry['relation'], string>> = {
  exact: 'the same',
  broader: 'it is a part of this class',
  narrower: 'this class is a part of it',
  partial: 'the two overlap',
};

function renderChildren(entry: CodeEntry, codebook: Codebook, year: number | null): readonly string[] {
  const children = codebook
    .children(entry.scheme, entry.code)
    .filter((child) => child.edition === entry.edition && isOfYear(child, year));
  if (children.length === 0) return [];
  const rows = children.map((child) => [
    `  ${child.code}`,
    nameInYear(child, year),
    year === null ? inForceWords(child) : '',
  ]);
  return ['', `${children.length} below it:`, ...bounded(alignColumns(rows), MOST_CHILDREN, '--format csv')];
}

function isOfYear({ validFrom, validTo }: CodeEntry, year: number | null): boolean {
  return year === null || ((validFrom ?? year) <= year && year <= (validTo ?? year));
}
