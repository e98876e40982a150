/** Pages printed sideways without saying so: most of their text is turned, and the page is read in the direction of that text. */
import type { Box } from '../types.js';
import { isBlank } from './lines/glyph-lines.js';
import type { Glyph, PageContent, Ruling } from './page.js';
import { turnBox } from './lines/read-text.js';
import type { PageFrame } from './types.js';

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

/** The page as it is read: turned so that text of this angle is upright. Top left is the origin, as on the page displayed. */
export function turnPage(page: PageContent, angle: Angle): PageContent {
  if (angle === 0) return page;
  const turn = turnIn(page, angle);
  const lying = angle === 180 ? page : { ...page, width: page.height, height: page.width };
  return {
    ...lying,
    glyphs: page.glyphs.map((glyph) => ({ ...glyph, box: turn(glyph.box), angle: subtract(glyph.angle, angle) })),
    rulings: page.rulings.map((rule) => turnRuling(rule, turn)),
    images: page.images.map(turn),
  };
}

/** Where a box of the page as it is read lies on the page as displayed. */
export function turnBack(box: Box, frame: PageFrame): Box {
  return frame.angle === 0 ? box : turnIn(frame, subtract(0, frame.angle))(box);
}

/** Turns boxes of a page of this size together with the page. */
function turnIn({ width, height }: Pick<PageFrame, 'width' | 'height'>, angle: Angle): (box: Box) => Box {
  const [left, top] = turnBox([0, 0, width, height], angle);
  return (box) => {
    const [x0, y0, x1, y1] = turnBox(box, angle);
    return [x0 - left, y0 - top, x1 - left, y1 - top];
  };
}

function subtract(angle: Angle, other: Angle): Angle {
  const angles = [0, 90, 180, 270] as const;
  return angles[(angles.indexOf(angle) - angles.indexOf(other) + angles.length) % angles.length] ?? 0;
}

function turnRuling(rule: Ruling, turn: (box: Box) => Box): Ruling {
  const { orientation, position, from, to } = rule;
  const [x0, y0, x1, y1] = turn(orientation === 'h' ? [from, position, to, position] : [position, from, position, to]);
  return y0 === y1
    ? { ...rule, orientation: 'h', position: y0, from: x0, to: x1 }
    : { ...rule, orientation: 'v', position: x0, from: y0, to: y1 };
}
