/** White rules: nobody sees them on paper, everybody on colour. */
import { findLastAreas } from './covered.js';
import type { Marks, PaintedRuling } from '../paint/marks.js';
import type { Ruling } from '../../../geometry/page.js';
import type { Box } from '../../../types.js';

/** Where along a rule the colours beside it are looked at, as shares of its length, and at how many of these places they make it seen. */
const PLACES = [0.25, 0.5, 0.75];
const SEEN_AT = 2;
/** Points beside the paint of a rule. */
const BESIDE = 1;

/**
 * White rules that have colour on both sides along most of their way become visible. For rules that no paint hides: which area was painted
 * before and which after is no longer asked.
 */
export function revealWhiteRules(
  rulings: readonly PaintedRuling[],
  { areas }: Pick<Marks, 'areas'>,
): readonly Ruling[] {
  const white = rulings.filter((ruling) => ruling.white);
  if (white.length === 0) return rulings;
  const filled = areas.filter(({ covers }) => covers);
  const under = findLastAreas(white.flatMap(pointsBeside), filled);
  const isColoured = (at: number): boolean => under.get(at)?.white === false;
  const seen = new Set(
    white.filter((_, at) => {
      const pairs = PLACES.map((__, place) => 2 * (at * PLACES.length + place));
      return pairs.filter((pair) => isColoured(pair) && isColoured(pair + 1)).length >= SEEN_AT;
    }),
  );
  return rulings.map((ruling) => {
    if (ruling.white === undefined) return ruling;
    const { white: isWhite, ...rule } = ruling;
    return { ...rule, visible: isWhite && seen.has(ruling) };
  });
}

/** For each place the points on both sides, as boxes without extent. */
function pointsBeside({ orientation, position, from, to, thickness }: PaintedRuling): Box[] {
  const off = thickness / 2 + BESIDE;
  return PLACES.flatMap((place) => {
    const along = from + (to - from) * place;
    return [position - off, position + off].map((across): Box =>
      orientation === 'h' ? [along, across, along, across] : [across, along, across, along],
    );
  });
}
