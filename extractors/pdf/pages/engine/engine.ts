/**
 * pdf.js: the only file that knows where it lives and how it is started. The legacy build, because the main one needs functions that
 * Node 20 lacks. Both halves of pdf.js run in this thread, so nothing of it keeps the process alive.
 */
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import type * as PdfJs from 'pdfjs-dist/legacy/build/pdf.mjs';
import { Flood } from './flood.js';
import { loadWithoutCanvas } from './without-canvas.js';
import { WorkerPort } from './worker-port.js';

export type EngineDocument = PdfJs.PDFDocumentProxy;
export type EnginePage = PdfJs.PDFPageProxy;

/** pdf.js, loaded. */
export interface Engine {
  /** Operator numbers by name. */
  readonly operators: Readonly<Record<string, number>>;
  /** Begins to read a document. `bytes` stay as they are. */
  start(bytes: Uint8Array): EngineTask;
}

/** A document on its way in. */
export interface EngineTask {
  readonly document: Promise<EngineDocument>;
  /** Whether a page went beyond the limits of `Flood`: pdf.js was stopped, and nothing more can be read with this task. */
  readonly isFlooded: boolean;
  /**
   * Call before each page: operators are counted from here, and `onBreak` is told when they break off. The promise rejects when a limit is passed; what pdf.js was asked for may then
   * never come. One for each page: a promise that outlives them would keep all that was ever raced against it.
   */
  beginPage(onBreak: () => void): Promise<never>;
  /** Frees all memory of the document. */
  destroy(): Promise<void>;
}

/**
 * Pixels. pdf.js leaves pictures above it out instead of decoding them: a scan of A4 at 300 dpi has 8.7 million and takes longer than all
 * text of its page. Logos, seals and rules drawn as pictures stay below it.
 */
const MOST_PIXELS_DECODED = 100_000;

/** As it was before pdf.js. */
const NATIVE_PUSH = Object.getOwnPropertyDescriptor(Array.prototype, 'push');

/**
 * Loads pdf.js on first use: it takes a third of a second, and most commands read no PDF. On Node 20 its legacy build replaces
 * `Array.prototype.push` for the whole process by one that is many times slower (core-js' cure of V8 issue 12681, which concerns arrays
 * of fixed length only); the native one is put back.
 */
export async function loadEngine(): Promise<Engine> {
  const requireThere = createRequire(join(HOME, 'package.json'));
  const pdfJs = await loadWithoutCanvas(() => import('pdfjs-dist/legacy/build/pdf.mjs'), requireThere);
  const { WorkerMessageHandler } = await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  if (NATIVE_PUSH) Reflect.defineProperty(Array.prototype, 'push', NATIVE_PUSH);
  return {
    operators: pdfJs.OPS,
    start: (bytes) => startTask(pdfJs, WorkerMessageHandler, bytes),
  };
}

function startTask(
  pdfJs: typeof PdfJs,
  worker: { initializeFromPort(port: unknown): void },
  bytes: Uint8Array,
): EngineTask {
  const [near, far] = WorkerPort.pair();
  const verbosity = pdfJs.VerbosityLevel.WARNINGS;
  const thread = pdfJs.PDFWorker.create({ port: near, verbosity });
  worker.initializeFromPort(far);
  const task = pdfJs.getDocument({
    ...OPTIONS,
    data: bytes.slice(),
    worker: thread,
    verbosity,
  });
  const destroy = async (): Promise<void> => {
    await task.destroy();
    thread.destroy();
  };
  const flood = new Flood(pdfJs.OPS);
  return {
    document: task.promise,
    get isFlooded() {
      return flood.isOver;
    },
    beginPage: (onBreak) => {
      flood.begin();
      near.onBreak = onBreak;
      return new Promise<never>((_, reject) => {
        near.onOperators = (operators) => {
          if (!flood.rises(operators)) return;
          reject(new Error('no end of operators'));
          void destroy();
        };
      });
    },
    destroy,
  };
}

const HOME = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

const OPTIONS = {
  // without the packaged CMaps, Chinese text in fonts that are not embedded comes out empty, silently
  cMapUrl: join(HOME, 'cmaps') + sep,
  standardFontDataUrl: join(HOME, 'standard_fonts') + sep,
  wasmUrl: join(HOME, 'wasm') + sep,
  isEvalSupported: false,
  useSystemFonts: false,
  // nothing is drawn: for a browser that draws with the fonts themselves pdf.js need not turn each character into a path, a quarter of the time
  disableFontFace: false,
  // which refuses every font (it has no `add`); what pdf.js would do then, `WorkerPort` keeps from it
  ownerDocument: { fonts: {} },
  // tells which codes have a Unicode text and which pdf.js only guessed
  fontExtraProperties: true,
  maxImageSize: MOST_PIXELS_DECODED,
};
