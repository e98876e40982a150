/** What the readers of archive formats have in common. */
import { decodeName } from '../names.js';

/** An archive as its reader gets it: a file, or the bytes of a member of another archive. */
export type ArchiveBytes = { readonly path: string | Buffer } | { readonly bytes: Buffer };

/** What an archive holds under a name; only `file` can be a document. */
export type EntryKind = 'file' | 'folder' | 'link' | 'device';

export interface ArchiveEntry {
  /** As text, with slashes and none at the beginning; may hold `..`, line ends, anything. */
  readonly name: string;
  readonly kind: EntryKind;
  /**
   * The content, once, until the next entry is asked for.
   *
   * @throws UnreadableDocument where it is larger than `limit` bytes, damaged, or the archive ends
   */
  read(limit: number): Promise<Buffer>;
}

/** The name of a member from its bytes: in UTF-8 or GBK, with slashes or, from old Windows programs, backslashes. */
export function entryName(raw: Buffer): string {
  return decodeName(raw).replaceAll('\\', '/').replace(/^\/+/, '');
}
