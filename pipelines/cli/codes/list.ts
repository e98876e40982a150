/** Several codes that fit a search, below the name of their classification. */
import type { Codebook, FoundCode } from '../../../transforms/index.js';
import { bounded, groupBy } from '../report-layout.js';
import { alignColumns } from './width.js';
import { ancestorsOf, nameInYear, oldNameWords, SCHEME_NAMES, trustInShort, yearsWords } from './words.js';

/** Codes shown of one classification. */
const MOST_CODES = 40;

export function renderList(found: readonly FoundCode[], codebook: Codebook, year: number | null): readonly string[] {
  const groups = groupBy(found, ({ scheme, edition }) => `${scheme} ${edition}`);
  const editions = new Set(found.map(({ edition }) => edition).filter((edition) => edition !== ''));
  const note = editions.size > 1 ? ['', 'The same code means other goods in each edition.'] : [];
  return [...groups.flatMap((group, at) => [...(at > 0 ? [''] : []), ...renderGroup(group, codebook, year)]), ...note];
}

function renderGroup(
  group: readonly [FoundCode, ...FoundCode[]],
  codebook: Codebook,
  year: number | null,
): readonly string[] {
  const [{ scheme, edition }] = group;
  const mark = edition === '' ? scheme : `${scheme}, edition ${edition}`;
  const rows = group.map((entry) => renderEntry(entry, codebook, year));
  return [`${SCHEME_NAMES[scheme]} (${mark})`, ...bounded(alignColumns(rows), MOST_CODES, '--format csv')];
}

function renderEntry(entry: FoundCode, codebook: Codebook, year: number | null): readonly string[] {
  const path = ancestorsOf(entry, codebook, year).map((one) => nameInYear(one, year));
  const found = entry.match === 'old_name' && entry.oldName !== null ? `also ${oldNameWords(entry.oldName)}` : '';
  return [
    `  ${entry.code}`,
    nameInYear(entry, year),
    yearsWords(entry.validFrom, entry.validTo),
    [path.join(' › '), found].filter((words) => words !== '').join('; '),
    trustInShort(entry.evidence, entry.confidence),
  ];
}
