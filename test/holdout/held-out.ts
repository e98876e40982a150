/** The codebook as it would be had a document never been seen. */
import type { Codebook, CodeEntry } from '../../transforms/codebook/index.js';
import { nameKeys } from '../../transforms/codebook/index.js';
import { openCodebook } from '../../transforms/codebook/codebook.js';
import type { PrintedPair } from './printed-pairs.js';

/** Which old names of a code go that the held-out document prints: `undated` aliases only, or the dated official ones `too`. */
export type Removal = 'undated' | 'dated_too';

/**
 * The codebook without what may have come from `document`: old names of a code that the document prints for it, of any spelling that
 * normalises to the same, and evidence that no other document gives.
 */
export function withoutDocument(
  codebook: Codebook,
  pairs: readonly PrintedPair[],
  document: string,
  removal: Removal,
): Codebook {
  const names = namesByCode(pairs.filter((pair) => pair.document === document));
  const elsewhere = namesByCode(pairs.filter((pair) => pair.document !== document));
  const entries = codebook.entries.map((entry) => {
    const printed = names.get(keyOf(entry));
    if (printed === undefined) return entry;
    const bare = { ...entry, oldNames: entry.oldNames.filter((old) => !isRemoved(old, printed, removal)) };
    return elsewhere.has(keyOf(entry)) ? bare : withoutObservation(bare);
  });
  return openCodebook(entries, codebook.crosswalk);
}

function isRemoved(old: CodeEntry['oldNames'][number], printed: ReadonlySet<string>, removal: Removal): boolean {
  const isDated = old.from !== null || old.to !== null;
  return printed.has(nameKeys(old.name).exact) && (removal === 'dated_too' || !isDated);
}

/** What a name is that nobody has seen. The official name itself can't be held out: it would leave no class to find. */
function withoutObservation(entry: CodeEntry): CodeEntry {
  return entry.evidence === 'observed' ? { ...entry, evidence: 'recalled_twice', confidence: 'medium' } : entry;
}

function namesByCode(pairs: readonly PrintedPair[]): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Map<string, Set<string>>();
  for (const { scheme, code, name } of pairs) {
    const key = `${scheme} ${code ?? ''}`;
    names.set(key, (names.get(key) ?? new Set()).add(nameKeys(name).exact));
  }
  return names;
}

function keyOf({ scheme, code }: CodeEntry): string {
  return `${scheme} ${code}`;
}
