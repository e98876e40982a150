/** What the lines around a table say of it: its name and captions above, its notes below. */
import { isLoneUnit, isUnitLine, statesUnit } from '../../notation/money-units.js';
import { isSubtitle } from './captions.js';
import { isCaption, isCodedName, isNote, isSignature, isTableName, squeeze } from './words.js';

/** Lines looked at above a table; covers are longer, but their lines are not about the table. */
const LINES_ABOVE = 8;
/** Lines, captions aside, looked at above the nearest name-like one for a better one that ends with 表. */
const LINES_ABOVE_CANDIDATE = 2;
/** A line longer than this, or one that ends a sentence, is prose and no name. */
const LONGEST_NAME = 60;

export interface Surroundings {
  /** Index in the given lines; null where none names the table. */
  readonly title: number | null;
  /** Indexes of the lines that speak of the whole table. */
  readonly captions: readonly number[];
}

/**
 * Looks upwards from the table for its name and captions. `lines` end with the one directly above the table, and begin below the table before.
 * A heading that ends with 表 is the name, though another heading stands between it and the table; of captions that name the unit the nearest
 * counts.
 */
export function lookAbove(lines: readonly string[]): Surroundings {
  const captions: number[] = [];
  let candidate: number | null = null;
  let passed = 0;
  const namesUnit = (): boolean => namesUnitAt(lines, captions);
  for (let at = lines.length - 1; at >= Math.max(0, lines.length - LINES_ABOVE); at -= 1) {
    const line = lines[at] ?? '';
    if (squeeze(line) === '') continue;
    if (isNote(line) || isSignature(line)) break;
    if (isTableName(line)) return { title: at, captions: withUnitOver(lines, at, captions) };
    if (isCaption(line) || isLoneUnit(line) || isCodedName(line) || isSubtitle(line)) {
      if (!namesUnits(line) || !namesUnit()) captions.push(at);
    } else if (isSentence(line)) break;
    else if (candidate === null) candidate = at;
    else if ((passed += 1) > LINES_ABOVE_CANDIDATE) break;
  }
  const isOwn = (at: number): boolean => candidate === null || at > candidate || isUnitUnderLine(lines, at);
  return { title: candidate, captions: captions.filter(isOwn) };
}

function namesUnits(line: string): boolean {
  return isUnitLine(line) || isLoneUnit(line);
}

function namesUnitAt(lines: readonly string[], captions: readonly number[]): boolean {
  const texts = captions.toSorted((a, b) => a - b).map((at) => lines[at] ?? '');
  return statesUnit(texts);
}

/** A unit with a line above it; without one it stands directly below the table before, and may be that table's. */
function isUnitUnderLine(lines: readonly string[], at: number): boolean {
  return namesUnits(lines[at] ?? '') && lines.slice(0, at).some((line) => squeeze(line) !== '');
}

/** A unit that stands over the name instead of under it, as the running heads of some reports do. */
function withUnitOver(lines: readonly string[], title: number, captions: readonly number[]): readonly number[] {
  if (namesUnitAt(lines, captions)) return captions;
  const over = lines.findLastIndex((line, at) => at < title && squeeze(line) !== '');
  const word = lines[over] ?? '';
  return isCaption(word) && isUnitLine(word) ? [...captions, over] : captions;
}

/** Indexes of the lines directly below a table that are notes to it: 注：… and the numbered points that go on with it. */
export function lookBelow(lines: readonly string[]): number[] {
  const notes: number[] = [];
  for (const [at, line] of lines.entries()) {
    if (squeeze(line) === '') continue;
    const goesOn = notes.length > 0 && /^[（(]?[2-9][）).、.．]/.test(squeeze(line));
    if (!isNote(line) && !goesOn && !isSignature(line)) break;
    notes.push(at);
  }
  return notes;
}

function isSentence(line: string): boolean {
  const word = squeeze(line);
  return word.length > LONGEST_NAME || /[。；;！？]$/.test(word);
}
