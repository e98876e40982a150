/** The codes of a panel's rows, each read in the light of the rows above it. */
import { cleanCode, readPrintedCode } from '../../codebook/index.js';
import { readMisprint } from '../../codebook/printed-code.js';
import type { LabelRole } from '../../statements/column-words.js';
import { LEVEL } from '../../statements/columns.js';
import type { Panel } from '../../statements/panels.js';
import { NOWHERE } from '../../codes/index.js';
import type { LineCode, LineScheme } from '../../types.js';
import { readCodeInName } from './code-in-name.js';
import { mapPrinted } from './map-printed.js';
import { fillFromAbove, joinCodeColumns, readCodeCell, schemeOfCode } from './printed-code.js';
import type { JoinedCode } from './printed-code.js';
import type { PanelContext } from '../row-identity.js';

/** Texts of a row's label columns, `""` where blank. */
export type RowTexts = (col: number) => string;

/** A code and a name as the row prints them, perhaps in one cell. */
export interface PrintedName {
  readonly code: string | null;
  readonly name: string | null;
  /** The code under which the row says that it stands, where it prints only its own part. */
  readonly within: string | null;
}

/** 类 and 款: what a row without a code may be a part of. */
const MOST_ANCESTORS = 2;

/** Digits of a 类. */
const TOP_DIGITS = 3;

/** What stands above a row: the names it is part of by the outline, or the codes that may be its parent, nearest first. */
interface Ancestry {
  readonly path: readonly string[];
  readonly ancestors: readonly string[];
}

const NOTHING_ABOVE: Ancestry = { path: [], ancestors: [] };

interface OpenRow {
  readonly depth: number;
  readonly name: string;
  /** The code that the row was mapped to by a printed one. */
  readonly code: string | null;
}

/** Whether nobody knows the name: one that several classes bear is a 项 of what stands above. */
function isUnknown({ rivals }: LineCode): boolean {
  return rivals.every(({ method }) => method === 'similar');
}

/** Follows the rows of one panel from top to bottom. */
export class CodeWalk {
  private levels: readonly string[] = [];
  private nameLevels: readonly string[] = [];
  private openRows: readonly OpenRow[] = [];
  private openCodes: readonly string[] = [];
  /** The 类 whose row stands above; `NOWHERE` below a row that no class is known for. */
  private openHeading: string | null = null;

  constructor(
    private readonly panel: Panel,
    private readonly defaultScheme: LineScheme,
    private readonly context: PanelContext,
  ) {}

  /** What the row prints in its code and name columns; call once a row, also for rows without codes. */
  readPrinted(textOf: RowTexts, nameText: string): PrintedName {
    const { code, within } = this.readCodeColumns(textOf);
    this.readNameColumns(textOf);
    const inName = readCodeInName(nameText, this.schemesOfFlow(), this.context.codebook);
    // without words of its own the name is the code column once more
    const name = code !== null && inName.name !== null && readCodeCell(inName.name) === code ? null : inName.name;
    return { code: code ?? inName.code, name, within };
  }

  /**
   * The row's function, economic or revenue class.
   *
   * @param depth how deep the row stands by its numbering or indentation
   */
  mapClass({ code, name, within }: PrintedName, depth: number): LineCode {
    const scheme = this.schemeFor(code);
    const above = within === null && this.needsAncestry(scheme, code) ? this.ancestryOf(depth) : NOTHING_ABOVE;
    const below = code === null ? this.openHeading : null;
    const mapped = mapPrinted({ scheme, code, name, ...above, within, below }, this.context);
    this.openRow({ depth, name: name ?? '', code: code === null ? null : mapped.code });
    if (mapped.code !== null) this.openClass(mapped.code);
    else if (isUnknown(mapped)) this.closeClasses(mapped.treeCode);
    return mapped;
  }

  /** The row's procurement item; its code may stand in a column of its own or before the name. */
  mapItem(name: string | null, code: string | null): LineCode {
    const inName = readPrintedCode(name ?? '');
    const printed = code === null ? inName.code : readCodeCell(code);
    return mapPrinted({ scheme: 'procurement', code: printed, name: inName.name, ...NOTHING_ABOVE }, this.context);
  }

  private readCodeColumns(textOf: RowTexts): JoinedCode {
    const cols = this.panel.labels.filter(({ role }: { role: LabelRole }) => role === 'code');
    const joined = joinCodeColumns(
      cols.map(({ col }) => textOf(col)),
      this.levels,
    );
    this.levels = joined.levels;
    return joined;
  }

  /** 类 款 项 as columns of names: the row's own and those it stands under, which a merged cell prints only once. */
  private readNameColumns(textOf: RowTexts): void {
    const cols = this.panel.labels.filter(({ role, path }) => role === 'name' && LEVEL.test(path.at(-1) ?? ''));
    const own = cols.map(({ col }) => textOf(col).trim());
    const deepest = own.findLastIndex((name) => name !== '');
    this.nameLevels = fillFromAbove(own.slice(0, deepest + 1), this.nameLevels);
  }

  /** Classifications whose codes rows of this side of the accounts may bear; 收入总表 also lists 功能分类. */
  private schemesOfFlow(): readonly LineScheme[] {
    const spending = ['function', 'dept_economic', 'gov_economic', 'procurement'] as const;
    const isRevenue = this.context.flow === 'revenue' || this.headedScheme() === 'revenue';
    return isRevenue ? [...spending, 'revenue'] : spending;
  }

  /** The printed code tells its classification; else the heading, else the statement. */
  private schemeFor(code: string | null): LineScheme {
    const digits = code === null ? null : (readMisprint(code) ?? code);
    return (digits === null ? null : schemeOfCode(digits)) ?? this.headedScheme() ?? this.defaultScheme;
  }

  private headedScheme(): LineScheme | null {
    const isHeaded = ({ role, scheme }: Panel['labels'][number]): boolean =>
      (role === 'name' || role === 'code') && scheme !== null;
    return this.panel.labels.find(isHeaded)?.scheme ?? null;
  }

  /** A code that the codebook knows says itself where it belongs; a fragment or a misprint does not. */
  private needsAncestry(scheme: LineScheme, code: string | null): boolean {
    return code === null || this.context.codebook.entry(scheme, cleanCode(code), null) === null;
  }

  /**
   * What the row's other columns name above it; else the rows that it stands under by the outline (the code of the nearest if it prints
   * one, else their names); without outline, the codes last seen.
   */
  private ancestryOf(depth: number): Ancestry {
    const inColumns = this.nameLevels.slice(0, -1).filter((name) => name !== '');
    if (inColumns.length > 0) return { path: inColumns, ancestors: [] };
    const open = this.openRows.filter((row) => row.depth < depth);
    const nearest = open.at(-1);
    if (nearest === undefined) return { path: [], ancestors: this.openCodes.slice(-MOST_ANCESTORS).reverse() };
    if (nearest.code !== null) return { path: [], ancestors: [nearest.code] };
    return { path: open.map((row) => row.name), ancestors: [] };
  }

  private openRow(row: OpenRow): void {
    this.openRows = [...this.openRows.filter(({ depth }) => depth < row.depth), row];
  }

  private openClass(code: string): void {
    this.openCodes = [...this.openCodes.filter((open) => code.startsWith(open) && open !== code), code];
    const [top = ''] = this.openCodes;
    this.openHeading = top.length === TOP_DIGITS ? top : null;
  }

  /** A row that no class is known for may head the rows below it: what is open above it no longer holds for them. */
  private closeClasses(treeCode: string | null): void {
    this.openCodes = this.openCodes.filter((open) => treeCode?.startsWith(open));
    this.openHeading = NOWHERE;
  }

  /** Forgets all rows above: those below are another unit's. */
  close(): void {
    this.levels = [];
    this.nameLevels = [];
    this.openRows = [];
    this.openCodes = [];
    this.openHeading = null;
  }
}
