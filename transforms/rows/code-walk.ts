/** The codes of a panel's rows, each read in the light of the rows above it. */
import { readPrintedCode } from '../codebook/index.js';
import type { LabelRole } from '../statements/column-words.js';
import type { Panel } from '../statements/panels.js';
import type { LineCode, LineScheme } from '../types.js';
import { mapCode } from '../codes/index.js';
import type { MappingContext } from '../codes/index.js';
import { joinCodeColumns, schemeOfCode } from './printed-code.js';

/** Texts of a row's label columns, `""` where blank. */
export type RowTexts = (col: number) => string;

/** A code and a name as the row prints them, perhaps in one cell. */
export interface PrintedName {
  readonly code: string | null;
  readonly name: string | null;
}

/** 类 and 款: what a row without a code may be a part of. */
const MOST_ANCESTORS = 2;
/** Shorter printed codes number the row rather than code it. */
const SHORTEST_CODE = 3;

interface OpenName {
  readonly depth: number;
  readonly name: string;
}

/** Follows the rows of one panel from top to bottom. */
export class CodeWalk {
  private levels: readonly string[] = [];
  private openNames: readonly OpenName[] = [];
  private openCodes: readonly string[] = [];

  constructor(
    private readonly panel: Panel,
    private readonly defaultScheme: LineScheme,
    private readonly context: MappingContext,
  ) {}

  /** What the row prints in its code and name columns; call once a row, also for rows without codes. */
  readPrinted(textOf: RowTexts, nameText: string): PrintedName {
    const code = this.readCodeColumns(textOf);
    const inName = readPrintedCode(nameText);
    if (inName.code === null || inName.code.length < SHORTEST_CODE)
      return { code, name: nameText.trim() === '' ? null : nameText.trim() };
    return { code: code ?? inName.code, name: inName.name };
  }

  /**
   * The row's function, economic or revenue class.
   *
   * @param depth how deep the row stands by its numbering or indentation
   */
  mapClass({ code, name }: PrintedName, depth: number): LineCode {
    const scheme = this.schemeFor(code);
    const above = code === null ? this.ancestryOf(name ?? '', depth) : { path: [], ancestors: [] };
    const mapped = mapCode({ scheme, code, name, ...above }, this.context);
    if (mapped.code !== null) this.openClass(mapped.code);
    return mapped;
  }

  /** The row's procurement item; its code may stand in a column of its own or before the name. */
  mapItem(name: string | null, code: string | null): LineCode {
    const inName = readPrintedCode(name ?? '');
    const printed = code === null ? inName.code : readPrintedCode(code).code;
    return mapCode({ scheme: 'procurement', code: printed, name: inName.name, path: [], ancestors: [] }, this.context);
  }

  private readCodeColumns(textOf: RowTexts): string | null {
    const cols = this.panel.labels.filter(({ role }: { role: LabelRole }) => role === 'code');
    if (cols.length === 0) return null;
    const joined = joinCodeColumns(
      cols.map(({ col }) => textOf(col)),
      this.levels,
    );
    if (joined.code !== null) this.levels = joined.levels;
    return joined.code;
  }

  /** The printed code tells its classification; else the heading, else the statement. */
  private schemeFor(code: string | null): LineScheme {
    const headed = this.panel.labels.find(
      ({ role, scheme }) => (role === 'name' || role === 'code') && scheme !== null,
    )?.scheme;
    return (code === null ? null : schemeOfCode(code)) ?? headed ?? this.defaultScheme;
  }

  /** The names that the row stands under by the outline; where there is no outline, the codes last seen. */
  private ancestryOf(name: string, depth: number): { path: string[]; ancestors: string[] } {
    const open = this.openNames.filter((row) => row.depth < depth);
    this.openNames = [...open, { depth, name }];
    const ancestors = open.length > 0 ? [] : this.openCodes.slice(-MOST_ANCESTORS).reverse();
    return { path: open.map((row) => row.name), ancestors };
  }

  private openClass(code: string): void {
    this.openCodes = [...this.openCodes.filter((open) => code.startsWith(open) && open !== code), code];
  }
}
