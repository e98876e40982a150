/** Errors that pdf.js throws where nobody waits for them: without a listener they end the process. */
import { setImmediate } from 'node:timers/promises';

/** Only what comes from pdf.js is taken; what others let go stays theirs. */
const OF_PDF_JS = /pdf(?:\.worker)?\.mjs/;

/** Waits for `work`, or for the first error that pdf.js lets go meanwhile: `work` may then never end. */
export async function heedStrays<T>(work: () => Promise<T>): Promise<T> {
  let listener: (error: unknown) => void = () => undefined;
  const stray = new Promise<never>((_, reject) => {
    listener = (error) => {
      if (error instanceof Error && OF_PDF_JS.test(error.stack ?? '')) reject(error);
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
