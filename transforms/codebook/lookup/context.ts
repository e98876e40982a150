import type { CodeEntry, CodeQuery } from '../types.js';
import { CONTEXT } from './scores.js';
import type { NameHit, SchemeIndex } from './scheme-index.js';
import { ancestorCodes, findByName, tierOf } from './scheme-index.js';

type CodeSet = ReadonlySet<string>;

/** What the document says stands above the row. */
export interface Context {
  readonly parentCode: string | null;
  /** The codes that each printed ancestor may be, outermost first; ancestors unknown to the codebook are left out. */
  readonly path: readonly CodeSet[];
  /** `path` with only the codes whose official name of the year is printed. */
  readonly presentPath: readonly CodeSet[];
  /** Level that the length of the path suggests; null without a path. */
  readonly depth: number | null;
}

/** Reads the ancestors of a query against the codebook. */
export function readContext(query: CodeQuery, index: SchemeIndex): Context {
  const names = query.path ?? [];
  const known = names.map((name) => findByName(index, name, query.year)).filter((hits) => hits.length > 0);
  const codes = (hits: readonly NameHit[]): CodeSet => new Set(hits.map(({ entry }) => entry.code));
  return {
    parentCode: query.parentCode ?? null,
    path: known.map(codes),
    presentPath: known.map((hits) => codes(hits.filter((hit) => !tierOf(hit, query.year).startsWith('old')))),
    depth: names.length === 0 ? null : names.length + 1,
  };
}

/** How an entry fits what stands above the row, best first; `former`: a parent or ancestor by an old name. */
const FITS = ['parent', 'former', 'ancestor', 'partial', 'contradicted'] as const;
/** `none` where nothing known stands above the row. */
export type Fit = (typeof FITS)[number] | 'none';

/** The better of what the parent's code and the path of names say. */
export function fitContext(entry: CodeEntry, context: Context, index: SchemeIndex): Fit {
  const ancestors = ancestorCodes(index, entry);
  const byPath = fitPath(ancestors, context.path);
  const isFormer = byPath === 'parent' && fitPath(ancestors, context.presentPath) !== 'parent';
  const fits = [fitParent(ancestors, context.parentCode), isFormer ? 'former' : byPath];
  return FITS.find((fit) => fits.includes(fit)) ?? 'none';
}

function fitParent(ancestors: readonly string[], parentCode: string | null): Fit {
  if (parentCode === null) return 'none';
  if (ancestors[0] === parentCode) return 'parent';
  return ancestors.includes(parentCode) ? 'ancestor' : 'contradicted';
}

/** Walks the path from its inner end outwards, each name taking an ancestor further out than the one before. */
function fitPath(ancestors: readonly string[], path: readonly CodeSet[]): Fit {
  if (path.length === 0) return 'none';
  let from = 0;
  let matched = 0;
  for (const codes of path.toReversed()) {
    const at = ancestors.findIndex((code, index) => index >= from && codes.has(code));
    if (at < 0) continue;
    matched += 1;
    from = at + 1;
  }
  if (matched === 0) return 'contradicted';
  if (matched < path.length) return 'partial';
  return path.at(-1)?.has(ancestors[0] ?? '') === true ? 'parent' : 'ancestor';
}

/** What a fit adds to or takes from the score of a name. */
export function contextScore(fit: Fit, entry: CodeEntry): number {
  if (fit !== 'none') return CONTEXT[fit];
  return entry.level === 1 ? CONTEXT.noneTop : CONTEXT.noneBelow;
}

/** The codes that may be the direct parent of the row; empty where nothing is known above it. */
export function parentCodes(context: Context): CodeSet {
  return context.parentCode === null ? (context.path.at(-1) ?? new Set()) : new Set([context.parentCode]);
}
