/** What the report page tells of an archive, as data. Figures are decimal numerals, counts are numbers; every list is bounded (`limits.ts`). */
import type { CheckFigures } from '../figures.js';

/** How many amounts are known how well. */
export interface Confidences {
  readonly proven: number;
  readonly consistent: number;
  readonly suspect: number;
}

/** How many checks ended how. */
export interface Outcomes {
  readonly pass: number;
  readonly pass_within_rounding: number;
  readonly fail: number;
  readonly not_applicable: number;
}

/** A text that is the same in both languages, or one for each. */
export type Said = string | readonly [zh: string, en: string];

/** `loaded` and `quarantined` are all documents; unreadable sources are none. */
export interface Totals {
  readonly loaded: number;
  readonly quarantined: number;
  /** Sources whose bytes could not be read. */
  readonly unreadable: number;
  /** Documents with pages, or as a whole, without text. */
  readonly withoutText: number;
  /** Documents of an old Word format that no converter has read. */
  readonly withoutConverter: number;
  readonly targets: number;
  readonly lines: Confidences;
  readonly checks: Outcomes;
}

/** What a rule says, in both languages, and where it comes from. */
export interface RuleMeaning {
  /** What charts and lists call it. */
  readonly name: readonly [zh: string, en: string];
  readonly zh: string;
  readonly en: string;
  readonly source: string;
}

export interface RuleCounts extends Outcomes {
  readonly rule: string;
  /** null for a rule that this version of the program does not have any more. */
  readonly meaning: RuleMeaning | null;
  /** Documents in which it fails. */
  readonly documents: number;
}

export interface KindCounts extends Confidences {
  readonly tableKind: string;
}

export interface PublisherCounts extends Confidences {
  /** null for documents whose publisher is not known. */
  readonly publisher: string | null;
  readonly documents: number;
  readonly failed: number;
}

/** A document that the page names. */
export interface PageDocument extends Confidences {
  readonly documentId: string;
  readonly fileName: string;
  readonly publisher: string | null;
  readonly fiscalYear: number | null;
  readonly reportKind: string;
  readonly status: string;
  readonly failed: number;
  /** Its file, or the archive that holds it; null where that has no plain path. */
  readonly path: string | null;
  /** Its name in the archive; null where it is a file. */
  readonly member: string | null;
}

/** `whole`: the figure that is judged; `part`: one that it is compared with. */
export type Mark = 'whole' | 'part' | null;

export interface ExcerptCell {
  readonly text: string;
  /** Columns that it takes up among those shown. */
  readonly span: number;
  readonly mark: Mark;
}

export interface ExcerptRow {
  /** From 0, as in `raw_cells`. */
  readonly row: number;
  readonly isHeader: boolean;
  readonly cells: readonly ExcerptCell[];
}

/** The rows of a table that a check uses, under their header; not all columns. */
export interface TableExcerpt {
  readonly tableNo: number;
  readonly title: string | null;
  readonly unit: string | null;
  readonly page: number | null;
  /** Columns shown, from 0, as in `raw_cells`. */
  readonly columns: readonly number[];
  readonly rows: readonly ExcerptRow[];
  /** Rows that the check uses and that are not shown. */
  readonly moreRows: number;
}

/** A figure as printed in a sentence. */
export interface SentenceFigure {
  readonly text: string;
  /** Index of its first character in the text shown. */
  readonly at: number;
  readonly mark: Mark;
}

/** A sentence that states figures of a check. */
export interface SentenceExcerpt {
  readonly blockNo: number;
  readonly page: number | null;
  /** The sentence, or its part around the first of the figures. */
  readonly text: string;
  /** Its amounts, and the percentage that is checked, in the order in which they stand. */
  readonly figures: readonly SentenceFigure[];
}

export interface Evidence {
  readonly tables: readonly TableExcerpt[];
  readonly sentences: readonly SentenceExcerpt[];
}

/** Where a figure stands: in a cell, rows and columns from 0, or in a block. */
export interface FigurePlace {
  readonly tableNo: number | null;
  readonly row: number | null;
  readonly col: number | null;
  readonly blockNo: number | null;
}

/** The one figure that would have to change, and to what, for a check and every other one on that figure to hold. */
export interface PageCorrection extends FigurePlace {
  readonly label: string;
  /** As printed, with the unit. */
  readonly printed: string;
  /** In yuan. */
  readonly amount: string;
}

/** A failing check. */
export interface PageCheck extends CheckFigures {
  /** Index in `PageData.documents`. */
  readonly document: number;
  readonly checkNo: number;
  readonly rule: string;
  readonly subject: Said;
  /** Lines that are suspect because of it; 0 where it binds cells only. */
  readonly lines: number;
  /** Statements of its figures. */
  readonly tableKinds: readonly string[];
  readonly page: number | null;
  /** null where no single figure would do, or more than one. */
  readonly correction: PageCorrection | null;
  /** What it uses, as printed; null where it is not among the worst. */
  readonly evidence: Evidence | null;
}

/** A failing check between two documents, `expected` the figure of the other; no line is suspect for it. */
export interface PageBetween extends CheckFigures {
  /** Indices in `PageData.documents`: the document whose figure is judged, the one it is compared with. */
  readonly document: number;
  readonly other: number;
  readonly rule: string;
  readonly subject: Said;
}

/** A line that is suspect although no check on it fails. */
export interface PageSuspect extends FigurePlace {
  /** Index in `PageData.documents`. */
  readonly document: number;
  readonly lineNo: number;
  readonly tableKind: string;
  readonly page: number | null;
  /** Behind its code, where one is printed. */
  readonly label: string;
  /** As printed, with the unit. */
  readonly amount: string;
  /** Decimal numeral. */
  readonly yuan: string;
  readonly message: string | null;
}

/** Suspect lines by what makes them so; a line may be in several groups. */
export interface SuspectGroup {
  /** As in `line_doubts`; null where none is recorded. */
  readonly reason: string | null;
  /** Code of the diagnostic, scheme of the code in doubt; null where the reason says it all. */
  readonly code: string | null;
  readonly lines: number;
  readonly documents: number;
  readonly examples: readonly PageSuspect[];
}

/** Something printed of which no line was made: amounts whose unit nobody names, texts in a column of amounts. */
export interface PageUnloaded {
  /** Index in `PageData.documents`. */
  readonly document: number;
  readonly severity: string;
  /** Code of the diagnostic. */
  readonly code: string;
  readonly message: string;
  /** As in `diagnostics`. */
  readonly location: string | null;
  readonly page: number | null;
}

/** One document's or source's finding of a code, the first one. */
export interface FindingExample {
  /** Index in `PageData.documents`; null for a source without document. */
  readonly document: number | null;
  readonly fileName: string;
  readonly message: string;
  /** As in `diagnostics`. */
  readonly location: string | null;
}

/** Warnings or errors of one code. */
export interface FindingGroup {
  readonly severity: string;
  readonly code: string;
  readonly findings: number;
  /** Documents and sources that have any. */
  readonly documents: number;
  readonly examples: readonly FindingExample[];
}

export interface GapExample {
  /** Index in `PageData.documents`. */
  readonly document: number;
  readonly detail: Said | null;
}

/** What documents lack, by kind of gap and statement. */
export interface GapGroup {
  /** As in `report_gaps`. */
  readonly gap: string;
  readonly tableKind: string | null;
  readonly documents: number;
  /** Documents that should have the statement; null for a gap that is none of a statement. */
  readonly expected: number | null;
  readonly examples: readonly GapExample[];
}

/** A document of which nothing could be made, or a source that can't be read. */
export interface Quarantined {
  readonly fileName: string;
  /** Code of the diagnostic that says why. */
  readonly code: string | null;
  readonly message: string | null;
  readonly path: string | null;
}

/** A list that ends somewhere. */
export interface Bounded<T> {
  readonly entries: readonly T[];
  /** How many there are in the archive. */
  readonly total: number;
  /** The query that shows them all. */
  readonly query: string;
}

export interface PageData {
  readonly program: string;
  /** ISO 8601. */
  readonly writtenAt: string;
  readonly totals: Totals;
  readonly rules: readonly RuleCounts[];
  readonly kinds: readonly KindCounts[];
  readonly publishers: Bounded<PublisherCounts>;
  /** Every document that the page names. */
  readonly documents: readonly PageDocument[];
  /** Indices in `documents`, those with most to look at first. */
  readonly listed: Bounded<number>;
  readonly checks: Bounded<PageCheck>;
  readonly between: Bounded<PageBetween>;
  readonly suspects: readonly SuspectGroup[];
  /** Suspect lines that are in no failing check. */
  readonly suspectLines: { readonly total: number; readonly query: string };
  readonly unloaded: Bounded<PageUnloaded>;
  /** Without failing checks, which have a list of their own. */
  readonly findings: Bounded<FindingGroup>;
  /** Without quarantined documents and unreadable sources. */
  readonly gaps: Bounded<GapGroup>;
  readonly quarantined: Bounded<Quarantined>;
  /** Column → value → its name, Chinese and English. */
  readonly labels: Readonly<Record<string, Readonly<Record<string, readonly [zh: string, en: string]>>>>;
}

/** What the page needs to know beside the archive. */
export interface PageContext {
  /** Rule id → what it says. */
  readonly rules: Readonly<Record<string, RuleMeaning>>;
  /** Codes of diagnostics: pages or documents without text. */
  readonly withoutText: readonly string[];
  /** Codes of diagnostics: documents read without the converter that they need. */
  readonly withoutConverter: readonly string[];
  /** Codes of diagnostics: what is printed and made no line. */
  readonly withoutLine: readonly string[];
}
