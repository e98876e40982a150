/** Walks through the operators of a page and keeps the graphics state (ISO 32000-1, 8.4.2) while marks are made. */
import { shapeOfClip } from './clip-shape.js';
import { GraphicsState, TEXT_MODE } from './graphics-state.js';
import type { FontFacts } from '../fonts/fonts.js';
import { DEEPEST_FORM } from '../limits.js';
import type { Marks } from './marks.js';
import { compose, intersect, isUpright, mapBox, meanScale } from '../matrix.js';
import type { Matrix } from '../matrix.js';
import { asRuling, fillBox, fillPath, passPath, strokePath } from './paint-path.js';
import { showText } from './show-text.js';
import { tracePath } from './trace-path.js';
import type { Subpath } from './trace-path.js';
import type { Box } from '../../../types.js';

/** Which parts of a path that crosses itself are inside (8.5.3.3). */
type FillRule = 'nonzero' | 'evenodd';

/** How a path is painted. */
export interface PathPaint {
  readonly fills: boolean;
  readonly strokes: boolean;
}

/** What the page's resources answer. */
export interface Resources {
  font(id: string): FontFacts | null;
  /** Whether a group of optional content (8.11) is shown. */
  isShown(group: unknown): boolean;
}

/** Points. Only a picture that was left out has a unit square that large; the scales of other transforms are a few points at most. */
const LEAST_PICTURE_SIDE = 20;

/** One level of the stack. */
interface Level {
  readonly state: GraphicsState;
  /** A form or group rather than a `q`: `Q` inside can't undo it. */
  readonly isForm: boolean;
}

export class Painter {
  private state: GraphicsState;
  private readonly levels: Level[] = [];
  /** For each open marked-content sequence, whether it is shown. */
  private readonly content: boolean[] = [];
  private formDepth = 0;
  private hiddenContent = 0;
  /** Soft masks under construction: what is painted there is no mark on the page. */
  private softMasks = 0;
  /** Whether the picture that is painted next shows only where its own mask lets it. */
  hasMask = false;
  private pendingClip: FillRule | null = null;
  /** Number of the first character of this text object that is to be the clip at its end. */
  private firstOfTextClip: number | null = null;
  private isInText = false;
  /** Whether nothing has been painted with the transform of now. */
  private transformUnused = false;

  constructor(
    toPage: Matrix,
    page: Box,
    readonly marks: Marks,
    private readonly resources: Resources,
  ) {
    this.state = new GraphicsState(toPage, page, Math.min(1, meanScale(toPage)));
  }

  /** The state that setting operators write to. */
  get now(): GraphicsState {
    return this.state;
  }

  private get isShown(): boolean {
    return this.hiddenContent === 0 && this.softMasks === 0;
  }

  save(): void {
    this.push(false);
  }

  restore(): void {
    if (this.levels.at(-1)?.isForm === false) this.pop();
  }

  private push(isForm: boolean): void {
    this.levels.push({ state: this.state, isForm });
    this.state = this.state.clone();
  }

  private pop(): void {
    this.noticeOmittedPicture();
    const level = this.levels.pop();
    if (level) this.state = level.state;
    this.transformUnused = false;
  }

  transform(matrix: Matrix): void {
    this.state.ctm = compose(this.state.ctm, matrix);
    this.transformUnused = true;
  }

  /** Begins a form (8.10) or transparency group (11.6.6), clipped to its box. */
  beginForm(matrix: Matrix | null, box: Box | null): void {
    this.push(true);
    this.formDepth += 1;
    if (this.formDepth > DEEPEST_FORM) this.marks.isDamaged = true;
    if (matrix) this.state.ctm = compose(this.state.ctm, matrix);
    if (box) this.clipTo(mapBox(this.state.ctm, ...box));
  }

  endForm(): void {
    while (this.levels.at(-1)?.isForm === false) this.pop();
    this.pop();
    if (this.formDepth > 0) this.formDepth -= 1;
  }

  /** A group is painted as a whole with the opacity of now (11.4.7). */
  beginGroup(matrix: Matrix | null, box: Box | null, isSoftMask: boolean): void {
    const { fillAlpha, isPlain, ctm } = this.state;
    this.beginForm(matrix, box);
    const group = this.state;
    group.ctm = ctm;
    group.groupAlpha *= fillAlpha;
    group.groupPlain &&= isPlain;
    group.fillAlpha = group.strokeAlpha = 1;
    group.normalBlend = group.unmasked = true;
    if (isSoftMask) this.softMasks += 1;
  }

  endGroup(isSoftMask: boolean): void {
    this.endForm();
    if (isSoftMask && this.softMasks > 0) this.softMasks -= 1;
  }

  beginContent(group: unknown, isOptional: boolean): void {
    const isShown = !isOptional || this.resources.isShown(group);
    this.content.push(isShown);
    if (!isShown) this.hiddenContent += 1;
  }

  endContent(): void {
    if (this.content.pop() === false) this.hiddenContent -= 1;
  }

  setFont(id: string, size: number): void {
    this.state.font = this.resources.font(id);
    this.state.fontSize = size;
  }

  /** Characters shown as a clip take effect now (9.3.6). */
  endText(): void {
    if (this.firstOfTextClip !== null) this.state.textClip = [this.firstOfTextClip, this.marks.glyphs.length];
    this.firstOfTextClip = null;
    this.isInText = false;
  }

  beginText(): void {
    this.isInText = true;
    this.setTextMatrix([1, 0, 0, 1, 0, 0]);
  }

  setTextMatrix(matrix: Matrix): void {
    const { state } = this;
    state.textMatrix = matrix;
    state.penX = state.penY = state.lineX = state.lineY = 0;
  }

  moveText(x: number, y: number): void {
    const { state } = this;
    state.penX = state.lineX += x;
    state.penY = state.lineY += y;
  }

  nextLine(): void {
    this.moveText(0, -this.state.leading);
  }

  showText(elements: readonly unknown[]): void {
    this.transformUnused = false;
    if (this.state.textMode >= TEXT_MODE.firstClip) this.firstOfTextClip ??= this.marks.glyphs.length;
    showText(this.state, elements, this.marks, this.isShown && this.state.textClip === null);
  }

  /** Clipping takes effect after the path has been painted (8.5.4). */
  clip(rule: FillRule): void {
    this.pendingClip = rule;
  }

  paintPath(packed: ArrayLike<number> | null, { fills, strokes }: PathPaint): void {
    const subpaths = packed ? this.trace(packed) : [];
    if (fills || strokes) this.transformUnused = false;
    const isPainted = fills || strokes;
    if (this.isShown && !this.marks.isFull && !(isPainted && this.paintsThroughText())) {
      if (fills) fillPath(this.state, subpaths, this.marks);
      if (strokes) strokePath(this.state, subpaths, this.marks);
      if (!isPainted && !this.pendingClip) passPath(this.state, subpaths, this.marks);
    }
    if (this.pendingClip && packed && subpaths.length > 0) this.clipToPath(packed, subpaths, this.pendingClip);
    this.pendingClip = null;
  }

  private clipToPath(packed: ArrayLike<number>, subpaths: readonly Subpath[], rule: FillRule): void {
    this.clipTo(boxAround(subpaths));
    const { state } = this;
    const shape = shapeOfClip(packed, subpaths, state.ctm, rule === 'evenodd');
    if (shape) state.clipShapes = [...state.clipShapes, shape];
  }

  /** Where characters are the clip, paint shows them and leaves no other mark. */
  private paintsThroughText(): boolean {
    const { textClip } = this.state;
    if (textClip) this.marks.reveal(...textClip);
    return textClip !== null;
  }

  private trace(packed: ArrayLike<number>): Subpath[] {
    // a command and two coordinates make a piece
    this.marks.countSegments(packed.length / 3);
    if (this.marks.isFull) return [];
    const subpaths = tracePath(packed, this.state.ctm);
    for (const { curves } of subpaths) this.marks.curves += curves;
    return subpaths;
  }

  /** A clip that lies nowhere, because its coordinates overflowed, hides nothing. */
  private clipTo(box: Box): void {
    const clip = intersect(this.state.clip, box);
    if (!clip.some(Number.isNaN)) this.state.clip = clip;
  }

  /** A shading fills all of the clip (8.7.4.2); in one that is long and thin it is a rule. */
  paintShading(): void {
    this.transformUnused = false;
    if (!this.isShown || this.paintsThroughText()) return;
    const ruling = asRuling(this.state.clip, this.state.fillAlpha > 0);
    if (ruling) this.marks.addRuling(ruling);
    else this.marks.addArea(this.state.clip, false, false);
  }

  /**
   * A picture fills the unit square (8.9.5); one that is long and thin is a rule.
   *
   * @param isWhole false for a stencil, which has holes
   */
  paintPicture(isWhole: boolean): void {
    this.transformUnused = false;
    const { state } = this;
    const covers = isWhole && !this.hasMask && state.hides && isUpright(state.ctm) && state.clipShapes.length === 0;
    this.hasMask = false;
    if (!this.isShown || this.paintsThroughText()) return;
    const box = intersect(mapBox(state.ctm, 0, 0, 1, 1), state.clip);
    if (box[2] <= box[0] || box[3] <= box[1]) return;
    const ruling = asRuling(box, state.fillAlpha > 0);
    if (ruling) this.marks.addRuling(ruling);
    else this.marks.addPicture(box, covers);
  }

  /** A stencil of one opaque pixel (8.9.6.2) is a filled rectangle. */
  paintStencilSquare(): void {
    this.transformUnused = false;
    if (this.isShown && !this.paintsThroughText()) fillBox(this.state, mapBox(this.state.ctm, 0, 0, 1, 1), this.marks);
  }

  /** Call after the last operator. */
  finish(): void {
    if ((this.formDepth > 0 || this.isInText) && !this.marks.isFull) this.marks.isDamaged = true;
    while (this.levels.length > 0) this.pop();
    this.noticeOmittedPicture();
  }

  /**
   * pdf.js passes over pictures that are too large to decode, without an operator. What is left of them is a transform that scales the
   * unit square to the picture's size and paints nothing.
   */
  private noticeOmittedPicture(): void {
    if (!this.transformUnused || !this.isShown || this.state.textClip) return;
    const box = intersect(mapBox(this.state.ctm, 0, 0, 1, 1), this.state.clip);
    if (box[2] - box[0] >= LEAST_PICTURE_SIDE && box[3] - box[1] >= LEAST_PICTURE_SIDE)
      this.marks.addPicture(box, false);
  }
}

function boxAround(subpaths: readonly Subpath[]): Box {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { box } of subpaths) {
    x0 = Math.min(x0, box[0]);
    y0 = Math.min(y0, box[1]);
    x1 = Math.max(x1, box[2]);
    y1 = Math.max(y1, box[3]);
  }
  return [x0, y0, x1, y1];
}
