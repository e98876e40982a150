/** Documents as they are published; they are no part of the project, and the test is skipped where they are not at hand. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openPdf } from '../../../../extractors/pdf/pages/index.js';
import type { PageContent } from '../../../../extractors/geometry/page.js';

const FOLDERS = ['real', 'icdar2013-eu'].map((name) => join(import.meta.dirname, '../../../../../shared', name));
const FILES = FOLDERS.filter(existsSync).flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.pdf'))
    .map((name) => join(folder, name)),
);

/** Points by which characters may reach over the edge of the page. */
const OVERHANG = 20;

function isOnPage({ width, height }: PageContent, [x0, y0, x1, y1]: readonly number[]): boolean {
  const [left = 0, top = 0, right = 0, bottom = 0] = [x0, y0, x1, y1];
  return left >= -OVERHANG && top >= -OVERHANG && right <= width + OVERHANG && bottom <= height + OVERHANG;
}

describe.skipIf(FILES.length === 0)('published PDFs (skipped: no ../shared/real or ../shared/icdar2013-eu)', () => {
  it.each(FILES)('%s: all text is read, in its place', async (path) => {
    const file = await openPdf(new Uint8Array(readFileSync(path)));
    expect(file.diagnostics).toEqual([]);
    let rulings = 0;
    for (let pageNo = 1; pageNo <= file.pageCount; pageNo += 1) {
      const page = await file.readPage(pageNo);
      expect(page.diagnostics).toEqual([]);
      expect(page.glyphs.length).toBeGreaterThan(0);
      expect(page.glyphs.filter(({ text }) => text === '\ufffd')).toEqual([]);
      expect(page.glyphs.filter(({ box }) => !isOnPage(page, box))).toEqual([]);
      rulings += page.rulings.length;
    }
    expect(rulings).toBeGreaterThan(0);
    await file.close();
  });
});
