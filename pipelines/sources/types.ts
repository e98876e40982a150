/** Where bytes come from before anything is known of them. */

/** One file or archive member that a run will read. */
export interface Source {
  /** Percent-encoded `file:` URI; a member of an archive is `file:///…/a.zip!/b.txt`, a second one of that name `…!/b.txt#2`. */
  readonly uri: string;
  /** Base name as the file system or archive spells it. */
  readonly fileName: string;
  /**
   * The whole content.
   *
   * @throws UnreadableDocument `source-unreadable`, `source-too-large` or `damaged-member`
   */
  read(): Promise<Uint8Array>;
}
