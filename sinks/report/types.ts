/** What `check` tells of an archive, as data. */
import type { CheckFigures } from './figures.js';

export interface DocumentReport {
  readonly documentId: string;
  readonly fileName: string;
  readonly publisher: string | null;
  readonly fiscalYear: number | null;
  readonly reportKind: string;
  readonly status: string;
  readonly lines: number;
  readonly proven: number;
  readonly consistent: number;
  readonly suspect: number;
  readonly targets: number;
  readonly checks: number;
  readonly failedChecks: number;
  /** Failing checks are counted above and not again. */
  readonly warnings: number;
  readonly errors: number;
}

export interface FailedCheck extends CheckFigures {
  readonly documentId: string;
  readonly fileName: string;
  readonly checkNo: number;
  /** The rule and the place it was applied to, as `line_doubts` names it. */
  readonly checkId: string;
  readonly rule: string;
  readonly subject: string;
  /** Of the first line that it binds, from 1; null where the source has no pages, or the check binds cells only. */
  readonly page: number | null;
  /** Lines that are suspect because of it; 0 where it binds cells only. */
  readonly lines: number;
  /** Their `line_id`s. */
  readonly lineIds: readonly string[];
  /** `t.2 r.7 c.3` of every cell that it uses and that is no line. */
  readonly cellRefs: readonly string[];
  /** null where no single figure would do, or more than one. */
  readonly correction: CheckCorrection | null;
}

/** The line of which alone another figure would make a check, and every other one on it, hold. */
export interface CheckCorrection {
  readonly lineId: string;
  /** As in {@link SuspectLine}. */
  readonly location: string;
  readonly label: string;
  /** What the line states now, a decimal numeral in yuan. */
  readonly amount: string;
  /** What it would have to state, a decimal numeral in yuan. */
  readonly correctionAmount: string;
}

/** A line to look at before use, last year's figures and repetitions of a fact included. */
export interface SuspectLine {
  readonly documentId: string;
  readonly fileName: string;
  readonly lineNo: number;
  /** `p.2 t.9 r.12 c.2` or `b.38`, as in diagnostics. */
  readonly location: string;
  readonly label: string;
  /** Decimal numeral in yuan. */
  readonly amount: string;
  /** As in the view `suspect_lines`, e.g. `failing_check <check_id>`. */
  readonly reasons: readonly string[];
}

/** A warning or an error of a document or source. */
export interface ReportedDiagnostic {
  readonly documentId: string | null;
  readonly fileName: string;
  readonly severity: string;
  readonly code: string;
  readonly location: string | null;
  readonly message: string;
}

export interface Gap {
  readonly documentId: string | null;
  readonly fileName: string;
  readonly gap: string;
  readonly tableKind: string | null;
  readonly detail: string | null;
}

/** The current documents of an archive and what is wrong with them. */
export interface ArchiveReport {
  readonly documents: readonly DocumentReport[];
  readonly failedChecks: readonly FailedCheck[];
  readonly suspectLines: readonly SuspectLine[];
  /** Errors and warnings; those of sources without a document too. */
  readonly diagnostics: readonly ReportedDiagnostic[];
  readonly gaps: readonly Gap[];
}

/** The first findings of a list, by the document or source that they are of, with counts of all. */
export interface Excerpt<T> {
  readonly findings: number;
  /** Documents and sources that have any. */
  readonly owners: number;
  /** In the order of file names. */
  readonly groups: readonly ExcerptGroup<T>[];
}

/** The first entries of one document or source; an entry may stand for several findings. */
export interface ExcerptGroup<T> {
  readonly documentId: string | null;
  readonly fileName: string;
  readonly publisher: string | null;
  readonly fiscalYear: number | null;
  /** All of them. */
  readonly entries: number;
  readonly shown: readonly T[];
}

/** Findings of a document that have the same code and severity. */
export interface DiagnosticGroup {
  readonly severity: string;
  readonly code: string;
  /** Of the first one. */
  readonly message: string;
  readonly findings: number;
  /** The first few different ones. */
  readonly places: readonly string[];
  /** How many different ones there are. */
  readonly placeCount: number;
}

/** Gaps of a document that differ in their statement alone. */
export interface GapGroup {
  readonly gap: string;
  readonly tableKinds: readonly string[];
  readonly detail: string | null;
}

/** The report, bounded: the beginning of every list, and how long it is. */
export interface ReportExcerpt {
  readonly documents: { readonly total: number; readonly shown: readonly DocumentReport[] };
  readonly failedChecks: Excerpt<FailedCheck>;
  readonly suspectLines: Excerpt<SuspectLine>;
  readonly diagnostics: Excerpt<DiagnosticGroup>;
  readonly gaps: Excerpt<GapGroup>;
}
