/** The words of a document as they come, cell by cell and line by line. */
import { spellParts } from '../../tables/raised.js';
import type { Part, Shift } from '../../tables/raised.js';

/** Whether a text is the end of a cell or line and nothing else; it stays where the words before it go. */
export function isEnd(text: string): boolean {
  return text === '\t' || text === '\n';
}

/** Puts words together; small figures beside others are spelled as such once their cell or line has ended. */
export class Words {
  private readonly ended: string[] = [];
  private open: Part[] = [];

  add(text: string, shift: Shift | null): void {
    const last = this.open.at(-1);
    if (last?.shift === shift) this.open[this.open.length - 1] = { text: last.text + text, shift };
    else this.open.push({ text, shift });
    if (isEnd(text)) this.end();
  }

  /** All of them; a row's last cell ends with the row. */
  finish(): string {
    this.end();
    return this.ended.join('').replaceAll('\t\n', '\n');
  }

  private end(): void {
    this.ended.push(spellParts(this.open));
    this.open = [];
  }
}
