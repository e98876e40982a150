/** Pages printed sideways without saying so: most of their text is turned, and the page is read in the direction of that text. */
import type { Box } from '../types.js';
import { isBlank } from './lines/glyph-lines.js';
import type { Glyph, PageContent, Ruling } from './page.js';
import { turnBox } from './lines/read-text.js';

type Angle = Glyph['angle'];

/** Share of the characters that must be turned alike; less is a table's turned headings. */
const MOSTLY_TURNED = 0.6;

/** The angle of most text on the page; 0 for an upright page. */
export function angleOfPage({ glyphs }: PageContent): Angle {
  const inked = glyphs.filter((glyph) => !isBlank(glyph));
  const turned = ([90, 180, 270] as const).find(
    (angle) => inked.filter((glyph) => glyph.angle === angle).length > MOSTLY_TURNED * inked.length,
  );
  return turned ?? 0;
}

/** The page as it lies when text of this angle is upright. Coordinates may be negative. */
export function turnPage(page: PageContent, angle: Angle): PageContent {
  if (angle === 0) return page;
  const lying = angle === 180 ? page : { ...page, width: page.height, height: page.width };
  return {
    ...lying,
    glyphs: page.glyphs.map((glyph) => ({
      ...glyph,
      box: turnBox(glyph.box, angle),
      angle: subtract(glyph.angle, angle),
    })),
    rulings: page.rulings.map((rule) => turnRuling(rule, angle)),
    images: page.images.map((box) => turnBox(box, angle)),
  };
}

/** Where a box of the turned page lies on the page as displayed. */
export function turnBack(box: Box, angle: Angle): Box {
  return turnBox(box, subtract(0, angle));
}

function subtract(angle: Angle, other: Angle): Angle {
  const angles = [0, 90, 180, 270] as const;
  return angles[(angles.indexOf(angle) - angles.indexOf(other) + angles.length) % angles.length] ?? 0;
}

function turnRuling(rule: Ruling, angle: Angle): Ruling {
  const { orientation, position, from, to } = rule;
  const [x0, y0, x1, y1] = turnBox(
    orientation === 'h' ? [from, position, to, position] : [position, from, position, to],
    angle,
  );
  return y0 === y1
    ? { ...rule, orientation: 'h', position: y0, from: x0, to: x1 }
    : { ...rule, orientation: 'v', position: x0, from: y0, to: y1 };
}
