/** Shared by the tests of page reading. */
import { openPdf } from '../../../../extractors/pdf/pages/index.js';
import type { Glyph, PageContent, Ruling } from '../../../../extractors/geometry/page.js';
import { pdfOf } from '../../../builders/pdf.js';
import type { PageDraft } from '../../../builders/pdf.js';

/** Reads one page of a PDF. */
export async function readPage(bytes: Uint8Array, pageNo = 1): Promise<PageContent> {
  const file = await openPdf(bytes);
  try {
    return await file.readPage(pageNo);
  } finally {
    await file.close();
  }
}

/** Reads a page of 200 × 100 points with this content. */
export function readContent(content: string, more: Omit<PageDraft, 'content'> = {}): Promise<PageContent> {
  return readPage(pdfOf(content, more));
}

export function textOf({ glyphs }: PageContent): string {
  return glyphs.map(({ text }) => text).join('');
}

export function codesOf({ diagnostics }: PageContent): string[] {
  return diagnostics.map(({ code }) => code);
}

/** The box in whole tenths of points, against noise of floating point. */
export function roundBox(glyph: Glyph | undefined): number[] {
  return (glyph?.box ?? []).map(tenths);
}

/** Rulings as `h 10 5-90 t1`: orientation, position, extent, thickness; `edge` and `hidden` where they are. */
export function describeRulings(rulings: readonly Ruling[]): string[] {
  return rulings.map(({ orientation, position, from, to, thickness, visible, fillEdge }) =>
    [
      `${orientation} ${tenths(position)} ${tenths(from)}-${tenths(to)} t${tenths(thickness)}`,
      ...(fillEdge ? ['edge'] : []),
      ...(visible ? [] : ['hidden']),
    ].join(' '),
  );
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
