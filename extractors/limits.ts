/** How much one document may hold; what is beyond is left out and said, or the document is refused. */

/** Settings of a run: every document has the same. Bounds that concern single pages, parts or texts are constants of their rooms. */
export interface ExtractLimits {
  /** Pages of a PDF that are read, from the first; how many are left out is told by the error `pages-left-out`. */
  readonly pages: number;
  /**
   * Cells of all tables of a document, whatever its format: the places of their grids, rows times columns, a merged cell counted for each place
   * that it covers. Beyond, the document is refused (`too-many-cells`): a table that breaks off would look whole.
   */
  readonly cells: number;
  /**
   * Bytes to which what is packed in a document may unpack in all: the parts of a docx that are read, the streams of a PDF but its pictures.
   * Beyond, the document is refused (`docx-beyond-limits`, `source-too-large`).
   */
  readonly unpackedBytes: number;
}

/**
 * The thickest budget books have some thousand pages with some hundred cells each, and take some 50,000 bytes a page once unpacked.
 */
export const DEFAULT_EXTRACT_LIMITS: ExtractLimits = {
  pages: 10_000,
  cells: 2_000_000,
  unpackedBytes: 512 * 1024 * 1024,
};
