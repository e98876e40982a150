/**
 * Rules that nobody sees as lines: white ones, unpainted ones, the edges of shaded areas. They count where they agree with the drawn ones.
 */
import { holds } from '../boxes.js';
import { boxOfNetwork, linkRules, rulesMeet, TOUCH, type Network } from './networks.js';
import type { Glyph, Ruling } from '../page.js';

/** Share of a character's height, around its middle, that no rule between cells runs through. */
const CORE = 0.25;

/** true for a line that is drawn to be seen. */
export function isDrawn(rule: Ruling): boolean {
  return rule.visible && rule.fillEdge !== true;
}

/**
 * Leaves out the weak rules that can't part cells: those that run through text; edges of shading in a drawn grid (word processors shade each
 * line of a paragraph by itself); white rules in a drawn frame that don't reach from rule to rule.
 *
 * @param rules healed
 */
export function dropWeakRules(rules: readonly Ruling[], glyphs: readonly Glyph[]): Ruling[] {
  const drawn = rules.filter(isDrawn);
  const frames = linkRules(drawn)
    .filter((network) => network.horizontal.length > 0 && network.vertical.length > 0)
    .map((network) => ({ network, box: boxOfNetwork(network) }));
  const kept = rules.filter((rule) => {
    if (isDrawn(rule)) return false;
    const [x, y] = middleOf(rule);
    const around = frames.filter(({ box }) =>
      holds([box[0] - TOUCH, box[1] - TOUCH, box[2] + TOUCH, box[3] + TOUCH], x, y),
    );
    if (around.some(({ network }) => hasGrid(network)) && rule.fillEdge === true) return false;
    if (around.length > 0 && !around.some(({ network }) => reachesAcross(rule, network))) return false;
    return !glyphs.some((glyph) => runsThrough(rule, glyph));
  });
  return [...drawn, ...kept];
}

/** Two rules each way make a box; more part it. */
function hasGrid({ horizontal, vertical }: Network): boolean {
  return horizontal.length > 2 || vertical.length > 2;
}

function middleOf({ orientation, position, from, to }: Ruling): [number, number] {
  const middle = (from + to) / 2;
  return orientation === 'h' ? [middle, position] : [position, middle];
}

/** Do both ends of the rule lie on drawn rules of the network? */
function reachesAcross(rule: Ruling, network: Network): boolean {
  const crossing = (rule.orientation === 'h' ? network.vertical : network.horizontal).filter((other) =>
    rule.orientation === 'h' ? rulesMeet(rule, other) : rulesMeet(other, rule),
  );
  return [rule.from, rule.to].every((end) => crossing.some((other) => Math.abs(other.position - end) <= TOUCH));
}

function runsThrough({ orientation, position, from, to }: Ruling, { box, text }: Glyph): boolean {
  const [low, high, start, end] =
    orientation === 'h' ? [box[1], box[3], box[0], box[2]] : [box[0], box[2], box[1], box[3]];
  const inCore = Math.abs(position - (low + high) / 2) < CORE * (high - low);
  const middle = (start + end) / 2;
  return inCore && middle > from && middle < to && text.trim() !== '';
}
