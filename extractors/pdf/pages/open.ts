/** From the bytes of a PDF to its pages, read one by one. */
import { loadEngine } from './engine/engine.js';
import { readFrame } from './file/file-frame.js';
import type { FileFrame } from './file/file-frame.js';
import { isInflated } from './file/inflation.js';
import { MOST_UNREADABLE_IN_A_ROW } from './limits.js';
import { describeFlood, describeUnreadable } from './page-diagnostics.js';
import { Session } from './session.js';
import { DEFAULT_EXTRACT_LIMITS } from '../../limits.js';
import type { ExtractLimits } from '../../limits.js';
import { UnreadableDocument } from '../../types.js';
import type { Diagnostic } from '../../types.js';
import type { PageContent } from '../../geometry/page.js';

/** An open PDF. Read its pages one after another, and close it. */
export interface PdfFile {
  /** As many as are read: the limit at most. */
  readonly pageCount: number;
  /** `pdf-repaired`, `attachments-not-read`, `pages-left-out`; complete once all pages are read. */
  readonly diagnostics: readonly Diagnostic[];
  /**
   * Reads page `pageNo` (from 1). A page that can't be read comes back empty and without size, with the error `page-unreadable`; what else
   * can be said of a page is listed at `describePage`.
   */
  readPage(pageNo: number): Promise<PageContent>;
  /** All pages in order, without the rest of a file of which `MOST_UNREADABLE_IN_A_ROW` pages can't be read. */
  readPages(): AsyncGenerator<PageContent>;
  /** Frees all memory; no page can be read afterwards. */
  close(): Promise<void>;
}

/**
 * Opens a PDF. Throws `UnreadableDocument`: `empty-file`, `unsupported-format` (no PDF), `pdf-encrypted` (wants a password), `pdf-truncated`,
 * `pdf-damaged`, `pdf-without-pages`, `source-too-large` (a stream that unpacks, or a character map that grows, beyond all measure). A file that only forbids copying or printing is read.
 */
export async function openPdf(bytes: Uint8Array, limits: ExtractLimits = DEFAULT_EXTRACT_LIMITS): Promise<PdfFile> {
  const frame = readFrame(bytes);
  if (isInflated(bytes, limits.unpackedBytes)) {
    const message = `the PDF unpacks to more than ${limits.unpackedBytes} bytes in all, the limit, or a part of it to more than any part needs`;
    throw new UnreadableDocument('source-too-large', message);
  }
  const engine = await loadEngine();
  // pdf.js takes no Buffer, though it is one
  const session = new Session(engine, new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length));
  try {
    const { document } = await session.open();
    if (document.numPages < 1) throw new UnreadableDocument('pdf-without-pages', 'the PDF has no pages');
    const carried = describeAttachments(await session.attachments());
    return new OpenPdf(session, document.numPages, limits.pages, [...describeFrame(frame), ...carried]);
  } catch (error) {
    await session.close();
    throw explain(error, frame);
  }
}

class OpenPdf implements PdfFile {
  readonly pageCount: number;
  readonly diagnostics: Diagnostic[];

  constructor(
    private readonly session: Session,
    private readonly pagesClaimed: number,
    mostPages: number,
    ofFrame: readonly Diagnostic[],
  ) {
    this.pageCount = Math.min(pagesClaimed, mostPages);
    this.diagnostics = [...ofFrame];
  }

  async readPage(pageNo: number): Promise<PageContent> {
    try {
      return await this.session.readPage(pageNo);
    } catch (error) {
      return emptyPage(pageNo, this.session.isFlooded ? describeFlood(pageNo) : describeUnreadable(pageNo, error));
    }
  }

  async *readPages(): AsyncGenerator<PageContent> {
    let unreadable = 0;
    for (let pageNo = 1; pageNo <= this.pageCount; pageNo += 1) {
      const content = await this.readPage(pageNo);
      unreadable = content.width === 0 ? unreadable + 1 : 0;
      yield content;
      if (unreadable < MOST_UNREADABLE_IN_A_ROW && pageNo < this.pageCount) continue;
      if (pageNo < this.pagesClaimed) this.diagnostics.push(describeLeftOut(this.pagesClaimed, pageNo));
      return;
    }
  }

  async close(): Promise<void> {
    await this.session.close();
  }
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

/** Names of attachments that a message lists. */
const MOST_NAMES = 5;

function describeAttachments(names: readonly string[]): readonly Diagnostic[] {
  if (names.length === 0) return [];
  const listed = [...names.slice(0, MOST_NAMES), ...(names.length > MOST_NAMES ? ['…'] : [])].join(', ');
  const message = `the PDF carries ${names.length} files that are not read (${listed}); save them and read them by themselves`;
  return [{ stage: 'extract', severity: 'warning', code: 'attachments-not-read', message, origin: {} }];
}

/** At the first page that is not read. */
function describeLeftOut(claimed: number, read: number): Diagnostic {
  const message = `the PDF claims ${claimed} pages; the first ${read} are read, ${claimed - read} are left out`;
  return { stage: 'extract', severity: 'error', code: 'pages-left-out', message, origin: { page: read + 1 } };
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
