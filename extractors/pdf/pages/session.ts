/** One opening of a file by pdf.js: the document, and what its pages share. */
import { CONTENT_BROKEN, heedComplaints } from './engine/complaints.js';
import type { Engine, EngineDocument, EngineTask } from './engine/engine.js';
import { FontShelf } from './fonts/font-shelf.js';
import { numberActs } from './paint/operators.js';
import { readPage } from './read-page.js';
import type { DocumentContext } from './read-page.js';
import { heedStrays } from './engine/stray-errors.js';
import type { PageContent } from '../../geometry/page.js';

/** Pages after which pdf.js is told to forget fonts and objects; a table's pages share their fonts, and a long file must not pile them up. */
const PAGES_BETWEEN_CLEANUPS = 50;

interface Opened {
  readonly task: EngineTask;
  readonly document: EngineDocument;
  readonly context: DocumentContext;
}

export class Session {
  private opened: Opened | null = null;
  private pagesRead = 0;

  constructor(
    private readonly engine: Engine,
    private readonly bytes: Uint8Array,
  ) {}

  /** Whether the last page was stopped because it gave no end of operators; the next page opens the file anew. */
  get isFlooded(): boolean {
    return this.opened?.task.isFlooded === true;
  }

  /** The document, opened where it is not; throws what pdf.js throws. */
  async open(): Promise<Opened> {
    if (this.opened && !this.isFlooded) return this.opened;
    const task = this.engine.start(this.bytes);
    try {
      this.opened = await heedComplaints(async () => {
        const document = await task.document;
        return { task, document, context: await makeContext(this.engine, document) };
      });
      return this.opened;
    } catch (error) {
      await task.destroy();
      throw error;
    }
  }

  /** Throws what pdf.js throws. */
  async readPage(pageNo: number): Promise<PageContent> {
    const { task, document, context } = await this.open();
    const content = await heedComplaints((complaints) => {
      const flood = task.beginPage(() => complaints.add(CONTENT_BROKEN));
      return heedStrays(async () => {
        const page = await document.getPage(pageNo);
        const read = await Promise.race([readPage(page, context, complaints), flood]);
        page.cleanup();
        return read;
      });
    });
    await this.forgetAtTimes(document, context);
    return content;
  }

  /** The names of the files that the document carries; none where their list is broken. */
  async attachments(): Promise<readonly string[]> {
    const { document } = await this.open();
    const found: unknown = await heedComplaints(() => document.getAttachments().catch(() => null));
    const files: readonly unknown[] = typeof found === 'object' && found !== null ? Object.values(found) : [];
    return files.map((file) =>
      typeof file === 'object' && file !== null && 'filename' in file ? String(file.filename) : '?',
    );
  }

  async close(): Promise<void> {
    await this.opened?.task.destroy();
  }

  private async forgetAtTimes(document: EngineDocument, { fonts }: DocumentContext): Promise<void> {
    this.pagesRead += 1;
    if (this.pagesRead % PAGES_BETWEEN_CLEANUPS !== 0) return;
    try {
      await document.cleanup();
      fonts.clear();
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
