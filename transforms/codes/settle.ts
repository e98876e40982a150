/** Doubtful codes, settled by the other rows of the document. */
import { cleanCode, groupBy } from '../codebook/index.js';
import type { Codebook } from '../codebook/index.js';
import type { CodeRival, LineCode, StatedAmount } from '../types.js';
import type { CodeEvidence } from './evidence.js';
import { codeKey, findMisnumbered, gatherEvidence, nameKey, numberingKey } from './evidence.js';
import { contradicts, isOwnCode, isWellFormed, printsCode } from './printed.js';

/** What a doubtful code is worth once other rows of the document speak for it and for none of its rivals. */
const SUPPORTED = {
  /** A sure row bears the same name with this code. */
  sameName: 0.9,
  /** A sure row bears this code. */
  sameCode: 0.85,
  /** Sure rows stand under the same parent. */
  sameParent: 0.75,
} as const;

/** Digits of a 款 or 项 and of a 类. */
const LEVEL_DIGITS = 2;
const TOP_DIGITS = 3;
/** A code from this score on needs no support. */
const SURE_ENOUGH = 0.9;

/**
 * The amounts with their doubtful codes settled: of several codes that a printed name may mean, the one that the document's other rows
 * speak for; where a table numbers the items of a parent instead of coding them, a printed code that no name confirms is dropped.
 * A code that nothing speaks for stays as it is.
 */
export function settleCodes(amounts: readonly StatedAmount[], codebook: Codebook): readonly StatedAmount[] {
  if (!amounts.some(({ codes }) => codes.some(isDoubtful))) return amounts;
  const misnumbered = findMisnumbered(amounts, codebook);
  const ofUnit = new Map(
    [...groupBy(amounts, unitOf)].map(([unit, own]) => [unit, gatherEvidence(own, codebook)] as const),
  );
  return amounts.map((amount) => {
    const evidence = ofUnit.get(unitOf(amount));
    if (evidence === undefined || !amount.codes.some(isDoubtful)) return amount;
    return {
      ...amount,
      codes: amount.codes.map((code) => settleCode(code, amount, { ...evidence, misnumbered }, codebook)),
    };
  });
}

/** Whose money it is: one unit's 行政运行 says nothing of another's. */
function unitOf({ budgetUnitName, publisher }: StatedAmount): string {
  return budgetUnitName ?? publisher ?? '';
}

interface Evidence extends CodeEvidence {
  readonly misnumbered: ReadonlySet<string>;
}

function isDoubtful({ code, rivals, score }: LineCode): boolean {
  return score < SURE_ENOUGH && (code !== null || rivals.length > 0);
}

function settleCode(code: LineCode, amount: StatedAmount, evidence: Evidence, codebook: Codebook): LineCode {
  if (!isDoubtful(code)) return code;
  const supported = findSupported(code, evidence, codebook);
  if (supported !== null) return { ...code, ...supported, treeCode: supported.code };
  const numbering = numberingKey(amount, code, codebook);
  const isNumber = numbering !== null && evidence.misnumbered.has(numbering) && isOwnCode(code);
  return isNumber ? { ...code, code: null, treeCode: null, method: 'none', score: 0 } : code;
}

/** The one rival that the strongest evidence speaks for; null where none or several are. */
function findSupported(code: LineCode, evidence: CodeEvidence, codebook: Codebook): CodeRival | null {
  const key = nameKey(code.scheme, code.namePrinted);
  const ofName = key === null ? undefined : evidence.codesOfName.get(key);
  const rivals = code.rivals.filter((rival) => rival.code.startsWith(code.within ?? '') && mayBeMeant(rival, code));
  const parentOf = (one: string): string | null => codebook.entry(code.scheme, one, null)?.parentCode ?? null;
  const sameName = only(rivals.filter((rival) => ofName?.has(rival.code)));
  if (sameName !== null) return raise(sameName, SUPPORTED.sameName);
  // that another row bears the printed code with its own name speaks against this row's print, not for it
  if (contradicts(code) || printsCode(code)) return null;
  const sameCode = only(rivals.filter((rival) => evidence.borne.has(codeKey(code.scheme, rival.code))));
  if (sameCode !== null) return raise(sameCode, SUPPORTED.sameCode);
  const sameParent = only(
    rivals.filter((rival) => evidence.present.has(codeKey(code.scheme, parentOf(rival.code) ?? ''))),
  );
  return sameParent === null ? null : raise(sameParent, SUPPORTED.sameParent);
}

/**
 * Whether a printed code may be a slip for the rival's: they stand under one parent, or one below the other. A row that prints a whole code
 * of another parent has a class of its own, known or not, however its name reads.
 */
function mayBeMeant(rival: CodeRival, code: LineCode): boolean {
  if (!printsCode(code) || !isWellFormed(code)) return true;
  const printed = cleanCode(code.codePrinted ?? '');
  const parent = printed.slice(0, -LEVEL_DIGITS);
  return rival.code.startsWith(parent.length < TOP_DIGITS ? printed : parent);
}

function only(rivals: readonly CodeRival[]): CodeRival | null {
  const [first, ...others] = rivals;
  return first !== undefined && others.every(({ code }) => code === first.code) ? first : null;
}

function raise(rival: CodeRival, score: number): CodeRival {
  return { ...rival, score: Math.max(rival.score, score) };
}
