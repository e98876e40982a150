/** The fonts of an open document, read once each. */
import type { EnginePage } from '../engine/engine.js';
import { readFont } from './fonts.js';
import type { FontFacts } from './fonts.js';

export class FontShelf {
  private readonly fonts = new Map<string, FontFacts | null>();

  /** The font with pdf.js' name `id`, which a page has just asked for; null where it is damaged. */
  take(page: EnginePage, id: string): FontFacts | null {
    const known = this.fonts.get(id);
    if (known !== undefined) return known;
    const sent: unknown = page.commonObjs.has(id) ? page.commonObjs.get(id) : null;
    const font = readFont(id, sent);
    this.fonts.set(id, font);
    dropFile(sent);
    return font;
  }

  /** Forgets all fonts; pdf.js gives them new names when it is asked again. */
  clear(): void {
    this.fonts.clear();
  }
}

/** The file of a font, megabytes of Chinese characters, is for drawing. */
function dropFile(sent: unknown): void {
  if (typeof sent !== 'object' || sent === null || !('clearData' in sent)) return;
  if (typeof sent.clearData === 'function') Reflect.apply(sent.clearData, sent, []);
}
