/** The fonts of an open document, read once each. */
import type { EnginePage } from './engine.js';
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
    return font;
  }

  /** Forgets all fonts; pdf.js gives them new names when it is asked again. */
  clear(): void {
    this.fonts.clear();
  }
}
