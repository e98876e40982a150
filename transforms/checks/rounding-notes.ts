/** What a document says itself of the rounding of its figures: 报表金额单位转换时可能存在四舍五入尾数误差. */
import type { Diagnostic, Origin, RawBlock } from '../../extractors/types.js';
import type { BudgetTable } from '../types.js';
import { pack } from '../vocabulary/index.js';

/** Words for rounding and for the differences that it leaves, packed. */
const ROUNDING = /四舍五入|尾差|(?:尾数|舍入|进位)(?:的|调整|保留|位数)?(?:误差|差异|差额|不符|不等|不一致)/;

/** No text without one of these holds such words; nearly all cells are passed over so. */
const MAY_TELL = /[四尾舍进]/;

/** Characters of a note that a message repeats. */
const EXCERPT_LENGTH = 80;

interface RoundingNote {
  readonly text: string;
  readonly origin: Origin;
}

/**
 * An info `rounding-note` for each sentence, below tables, in them or in the text, that tells of rounding; one that says the same again is told once, at its first
 * place. It widens no tolerance: what rounding can explain follows from the printed places alone.
 */
export function reportRoundingNotes(tables: readonly BudgetTable[], blocks: readonly RawBlock[]): Diagnostic[] {
  const notes = new Map<string, RoundingNote & { count: number }>();
  for (const note of [...blocks.flatMap(notesOfBlock), ...tables.flatMap(notesOfCells)]) {
    const words = wordsOf(note.text);
    const known = notes.get(words);
    if (known) known.count += 1;
    else notes.set(words, { ...note, count: 1 });
  }
  return [...notes.values()].map(describe);
}

function notesOfBlock({ text, blockNo, page, lineFirst }: RawBlock): RoundingNote[] {
  return sentencesOn(text).map((sentence) => ({ text: sentence, origin: { blockNo, page, line: lineFirst } }));
}

function notesOfCells({ raw: { tableNo }, grid }: BudgetTable): RoundingNote[] {
  return grid.cells.flatMap(({ text, row, col, page }) =>
    sentencesOn(text).map((sentence) => ({ text: sentence, origin: { tableNo, row, col, page } })),
  );
}

function sentencesOn(text: string): string[] {
  if (!MAY_TELL.test(text) || !ROUNDING.test(pack(text))) return [];
  return text
    .split(/(?<=[。；;])|\n(?=\s*\d+[.．、])/)
    .flatMap((part) => (ROUNDING.test(pack(part)) ? [part.trim()] : []));
}

/** Without 注： and the number of the point. */
function wordsOf(text: string): string {
  return pack(text)
    .replace(/^(?:注:|说明:)?(?:[（(]?\d+[)）]?[.、])?/, '')
    .replace(/[。;]$/, '');
}

function describe({ text, origin, count }: RoundingNote & { readonly count: number }): Diagnostic {
  const excerpt = text.length > EXCERPT_LENGTH ? `${text.slice(0, EXCERPT_LENGTH)}…` : text;
  const times = count === 1 ? '' : ` (${String(count)} times)`;
  return {
    stage: 'transform',
    severity: 'info',
    code: 'rounding-note',
    message: `the document says of its figures: "${excerpt}"${times}; checks allow for no more than the rounding of the printed places`,
    origin,
  };
}
