/** The cells of a document, counted while its tables grow. */
import { UnreadableDocument } from '../types.js';

export class CellCount {
  private count = 0;

  /** @param most cells of all tables together (`ExtractLimits`) */
  constructor(private readonly most: number) {}

  /**
   * Call before the cells take memory; cells that turn out to be none of a table are taken off by a negative number.
   *
   * @throws UnreadableDocument `too-many-cells` where they are more than the limit
   */
  add(cells: number): void {
    this.count += cells;
    if (this.count <= this.most) return;
    const message = `the tables of the document have more than ${this.most} cells in all, the limit; nothing of it is loaded`;
    throw new UnreadableDocument('too-many-cells', message);
  }
}
