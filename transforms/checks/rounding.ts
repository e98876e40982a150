/** How far rounding can take printed figures apart: half a unit for every rounded figure. */
import type { BudgetLine, MicroYuan } from '../types.js';
import { MICRO_PER_FEN } from '../amounts/index.js';

/**
 * The rounding unit of each column, and of each paragraph in prose: the smallest place printed in it. A zero printed without decimals
 * (0万元 among figures of 0.01万元) says nothing of the place.
 */
export class RoundingUnits {
  readonly #units = new Map<string, MicroYuan>();

  constructor(lines: readonly BudgetLine[]) {
    for (const line of lines) {
      if (line.amount === 0n && !/[.．]/.test(line.amountText)) continue;
      const key = scopeOf(line);
      const known = this.#units.get(key);
      if (known === undefined || line.precision < known) this.#units.set(key, line.precision);
    }
  }

  /** The unit to which a line's figure is rounded; a figure stated as approximate (约) to its own last place. */
  of(line: BudgetLine): MicroYuan {
    const unit = this.#units.get(scopeOf(line)) ?? line.precision;
    return line.approximate && line.precision > unit ? line.precision : unit;
  }

  /** Half a unit for each figure. Paragraphs that share one sum share the finest unit among them. */
  ofSum(lines: readonly BudgetLine[]): MicroYuan {
    const prose = lines.filter((line) => line.place.kind === 'prose' && line.amount !== 0n && !line.approximate);
    const finest = prose
      .map((line) => this.of(line))
      .reduce<MicroYuan | null>((a, b) => (a === null || b < a ? b : a), null);
    const units = lines.map((line) =>
      line.place.kind === 'prose' && !line.approximate && finest !== null && line.amount !== 0n
        ? halfUnit(line, finest)
        : halfUnit(line, this.of(line)),
    );
    return units.reduce((sum, half) => sum + half, 0n);
  }

  /** Half a unit for each of two statements of one quantity, each to its own unit. */
  ofPair(a: BudgetLine, b: BudgetLine): MicroYuan {
    return halfUnit(a, this.of(a)) + halfUnit(b, this.of(b));
  }
}

/** A zero has nothing to round; a figure to the fen is exact. */
function halfUnit(line: BudgetLine, unit: MicroYuan): MicroYuan {
  return line.amount === 0n || unit <= MICRO_PER_FEN ? 0n : unit / 2n;
}

function scopeOf({ place }: BudgetLine): string {
  return place.kind === 'table' ? `t ${String(place.tableNo)} ${String(place.col)}` : `b ${String(place.blockNo)}`;
}
