/** Which single figure of a failing check would have to be another. */
import { MICRO_PER_FEN } from '../amounts/index.js';
import type { BudgetLine, Correction, MicroYuan } from '../types.js';
import type { Finding } from './finding.js';
import type { RoundingUnits } from './rounding.js';

/**
 * For each failing check the one line of which another figure would make it hold, and with it every other check that binds the line; nothing
 * where there is no such line, or more than one. The figure is rounded as its column is, and of the sign that it has.
 */
export function findCorrections(
  findings: readonly Finding[],
  lines: readonly BudgetLine[],
  units: RoundingUnits,
): ReadonlyMap<Finding, Correction> {
  const binding = findingsByLine(findings.filter(({ status }) => status !== 'not_applicable'));
  const byNumber = new Map(lines.map((line) => [line.lineNo, line]));
  const corrections = new Map<Finding, Correction>();
  for (const finding of findings) {
    if (finding.status !== 'fail') continue;
    const candidates = [...new Set(finding.lineNos)].flatMap((lineNo) => {
      const line = byNumber.get(lineNo);
      return line ? (correctLine(line, finding, binding.get(lineNo) ?? [], units) ?? []) : [];
    });
    const [only, ...others] = candidates;
    if (only && others.length === 0) corrections.set(finding, only);
  }
  return corrections;
}

function correctLine(
  line: BudgetLine,
  finding: Finding,
  bound: readonly Finding[],
  units: RoundingUnits,
): Correction | null {
  const needed = finding.binding.needed(line.lineNo);
  if (needed === null) return null;
  const unit = units.of(line);
  const printed = line.amount * MICRO_PER_FEN;
  const corrected = roundTo(printed + needed, unit > MICRO_PER_FEN ? unit : MICRO_PER_FEN);
  const change = corrected - printed;
  if (change === 0n || corrected < 0n !== printed < 0n) return null;
  if (!bound.every(({ binding }) => binding.holdsWith(line.lineNo, change))) return null;
  return { lineNo: line.lineNo, amount: corrected / MICRO_PER_FEN };
}

/** To the nearest multiple of `unit`, half away from zero. */
function roundTo(value: MicroYuan, unit: MicroYuan): MicroYuan {
  const half = value < 0n ? -unit / 2n : unit / 2n;
  return ((value + half) / unit) * unit;
}

function findingsByLine(findings: readonly Finding[]): ReadonlyMap<number, readonly Finding[]> {
  const byLine = new Map<number, Finding[]>();
  for (const finding of findings)
    for (const lineNo of new Set(finding.lineNos)) {
      const known = byLine.get(lineNo);
      if (known) known.push(finding);
      else byLine.set(lineNo, [finding]);
    }
  return byLine;
}
