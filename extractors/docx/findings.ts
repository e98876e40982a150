/** What a document holds besides the words that are read, told once each. */
import type { Diagnostic, Severity } from '../types.js';

interface Finding {
  readonly severity: Severity;
  /** What was found how often, and what follows. */
  readonly message: (count: number, which: string) => string;
}

const FINDINGS = {
  'tracked-changes-accepted': {
    severity: 'info',
    message: (count) =>
      `the document holds ${count} tracked changes; they are read as accepted: deleted words are left out`,
  },
  'hidden-text-left-out': {
    severity: 'info',
    message: (count) => `${count} stretches of text or rows are hidden and not printed; they are left out`,
  },
  'struck-text-left-out': {
    severity: 'warning',
    message: (count, which) => `${count} stretches of text are struck through (${which}); they are left out as deleted`,
  },
  'table-in-cell': {
    severity: 'info',
    message: (count, which) =>
      `${count} cells hold tables of their own (${which}); these are read apart and stand below the table around them`,
  },
  'pictures-not-read': {
    severity: 'info',
    message: (count) => `${count} pictures or charts stand in the text; words and figures in them are not read`,
  },
  'embedded-object-not-read': {
    severity: 'warning',
    message: (count, which) =>
      `${count} embedded objects (${which}) are not read; what they show, perhaps tables, is missing`,
  },
  'imported-part-not-read': {
    severity: 'warning',
    message: (count, which) =>
      `${count} parts in other formats (${which}) are imported and not read; their text is missing`,
  },
  'merged-cell-text-left-out': {
    severity: 'warning',
    message: (count, which) =>
      `${count} cells merged into the one above hold words of their own that Word does not show (${which}); they are left out`,
  },
  'floating-table-place': {
    severity: 'warning',
    message: (count) =>
      `${count} tables float over the text, and which of the words around them stand above them is not sure; what they are called may be wrong, their lines are suspect`,
  },
  'field-without-end': {
    severity: 'warning',
    message: (count) => `${count} fields have no end in their paragraph; what stands in them is read as text`,
  },
  'field-not-read': {
    severity: 'warning',
    message: (count, which) =>
      `${count} fields print what is composed where the document is shown (${which}); their text is missing`,
  },
  'symbol-unknown': {
    severity: 'warning',
    message: (count, which) => `${count} signs of symbol fonts are not known (${which}); they are replaced by \ufffd`,
  },
  'part-missing': {
    severity: 'warning',
    message: (_, which) => `the file names parts that it does not hold (${which}); what they say is missing`,
  },
  'table-too-large': {
    severity: 'error',
    message: (count) => `${count} tables have more columns than are ever printed; their texts are kept as lines`,
  },
} satisfies Readonly<Record<string, Finding>>;

export type FindingCode = keyof typeof FINDINGS;

/** Different names told of one finding; more say nothing new. */
const MOST_NAMES = 5;
/** Characters told of one name. */
const LONGEST_NAME = 40;

/**
 * What the readers of one document find beside its words. Each kind becomes one diagnostic, however often it is noted, in the order in which the kinds were
 * first noted; its message tells how often, and names the first few where they have names.
 */
export class Findings {
  private readonly counts = new Map<FindingCode, number>();
  private readonly names = new Map<FindingCode, Set<string>>();

  /** @param onHidden told of every text that is left out because it is hidden */
  constructor(private readonly onHidden: (text: string) => void = () => undefined) {}

  noteHidden(text: string): void {
    this.note('hidden-text-left-out');
    this.onHidden(text);
  }

  /** @param which the name of what was found, where it has one */
  note(code: FindingCode, which = ''): void {
    this.counts.set(code, (this.counts.get(code) ?? 0) + 1);
    if (which === '') return;
    const names = this.names.get(code) ?? new Set();
    if (names.size < MOST_NAMES) names.add(which.slice(0, LONGEST_NAME));
    this.names.set(code, names);
  }

  has(code: FindingCode): boolean {
    return this.counts.has(code);
  }

  diagnostics(): Diagnostic[] {
    return [...this.counts].map(([code, count]): Diagnostic => {
      const { severity, message }: Finding = FINDINGS[code];
      const which = [...(this.names.get(code) ?? [])].join(', ');
      return { stage: 'extract', severity, code, message: message(count, which), origin: {} };
    });
  }
}
