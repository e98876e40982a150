/** Contents that this run has met and that the archive can't tell of yet, as they are being read or wait to be written. */
import type { DocumentStatus } from '../../sinks/index.js';

export class InFlight {
  private readonly statuses = new Map<string, Promise<DocumentStatus>>();
  private written: string[] = [];

  /** What becomes of a content on its way; undefined where it is not. */
  statusOf(documentId: string): Promise<DocumentStatus> | undefined {
    return this.statuses.get(documentId);
  }

  add(documentId: string, status: Promise<DocumentStatus>): void {
    this.statuses.set(documentId, status);
  }

  /** Notes that the archive has these contents, and can tell of them from its next answer on. */
  noteWritten(documentIds: readonly string[]): void {
    this.written.push(...documentIds);
  }

  /** Call it before the archive is asked, never between its answer and the use of it. */
  forgetWritten(): void {
    for (const documentId of this.written) this.statuses.delete(documentId);
    this.written = [];
  }
}
