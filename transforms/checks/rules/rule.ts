/** What a rule says of itself. */

/**
 * How far apart two sides may be. `rounding`: half a unit for each rounded figure, the unit being the smallest printed in its column, in prose
 * in its paragraph; 约 widens to the figure's own place (the contract, §3). `percent_place`: half the last printed place of the percentage, and
 * what the rounding of the two amounts can move it. `none`: no figures are compared.
 */
export type Tolerance = 'rounding' | 'percent_place' | 'none';

/**
 * What an outcome can do to the lines it binds. `proves`: figures that were printed apart agree, or one is wrong. `agrees`: a difference may have
 * its reasons, so only an agreement is told. `derived`: a printed figure is computed from others; it can put them in doubt, and proves nothing.
 */
export type Force = 'proves' | 'agrees' | 'derived';

/** One rule that budgets obey. */
export interface Rule {
  /** What a list or a chart calls it, in a few words. */
  readonly name: readonly [zh: string, en: string];
  /** What it demands, as a sentence. */
  readonly zh: string;
  readonly en: string;
  /** The law, standard or form from which it follows. */
  readonly source: string;
  readonly tolerance: Tolerance;
  readonly force: Force;
}

/** Where the forms of statements say so themselves. */
export const FORM = '部门预算、部门决算报表格式 (statement forms: heads and total rows)';
export const CLASSIFICATION = '政府收支分类科目的类、款、项 (levels of the classification)';
export const ARITHMETIC = '所列数字的算术关系 (arithmetic of the printed figures)';
