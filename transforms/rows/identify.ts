/** Who a row of a statement is: its part in the table, its codes, its fund, item, unit and project. */
import { headsCodesAndNames } from '../statements/column-words.js';
import type { Panel } from '../statements/panels.js';
import type { LineCode } from '../types.js';
import { pack } from '../vocabulary/index.js';
import { CodeWalk } from './codes/code-walk.js';
import type { PrintedName, RowTexts } from './codes/code-walk.js';
import { walkOutline } from './memo.js';
import { outlineLevel, readOutline } from './outline.js';
import { readWords } from './read-words.js';
import type { PanelContext, RowIdentity } from './row-identity.js';
import { nameLevel, readLabels } from './row-labels.js';
import type { RowLabels } from './row-labels.js';
import { ORGANISATION } from './row-words.js';
import { readCodeCell, schemeOfCode } from './codes/printed-code.js';
import { divideByScheme, mapOther, oneOfEachScheme } from './codes/schemes.js';
import { areOtherUnits, unitCodeOf } from './codes/unit-codes.js';

/** Digits of a 类. */
const CLASS_DIGITS = 3;

/** The unit whose own row stands above, with the code that it prints. */
interface OpenUnit {
  readonly name: string;
  readonly code: string | null;
}

/** Reads the rows of one panel from top to bottom; call `read` once for every body row, in order. */
export class RowReader {
  readonly #panel: Panel;
  readonly #context: PanelContext;
  readonly #own: Panel;
  readonly #codes: CodeWalk;
  /** Further classifications that the same rows print (功能 and 经济 side by side). */
  readonly #others: readonly { readonly labels: Panel; readonly codes: CodeWalk }[];
  readonly #outlines = walkOutline();
  #openUnit: OpenUnit | null = null;
  #unitOfColumn: string | null = null;
  #afterCarryover = false;

  constructor(panel: Panel, context: PanelContext) {
    const scheme = context.defaults.scheme;
    const [own, ...further] = divideByScheme(panel, scheme);
    this.#panel = panel;
    this.#context = context;
    this.#own = own;
    this.#codes = new CodeWalk(own, scheme, context);
    this.#others = further.map((labels) => ({ labels, codes: new CodeWalk(labels, scheme, context) }));
  }

  read(textOf: RowTexts): RowIdentity {
    const labels = readLabels(this.#own, textOf);
    const outline = readOutline(labels.label);
    const unitCode = unitCodeOf(this.#panel, textOf);
    this.#enterUnit(labels.text('unit_name'));
    this.#leaveUnit(unitCode);
    const printed = this.#codes.readPrinted(textOf, labels.text('name') ?? labels.text('item_name') ?? labels.label);
    const words = readWords(outline, printed, labels, this.#outlines, this.#context);
    const row = this.#countCarryover(this.#labelled(words, printed, textOf));
    if (row.role !== 'detail' && row.role !== 'memo') return this.#ofUnit(row);
    if (this.#headsUnits(unitCode, printed) || this.#isDepartment(labels, printed))
      return { ...row, role: 'total', totalKind: 'subtotal' };
    const depth = outlineLevel(outline) + nameLevel(this.#panel, textOf);
    const codes = oneOfEachScheme([
      ...this.#mapOwn(row, depth, printed, labels),
      ...this.#others.flatMap((walk) => mapOther(walk, textOf)),
    ]);
    const unit = unitNamed(codes, printed, labels, this.#panel, this.#context);
    if (unit === null) return this.#ofUnit({ ...row, codes, codePrinted: mostSpecific(codes)?.codePrinted ?? null });
    this.#openUnit = { name: unit, code: unitCode };
    this.#closeCodes();
    return { ...row, role: 'total', totalKind: 'subtotal', budgetUnitName: unit };
  }

  /** A row may name only its further classification; then that is what it is called. A code is no name's part where the heading tells of two columns. */
  #labelled(row: RowIdentity, { code, name }: PrintedName, textOf: RowTexts): RowIdentity {
    const isJoined = this.#own.labels.some(({ path }) => headsCodesAndNames(path));
    if (row.label !== '') return isJoined && code !== null && name !== null ? { ...row, label: name } : row;
    const further = this.#others.map(({ labels }) => readLabels(labels, textOf).label.trim());
    return { ...row, label: further.find((label) => label !== '') ?? '' };
  }

  /** Rows of another unit begin: what the rows above print says nothing of them. */
  #enterUnit(name: string | null): void {
    if (name !== null && this.#unitOfColumn !== null && name !== this.#unitOfColumn) this.#closeCodes();
    this.#unitOfColumn = name ?? this.#unitOfColumn;
  }

  /** Rows that bear another unit's code are not of the unit whose row stands above. */
  #leaveUnit(code: string | null): void {
    if (!this.#openUnit || !areOtherUnits(this.#openUnit.code, code)) return;
    this.#openUnit = null;
    this.#closeCodes();
  }

  #closeCodes(): void {
    for (const walk of [this.#codes, ...this.#others.map(({ codes }) => codes)]) walk.close();
  }

  /** A plain 合计 below 上年结转 counts it in: it is what others call 总计. */
  #countCarryover(row: RowIdentity): RowIdentity {
    const isGrand = this.#afterCarryover && row.totalKind === 'current';
    this.#afterCarryover ||= row.role === 'carryover';
    return isGrand ? { ...row, totalKind: 'grand' } : row;
  }

  /** Rows below a unit's own row are that unit's. */
  #ofUnit(row: RowIdentity): RowIdentity {
    return { ...row, budgetUnitName: row.budgetUnitName ?? this.#openUnit?.name ?? null };
  }

  /** A unit whose own units have rows in the table too. */
  #headsUnits(unitCode: string | null, printed: PrintedName): boolean {
    return unitCode !== null && printed.code === null && this.#context.unitsAbove.has(unitCode);
  }

  /** A row of a department's name and nothing else, in a list of its units. */
  #isDepartment(labels: RowLabels, printed: PrintedName): boolean {
    const name = labels.text('unit_name');
    const others = ['name', 'item_name', 'item_code', 'project_name', 'project_code'] as const;
    const isAlone = printed.code === null && others.every((role) => labels.text(role) === null);
    return name !== null && isAlone && this.#context.departmentsAbove.has(pack(name));
  }

  #mapOwn(row: RowIdentity, depth: number, printed: PrintedName, labels: RowLabels): LineCode[] {
    const itemName = labels.text('item_name');
    const itemCode = labels.text('item_code');
    const hasName = labels.text('name') !== null;
    // a purchase that prints nothing but its code is called by it: the code is no class
    const ofItem = !hasName && (itemName !== null || (itemCode !== null && readCodeCell(itemCode) === printed.code));
    if (!isClassified(this.#context, row, printed))
      return printed.code === null || ofItem ? [] : [this.#codes.mapClass(printed, depth)];
    return [
      ...(hasName || (printed.code !== null && !ofItem) ? [this.#codes.mapClass(printed, depth)] : []),
      ...(itemName !== null || itemCode !== null ? [this.#codes.mapItem(itemName, itemCode)] : []),
    ];
  }
}

function mostSpecific(codes: readonly LineCode[]): LineCode | undefined {
  return codes.find(({ scheme }) => scheme === 'procurement') ?? codes[0];
}

/** Rows of revenue are sources of money and rows of 三公 are items; neither is a class to be looked up by name. */
function isClassified({ kind, defaults, flow }: PanelContext, row: RowIdentity, { code }: PrintedName): boolean {
  if (kind === 'three_public' || kind === 'special_funds' || kind === 'agency_operation') return false;
  if (kind === 'project_expenditure' && row.projectName === null) return false;
  if (defaults.flow !== null && code !== null) return true;
  const isNamed = row.spendingType !== null || row.fundSource !== null;
  return (flow === 'expenditure' || defaults.flow !== null) && !isNamed;
}

/** The organisation that heads the rows below it: a row of a coded table that bears no code of a class and is called like one. */
function unitNamed(
  mapped: readonly LineCode[],
  printed: PrintedName,
  labels: RowLabels,
  panel: Panel,
  context: PanelContext,
): string | null {
  if (context.defaults.flow === null || mapped.some(({ code }) => code !== null)) return null;
  if (isCodeOfClass(printed, context)) return null;
  if (labels.text('item_name') !== null || labels.text('project_name') !== null) return null;
  const isCoded = panel.labels.some(({ role, scheme }) => role === 'code' || role === 'item_name' || scheme !== null);
  const name = printed.name ?? '';
  return isCoded && ORGANISATION.test(pack(name)) ? name : null;
}

/**
 * Whether a code that nobody knows has the digits of a 款 or 项 of a known class (2015604 in 201), or those of a class whose very name stands beside it (2900201 综合医院 for
 * 2100201): it is printed wrongly, and its 馆 or 院 is a class's.
 */
function isCodeOfClass({ code, name }: PrintedName, { codebook, fiscalYear, defaults }: PanelContext): boolean {
  if (code === null || code.length <= CLASS_DIGITS) return false;
  const scheme = schemeOfCode(code);
  if (scheme !== 'function') return false;
  if (codebook.entry(scheme, code.slice(0, CLASS_DIGITS), null) !== null) return true;
  const namesakes = codebook.lookup({ scheme, year: fiscalYear, code: null, name, budget: defaults.budget });
  return namesakes.some(({ entry, method }) => method === 'name' && entry.code.length === code.length);
}
