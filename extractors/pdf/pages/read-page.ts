/** One page → characters, rulings and pictures: operators make marks, and the eye's view of them is what is returned. */
import type { EnginePage } from './engine/engine.js';
import type { FontShelf } from './fonts/font-shelf.js';
import { judgeMarks } from './sight/judge-marks.js';
import { LONGEST_SIDE } from './limits.js';
import { Marks } from './paint/marks.js';
import type { numberActs } from './paint/operators.js';
import { describePage } from './page-diagnostics.js';
import { Painter } from './paint/painter.js';
import { isPicture } from './sight/picture.js';
import { countPinned } from './pinned.js';
import type { PageContent } from '../../geometry/page.js';

/** What all pages of a document share. */
export interface DocumentContext {
  readonly acts: ReturnType<typeof numberActs>;
  readonly fonts: FontShelf;
  /** Whether a group of optional content is shown. */
  readonly isShown: (group: unknown) => boolean;
}

/** pdf.js' `AnnotationMode.DISABLE`: comments and form fields are no part of the page's own content. */
const WITHOUT_ANNOTATIONS = 0;

/** Points: the height to which the text of a page beyond all measure is brought, so that it is read as on any other. */
const USUAL_TEXT = 10;

type Viewport = ReturnType<EnginePage['getViewport']>;
type Operators = Awaited<ReturnType<EnginePage['getOperatorList']>>;

/**
 * Reads a page; throws what pdf.js throws where it can't.
 *
 * @param complaints filled by pdf.js while it reads
 */
export async function readPage(
  page: EnginePage,
  context: DocumentContext,
  complaints: ReadonlySet<string>,
): Promise<PageContent> {
  const excess = measureExcess(page);
  const operators = await page.getOperatorList({ annotationMode: WITHOUT_ANNOTATIONS });
  const paint = (viewport: Viewport): Marks => paintPage(page, viewport, operators, context);
  const { viewport, marks } = excess === null ? paintAsStated(page, paint) : paintInMeasure(page, excess, paint);
  const seen = judgeMarks(marks, viewport.width * viewport.height);
  // a broken list of annotations takes nothing from the page
  const annotations: readonly unknown[] = await page.getAnnotations({ intent: 'display' }).catch(() => []);
  const pinned = countPinned(annotations);
  const isOnlyPicture = isPicture(viewport, marks.images, seen.glyphs);
  return {
    pageNo: page.pageNumber,
    width: viewport.width,
    height: viewport.height,
    rotation: rightAngle(viewport.rotation),
    glyphs: seen.glyphs,
    rulings: seen.rulings,
    images: marks.images,
    isPicture: isOnlyPicture,
    cuts: seen.cuts,
    diagnostics: describePage(page.pageNumber, { marks, seen, complaints, pinned, excess, isPicture: isOnlyPicture }),
  };
}

/** The longest side in points, where it is longer than a page may be; else null. */
function measureExcess(page: EnginePage): number | null {
  const { width, height } = page.getViewport({ scale: 1 });
  const longest = Math.max(width, height);
  if (!Number.isFinite(longest)) throw new Error('its size is no number');
  return longest > LONGEST_SIDE ? longest : null;
}

interface Painted {
  readonly viewport: Viewport;
  readonly marks: Marks;
}

function paintAsStated(page: EnginePage, paint: (viewport: Viewport) => Marks): Painted {
  const viewport = page.getViewport({ scale: 1 });
  return { viewport, marks: paint(viewport) };
}

/** At the scale at which its text is as high as text is; without text, at the largest size that there is. */
function paintInMeasure(page: EnginePage, longest: number, paint: (viewport: Viewport) => Marks): Painted {
  const scale = LONGEST_SIDE / longest;
  const viewport = page.getViewport({ scale });
  const marks = paint(viewport);
  const sizes = marks.glyphs.map(({ fontSize }) => fontSize).toSorted((one, other) => one - other);
  const usual = sizes[sizes.length >> 1];
  if (usual === undefined || !(usual > 0)) return { viewport, marks };
  const better = page.getViewport({ scale: (scale * USUAL_TEXT) / usual });
  return { viewport: better, marks: paint(better) };
}

function paintPage(page: EnginePage, viewport: Viewport, operators: Operators, context: DocumentContext): Marks {
  const { width, height, transform } = viewport;
  const [a = 1, b = 0, c = 0, d = -1, e = 0, f = 0]: readonly number[] = transform;
  const marks = new Marks();
  const painter = new Painter([a, b, c, d, e, f], [0, 0, width, height], marks, {
    font: (id) => context.fonts.take(page, id),
    isShown: context.isShown,
  });
  const operands: readonly unknown[] = operators.argsArray;
  for (let at = 0; at < operators.fnArray.length && !marks.isFull; at += 1) {
    const act = context.acts[operators.fnArray[at] ?? 0];
    const given = operands[at];
    act?.(painter, Array.isArray(given) ? given : []);
  }
  painter.finish();
  return marks;
}

function rightAngle(degrees: number): PageContent['rotation'] {
  const angles: readonly PageContent['rotation'][] = [0, 90, 180, 270];
  return angles[(Math.round(degrees / 90) + 4) % 4] ?? 0;
}
