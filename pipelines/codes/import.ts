/** `codes import`: what a file would change in the codebook, and the change. */
import { createHash } from 'node:crypto';
import {
  budgetOfChange,
  compareEdition,
  compareReview,
  isReview,
  readEdition,
  readEditionYear,
  toOverlayRow,
  type Change,
  type Codebook,
  type CodeEntry,
  type DetectedSheet,
  type ImportableScheme,
  type UnusedRow,
} from '../../transforms/index.js';
import { addToOverlay } from './overlay-files.js';
import { readSheets, type SheetFile } from './read-sheets.js';

export interface ImportOptions {
  /** All codes are of this classification; null: each by its shape. */
  readonly scheme: ImportableScheme | null;
  /** Year of the edition; null: as its title or file name says. */
  readonly year: number | null;
  /** Whether rows are taken, too, that need a person's word: see `NEEDS_WORD`. */
  readonly overwrite: boolean;
}

/** What an import would do, before anything is written. */
export interface ImportPlan {
  readonly fileName: string;
  readonly sha256: string;
  readonly source: 'edition' | 'review';
  readonly sheets: readonly DetectedSheet[];
  readonly year: number | null;
  readonly taken: readonly Change[];
  /** Changes not taken: they contradict the codebook, or only a person can tell whether they are right. */
  readonly refused: readonly Change[];
  readonly unused: readonly UnusedRow[];
  readonly unchanged: number;
  /** Codes in force that an edition lacks. */
  readonly absent: readonly CodeEntry[];
}

/** Changes that are taken only when told to (`overwrite`). */
const NEEDS_WORD: readonly Change['kind'][] = ['contradiction', 'replaced', 'former'];

/** Compares a file with the codebook. @throws NotACodeTable when it can't be read or holds no codes */
export async function planImport(path: string, codebook: Codebook, options: ImportOptions): Promise<ImportPlan> {
  const file = await readSheets(path);
  const review = file.sheets.find(isReview);
  const compared = review
    ? { ...reviewed, difference: compareReview(review, codebook) }
    : compare(file, codebook, options);
  const { changes, unchanged, absent, unused } = compared.difference;
  const isTaken = ({ kind }: Change): boolean => options.overwrite || !NEEDS_WORD.includes(kind);
  return {
    fileName: file.fileName,
    sha256: createHash('sha256').update(file.bytes).digest('hex'),
    source: compared.source,
    sheets: compared.sheets,
    year: compared.year,
    taken: changes.filter(isTaken),
    refused: changes.filter((change) => !isTaken(change)),
    unused: [...compared.unused, ...unused],
    unchanged,
    absent,
  };
}

const reviewed = { source: 'review', sheets: [], year: null, unused: [] } as const;

function compare({ sheets, fileName }: SheetFile, codebook: Codebook, options: ImportOptions) {
  const edition = readEdition(sheets, fileName, options.scheme, options.year);
  const titles = edition.sheets.flatMap((sheet) => [...sheet.titles, sheet.name ?? '']);
  const year = options.year ?? readEditionYear(titles, fileName);
  const difference = compareEdition(edition.rows, year, codebook);
  return { source: 'edition' as const, sheets: edition.sheets, year, unused: edition.unused, difference };
}

/** Rows that should have given a code and were not taken: an import that leaves some out did not take its file. */
export function countLeftOut({ refused, unused }: ImportPlan): number {
  return refused.length + unused.filter(({ kind }) => kind === 'left_out').length;
}

/** Writes what a plan takes into the overlay in `folder`; nothing where it takes nothing. @throws OverlayError when it can't be written */
export function carryOut(plan: ImportPlan, folder: string, codebook: Codebook, now: Date): void {
  if (plan.taken.length === 0) return;
  const terms = {
    year: plan.year,
    source: plan.source,
    budgetOf: (change: Change) => budgetOfChange(change, codebook),
  };
  const schemes = [...new Set(plan.taken.map(({ row }) => row.scheme))];
  const rows = new Map(
    schemes.map((scheme) => {
      const changes = plan.taken.filter(({ row }) => row.scheme === scheme);
      return [scheme, changes.map((change) => toOverlayRow(change, terms))] as const;
    }),
  );
  addToOverlay(folder, rows, {
    time: now.toISOString(),
    file: plan.fileName,
    sha256: plan.sha256,
    scheme: schemes.join(' '),
    year: plan.year === null ? '' : String(plan.year),
    added: countOf(plan, ['new']),
    confirmed: countOf(plan, ['confirmed']),
    renamed: countOf(plan, ['renamed', 'replaced', 'resumed']),
    aliases: countOf(plan, ['alias']),
    overwritten: countOf(plan, ['contradiction', 'former']),
    left_out: String(countLeftOut(plan)),
  });
}

function countOf({ taken }: ImportPlan, kinds: readonly Change['kind'][]): string {
  return String(taken.filter(({ kind }) => kinds.includes(kind)).length);
}
