/** Painted paths (ISO 32000-1, 8.5.3): lines and thin areas become rulings, larger areas are kept for what they hide. */
import { isVisible, isWhite } from './graphics-state.js';
import type { GraphicsState } from './graphics-state.js';
import type { Marks } from './marks.js';
import { intersect, meanScale } from '../matrix.js';
import { isUprightRectangle } from './trace-path.js';
import type { Subpath } from './trace-path.js';
import type { Ruling } from '../../../geometry/page.js';
import type { Box } from '../../../types.js';

/** Points. What is thicker is an area: the thickest borders of office programs are 6 points wide, the lowest text lines 4 to 5 points high. */
const MOST_RULE_THICKNESS = 4;
/** A rule is at least this many times as long as it is thick; what is stubbier is a dot or a box. */
const LEAST_RULE_RATIO = 2;
/** Points by which the ends of a rule may be off the level. */
const MOST_SLANT = 0.5;

/** How a stroke or fill shows. */
interface Paint {
  readonly visible: boolean;
  /** Hides what is under it. */
  readonly opaque: boolean;
  readonly white: boolean;
  /** false where it is wholly transparent. */
  readonly inks: boolean;
}

/** Strokes every straight piece that is level or upright. */
export function strokePath(state: GraphicsState, subpaths: readonly Subpath[], marks: Marks): void {
  const half = (state.lineWidth * meanScale(state.ctm)) / 2;
  const { strokeColour, strokeAlpha, groupAlpha } = state;
  const paint = {
    visible: isVisible(strokeColour, strokeAlpha * groupAlpha),
    opaque: false,
    white: isWhite(strokeColour),
    inks: strokeAlpha * groupAlpha > 0,
  };
  for (const { segments } of subpaths) {
    for (let at = 0; at < segments.length; at += 4) {
      const box = strokeBox(
        segments[at] ?? 0,
        segments[at + 1] ?? 0,
        segments[at + 2] ?? 0,
        segments[at + 3] ?? 0,
        half,
      );
      if (box) paintBox(state, box, paint, marks);
    }
  }
}

/** The box that a stroke inks; null where it runs aslant. */
function strokeBox(x0: number, y0: number, x1: number, y1: number, half: number): Box | null {
  const width = Math.abs(x1 - x0);
  const height = Math.abs(y1 - y0);
  if (height <= MOST_SLANT && width > height) {
    const y = (y0 + y1) / 2;
    return [Math.min(x0, x1), y - half, Math.max(x0, x1), y + half];
  }
  if (width <= MOST_SLANT && height > width) {
    const x = (x0 + x1) / 2;
    return [x - half, Math.min(y0, y1), x + half, Math.max(y0, y1)];
  }
  return null;
}

/** false for a box with a coordinate that overflowed. */
function isSomewhere([x0, y0, x1, y1]: Box): boolean {
  return x0 <= x1 && y0 <= y1;
}

/** Fills every subpath by itself: a path of many thin rectangles is many rules. */
export function fillPath(state: GraphicsState, subpaths: readonly Subpath[], marks: Marks): void {
  const paint = fillPaint(state);
  for (const subpath of subpaths) {
    if (isUprightRectangle(subpath)) paintBox(state, subpath.box, paint, marks);
    else if (isSomewhere(subpath.box)) marks.addArea(intersect(subpath.box, state.clip), false, paint.white);
  }
}

/** A box filled with the colour of now: a stencil picture, or a picture drawn as a rule. */
export function fillBox(state: GraphicsState, box: Box, marks: Marks): void {
  paintBox(state, box, fillPaint(state), marks);
}

/** A path that is made and not painted (`re n`): its sides divide, but nobody sees them. */
export function passPath(state: GraphicsState, subpaths: readonly Subpath[], marks: Marks): void {
  for (const subpath of subpaths) {
    if (isUprightRectangle(subpath)) paintBox(state, subpath.box, UNPAINTED, marks);
  }
}

const UNPAINTED: Paint = { visible: false, opaque: false, white: false, inks: false };

function fillPaint(state: GraphicsState): Paint {
  const { fillColour, fillAlpha, groupAlpha, fillsOpaquely } = state;
  const alpha = fillAlpha * groupAlpha;
  return { visible: isVisible(fillColour, alpha), opaque: fillsOpaquely, white: isWhite(fillColour), inks: alpha > 0 };
}

/** An upright box of paint: a rule where it is thin, else an area with four edges. */
function paintBox(state: GraphicsState, painted: Box, paint: Paint, marks: Marks): void {
  const box = intersect(painted, state.clip);
  if (!isSomewhere(box)) return;
  const [x0, y0, x1, y1] = box;
  const ruling = asRuling(box, paint.visible);
  if (ruling) marks.addRuling(paint.white && paint.inks ? { ...ruling, white: true } : ruling);
  else if (Math.max(x1 - x0, y1 - y0) > MOST_RULE_THICKNESS) paintArea(box, paint, marks);
  else marks.dots.push(...asDots(box, paint.visible));
}

function asDots([x0, y0, x1, y1]: Box, visible: boolean): readonly Ruling[] {
  return [
    { orientation: 'h', position: (y0 + y1) / 2, from: x0, to: x1, thickness: y1 - y0, visible },
    { orientation: 'v', position: (x0 + x1) / 2, from: y0, to: y1, thickness: x1 - x0, visible },
  ];
}

/** The box as a rule; null where it is too thick or too stubby. */
export function asRuling([x0, y0, x1, y1]: Box, visible: boolean): Ruling | null {
  const width = x1 - x0;
  const height = y1 - y0;
  const thickness = Math.min(width, height);
  const length = Math.max(width, height);
  if (thickness > MOST_RULE_THICKNESS || length < thickness * LEAST_RULE_RATIO || length === 0) return null;
  return width > height
    ? { orientation: 'h', position: (y0 + y1) / 2, from: x0, to: x1, thickness, visible }
    : { orientation: 'v', position: (x0 + x1) / 2, from: y0, to: y1, thickness, visible };
}

function paintArea(box: Box, paint: Paint, marks: Marks): void {
  marks.addArea(box, paint.opaque, paint.white);
  const [x0, y0, x1, y1] = box;
  const edge = { thickness: 0, visible: paint.visible, fillEdge: true };
  marks.addRuling({ orientation: 'h', position: y0, from: x0, to: x1, ...edge });
  marks.addRuling({ orientation: 'h', position: y1, from: x0, to: x1, ...edge });
  marks.addRuling({ orientation: 'v', position: x0, from: y0, to: y1, ...edge });
  marks.addRuling({ orientation: 'v', position: x1, from: y0, to: y1, ...edge });
}
