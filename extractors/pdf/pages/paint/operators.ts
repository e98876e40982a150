/** Which operator of pdf.js' list does what to the painter. Operators that say nothing about what stands where are not in the table. */
import { NO_COLOUR } from './graphics-state.js';
import type { Colour } from './graphics-state.js';
import type { Matrix } from '../matrix.js';
import type { Painter } from './painter.js';
import type { Box } from '../../../types.js';

type Operands = readonly unknown[];
type Act = (painter: Painter, operands: Operands) => void;

/** By the names that pdf.js gives to operators (`OPS`); the meaning of each is in ISO 32000-1, annex A. */
const ACTS: Readonly<Record<string, Act>> = {
  save: (painter) => {
    painter.save();
  },
  restore: (painter) => {
    painter.restore();
  },
  transform: (painter, operands) => {
    const matrix = asMatrix(operands);
    if (matrix) painter.transform(matrix);
  },
  setLineWidth: ({ now }, [width]) => {
    now.lineWidth = asNumber(width);
  },
  setGState: (painter, [entries]) => {
    painter.hasMask = announcesMask(asArray(entries));
    for (const entry of asArray(entries)) setParameter(painter, asArray(entry));
  },

  setFillRGBColor: ({ now }, [colour]) => {
    now.fillColour = asColour(colour);
  },
  setStrokeRGBColor: ({ now }, [colour]) => {
    now.strokeColour = asColour(colour);
  },
  setFillColorN: ({ now }) => {
    now.fillColour = null;
  },
  setStrokeColorN: ({ now }) => {
    now.strokeColour = null;
  },
  setFillTransparent: ({ now }) => {
    now.fillColour = NO_COLOUR;
  },
  setStrokeTransparent: ({ now }) => {
    now.strokeColour = NO_COLOUR;
  },

  beginText: (painter) => {
    painter.beginText();
  },
  endText: (painter) => {
    painter.endText();
  },
  setCharSpacing: ({ now }, [spacing]) => {
    now.charSpacing = asNumber(spacing);
  },
  setWordSpacing: ({ now }, [spacing]) => {
    now.wordSpacing = asNumber(spacing);
  },
  setHScale: ({ now }, [percent]) => {
    now.horizontalScale = asNumber(percent) / 100;
  },
  setLeading: ({ now }, [leading]) => {
    now.leading = asNumber(leading);
  },
  setFont: (painter, [id, size]) => {
    painter.setFont(String(id), asNumber(size));
  },
  setTextRenderingMode: ({ now }, [mode]) => {
    now.textMode = asNumber(mode);
  },
  setTextRise: ({ now }, [rise]) => {
    now.rise = asNumber(rise);
  },
  moveText: (painter, [x, y]) => {
    painter.moveText(asNumber(x), asNumber(y));
  },
  setLeadingMoveText: (painter, [x, y]) => {
    painter.now.leading = -asNumber(y);
    painter.moveText(asNumber(x), asNumber(y));
  },
  setTextMatrix: (painter, [matrix]) => {
    const read = asMatrix(matrix);
    if (read) painter.setTextMatrix(read);
  },
  nextLine: (painter) => {
    painter.nextLine();
  },
  showText: (painter, [elements]) => {
    painter.showText(asArray(elements));
  },

  clip: (painter) => {
    painter.clip('nonzero');
  },
  eoClip: (painter) => {
    painter.clip('evenodd');
  },
  shadingFill: (painter) => {
    painter.paintShading();
  },

  beginMarkedContent: (painter) => {
    painter.beginContent(null, false);
  },
  beginMarkedContentProps: (painter, [tag, properties]) => {
    painter.beginContent(properties, tag === 'OC');
  },
  endMarkedContent: (painter) => {
    painter.endContent();
  },

  paintFormXObjectBegin: (painter, [matrix, box]) => {
    painter.beginForm(asMatrix(matrix), asBox(box));
  },
  paintFormXObjectEnd: (painter) => {
    painter.endForm();
  },
  beginGroup: (painter, [group]) => {
    painter.beginGroup(asMatrix(field(group, 'matrix')), asBox(field(group, 'bbox')), isSoftMask(group));
  },
  endGroup: (painter, [group]) => {
    painter.endGroup(isSoftMask(group));
  },

  paintImageXObject: (painter) => {
    painter.paintPicture(true);
  },
  paintInlineImageXObject: (painter) => {
    painter.paintPicture(true);
  },
  paintImageMaskXObject: (painter) => {
    painter.paintPicture(false);
  },
  paintSolidColorImageMask: (painter) => {
    painter.paintStencilSquare();
  },
};

/** What each painting operator at the end of a path does to it (8.5.3). */
const PATH_PAINTS = {
  stroke: { fills: false, strokes: true },
  closeStroke: { fills: false, strokes: true },
  fill: { fills: true, strokes: false },
  eoFill: { fills: true, strokes: false },
  fillStroke: { fills: true, strokes: true },
  eoFillStroke: { fills: true, strokes: true },
  closeFillStroke: { fills: true, strokes: true },
  closeEOFillStroke: { fills: true, strokes: true },
  endPath: { fills: false, strokes: false },
};

/** The acts by operator number; built once a document from the engine's own numbers. */
export function numberActs(numbers: Readonly<Record<string, number>>): readonly (Act | undefined)[] {
  const acts: (Act | undefined)[] = [];
  for (const [name, act] of Object.entries(ACTS)) acts[numbers[name] ?? 0] = act;
  const paints = Object.entries(PATH_PAINTS).map(([name, paint]) => [numbers[name], paint] as const);
  const paintByNumber = new Map<unknown, (typeof paints)[number][1]>(paints);
  // pdf.js sends a path with the operator that paints it: [operator, [packed path], box]
  acts[numbers['constructPath'] ?? 0] = (painter, [operator, path]) => {
    const paint = paintByNumber.get(operator);
    const [packed] = asArray(path);
    if (paint) painter.paintPath(isNumberList(packed) ? packed : null, paint);
  };
  return acts;
}

/** pdf.js' way to say that the picture that follows has a mask of its own: the soft mask of the graphics state is put aside for it. */
function announcesMask(entries: Operands): boolean {
  const [key, value] = asArray(entries[0]);
  return entries.length === 1 && key === 'SMask' && value === false;
}

/** One entry of a graphics state dictionary (8.4.5). */
function setParameter(painter: Painter, [key, value]: Operands): void {
  const { now } = painter;
  if (key === 'LW') now.lineWidth = asNumber(value);
  else if (key === 'ca') now.fillAlpha = asNumber(value);
  else if (key === 'CA') now.strokeAlpha = asNumber(value);
  else if (key === 'BM') now.normalBlend = value === 'source-over';
  else if (key === 'SMask') now.unmasked = value === false;
  else if (key === 'Font') painter.setFont(String(asArray(value)[0]), asNumber(asArray(value)[1]));
}

function isSoftMask(group: unknown): boolean {
  return Boolean(field(group, 'smask'));
}

function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (Reflect.get(value, key) as unknown) : undefined;
}

function asArray(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function asNumber(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}

/** A colour that pdf.js could not read is no colour: nothing is painted visibly with it. */
function asColour(value: unknown): Colour {
  return typeof value === 'string' ? value : null;
}

function isNumberList(value: unknown): value is ArrayLike<number> {
  return value instanceof Float32Array || Array.isArray(value);
}

/** null for a matrix with a number too large to be one: what it would bring nowhere stays where it is. */
function asMatrix(value: unknown): Matrix | null {
  if (!isNumberList(value) || value.length < 6) return null;
  for (let at = 0; at < 6; at += 1) if (!Number.isFinite(value[at])) return null;
  return [value[0] ?? 1, value[1] ?? 0, value[2] ?? 0, value[3] ?? 1, value[4] ?? 0, value[5] ?? 0];
}

function asBox(value: unknown): Box | null {
  if (!isNumberList(value) || value.length < 4) return null;
  return [value[0] ?? 0, value[1] ?? 0, value[2] ?? 0, value[3] ?? 0];
}
