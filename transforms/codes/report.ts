/** What is to be said of codes that are unknown, contradicted or doubtful. */
import type { Diagnostic, Origin, Severity } from '../../extractors/types.js';
import type { Codebook } from '../codebook/index.js';
import type { LineCode, StatedAmount } from '../types.js';
import { DOUBTFUL_SCORE } from './doubt.js';
import { contradicts, isOwnCode, isWellFormed, printsCode } from './printed.js';

/** A finding about one code: a warning makes the lines of its row suspect, information does not. */
interface Finding {
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
}

/**
 * One diagnostic for each doubtful code of a row or sentence, with its place: `code-malformed`, `code-unknown`, `code-unmapped` (an
 * unknown name), `code-ambiguous`, `code-contradicts-name`, `code-of-other-edition` (information: code and name agree), `code-doubtful`.
 */
export function reportCodes(
  amounts: readonly StatedAmount[],
  codebook: Codebook,
  fiscalYear: number | null,
): readonly Diagnostic[] {
  const found = new Map<string, Diagnostic>();
  for (const amount of amounts) {
    const origin = originOf(amount);
    for (const code of amount.codes) {
      const key = JSON.stringify([origin, code.scheme, code.codePrinted, code.namePrinted]);
      const finding = found.has(key) ? null : judgeCode(code, codebook, fiscalYear);
      if (finding !== null) found.set(key, { stage: 'transform', ...finding, origin });
    }
  }
  return [...found.values()];
}

function originOf({ place }: StatedAmount): Origin {
  return place.kind === 'table'
    ? { tableNo: place.tableNo, row: place.row, page: place.page }
    : { blockNo: place.blockNo, page: place.page, line: place.line };
}

function judgeCode(code: LineCode, codebook: Codebook, fiscalYear: number | null): Finding | null {
  return code.code === null ? judgeUnmapped(code, codebook) : judgeMapped(code, code.code, codebook, fiscalYear);
}

function judgeUnmapped(code: LineCode, codebook: Codebook): Finding {
  const { scheme, codePrinted, rivals } = code;
  const printed = quote(code);
  const without = 'the line is loaded without a code';
  if (printsCode(code) && !isWellFormed(code))
    return warn(
      'code-malformed',
      `${printed}: "${codePrinted ?? ''}" is no ${scheme} code by its length or letters; ${without}`,
    );
  if (printsCode(code) && codebook.entry(scheme, codePrinted ?? '', null) === null)
    return warn('code-unknown', `${printed}: no ${scheme} class has this code; ${without}`);
  if (printsCode(code)) {
    const owner = codebook.entry(scheme, codePrinted ?? '', null)?.name ?? '';
    return warn(
      'code-contradicts-name',
      `${printed}: the code is that of ${owner}, and nothing tells which class the name means; ${without}`,
    );
  }
  if (rivals.length > 1)
    return warn(
      'code-ambiguous',
      `${printed} may be ${String(rivals.length)} ${scheme} classes (${list(rivals)}) and nothing tells which; ${without}`,
    );
  return warn('code-unmapped', `${printed} is no known ${scheme} class; ${without}`);
}

function judgeMapped(code: LineCode, mapped: string, codebook: Codebook, fiscalYear: number | null): Finding | null {
  const { scheme, codePrinted, score } = code;
  const printed = quote(code);
  if (printsCode(code) && !isWellFormed(code) && contradicts(code))
    return warn(
      'code-malformed',
      `${printed}: "${codePrinted ?? ''}" is no ${scheme} code by its length or letters; the name is that of ${mapped}, the line is suspect`,
    );
  if (printsCode(code) && contradicts(code) && codebook.entry(scheme, codePrinted ?? '', null) === null)
    return warn(
      'code-unknown',
      `${printed}: no ${scheme} class has this code; the name is that of ${mapped}, the line is suspect`,
    );
  if (contradicts(code))
    return warn(
      'code-contradicts-name',
      `${printed}: the name belongs to ${scheme} ${mapped}, not to the printed code; the line is suspect`,
    );
  if (score < DOUBTFUL_SCORE)
    return warn(
      'code-doubtful',
      `${printed} was mapped to ${scheme} ${mapped} with a score of ${String(score)}; the line is suspect`,
    );
  return isOwnCode(code) ? judgeEdition(code, codebook, fiscalYear) : null;
}

/** A code with its own name of another year's edition: what it means is certain. */
function judgeEdition(line: LineCode, codebook: Codebook, fiscalYear: number | null): Finding | null {
  if (fiscalYear === null) return null;
  const { scheme, codePrinted: code, namePrinted: name } = line;
  const entry = codebook.lookup({ scheme, year: fiscalYear, code, name })[0]?.entry;
  const { validFrom, validTo } = entry ?? { validFrom: null, validTo: null };
  if ((validFrom ?? fiscalYear) <= fiscalYear && fiscalYear <= (validTo ?? fiscalYear)) return null;
  return {
    severity: 'info',
    code: 'code-of-other-edition',
    message: `${quote(line)}: the code was in force in ${String(validFrom ?? '')}–${String(validTo ?? '')}, not in ${String(fiscalYear)}; the line keeps it`,
  };
}

function warn(code: string, message: string): Finding {
  return { severity: 'warning', code, message };
}

function quote({ codePrinted, namePrinted }: LineCode): string {
  return `"${[codePrinted, namePrinted].filter((part) => part !== null).join(' ')}"`;
}

/** Rivals named in a message. */
const MOST_NAMED = 5;

function list(rivals: LineCode['rivals']): string {
  const codes = [...new Set(rivals.map(({ code }) => code))];
  return codes.slice(0, MOST_NAMED).join(', ') + (codes.length > MOST_NAMED ? ', …' : '');
}
