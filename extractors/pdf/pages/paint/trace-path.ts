/** pdf.js' packed paths (one array of commands and coordinates) as subpaths on the displayed page. */
import type { Matrix } from '../matrix.js';
import type { Box } from '../../../types.js';

/** A subpath on the page (ISO 32000-1, 8.5.2). */
export interface Subpath {
  /** x0, y0, x1, y1 of each straight piece, one after another. */
  readonly segments: number[];
  curves: number;
  isClosed: boolean;
  box: Box;
}

/** Commands of the packed form (`DrawOPS` of pdf.js 5) and how many coordinates follow each. */
export const COMMAND = { move: 0, line: 1, curve: 2, quadratic: 3, close: 4 };
export const COORDINATES = [2, 2, 6, 4, 0];

/** Coordinates are in user space; `matrix` brings them to the page. An unknown command ends the path. */
export function tracePath(packed: ArrayLike<number>, matrix: Matrix): Subpath[] {
  const [a, b, c, d, e, f] = matrix;
  const tracer = new Tracer();
  let at = 0;
  while (at < packed.length) {
    const command = packed[at] ?? -1;
    const count = COORDINATES[command];
    if (count === undefined) break;
    if (command === COMMAND.close) tracer.close();
    else {
      // a curve stays within the points that draw it
      for (let point = at + 1; point < at + count - 1; point += 2) {
        const [x, y] = [packed[point] ?? 0, packed[point + 1] ?? 0];
        tracer.reach(a * x + c * y + e, b * x + d * y + f);
      }
      const x = packed[at + count - 1] ?? 0;
      const y = packed[at + count] ?? 0;
      tracer.go(command, a * x + c * y + e, b * x + d * y + f);
    }
    at += 1 + count;
  }
  return tracer.subpaths;
}

class Tracer {
  readonly subpaths: Subpath[] = [];
  private open: Subpath | null = null;
  private startX = 0;
  private startY = 0;
  private x = 0;
  private y = 0;

  go(command: number, x: number, y: number): void {
    if (command === COMMAND.move) {
      this.open = null;
      this.startX = x;
      this.startY = y;
    } else {
      const subpath = this.subpath();
      if (command === COMMAND.line) subpath.segments.push(this.x, this.y, x, y);
      else subpath.curves += 1;
      widen(subpath, x, y);
    }
    this.x = x;
    this.y = y;
  }

  /** Takes a point into the box of the subpath without going there. */
  reach(x: number, y: number): void {
    widen(this.subpath(), x, y);
  }

  close(): void {
    const subpath = this.subpath();
    if (this.x !== this.startX || this.y !== this.startY) {
      subpath.segments.push(this.x, this.y, this.startX, this.startY);
    }
    subpath.isClosed = true;
    this.open = null;
    this.x = this.startX;
    this.y = this.startY;
  }

  private subpath(): Subpath {
    if (!this.open) {
      this.open = { segments: [], curves: 0, isClosed: false, box: [this.x, this.y, this.x, this.y] };
      this.startX = this.x;
      this.startY = this.y;
      this.subpaths.push(this.open);
    }
    return this.open;
  }
}

function widen(subpath: Subpath, x: number, y: number): void {
  const [x0, y0, x1, y1] = subpath.box;
  if (x < x0 || y < y0 || x > x1 || y > y1) {
    subpath.box = [Math.min(x0, x), Math.min(y0, y), Math.max(x1, x), Math.max(y1, y)];
  }
}

/** Points by which the sides of a rectangle may be off the upright. */
const MOST_SLANT = 0.5;

/** Whether a subpath, closed as a fill closes it, is an upright rectangle: every piece runs along a side of the box around it. */
export function isUprightRectangle({ segments, curves, box }: Subpath): boolean {
  if (curves > 0) return false;
  const [x0, y0, x1, y1] = box;
  const near = (one: number, other: number): boolean => Math.abs(one - other) <= MOST_SLANT;
  for (let at = 0; at < segments.length; at += 4) {
    const [fromX = 0, fromY = 0, toX = 0, toY = 0] = segments.slice(at, at + 4);
    const alongX = (near(fromX, x0) && near(toX, x0)) || (near(fromX, x1) && near(toX, x1));
    const alongY = (near(fromY, y0) && near(toY, y0)) || (near(fromY, y1) && near(toY, y1));
    if (!alongX && !alongY) return false;
  }
  return closesAlongSide(segments, near);
}

/** The side that a fill adds between the last point and the first must be upright too: a triangle has two upright sides as well. */
function closesAlongSide(segments: readonly number[], near: (one: number, other: number) => boolean): boolean {
  const [fromX = 0, fromY = 0] = segments;
  const [toX = 0, toY = 0] = segments.slice(-2);
  return near(fromX, toX) || near(fromY, toY);
}
