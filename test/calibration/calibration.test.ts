import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ASSUMED, withRareKinds } from './assumptions.js';
import { DOCUMENT, readMeasured } from './document.js';
import type { Judged } from './judge.js';
import { brierScore, calibrationError, isPlain, tallyBins, tallyBy, wilson } from './reliability.js';
import { measure, SEED } from './run.js';

const judged = measure(ASSUMED, SEED);
const given = judged.filter((one) => one.given !== null);

/** A shift of this much is chance or an edited code table; more calls for a new measurement. */
const DOCUMENTED_WITHIN = 0.03;

describe('mapping scores', () => {
  it('are right as often as they say, within 0.05 on average, also without the rows whose code and name agree', () => {
    expect(calibrationError(tallyBins(given))).toBeLessThanOrEqual(0.05);
    expect(calibrationError(tallyBins(given.filter((one) => !isPlain(one))))).toBeLessThanOrEqual(0.05);
  });

  it('promise nowhere more than 0.1 too much', () => {
    expect(overconfident(given, 0.1)).toEqual([]);
  });

  it('promise nowhere more than 0.1 too much where slips are half or twice as frequent', () => {
    for (const factor of [0.5, 2]) {
      const others = measure(withRareKinds(factor), SEED + 1, 20_000).filter((one) => one.given !== null);
      expect(calibrationError(tallyBins(others))).toBeLessThanOrEqual(0.05);
      expect(overconfident(others, 0.1)).toEqual([]);
    }
  });

  it('of 1 are right in 99.5 of 100 rows at least', () => {
    const [sure] = tallyBins(given.filter(isPlain));
    expect(sure?.count).toBeGreaterThan(10_000);
    expect(sure?.share).toBeGreaterThanOrEqual(0.995);
  });

  it('give no code to rows that name no class', () => {
    const foreign = judged.filter(({ row }) => row.presence === 'foreign');
    expect(foreign.length).toBeGreaterThan(100);
    expect(foreign.filter((one) => one.given !== null)).toEqual([]);
  });

  it('are documented as measured (npx tsx test/calibration/measure.ts --write)', () => {
    const measured = [...tallyBins(given), ...tallyBy(given, ({ evidence }) => evidence)];
    const documented = readMeasured(readFileSync(DOCUMENT, 'utf8'));
    const frequent = measured.filter(({ count }) => count >= 200);
    for (const { label, score, share } of frequent) {
      const said = documented.find((one) => one.label === label);
      expect(said, label).toBeDefined();
      expect(Math.abs((said?.share ?? 0) - share), label).toBeLessThanOrEqual(DOCUMENTED_WITHIN);
      expect(Math.abs((said?.score ?? 0) - score), label).toBeLessThanOrEqual(DOCUMENTED_WITHIN);
    }
  });
});

/** Bins of enough mappings whose mean score is above their share of right ones by more than `margin`. */
function overconfident(mappings: readonly Judged[], margin: number): readonly string[] {
  return tallyBins(mappings)
    .filter(({ count, score, share }) => count >= 200 && score - share > margin)
    .map(({ label, score, share }) => `${label}: ${score.toFixed(3)} for ${share.toFixed(3)}`);
}

describe('the measurement', () => {
  it('draws the same rows for the same seed and others for another', () => {
    const printed = (seed: number): unknown => measure(ASSUMED, seed, 50).map(({ row }) => row.printed);
    expect(printed(3)).toEqual(printed(3));
    expect(printed(3)).not.toEqual(printed(4));
  });

  it('finds out scores that promise too much', () => {
    const boasting = given.map((one, at) => ({ ...one, score: 0.9, isRight: at % 2 === 0 }));
    expect(calibrationError(tallyBins(boasting))).toBeCloseTo(0.4, 2);
    expect(brierScore(boasting)).toBeCloseTo(0.41, 2);
    expect(overconfident(boasting, 0.1)).toHaveLength(1);
  });

  it('knows how little a few rows tell', () => {
    const { low, high } = wilson(8, 10);
    expect(low).toBeCloseTo(0.49, 3);
    expect(high).toBeCloseTo(0.943, 3);
    expect(wilson(10, 10).high).toBe(1);
  });
});
