/** Builders for prose tests: paragraphs in, what is stated out, in a form that reads like the sentence. */
import type { RawBlock } from '../../../extractors/types.js';
import { formatFen, formatScaled } from '../../../transforms/amounts/index.js';
import { loadCodebook } from '../../../transforms/codebook/index.js';
import type { ProseReading } from '../../../transforms/prose/index.js';
import { readProse } from '../../../transforms/prose/index.js';
import type { DocumentFacts, StatedAmount } from '../../../transforms/types.js';

const codebook = loadCodebook();

const BUDGET: DocumentFacts = {
  title: null,
  publisher: '某某县教育局',
  publisherCode: null,
  regionCode: null,
  regionName: null,
  fiscalYear: 2024,
  reportKind: 'department_budget',
  scope: 'unknown',
};
export const FINAL: DocumentFacts = { ...BUDGET, reportKind: 'department_final' };

function blocksOf(paragraphs: readonly string[]): RawBlock[] {
  return paragraphs.map((text, at) => ({
    blockNo: at + 1,
    order: at + 1,
    kind: 'paragraph',
    text,
    page: null,
    box: null,
    lineFirst: at + 1,
    lineLast: at + 1,
  }));
}

export function read(paragraphs: readonly string[], facts: DocumentFacts = BUDGET): ProseReading {
  return readProse({ blocks: blocksOf(paragraphs), facts, codebook });
}

/** `label|kind|flow|fund|yuan`. */
export function brief({ label, tableKind, flow, fundSource, amount }: StatedAmount): string {
  return [label, tableKind, flow, fundSource, formatFen(amount)].join('|');
}

/** `label yuan code`. */
export function coded({ label, amount, codes }: StatedAmount): string {
  return `${label} ${formatFen(amount)} ${codes.map(({ scheme, code }) => `${scheme}:${String(code)}`).join(',')}`;
}

/** `label: amount percent`, `-` for what is not stated. */
export function change({ label, yoyAmount, yoyPercent }: StatedAmount): string {
  const amount = yoyAmount === null ? '-' : formatFen(yoyAmount);
  return `${label}: ${amount} ${yoyPercent === null ? '-' : formatScaled(yoyPercent, 4)}`;
}

/** The lines, after making sure that nothing was complained about. */
export function clean(paragraphs: readonly string[], facts: DocumentFacts = BUDGET): readonly StatedAmount[] {
  const { amounts, diagnostics } = read(paragraphs, facts);
  if (diagnostics.length > 0) throw new Error(diagnostics.map(({ code, message }) => `${code}: ${message}`).join('\n'));
  return amounts;
}
