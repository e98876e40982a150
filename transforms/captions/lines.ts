/** The short texts in which a document speaks of itself: its lines, and the captions of its tables. */
import type { BlockKind, RawDocument, RawTable } from '../../extractors/types.js';

/** One line of text outside tables, white space gone. */
export interface TextLine {
  readonly text: string;
  readonly kind: BlockKind;
  /** Place in the reading order shared with the tables. */
  readonly order: number;
}

/** Longer lines are cut for looking at them: facts of a document stand at the beginning of a sentence, and patterns need a bound. */
const LONGEST_LINE = 4_000;

/** All lines outside tables in reading order, without page furniture and blank lines; white space inside them is gone. */
export function listLines(raw: RawDocument): TextLine[] {
  return raw.blocks
    .filter(({ kind }) => kind !== 'page_furniture')
    .flatMap(({ text, kind, order }) =>
      text.split(/[\r\n]+/).map((line) => ({ text: squeeze(line.slice(0, LONGEST_LINE)), kind, order })),
    )
    .filter(({ text }) => text !== '');
}

/** The captions of a table, one label a text: 编制部门：甲局    单位：元 are two. White space inside them is gone. */
export function listCaptions(table: RawTable): string[] {
  return table.captions
    .flatMap((caption) =>
      caption.slice(0, LONGEST_LINE).split(/[\t\r\n]+|\s{3,}|(?<=[^\s:：])\s+(?=\p{Script=Han}{2,8}\s*[:：])/u),
    )
    .map(squeeze)
    .filter((text) => text !== '');
}

/** `text` without any white space. */
export function squeeze(text: string): string {
  return text.replace(/[\s\u200b-\u200d\u2060\ufeff]+/g, '');
}

/** The clauses of a line, at most `longest` characters each. */
export function splitClauses(line: string, longest: number): string[] {
  return line.split(/[，。；：、！？,;:!?]/).filter((clause) => clause.length > 1 && clause.length <= longest);
}
