/** From the bytes of a PDF to its pages, read one by one. */
import { loadEngine } from './engine.js';
import type { Engine, EngineDocument, EngineTask } from './engine.js';
import { readFrame } from './file-frame.js';
import type { FileFrame } from './file-frame.js';
import { FontShelf } from './font-shelf.js';
import { numberActs } from './operators.js';
import { describeUnreadable } from './page-diagnostics.js';
import { readPage } from './read-page.js';
import type { DocumentContext } from './read-page.js';
import { UnreadableDocument } from '../../types.js';
import type { Diagnostic } from '../../types.js';
import type { PageContent } from '../../geometry/page.js';

/** An open PDF. Read its pages one after another, and close it. */
export interface PdfFile {
  readonly pageCount: number;
  /** `pdf-repaired`. */
  readonly diagnostics: readonly Diagnostic[];
  /**
   * Reads page `pageNo` (from 1). A page that can't be read comes back empty and without size, with the error `page-unreadable`; what else
   * can be said of a page is listed at `describePage`.
   */
  readPage(pageNo: number): Promise<PageContent>;
  /** Frees all memory; no page can be read afterwards. */
  close(): Promise<void>;
}

/**
 * Opens a PDF. Throws `UnreadableDocument`: `empty-file`, `unsupported-format` (no PDF), `pdf-encrypted` (wants a password), `pdf-truncated`,
 * `pdf-damaged`, `pdf-without-pages`. A file that only forbids copying or printing is read.
 */
export async function openPdf(bytes: Uint8Array): Promise<PdfFile> {
  const frame = readFrame(bytes);
  const engine = await loadEngine();
  // pdf.js takes no Buffer, though it is one
  const task = engine.start(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length));
  try {
    const document = await task.document;
    if (document.numPages < 1) throw new UnreadableDocument('pdf-without-pages', 'the PDF has no pages');
    return new OpenPdf(task, document, await makeContext(engine, document), describeFrame(frame));
  } catch (error) {
    await task.destroy();
    throw explain(error, frame);
  }
}

/** Pages after which pdf.js is told to forget fonts and objects; a table's pages share their fonts, and a long file must not pile them up. */
const PAGES_BETWEEN_CLEANUPS = 50;

class OpenPdf implements PdfFile {
  private pagesRead = 0;

  constructor(
    private readonly task: EngineTask,
    private readonly document: EngineDocument,
    private readonly context: DocumentContext,
    readonly diagnostics: readonly Diagnostic[],
  ) {}

  get pageCount(): number {
    return this.document.numPages;
  }

  async readPage(pageNo: number): Promise<PageContent> {
    try {
      const page = await this.document.getPage(pageNo);
      const content = await readPage(page, this.context);
      page.cleanup();
      return content;
    } catch (error) {
      return emptyPage(pageNo, describeUnreadable(pageNo, error));
    } finally {
      await this.forgetAtTimes();
    }
  }

  async close(): Promise<void> {
    await this.task.destroy();
  }

  private async forgetAtTimes(): Promise<void> {
    this.pagesRead += 1;
    if (this.pagesRead % PAGES_BETWEEN_CLEANUPS !== 0) return;
    try {
      await this.document.cleanup();
      this.context.fonts.clear();
    } catch {
      // pdf.js forgets nothing while a caller reads another page; the next time will do
    }
  }
}

async function makeContext(engine: Engine, document: EngineDocument): Promise<DocumentContext> {
  const layers = await document.getOptionalContentConfig({ intent: 'display' });
  return {
    acts: numberActs(engine.operators),
    fonts: new FontShelf(),
    isShown: (group) => Boolean(layers.isVisible(group)),
  };
}

function describeFrame(frame: FileFrame): readonly Diagnostic[] {
  if (frame.hasEnd && frame.hasCrossReference) return [];
  const found = frame.hasEnd
    ? 'the cross-reference table is not where the file says'
    : 'the end of the file is missing';
  return [
    {
      stage: 'extract',
      severity: 'warning',
      code: 'pdf-repaired',
      message: `${found}; the pages that could be found are read, others may be lost`,
      origin: {},
    },
  ];
}

function explain(error: unknown, frame: FileFrame): unknown {
  if (error instanceof UnreadableDocument) return error;
  if (error instanceof Error && error.name === 'PasswordException') {
    return new UnreadableDocument('pdf-encrypted', 'the PDF wants a password; save it without one', { cause: error });
  }
  if (!frame.hasEnd) {
    return new UnreadableDocument('pdf-truncated', 'the end of the PDF is missing; fetch it again', { cause: error });
  }
  return new UnreadableDocument('pdf-damaged', 'the PDF is damaged beyond repair', { cause: error });
}

function emptyPage(pageNo: number, diagnostic: Diagnostic): PageContent {
  return { pageNo, width: 0, height: 0, rotation: 0, glyphs: [], rulings: [], images: [], diagnostics: [diagnostic] };
}
