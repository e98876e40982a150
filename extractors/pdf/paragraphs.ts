/** Lines of running text put together to the paragraphs they were before they were laid out. */
import { isSubtitle } from '../tables/captions.js';
import { beginsPoint } from '../tables/points.js';
import { isCaption, isNote, isTableName, squeeze } from '../tables/words.js';
import type { Box, PageBreak } from '../types.js';
import type { PlacedLine } from './page-items.js';
import { middleOf } from './text-measure.js';
import type { Measure, MeasureOf } from './text-measure.js';

/** Times the font size: a line that ends this near to the right edge of the text is full, and its sentence goes on below. */
const FULL_LINE = 2.2;
/** Times the font size: a line that begins further in begins a paragraph. */
const INDENT = 1.2;
/** Times the font size: the widest hanging indent of a numbered point. */
const HANGING = 5;
/** Times the font size: lines further apart are of different paragraphs. */
const LINE_DISTANCE = 2.6;
/** Times the font size by which lines are further apart than usual where a space between paragraphs lies between them. */
const SPACE_BETWEEN = 0.3;
/** Width of a letter or digit in times the font size: a little over the half of most fonts. */
const LETTER_WIDTH = 0.6;
/** Times the font size: the space that programs set between a Chinese character and a letter or digit. */
const BETWEEN_SCRIPTS = 0.25;
/** Share by which the font sizes of one paragraph may differ. */
const SAME_SIZE = 0.12;
/** Share of the text's size: smaller lines at the foot of a page are footnotes. */
const FOOTNOTE_SIZE = 0.9;
/** Times the font size by which the middles of a heading's lines may differ. */
const CENTRED = 1;
/** Share of the measure that the upper line of a heading of two lines fills at least. */
const LONG_HEADING = 0.5;

/** A word, number or character with the marks around it, and the character after them. */
const BEGINNING = /^[（(“‘《【]*(?:[A-Za-z\d.,%]+|.)[，。、；：！？）)”’》】%]*.?[，。、；：！？）)”’》】%]*/u;
const ENDS_SENTENCE = /[。；;！!？?：:][”"’」』）)]*$/;
/** An entry of a table of contents: leaders and a page number. */
const CONTENTS_ENTRY = /[.…·．。]{3,}\s*\d*\s*$/;

/** A paragraph: its lines as one, at the place of the first page it stands on. */
export interface Paragraph {
  readonly first: PlacedLine;
  last: PlacedLine;
  text: string;
  box: Box;
  /** In its text. */
  readonly pageBreaks: PageBreak[];
  /** Where its second line begins. */
  hanging: number | null;
}

/**
 * Joins lines where one is full and the next one goes on with it: at the left edge, or under the words of its point; also over the ends of
 * columns and pages, past footnotes. `lines` are those between two tables, in reading order, without page furniture.
 */
export function joinParagraphs(lines: readonly PlacedLine[], measureOf: MeasureOf): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let open: Paragraph | undefined;
  let footnote: Paragraph | undefined;
  for (const line of lines) {
    const upper = [open, footnote].find((paragraph) => paragraph && goesOn(paragraph, line, measureOf));
    if (upper) {
      addLine(upper, line);
      continue;
    }
    const next = { first: line, last: line, text: line.text, box: line.box, pageBreaks: [], hanging: null };
    paragraphs.push(next);
    if (open && isFootnote(open.last, line, measureOf)) footnote = next;
    else [open, footnote] = [next, undefined];
  }
  return paragraphs;
}

function addLine(paragraph: Paragraph, line: PlacedLine): void {
  const { text, last } = paragraph;
  const above = text + (needsSpace(text, line.text) ? ' ' : '');
  if (line.page !== last.page) paragraph.pageBreaks.push({ at: above.length, page: line.page });
  paragraph.text = above + line.text.trimStart();
  if (line.page === paragraph.first.page) paragraph.box = unite(paragraph.box, line.box);
  if (last === paragraph.first) paragraph.hanging = line.box[0];
  paragraph.last = line;
}

function goesOn(open: Paragraph, line: PlacedLine, measureOf: MeasureOf): boolean {
  const { last } = open;
  const size = last.fontSize;
  const [above, below] = [measureOf(last), measureOf(line)];
  if (Math.abs(line.fontSize - size) > SAME_SIZE * size) return false;
  if (isHeadingOfTwo(last, line, above)) return true;
  if (!above || !below || !isProse(last) || !isProse(line) || beginsPoint(line.text)) return false;
  if (!follows(last, line)) return false;
  if (!ENDS_SENTENCE.test(squeeze(last.text))) return isFilledBy(last, line, above) && beginsFlush(open, line, below);
  const mayEnd = isBlockIndented(line, below) || isSetApart(last, line, above);
  return !mayEnd && isFull(last, above) && beginsFlush(open, line, below);
}

/** Running text: neither what stands over a table nor an entry of contents. */
function isProse({ text }: PlacedLine): boolean {
  return !isCaption(text) && !isTableName(text) && !isSubtitle(text) && !CONTENTS_ENTRY.test(text);
}

/** Directly below, or at the top of the next column or page. */
function follows(above: PlacedLine, line: PlacedLine): boolean {
  if (above.page !== line.page) return line.page === above.page + 1;
  if (above.column !== line.column) return (line.column ?? 0) > (above.column ?? 0);
  return line.box[1] > above.box[1] && line.box[1] - above.box[3] <= LINE_DISTANCE * above.fontSize;
}

/** At the left edge of the text, or where the lines of its point begin. */
function beginsFlush({ first, last, hanging }: Paragraph, line: PlacedLine, measure: Measure): boolean {
  const size = line.fontSize;
  const left = line.box[0];
  if (left <= measure.left + INDENT * size) return true;
  if (line.page !== last.page) return false;
  if (hanging !== null) return Math.abs(left - hanging) <= size / 2 && isBlockIndented(last, measure);
  const indent = left - first.box[0];
  return beginsPoint(first.text) ? indent > 0 && indent <= HANGING * size : Math.abs(indent) <= size / 2;
}

function isBlockIndented({ box, fontSize }: PlacedLine, measure: Measure): boolean {
  return box[0] > measure.left + INDENT * fontSize;
}

/** A name of two lines, each in the middle, the upper one the longer: only the lower one ends as a table's name does. */
function isHeadingOfTwo(above: PlacedLine, line: PlacedLine, measure: Measure | undefined): boolean {
  const isLong = !measure || above.box[2] - above.box[0] >= LONG_HEADING * (measure.right - measure.left);
  return (
    isTableName(line.text) &&
    isProse(above) &&
    !beginsPoint(line.text) &&
    !isNote(above.text) &&
    !/[，。；：:]$/.test(above.text) &&
    follows(above, line) &&
    above.page === line.page &&
    isLong &&
    above.box[0] < line.box[0] &&
    Math.abs(above.box[0] + above.box[2] - line.box[0] - line.box[2]) <= 2 * CENTRED * above.fontSize
  );
}

/** A smaller line further down on a page whose text breaks off in the middle of a paragraph. */
function isFootnote(text: PlacedLine, line: PlacedLine, measureOf: MeasureOf): boolean {
  const isSmaller =
    line.page === text.page && line.fontSize < FOOTNOTE_SIZE * text.fontSize && line.box[1] > text.box[3];
  return isSmaller && isFull(text, measureOf(text));
}

function isFull({ box, fontSize }: PlacedLine, measure: Measure | undefined): boolean {
  return measure !== undefined && box[2] >= measure.right - FULL_LINE * fontSize;
}

/** Full, or with no room left for the beginning of the next line; some programs keep a number or mark with what follows it (LibreOffice: 120场, 91.76%；事). */
function isFilledBy(above: PlacedLine, line: PlacedLine, measure: Measure): boolean {
  const [together = ''] = BEGINNING.exec(line.text) ?? [];
  const room = measure.right - above.box[2] - BETWEEN_SCRIPTS * line.fontSize;
  return isFull(above, measure) || widthIn(line, together) > room;
}

/** Points that a part of a line takes up; fonts differ in how wide letters are beside characters, and so the line's own width tells. */
function widthIn({ text, box, fontSize }: PlacedLine, part: string): number {
  const scale = (box[2] - box[0]) / countEms(text);
  return countEms(part) * Math.max(scale, fontSize);
}

function countEms(text: string): number {
  return Array.from(text).reduce((sum, mark) => sum + (/[ -~]/.test(mark) ? LETTER_WIDTH : 1), 0);
}

/** Farther below than the lines of the text are from each other. */
function isSetApart(above: PlacedLine, line: PlacedLine, { leading }: Measure): boolean {
  return above.page === line.page && middleOf(line) - middleOf(above) > leading + SPACE_BETWEEN * line.fontSize;
}

/** Between words of letters a line end is a space; between Chinese characters it is nothing. */
function needsSpace(above: string, below: string): boolean {
  return /[A-Za-z0-9,.;]$/.test(above) && /^\s*[A-Za-z]/.test(below);
}

function unite(a: Box, b: Box): Box {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}
