/** The documents that the page names, gathered while its lists are made. */
import type { PageDocument } from './types.js';

/** The documents of the page; each stands there once, and entries name it by its index. */
export class Shelf {
  readonly documents: PageDocument[] = [];
  private readonly indices = new Map<string, number>();

  constructor(private readonly known: ReadonlyMap<string, PageDocument>) {}

  /** @throws Error for a document that was not read (a bug) */
  put(id: string): number {
    const index = this.indices.get(id);
    if (index !== undefined) return index;
    this.indices.set(id, this.documents.length);
    return this.documents.push(this.find(id)) - 1;
  }

  find(id: string): PageDocument {
    const document = this.known.get(id);
    if (!document) throw new Error(`the page names a document that was not read: ${id}`);
    return document;
  }
}
