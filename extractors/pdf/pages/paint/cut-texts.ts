/** Texts of which the clip shows only a part: a spreadsheet's cell too narrow for what it holds, a table running off the page. */
import type { Box } from '../../../types.js';

/** Of the font size: characters of one text follow each other this near, spaces between them included. */
const WIDEST_GAP = 1;
/** Of its font size: a character that is seen reaches this far beyond its clip where it is cut itself. One that fits reaches 0.11 at most: a heading as wide as its cell. */
const LEAST_OVERHANG = 0.15;
/** The same for figures, which end where they fit: beyond rounding, the number is wider than its place, and digits before may have been left out whole. */
const LEAST_OVERHANG_OF_DIGITS = 0.02;
/** Pieces of a point to which places are told apart; the same text painted in two halves stands on itself to the last digit. */
const PER_POINT = 10;

/** A character as its operator gives it, whether the clip lets it be seen or not. */
interface ShownCharacter {
  readonly text: string;
  readonly box: Box;
  readonly fontSize: number;
  /** Its line runs up or down the page. */
  readonly runsDown: boolean;
  /** The very clip that it is painted under; characters of one text share it. */
  readonly clip: Box;
  readonly isInside: boolean;
}

/** A text ends or begins, for the eye, beside a character that nobody sees. */
interface Cut {
  readonly seen: Box;
  readonly hidden: Pick<ShownCharacter, 'text' | 'box'>;
}

/** Follows the characters of a page in the order of painting and notes where a clip parts two neighbours. */
export class CutTexts {
  private readonly cuts: Cut[] = [];
  /** Seen, but not whole; the program that wrote the file may have left out what follows. */
  private readonly halves: ShownCharacter[] = [];
  private last: ShownCharacter | null = null;

  /** Blanks are passed over: nothing is lost with them. */
  follow(character: ShownCharacter): void {
    if (character.text.trim() === '') return;
    const { last } = this;
    this.last = character;
    if (character.isInside && isOverhanging(character)) this.halves.push(character);
    if (!last || last.isInside === character.isInside || !areNeighbours(last, character)) return;
    const [seen, hidden] = last.isInside ? [last, character] : [character, last];
    this.cuts.push({ seen: seen.box, hidden });
  }

  /** Boxes of the characters at which a text is cut; not where the hidden part is painted once more under another clip. */
  places(seen: readonly Pick<ShownCharacter, 'text' | 'box'>[]): readonly Box[] {
    if (this.cuts.length === 0 && this.halves.length === 0) return [];
    const painted = new Set(seen.map(placeOf));
    const hidden = new Set(this.cuts.map((cut) => placeOf(cut.hidden)));
    const cuts = this.cuts.filter((cut) => !painted.has(placeOf(cut.hidden)));
    const halves = this.halves.filter((half) => !hidden.has(placeOf(half)));
    return [...new Set([...cuts.map((cut) => cut.seen), ...halves.map(({ box }) => box)])];
  }
}

/** Whether the two follow each other under one clip, along a line or down one. */
function areNeighbours(a: ShownCharacter, b: ShownCharacter): boolean {
  const reach = WIDEST_GAP * Math.max(a.fontSize, b.fontSize);
  const across = gapBetween(a.box[0], a.box[2], b.box[0], b.box[2]);
  const down = gapBetween(a.box[1], a.box[3], b.box[1], b.box[3]);
  return a.clip === b.clip && Math.max(across, down) < reach && Math.min(across, down) < 0;
}

/** Negative where the two stretches overlap. */
function gapBetween(from: number, to: number, otherFrom: number, otherTo: number): number {
  return Math.max(from, otherFrom) - Math.min(to, otherTo);
}

function placeOf({ text, box: [x, y] }: Pick<ShownCharacter, 'text' | 'box'>): string {
  return `${text} ${Math.round(x * PER_POINT)} ${Math.round(y * PER_POINT)}`;
}

/** Across the line the box is that of the font, which the ink never fills: there it may reach out. */
function isOverhanging({ text, box, clip, fontSize, runsDown }: ShownCharacter): boolean {
  const least = /[\d.,]/.test(text) ? LEAST_OVERHANG_OF_DIGITS : LEAST_OVERHANG;
  const [before, after] = runsDown ? [clip[1] - box[1], box[3] - clip[3]] : [clip[0] - box[0], box[2] - clip[2]];
  return Math.max(before, after) > least * fontSize;
}
