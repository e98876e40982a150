/** Pages that never end: forms that paint forms that paint forms, levels upon levels of graphics state. */
import { MOST_FORMS, MOST_LEVELS, MOST_OPERATORS } from '../limits.js';

/** Counts what pdf.js makes of one page while it makes it. */
export class Flood {
  private count = 0;
  private depth = 0;
  private forms = 0;
  /** Whether a page went beyond the limits. */
  isOver = false;

  /** @param numbers operator numbers by name */
  constructor(private readonly numbers: Readonly<Record<string, number>>) {}

  /** Call before each page. */
  begin(): void {
    this.count = 0;
    this.depth = 0;
    this.forms = 0;
  }

  /** Takes in more operators; true once, when they pass a limit. */
  rises(operators: readonly unknown[]): boolean {
    if (this.isOver) return false;
    const { save, restore, paintFormXObjectBegin } = this.numbers;
    this.count += operators.length;
    for (const operator of operators) {
      if (operator === save) this.depth += 1;
      else if (operator === restore && this.depth > 0) this.depth -= 1;
      else if (operator === paintFormXObjectBegin) this.forms += 1;
    }
    this.isOver = this.count > MOST_OPERATORS || this.depth > MOST_LEVELS || this.forms > MOST_FORMS;
    return this.isOver;
  }
}
