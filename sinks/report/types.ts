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
  readonly warnings: number;
  readonly errors: number;
}

export interface FailedCheck extends CheckFigures {
  readonly documentId: string;
  readonly fileName: string;
  readonly checkNo: number;
  readonly rule: string;
  readonly subject: string;
  /** Lines that are suspect because of it; 0 where it binds cells only. */
  readonly lines: number;
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
