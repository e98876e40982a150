/**
 * What pdf.js complains of while it reads a page: it passes over broken parts and tells of them on the console alone. Its messages are
 * looked at and kept from the console; what others write there goes through.
 */
import { isOfPdfJs } from './stray-errors.js';

/** Why a part of a page is missing. */
export type Complaints = Set<string>;

export const CONTENT_BROKEN = 'content that breaks off';

/** Beginnings of messages (pdf.js 5.6) after which something that the page paints is missing, and what happened. */
const LOSSES: readonly (readonly [beginning: string, what: string])[] = [
  ['Invalid stream: ', 'a stream that is not what its filter says'],
  ['getOperatorList - ignoring errors ', CONTENT_BROKEN],
  ['getOperatorList - ignoring XObject: ', 'a form or picture that is broken'],
  ['getContentStream - ignoring sub-stream ', 'a stream that is broken'],
  ['Unknown command ', 'operators that do not exist'],
  ['Skipping command ', 'operators without their operands'],
  ['Unterminated ', 'a string without end'],
];
const PREFIX = 'Warning: ';

type Warn = typeof console.warn;
const listeners = new Set<Complaints>();
let original: Warn | null = null;

/** Does `work` and collects in the set that it is given what pdf.js complains of meanwhile. Of two pages that are read at once, both hear all. */
export async function heedComplaints<T>(work: (complaints: Complaints) => Promise<T>): Promise<T> {
  const complaints: Complaints = new Set();
  listeners.add(complaints);
  if (!original) {
    original = console.warn;
    console.warn = hear;
  }
  try {
    return await work(complaints);
  } finally {
    listeners.delete(complaints);
    if (listeners.size === 0 && console.warn === hear) {
      console.warn = original;
      original = null;
    }
  }
}

function hear(...message: Parameters<Warn>): void {
  const [text] = message as readonly unknown[];
  if (typeof text !== 'string' || !text.startsWith(PREFIX) || !isOfPdfJs(new Error(text))) {
    original?.apply(console, message);
    return;
  }
  const loss = LOSSES.find(([beginning]) => text.startsWith(beginning, PREFIX.length));
  if (loss) for (const complaints of listeners) complaints.add(loss[1]);
}
