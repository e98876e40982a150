/** Which rows repeat part of a line already counted (其中), and how deep each row stands. */
import type { Outline } from './outline.js';
import type { LineRole } from '../types.js';

export interface RowStanding {
  readonly isMemo: boolean;
  /** For the outline tree; null where the row prints neither number nor 其中. */
  readonly depth: number | null;
}

/** Follows the rows of one panel from top to bottom. */
export interface OutlineWalk {
  /** Takes the next row with a label. */
  next(row: WalkedRow): RowStanding;
}

export interface WalkedRow {
  readonly outline: Outline;
  /** Totals and carryover rows close what is open. */
  readonly role: LineRole;
  /** A row with a code of its own has its place in the code tree and closes what is open. */
  readonly coded: boolean;
  /** What the row is about where the statement has fixed items (公务用车, 会议费); another topic closes a memo. null elsewhere. */
  readonly topic: string | null;
}

/** Depth below everything that numbering alone can give. */
const DEPTH_OF_UNNUMBERED = 5;

interface OpenMemo {
  readonly topic: string | null;
  readonly depth: number;
  readonly indent: number;
  readonly numberLevel: number | null;
  number: number | null;
}

/**
 * A row with 其中 opens a memo under the row above. The rows after it belong to it while they go on with its numbering, or, where it
 * has none, while they are unnumbered too (or indented deeper than the row above the memo). Below a carryover row, numbering that
 * starts anew, or ends, is a memo of the carryover even without 其中.
 */
export function walkOutline(): OutlineWalk {
  let memo: OpenMemo | null = null;
  let parent: { depth: number; indent: number; role: LineRole; numbered: boolean } | null = null;
  return {
    next({ outline, role, coded, topic }) {
      const numbered = outline.numberLevel !== null;
      const ownDepth = outline.numberLevel ?? (role === 'detail' ? null : 0);
      if (role === 'total' || role === 'carryover' || role === 'surplus_distribution') {
        memo = null;
        parent = { depth: role === 'carryover' ? 1 : 0, indent: outline.indent, role, numbered };
        return { isMemo: false, depth: role === 'carryover' ? 1 : null };
      }
      if (coded && !outline.ofWhich) {
        memo = null;
        parent = { depth: DEPTH_OF_UNNUMBERED, indent: outline.indent, role, numbered };
        return { isMemo: false, depth: null };
      }
      const restarts = parent?.role === 'carryover' && (outline.number === 1 || (parent.numbered && !numbered));
      if (outline.ofWhich || (restarts && !memo)) {
        const above = parent?.depth ?? 1;
        memo = {
          topic,
          depth: outline.ofWhich && memo && outline.indent > memo.indent ? memo.depth + 1 : above + 1,
          indent: outline.indent,
          numberLevel: outline.numberLevel,
          number: outline.number,
        };
        return { isMemo: true, depth: memo.depth };
      }
      if (memo && memo.topic === topic && goesOn(memo, outline, parent?.indent ?? 0)) {
        memo.number = outline.number ?? memo.number;
        return { isMemo: true, depth: memo.depth };
      }
      memo = null;
      parent = { depth: ownDepth ?? DEPTH_OF_UNNUMBERED, indent: outline.indent, role, numbered };
      return { isMemo: false, depth: ownDepth };
    },
  };
}

function goesOn(memo: OpenMemo, outline: Outline, parentIndent: number): boolean {
  if (memo.numberLevel !== null)
    return outline.numberLevel === memo.numberLevel && outline.number === (memo.number ?? 0) + 1;
  if (outline.numberLevel === null) return memo.indent === 0 || outline.indent > parentIndent || outline.indent === 0;
  return outline.numberLevel >= 3 && outline.indent > parentIndent;
}
