/** What the codebook is asked and what it answers. */
import type { MappingMethod, Scheme } from '../types.js';

/**
 * Where a row of a code table comes from: `observed` = this code with this name stands in a real document; `recalled_twice`, `recalled_once`,
 * `disputed` = by two recollections, by one, they differ; `official` = an official edition; `listed` = a published list; `judged` = a judgement.
 */
export type Evidence = 'observed' | 'recalled_twice' | 'recalled_once' | 'disputed' | 'official' | 'listed' | 'judged';
export type CodeConfidence = 'high' | 'medium' | 'low';
/** Which budget a function or revenue code belongs to. */
export type BudgetScope = 'general' | 'gov_fund' | 'state_capital' | 'social_insurance';

/** A name that a code bore before, or that documents give it. */
export interface OldName {
  readonly name: string;
  /** First and last year in which it was the official name; null where unknown. Both null: an alias, of no year. */
  readonly from: number | null;
  readonly to: number | null;
}

export interface CodeEntry {
  readonly scheme: Scheme;
  /** Procurement: `2013` or `2022`; elsewhere empty. */
  readonly edition: string;
  readonly code: string;
  readonly name: string;
  readonly parentCode: string | null;
  /** 1 for 类, 2 for 款, 3 for 项; the depth in the tree elsewhere. */
  readonly level: number;
  readonly budget: BudgetScope | null;
  readonly validFrom: number | null;
  readonly validTo: number | null;
  /** Earlier names of the same code, and aliases. */
  readonly oldNames: readonly OldName[];
  readonly evidence: Evidence | null;
  readonly confidence: CodeConfidence | null;
  /** Years among those above that the table marks with `?`. Lookups take them as they are. */
  readonly doubtfulYears: readonly number[];
  /** The other reading of a disputed name; null where none is. Lookups don't know it. */
  readonly otherName: string | null;
  /** What the table says of the row for people, in Chinese; null where it says nothing. */
  readonly note: string | null;
}

export interface CodeQuery {
  readonly scheme: Scheme;
  readonly year: number | null;
  /** The code as printed, brackets and separators aside; null where the row prints none. */
  readonly code?: string | null;
  /** The name as printed. */
  readonly name?: string | null;
  /** Names of the ancestors as printed, outermost first (类, 款). */
  readonly path?: readonly string[];
  /** Code of the parent where the document's other rows tell it. */
  readonly parentCode?: string | null;
  readonly budget?: BudgetScope | null;
}

export interface CodeCandidate {
  readonly entry: CodeEntry;
  readonly method: MappingMethod;
  /** 0 to 1; 1 = the printed code with its own official name of that year. */
  readonly score: number;
  /** For people: why this candidate. */
  readonly reason: string;
}

export interface CrosswalkEntry {
  readonly fromScheme: Scheme;
  readonly fromCode: string;
  readonly toScheme: Scheme;
  readonly toCode: string;
  readonly relation: 'exact' | 'broader' | 'narrower' | 'partial';
  readonly isPrimary: boolean;
  readonly source: string;
}

/** A region of GB/T 2260. */
export interface Region {
  /** Six digits. */
  readonly code: string;
  readonly name: string;
}

export interface Codebook {
  /** Candidates best first, none below a useful score; empty when nothing fits. Two of equal score mean: ambiguous. */
  lookup(query: CodeQuery): readonly CodeCandidate[];
  /** The entry of a code that was valid in `year`, else of any year; null when there is none. */
  entry(scheme: Scheme, code: string, year: number | null): CodeEntry | null;
  /** Direct children of a code in the code tree. */
  children(scheme: Scheme, code: string): readonly CodeEntry[];
  /** The region that a publisher's name or a title begins with; null when none is named or two bear the name. */
  readonly findRegion: (text: string) => Region | null;
  readonly entries: readonly CodeEntry[];
  readonly crosswalk: readonly CrosswalkEntry[];
}
