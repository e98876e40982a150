/** A line that keeps changing while a run works, for a person at a terminal. */

/** Shortest time between two drawings, so that a terminal is no brake. */
const REDRAW_MS = 100;
const WIDTH_UNKNOWN = 80;
/** Left free: some terminals wrap a line that fills the last place, or draw … two places wide. */
const MARGIN = 2;

/** What a bar needs of stderr. */
export interface Terminal {
  readonly columns?: number;
  write(text: string): unknown;
}

export class Bar {
  private drawnAt = -Infinity;
  private isDrawn = false;

  constructor(
    private readonly terminal: Terminal,
    private readonly now: () => number,
  ) {}

  /** Shows what `render` gives for a width in place of the last line; not more often than a terminal bears. */
  show(render: (width: number) => string): void {
    if (this.now() - this.drawnAt < REDRAW_MS) return;
    this.drawnAt = this.now();
    this.isDrawn = true;
    this.terminal.write(`\r\x1b[2K${render((this.terminal.columns ?? WIDTH_UNKNOWN) - MARGIN)}`);
  }

  /** Takes the line away, so that other lines can be written. */
  clear(): void {
    if (this.isDrawn) this.terminal.write('\r\x1b[2K');
    this.isDrawn = false;
  }
}
