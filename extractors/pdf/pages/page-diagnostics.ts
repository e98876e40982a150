/** What is to be said about a page that was read. */
import type { SeenMarks } from './sight/judge-marks.js';
import { LONGEST_SIDE } from './limits.js';
import type { Marks } from './paint/marks.js';
import type { Diagnostic, Severity } from '../../types.js';

/** Curved pieces of paths from which a page without text is taken for text drawn as outlines: a logo has hundreds, a line of Chinese thousands. */
const LEAST_CURVES_OF_TEXT = 1_000;

/** All that is known of a page once it is read. */
export interface PageFacts {
  readonly marks: Marks;
  readonly seen: SeenMarks;
  /** Why parts of it are missing, as pdf.js tells. */
  readonly complaints: ReadonlySet<string>;
  /** Form fields and notes that hold words. */
  readonly pinned: number;
  /** Points: the longest side as stated, where it is beyond all measure and the page is read smaller or larger. */
  readonly excess: number | null;
  /** It is a picture; what text there is stands in its margins. */
  readonly isPicture: boolean;
}

type Say = (severity: Severity, code: string, message: string) => void;

/**
 * `fields-not-read`, `page-cut-off`, `page-damaged`, `page-has-no-text`, `page-too-large`, `text-from-ocr`, `text-guessed`, `text-mirrored`, `text-unmapped`,
 * `text-white-on-white`.
 */
export function describePage(pageNo: number, facts: PageFacts): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const say: Say = (severity, code, message) => {
    found.push({ stage: 'extract', severity, code, message, origin: { page: pageNo } });
  };
  describeMissing(facts, say);
  describeText(facts, say);
  return found;
}

/** What of the page is not read. */
function describeMissing({ marks, seen, complaints, pinned, excess, isPicture }: PageFacts, say: Say): void {
  if (marks.isFull) {
    say(
      'error',
      'page-cut-off',
      'the page holds more characters or lines than any table needs; what comes after the limit is not read',
    );
  }
  if (marks.isDamaged || complaints.size > 0) {
    const why = complaints.size > 0 ? ` (${[...complaints].join(', ')})` : '';
    const what = isEmpty(marks)
      ? `the content of the page is damaged${why} and nothing of it is read; this is no blank page`
      : `a part of the page is damaged and not read${why}; what stands around it may be cut`;
    say('error', 'page-damaged', what);
  }
  const isDrawn = seen.glyphs.length === 0 && (marks.images.length > 0 || marks.curves >= LEAST_CURVES_OF_TEXT);
  if (isDrawn || isPicture) {
    say(
      'warning',
      'page-has-no-text',
      'the page has pictures or outlines but no text, or none outside its margins (a scan?); nothing that it says is read',
    );
  }
  if (pinned > 0) {
    say(
      'warning',
      'fields-not-read',
      `${pinned} form fields or notes on the page hold words that a reader sees; what they say is not read, and a cell that one of them fills looks blank`,
    );
  }
  if (excess !== null) {
    say(
      'warning',
      'page-too-large',
      `the page says that it is ${excess} points long, more than the ${LONGEST_SIDE} that PDF allows; it is read at another scale, and boxes are in that`,
    );
  }
}

/** What of its text is doubtful. */
function describeText({ marks, seen }: PageFacts, say: Say): void {
  if (seen.onScan > 0) {
    say(
      'warning',
      'text-from-ocr',
      `${seen.onScan} characters lie invisibly on a picture: a machine read them in a scan and may have erred`,
    );
  }
  if (marks.unmapped > 0) {
    say(
      'warning',
      'text-unmapped',
      `the fonts of ${marks.unmapped} characters do not tell what they mean; they are read as \ufffd`,
    );
  }
  if (marks.guessed > 0) {
    say(
      'warning',
      'text-guessed',
      `the fonts of ${marks.guessed} characters do not tell what they mean; they are read by the standard of old, and any of them may be wrong`,
    );
  }
  if (marks.mirrored > 0) {
    say(
      'warning',
      'text-mirrored',
      `${marks.mirrored} characters stand as in a mirror; the order in which they are read may be the wrong one`,
    );
  }
  if (seen.whiteOnWhite > 0) {
    say(
      'warning',
      'text-white-on-white',
      `${seen.whiteOnWhite} characters are white on white; they are read though nobody sees them`,
    );
  }
}

function isEmpty({ glyphs, rulings, images }: Marks): boolean {
  return glyphs.length === 0 && rulings.length === 0 && images.length === 0;
}

/** A page that could not be read, as an empty one. */
export function describeUnreadable(pageNo: number, cause: unknown): Diagnostic {
  const why = cause instanceof Error ? cause.message : String(cause);
  return {
    stage: 'extract',
    severity: 'error',
    code: 'page-unreadable',
    message: `the page is damaged and nothing on it is read (${why})`,
    origin: { page: pageNo },
  };
}

/** A page that was stopped because it gave no end of operators, as an empty one. */
export function describeFlood(pageNo: number): Diagnostic {
  const message = 'the page paints more than any page needs, and was stopped; nothing on it is read';
  return { stage: 'extract', severity: 'error', code: 'page-cut-off', message, origin: { page: pageNo } };
}
