/** Text outside tables as blocks: paragraphs put together over page ends, headings, captions, notes, page furniture. */
import { squeeze } from './words.js';
import type { MarkedLine } from './line-roles.js';
import { beginsPoint } from './points.js';
import type { BlockKind, Box, PageBreak } from '../types.js';

/** A block without its running numbers. */
export interface TextBlock {
  readonly kind: BlockKind;
  readonly text: string;
  readonly lineFirst: number;
  readonly lineLast: number;
  /** Where it begins. */
  readonly page: number | null;
  readonly box: Box | null;
  readonly pageBreaks?: readonly PageBreak[];
}

/** A paragraph's line that is shorter than this never runs up to the page's right edge. */
const SHORTEST_BROKEN_LINE = 20;
/** A heading has no more characters than this. */
const LONGEST_HEADING = 40;
/** Characters from which a paragraph takes in no further line, and lines from which a title set downwards does: neither is ever printed. */
const LONGEST_PARAGRAPH = 10_000;
const LONGEST_STACK = 100;

/** A line of a table of contents ends in leader dots or a gap and the number of a page. */
const ENDS_IN_PAGE = /(?:(?:[.…·．‥]\s?){4,}[-–—\s]*\d*|\t[-–—\s]*\d{1,4})[-–—\s]*$/u;
/** Characters at the end of a line in which the last dots and the page stand. */
const END_OF_LEADER = 60;

const ENDS_SENTENCE = /[。；;！!？?：:…]["'”’」』）)]*$/;

/** Blocks in order; every line with words is in exactly one. */
export function buildBlocks(lines: readonly MarkedLine[]): TextBlock[] {
  const blocks: TextBlock[] = [];
  // the last block that is no page furniture: a page end stands between the parts of a broken paragraph
  let last = -1;
  for (const line of lines) {
    if (line.text.trim() === '') continue;
    const { page = null, box = null } = line;
    const block: TextBlock = {
      kind: kindOf(line),
      text: line.text.trim(),
      lineFirst: line.no,
      lineLast: line.lineLast,
      page,
      box,
      ...(line.pageBreaks && { pageBreaks: moveBreaks(line.pageBreaks, line.text) }),
    };
    const before = blocks[last];
    const joined = before && (line.whole ? joinVertical : joinBroken)(before, block);
    if (joined) blocks[last] = joined;
    else blocks.push(block);
    if (!joined && block.kind !== 'page_furniture') last = blocks.length - 1;
  }
  return blocks;
}

/** Offsets in the trimmed text. */
function moveBreaks(breaks: readonly PageBreak[], text: string): PageBreak[] {
  const blank = text.length - text.trimStart().length;
  return breaks.map(({ at, page }) => ({ at: at - blank, page }));
}

function kindOf(line: MarkedLine): BlockKind {
  if (line.furniture) return 'page_furniture';
  if (line.role === 'note') return 'note';
  if (line.role === 'caption' || line.role === 'title') return 'caption';
  const word = squeeze(line.text);
  if (endsInPage(line.text.trim())) return 'paragraph';
  const short = word.length <= LONGEST_HEADING && !/[。；，,;]/.test(word) && !ENDS_SENTENCE.test(word);
  const isHeading = short && (line.heading || !/\d(?:万|千|亿|百)?元/.test(word));
  return isHeading ? 'heading' : 'paragraph';
}

function endsInPage(text: string): boolean {
  return ENDS_IN_PAGE.test(text.slice(-END_OF_LEADER));
}

/** One block out of two where the first breaks off in the middle of a sentence, or both are a cover title set one character a line. */
function joinBroken(before: TextBlock, next: TextBlock): TextBlock | null {
  const joined = joinBlocks(before, next);
  if (isVertical(before, next)) return joined;
  if (before.kind !== 'paragraph' || next.kind === 'page_furniture' || next.kind === 'caption' || next.kind === 'note')
    return null;
  const breaksOff =
    before.text.length < LONGEST_PARAGRAPH &&
    !endsInPage(before.text) &&
    !ENDS_SENTENCE.test(before.text) &&
    squeeze(before.text).length >= SHORTEST_BROKEN_LINE &&
    !/[”"]$/.test(before.text);
  const goesOn = !beginsPoint(next.text) && /[，。；、,;]/.test(next.text);
  const rest = next.kind === 'heading' && /^[，。；、）)]/.test(next.text);
  const sentence = /[，。；、,;：:]/.test(before.text);
  if (!breaksOff || !(sentence || goesOn) || !(goesOn || rest)) return null;
  return { ...joined, kind: 'paragraph' };
}

/** The same where lines are paragraphs already. */
function joinVertical(before: TextBlock, next: TextBlock): TextBlock | null {
  return isVertical(before, next) ? joinBlocks(before, next) : null;
}

function joinBlocks(before: TextBlock, next: TextBlock): TextBlock {
  return { ...before, text: before.text + next.text, lineLast: next.lineLast };
}

/** Single characters on lines of their own, directly below each other. */
function isVertical(before: TextBlock, next: TextBlock): boolean {
  const single = (block: TextBlock): boolean => /^\p{Script=Han}$/u.test(block.text);
  const lines = before.lineLast - before.lineFirst + 1;
  const stacked = before.text.length === lines && (single(before) || lines > 1);
  return (
    stacked &&
    lines < LONGEST_STACK &&
    single(next) &&
    next.lineFirst === before.lineLast + 1 &&
    /^\p{Script=Han}+$/u.test(before.text)
  );
}
