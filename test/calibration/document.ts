/** The page that says what scores mean, and the figures in it that the measurement writes. */
import { join } from 'node:path';

export const DOCUMENT = join(import.meta.dirname, '..', '..', 'docs', 'mapping-score.md');

const BEGIN = '<!-- measured: begin -->';
const END = '<!-- measured: end -->';

/** A row of a documented table of bins or kinds of evidence. */
export interface DocumentedTally {
  readonly label: string;
  readonly count: number;
  /** Mean score and share of right mappings, 0 to 1. */
  readonly score: number;
  readonly share: number;
}

/** The page with `tables` between its marks. Throws where the marks are missing. */
export function replaceMeasured(text: string, tables: string): string {
  const { before, after } = divide(text);
  return `${before}${BEGIN}\n\n${tables}\n\n${END}${after}`;
}

/** The documented tallies of bins and kinds of evidence. */
export function readMeasured(text: string): readonly DocumentedTally[] {
  return divide(text)
    .measured.split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter((cells) => cells.length === 7 && /^\d+$/.test(cells[2] ?? ''))
    .map(([, label = '', count, score, share]) => ({
      label,
      count: Number(count),
      score: Number(score),
      share: Number(share),
    }));
}

function divide(text: string): { readonly before: string; readonly measured: string; readonly after: string } {
  const begin = text.indexOf(BEGIN);
  const end = text.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`${DOCUMENT}: the marks ${BEGIN} and ${END} are missing`);
  return {
    before: text.slice(0, begin),
    measured: text.slice(begin + BEGIN.length, end),
    after: text.slice(end + END.length),
  };
}
