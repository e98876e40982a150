/** Where sentences begin and end. */

/** A stretch of a folded text; end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A part of a sentence between pauses, with the mark that ended the part before it (`''` at the sentence's start). */
export interface Clause extends Span {
  readonly text: string;
  readonly after: string;
}

const ENDS = /[。!?]/;
/** Marks that are remembered although another one follows them. */
const STRONG = /[;()]/;

/** The sentences of a folded text, each with its closing mark; blank ones are left out. */
export function findSentences(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if (!ENDS.test(text[at] ?? '') && at < text.length - 1) continue;
    spans.push({ start, end: at + 1 });
    start = at + 1;
  }
  return spans.filter((span) => text.slice(span.start, span.end).replace(ENDS, '') !== '');
}

/**
 * The clauses of `text`, cut at commas, semicolons and colons outside brackets; offsets count from `offset`. A bracket whose
 * partner stands beyond the text is a cut too: the amounts inside it are amounts like others.
 */
export function findClauses(text: string, offset: number): Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  let after = '';
  const close = (end: number, mark: string): void => {
    if (end > start) clauses.push({ start: offset + start, end: offset + end, text: text.slice(start, end), after });
    after = end > start || STRONG.test(mark) ? mark : after;
    start = end + 1;
  };
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const mark = text.charAt(at);
    if (mark === '(' && text.includes(')', at)) depth++;
    else if (mark === ')' && depth > 0) depth--;
    else if (depth === 0 && isPause(text, at)) close(at, mark);
  }
  close(text.length, '');
  return clauses;
}

function isPause(text: string, at: number): boolean {
  const mark = text[at] ?? '';
  if (mark === ',') return !(/\d/.test(text[at - 1] ?? '') && /\d/.test(text[at + 1] ?? ''));
  return /[，;:。!?()]/.test(mark);
}
