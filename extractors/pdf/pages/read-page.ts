/** One page → characters, rulings and pictures: operators make marks, and the eye's view of them is what is returned. */
import type { EnginePage } from './engine.js';
import type { FontShelf } from './font-shelf.js';
import { judgeMarks } from './judge-marks.js';
import { LONGEST_SIDE } from './limits.js';
import { Marks } from './marks.js';
import type { numberActs } from './operators.js';
import { describePage } from './page-diagnostics.js';
import { Painter } from './painter.js';
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

/** Reads a page; throws what pdf.js throws where it can't. */
export async function readPage(page: EnginePage, context: DocumentContext): Promise<PageContent> {
  const { width, height, rotation, transform } = displayPage(page);
  const [a = 1, b = 0, c = 0, d = -1, e = 0, f = 0]: readonly number[] = transform;
  const marks = new Marks();
  const painter = new Painter([a, b, c, d, e, f], [0, 0, width, height], marks, {
    font: (id) => context.fonts.take(page, id),
    isShown: context.isShown,
  });
  await paint(page, painter, context);
  const seen = judgeMarks(marks);
  // a broken list of annotations takes nothing from the page
  const annotations: readonly unknown[] = await page.getAnnotations({ intent: 'display' }).catch(() => []);
  return {
    pageNo: page.pageNumber,
    width,
    height,
    rotation: rightAngle(rotation),
    glyphs: seen.glyphs,
    rulings: seen.rulings,
    images: marks.images,
    diagnostics: describePage(page.pageNumber, marks, seen, countPinned(annotations)),
  };
}

/** The page at its own size, or shrunk to the largest that there is. */
function displayPage(page: EnginePage): ReturnType<EnginePage['getViewport']> {
  const asStated = page.getViewport({ scale: 1 });
  const longest = Math.max(asStated.width, asStated.height);
  if (!Number.isFinite(longest)) throw new Error('its size is no number');
  return longest <= LONGEST_SIDE ? asStated : page.getViewport({ scale: LONGEST_SIDE / longest });
}

async function paint(page: EnginePage, painter: Painter, { acts }: DocumentContext): Promise<void> {
  const list = await page.getOperatorList({ annotationMode: WITHOUT_ANNOTATIONS });
  const operands: readonly unknown[] = list.argsArray;
  for (let at = 0; at < list.fnArray.length && !painter.marks.isFull; at += 1) {
    const act = acts[list.fnArray[at] ?? 0];
    const given = operands[at];
    act?.(painter, Array.isArray(given) ? given : []);
  }
  painter.finish();
}

function rightAngle(degrees: number): PageContent['rotation'] {
  const angles: readonly PageContent['rotation'][] = [0, 90, 180, 270];
  return angles[(Math.round(degrees / 90) + 4) % 4] ?? 0;
}
