/** Where bytes come from before anything is known of them. */

/** What one look at the file system says of a file, without opening it. */
export interface FileStamp {
  readonly byteSize: number;
  /** Time of its last change in microseconds since 1970, as far as the file system keeps it. */
  readonly modifiedUs: bigint;
}

/** A file on disk. */
export interface FileOnDisk extends FileStamp {
  /** For the file system; bytes where a name on the way is no UTF-8. */
  readonly path: string | Buffer;
}

/** An archive on disk. */
export interface ArchiveOnDisk extends FileOnDisk {
  /** The address under which the archive is recorded; the URIs of its members begin with it. */
  readonly uri: string;
}

/** What a manifest says of a source beyond where it lies. */
export interface Provenance {
  /** Fields of the manifest's record that mean nothing to a run; null where no manifest speaks of the source. */
  readonly metadata: Readonly<Record<string, unknown>> | null;
  /** When the source was fetched from where it was published; null where that is not said. */
  readonly fetchedAt: Date | null;
}

/** One file or archive member that a run will read. */
export interface Source extends Provenance {
  /**
   * Percent-encoded `file:` URI, or the address that a manifest gives; a member of an archive is `file:///…/a.zip!/b.txt`, one of an archive in it
   * `file:///…/a.zip!/b.tar.gz!/c.txt`, a second one of that name `…!/b.txt#2`.
   */
  readonly uri: string;
  /** Base name as the file system or archive spells it. */
  readonly fileName: string;
  /** As it was when the source was listed; null for a member, and for what is no regular file or can't be looked at. */
  readonly file: FileOnDisk | null;
  /** The outermost archive that holds a member; null for what lies on disk itself. */
  readonly container: ArchiveOnDisk | null;
  /**
   * The whole content. A member of an archive can be read once, until the next source is asked for.
   *
   * @throws UnreadableDocument `source-unreadable`, `source-too-large`, `damaged-member` or `manifest-record-unusable`
   */
  read(): Promise<Uint8Array>;
}
