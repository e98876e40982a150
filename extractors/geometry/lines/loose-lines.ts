/** The lines of text outside tables, in reading order. */
import { centreY, median, sharedLength } from '../boxes.js';
import { columnsUnder, findColumns, type Column } from './columns.js';
import { isBlank, isIdeographic, lineOf, spellLine } from './glyph-lines.js';
import type { Glyph } from '../page.js';
import { readGlyphs, turnBox } from './read-text.js';
import { cutAtWideGaps, cutRows, groupUpright, isNumeric, type Segment, type SegmentRow } from './segments.js';
import type { PageLine } from '../types.js';

/** Times the font size: texts this far apart on one line say different things (编制单位：… and 单位：元). */
const SEPARATE_GAP = 3;
/** Times the font size: the narrowest space between two columns of running text. */
const GUTTER = 1.2;
/** More letters in a row than numbers beside each other have, with their units. */
const WORD = /\p{L}{5}/u;
/** Lines of a column of running text, and their usual length (a Chinese character counts twice). */
const FEWEST_COLUMN_LINES = 8;
export const PROSE_LENGTH = 30;

/** The space between two tables side by side, and how far down lines stand above both. */
export interface Gutter {
  readonly from: number;
  readonly to: number;
  readonly bottom: number;
}

/**
 * Lines of the characters that no table holds. A line is cut where a gap of three characters parts its texts, or one of a character
 * where two tables side by side are parted below it. On a page whose running text
 * stands in columns each line has its column, and a column is read to its end before the next, down to a line that spans them.
 *
 * @param glyphs in painting order
 */
export function readLooseLines(glyphs: readonly Glyph[], gutters: readonly Gutter[] = []): PageLine[] {
  const whole = groupUpright(glyphs);
  const rows = whole.map((line) => cutAtWideGaps(line, GUTTER));
  const columns = proseColumns(rows);
  const lines =
    columns.length > 1
      ? readColumns(rows, columns)
      : whole
          .flatMap((line) => cutAtWideGaps(line, SEPARATE_GAP).segments)
          .flatMap((segment) => partAtGutters(segment, gutters))
          .flatMap(partNumbers)
          .map(toLine);
  return [...lines, ...readTurned(glyphs)];
}

/** Weight of a text on the page: a Chinese character is as wide as two letters. */
export function weighText(text: string): number {
  let weight = 0;
  for (const character of text) weight += isIdeographic(character) ? 2 : 1;
  return weight;
}

/** Texts of a page that running text may part into: more stand in a table, or were made to take time. */
const MOST_TEXTS = 5_000;

/** The columns in which running text stands; fewer than two where it stands in one. */
function proseColumns(rows: readonly SegmentRow[]): Column[] {
  const segments = rows.flatMap((row) => row.segments);
  if (segments.length > MOST_TEXTS) return [];
  const columns = findColumns(rows);
  const lengthsOf = columns.map((): number[] => []);
  for (const segment of segments) lengthsOf[columnsUnder(columns, segment).first]?.push(weighText(segment.text));
  return columns.filter((_, at) => {
    const lengths = lengthsOf[at] ?? [];
    return lengths.length >= FEWEST_COLUMN_LINES && median(lengths) >= PROSE_LENGTH;
  });
}

/** Column after column, each stretch between two lines that span columns. */
function readColumns(rows: readonly SegmentRow[], columns: readonly Column[]): PageLine[] {
  const lines: PageLine[] = [];
  let stretch: PageLine[][] = columns.map(() => []);
  const flush = (): void => {
    lines.push(...stretch.flat());
    stretch = columns.map(() => []);
  };
  for (const segment of rows.flatMap((row) => row.segments)) {
    const { first, last } = columnsUnder(columns, segment);
    if (first === last) stretch[first]?.push({ ...toLine(segment), column: first });
    else {
      flush();
      lines.push(toLine(segment));
    }
  }
  flush();
  return lines;
}

/** Texts above two tables side by side, with a gap over the space between the tables. */
function partAtGutters(segment: Segment, gutters: readonly Gutter[]): readonly Segment[] {
  const above = gutters.filter(({ bottom }) => centreY(segment.box) < bottom);
  if (above.length === 0) return [segment];
  const texts = cutAtWideGaps(segment.line, GUTTER).segments;
  const parts: Segment[][] = [];
  for (const text of texts) {
    const end = parts.at(-1)?.at(-1)?.box[2] ?? -Infinity;
    const isParted = above.some(({ from, to }) => sharedLength(end, text.box[0], from, to) > 0);
    if (isParted || parts.length === 0) parts.push([text]);
    else parts.at(-1)?.push(text);
  }
  return parts.length < 2 ? [segment] : parts.flatMap(joinTexts);
}

function joinTexts(texts: readonly Segment[]): Segment[] {
  const line = lineOf(texts.flatMap((text) => text.line.glyphs));
  return line ? [{ text: spellLine(line), box: line.box, line }] : [];
}

/** Numbers beside each other are different amounts, however near they stand. */
function partNumbers(segment: Segment): readonly Segment[] {
  if (WORD.test(segment.text)) return [segment];
  const parts = cutRows(segment.line.glyphs).flatMap((row) => row.segments);
  return parts.length > 1 && parts.every(({ text }) => isNumeric(text)) ? parts : [segment];
}

function toLine({ line, text, box }: Pick<Segment, 'line' | 'text' | 'box'>): PageLine {
  const inked = line.glyphs.filter((glyph) => !isBlank(glyph));
  const bold = inked.filter((glyph) => glyph.bold).length * 2 > inked.length;
  return { text, box, fontSize: line.fontSize, bold };
}

/** Lines turned against the page: marginal notes, labels of charts. They come last. */
function readTurned(glyphs: readonly Glyph[]): PageLine[] {
  const turns = [
    { direction: 90, back: 270 },
    { direction: 180, back: 180 },
    { direction: 270, back: 90 },
    { direction: 'down', back: 270 },
  ] as const;
  return turns.flatMap(({ direction, back }) => {
    const { lines, texts } = readGlyphs(
      glyphs.filter((glyph) => (glyph.vertical ? 'down' : glyph.angle) === direction),
    );
    return lines.map((line, at) => toLine({ line, text: texts[at] ?? '', box: turnBox(line.box, back) }));
  });
}
