/** Whether a printed code and the name beside it mean the same class. */
import type { Codebook } from '../codebook/index.js';
import type { LineCode } from '../types.js';
import { DOUBTFUL_SCORE } from './doubt.js';
import { contradicts, isOwnCode, printsCode } from './printed.js';

/**
 * `agree` where the name confirms the printed code, `contradict` where it belongs to another class, or to none that the code could be. null where a row prints
 * only one of them, where no class has the code, and where the name neither confirms nor contradicts it.
 */
export function compareCodeAndName(line: LineCode, codebook: Codebook): 'agree' | 'contradict' | null {
  const { scheme, code, codePrinted, namePrinted, score } = line;
  if (codePrinted === null || namePrinted === null || !printsCode(line)) return null;
  if (isOwnCode(line)) return score < DOUBTFUL_SCORE ? null : 'agree';
  const isKnown = codebook.entry(scheme, codePrinted, null) !== null;
  return isKnown && (code === null || contradicts(line)) ? 'contradict' : null;
}
