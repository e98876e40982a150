/** Several codes that fit a search, below the name of their classification. */
import type { Codebook, FoundCode } from '../../../transforms/index.js';
import { bounded, groupBy } from './lists.js';
import { alignColumns, cutEnd, widthOf } from '../width.js';
import { inForceWords, nameInYear, oldNameWords, pathWords, SCHEME_NAMES, trustInShort } from './words.js';

/** Codes shown of one classification. */
const MOST_CODES = 40;
/** Places of a terminal for a name and for what stands above it, so that a row stays on a line. */
const MOST_WIDTH = 34;

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
  const path = cutPath(pathWords(entry, codebook, year));
  const found =
    entry.match === 'old_name' && entry.oldName !== null ? `also ${oldNameWords(entry.oldName, entry)}` : '';
  return [
    `  ${entry.code}`,
    cutEnd(nameInYear(entry, year), MOST_WIDTH),
    inForceWords(entry),
    [path, found].filter((words) => words !== '').join('; '),
    trustInShort(entry.evidence, entry.confidence),
  ];
}

/** A path without as many of its outer names as it takes to fit: the nearest class tells most. */
function cutPath(path: string): string {
  if (widthOf(path) <= MOST_WIDTH) return path;
  const [, ...inner] = path.replace(/^… › /, '').split(' › ');
  return inner.length === 0 ? cutEnd(path, MOST_WIDTH) : cutPath(`… › ${inner.join(' › ')}`);
}
