/** What is to be said about a page that was read. */
import type { SeenMarks } from './judge-marks.js';
import type { Marks } from './marks.js';
import type { Diagnostic, Severity } from '../../types.js';

/** Curved pieces of paths from which a page without text is taken for text drawn as outlines: a logo has hundreds, a line of Chinese thousands. */
const LEAST_CURVES_OF_TEXT = 1_000;

/** `fields-not-read`, `page-cut-off`, `page-damaged`, `page-has-no-text`, `text-from-ocr`, `text-unmapped`, `text-white-on-white`. */
export function describePage(pageNo: number, marks: Marks, seen: SeenMarks, pinned: number): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const say = (severity: Severity, code: string, message: string): void => {
    found.push({ stage: 'extract', severity, code, message, origin: { page: pageNo } });
  };
  if (marks.isFull) {
    say(
      'error',
      'page-cut-off',
      'the page holds more characters or lines than any table needs; what comes after the limit is not read',
    );
  }
  if (marks.isDamaged) {
    say('error', 'page-damaged', 'a part of the page is damaged and not read; what stands around it may be cut');
  }
  if (seen.glyphs.length === 0 && (marks.images.length > 0 || marks.curves >= LEAST_CURVES_OF_TEXT)) {
    say(
      'warning',
      'page-has-no-text',
      'the page has pictures or outlines but no text (a scan?); nothing that it says is read',
    );
  }
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
  if (seen.whiteOnWhite > 0) {
    say(
      'warning',
      'text-white-on-white',
      `${seen.whiteOnWhite} characters are white on white; they are read though nobody sees them`,
    );
  }
  if (pinned > 0) {
    say(
      'warning',
      'fields-not-read',
      `${pinned} form fields or notes on the page hold words; what they say is not read`,
    );
  }
  return found;
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
