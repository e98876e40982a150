/** Rows without amounts that say of which money the rows below them are: 2024年预算数, 政府性基金预算 or 项目支出 over the whole width of a table. */
import type { Cell } from '../../../extractors/types.js';
import { findDeclaredUnit, isUnitLine } from '../../amounts/index.js';
import type { LabelColumn } from '../../statements/columns.js';
import type { Period } from '../../statements/period.js';
import { pack } from '../../vocabulary/index.js';
import { readOutline } from '../outline.js';
import type { Outline } from '../outline.js';
import type { PanelToRead } from '../panel-to-read.js';
import { ORGANISATION, ROW_RULES } from '../row-words.js';
import { NO_RULING, PARTS_OF_BASIC, readRulingWords } from './ruling-words.js';
import type { Ruling } from './ruling-words.js';
import { labelTexts } from '../spanning-labels.js';
import type { BodyRow } from '../table-to-read.js';

/** A heading of a column that says of which money each row is (支出类别, 资金来源). */
const DIVIDING = /(?:类别|类型|性质|来源)$/;

/** A ruling that reaches down to the row at hand. */
interface OpenRuling {
  readonly ruling: Ruling;
  /** Of its number (一、); null where it has none. */
  readonly numberLevel: number | null;
  /** It stands over the whole width. */
  readonly isAcross: boolean;
}

/**
 * For each row what the rows above it and the columns beside its name say of its money; in a row's own ruling columns speak before rows.
 *
 * A ruling row holds one text, over the whole width or where the rows print their codes. It reaches down to the next that speaks of the same, to a
 * row whose number is as high as its own, to the name of another organisation, and to the total of the table.
 */
export function rulingsOfRows(work: PanelToRead): readonly Ruling[] {
  const { panel, cells, period } = work;
  const walk = new RulingWalk(work);
  const texts = labelTexts(cells);
  return cells.map((row, at) => {
    const above = walk.next(row, at);
    const textOf = texts[at] ?? ((): string => '');
    return panel.labels.map((column) => readBeside(column, textOf(column.col), period)).reduce(refine, above);
  });
}

/** What the text of a column says of the whole row. */
function readBeside({ path }: LabelColumn, text: string, { fiscalYear }: Period): Ruling {
  const divided = DIVIDING.test(path.at(-1) ?? '') ? readRulingWords(text, fiscalYear) : null;
  return divided ?? NO_RULING;
}

class RulingWalk {
  private open: OpenRuling[] = [];
  private unit: string | null = null;
  private areTotalled = false;
  private isUnsure = false;
  /** The levels of numbering that begin below the last ruling row. */
  private begun: ReadonlySet<number> = new Set();
  private readonly own: readonly (Ruling | null)[];

  constructor(private readonly work: PanelToRead) {
    this.own = work.cells.map((row) => readRulingRow(work, row));
  }

  /** What the rows above say of this one. */
  next(row: BodyRow, at: number): Ruling {
    const label = firstText(row);
    const outline = readOutline(label);
    const { numberLevel, words } = outline;
    const own = this.own[at] ?? null;
    this.unit = own?.unit ?? this.unit;
    this.isUnsure = this.isUnsureFrom(row, own, outline);
    this.begun = own ? new Set() : this.withBegun(outline);
    const said = own ?? readRulingWords(label, this.work.period.fiscalYear);
    if (said) this.closeFrom(({ ruling }) => replaces(said, ruling));
    if (own) this.open.push({ ruling: own, numberLevel, isAcross: isOneText(this.work, row) });
    else if (this.isUnsure) this.open.length = 0;
    else this.leave(pack(words), numberLevel, at);
    return this.open.reduce((all, { ruling }) => refine(all, ruling), {
      ...NO_RULING,
      unit: this.unit,
      isUnsure: this.isUnsure,
    });
  }

  /** From a row on that stands as the last ruling does and is none, up to the next that is. */
  private isUnsureFrom(row: BodyRow, own: Ruling | null, outline: Outline): boolean {
    if (own) return false;
    const words = pack(firstText(row));
    const isName = ORGANISATION.test(words) || ROW_RULES.some(({ pattern }) => pattern.test(words));
    const last = this.open.at(-1);
    const isAlike = last !== undefined && last.isAcross && this.goesOnFrom(last, outline);
    return this.isUnsure || (isAlike && !isName && !/^\d/.test(words) && isOneText(this.work, row));
  }

  /** A number other than the first, of which none stands above, goes on with a ruling row that prints none (基本支出, then 二、项目). */
  private goesOnFrom(last: OpenRuling, { numberLevel, number }: Outline): boolean {
    if (last.numberLevel === numberLevel) return true;
    const isBegun = numberLevel === null || this.begun.has(numberLevel);
    return last.numberLevel === null && (number ?? 1) > 1 && !isBegun;
  }

  private withBegun({ numberLevel, number }: Outline): ReadonlySet<number> {
    return numberLevel !== null && number === 1 ? new Set([...this.begun, numberLevel]) : this.begun;
  }

  private leave(words: string, numberLevel: number | null, at: number): void {
    this.closeFrom((open) => numberLevel !== null && open.numberLevel !== null && numberLevel <= open.numberLevel);
    if (ORGANISATION.test(words) || this.isTotalOfAll(words, at)) this.open.length = 0;
  }

  /** Closes the first of which it is true, and what has been opened below it. */
  private closeFrom(isOver: (open: OpenRuling) => boolean): void {
    const first = this.open.findIndex(isOver);
    if (first >= 0) this.open.length = first;
  }

  /** Years don't add up, and where other parts have a total the last one has, too; elsewhere a total at the end is that of all parts. */
  private isTotalOfAll(words: string, at: number): boolean {
    const rule = ROW_RULES.find(({ pattern }) => pattern.test(words));
    if (rule?.role !== 'total' || rule.totalKind === 'subtotal' || this.open.length === 0) return false;
    if (rule.totalKind === 'grand') return true;
    if (this.open.every(({ ruling }) => ruling.fundSource === null && ruling.spendingType === null)) return false;
    const isOwn = this.areTotalled || this.own.slice(at - 1).some((ruling) => ruling !== null);
    this.areTotalled ||= isOwn;
    return !isOwn;
  }
}

/** The facets of both, the inner ones first. */
function refine(outer: Ruling, inner: Ruling): Ruling {
  return {
    fundSource: inner.fundSource ?? outer.fundSource,
    spendingType: inner.spendingType ?? outer.spendingType,
    period: inner.period ?? outer.period,
    unit: inner.unit ?? outer.unit,
    isUnsure: inner.isUnsure || outer.isUnsure,
  };
}

/** Whether what is said takes the place of what is open; 人员经费 is a part of 基本支出, and 本年预算安排 stands beside 上年结转. */
function replaces(said: Ruling, open: Ruling): boolean {
  const isPart =
    open.spendingType === 'basic' && said.spendingType !== null && PARTS_OF_BASIC.includes(said.spendingType);
  return (
    (said.fundSource !== null && open.fundSource !== null) ||
    (said.spendingType !== null && open.spendingType !== null && !isPart) ||
    (said.period !== null && (open.period !== null || open.fundSource === 'carryover'))
  );
}

function readRulingRow({ table, panel, period }: PanelToRead, row: BodyRow): Ruling | null {
  const filled = [...row.values()].filter(({ text }) => text.trim() !== '');
  const [first] = filled;
  if (!first || new Set(filled.map(({ text }) => pack(text))).size !== 1) return null;
  const isAcross = widthOf(filled) >= table.grid.columnCount;
  const inCodes = panel.labels.some(({ col, role }) => col === first.col && role === 'code');
  if (!isAcross && !(inCodes && filled.length === 1)) return null;
  // a rate is no unit of amounts, and the table's is not theirs either
  const unit = findDeclaredUnit(first.text) ?? (isUnitLine(first.text) ? pack(first.text) : null);
  return unit === null ? readRulingWords(first.text, period.fiscalYear) : { ...NO_RULING, unit };
}

/** Whether a row is one text over the whole width. */
function isOneText({ table }: PanelToRead, row: BodyRow): boolean {
  const filled = [...row.values()].filter(({ text }) => text.trim() !== '');
  return (
    filled.length > 0 &&
    new Set(filled.map(({ text }) => pack(text))).size === 1 &&
    widthOf(filled) >= table.grid.columnCount
  );
}

function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, { colSpan }) => sum + colSpan, 0);
}

function firstText(row: BodyRow): string {
  return [...row.values()].map(({ text }) => text).find((text) => text.trim() !== '') ?? '';
}
