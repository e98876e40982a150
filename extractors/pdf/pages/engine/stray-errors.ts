/** Errors that pdf.js throws where nobody waits for them: without a listener they end the process. */
import { setImmediate } from 'node:timers/promises';

/** Only what comes from pdf.js is taken; what others let go stays theirs. */
const OF_PDF_JS = /pdf(?:\.worker)?\.mjs/;

/** Whether an error was made by pdf.js. */
export function isOfPdfJs(error: unknown): error is Error {
  return error instanceof Error && OF_PDF_JS.test(error.stack ?? '');
}

/** Waits for `work`, or for the first error that pdf.js lets go meanwhile: `work` may then never end. */
export async function heedStrays<T>(work: () => Promise<T>): Promise<T> {
  let listener: (error: unknown) => void = () => undefined;
  const stray = new Promise<never>((_, reject) => {
    listener = (error) => {
      if (isOfPdfJs(error)) reject(error);
      else throw error;
    };
  });
  process.on('unhandledRejection', listener);
  try {
    return await Promise.race([work(), stray]);
  } finally {
    // a turn of the event loop: what is astray shows by then, and interruptions and progress get through
    await setImmediate();
    process.off('unhandledRejection', listener);
    stray.catch(() => undefined);
  }
}
