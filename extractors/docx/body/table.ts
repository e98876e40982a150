/** Tables, rows and cells as the file has them (ISO/IEC 29500-1, 17.4). */
import type { ElementReader, XmlElement } from '../xml/read-xml.js';
import { isOn, numberOf, twipsOf } from '../xml/values.js';
import { readAlternates } from './alternate.js';
import type { Block, CellWidth, Table, TableCell, TableRow } from './blocks.js';
import type { Fields } from './fields.js';
import type { BlockListReader, Reading } from './reading.js';

/** What only stands around rows and cells. */
const TRANSPARENT = /^w:(?:sdt|sdtContent|customXml|ins|moveTo)$/;

/** Changes of single cells (17.13.5.1 to 17.13.5.3). */
const TRACKED = /^w:cell(?:Ins|Del|Merge)$/;

export class TableReader implements ElementReader {
  private readonly rows: TableRow[] = [];
  private readonly columnWidths: number[] = [];
  private row: RowReader | null = null;

  constructor(
    private readonly reading: Reading,
    private readonly fields: Fields,
  ) {}

  private readonly grid: ElementReader = {
    open: (element) => {
      if (element.name === 'w:gridCol') this.columnWidths.push(twipsOf(element.attribute('w:w')) ?? 0);
      return null;
    },
  };

  open(element: XmlElement): ElementReader | null {
    if (element.name === 'w:tr') {
      this.row = new RowReader(this.reading, this.fields);
      return this.row;
    }
    if (element.name === 'w:tblGrid') return this.grid;
    if (element.name === 'mc:AlternateContent') return readAlternates(this, this.reading);
    return TRANSPARENT.test(element.name) ? this : null;
  }

  close(name: string): void {
    const row = name === 'w:tr' ? this.row?.finish() : null;
    if (row) this.rows.push(row);
  }

  finish(): Table {
    return { kind: 'table', rows: this.rows, columnWidths: this.columnWidths };
  }
}

class RowReader implements ElementReader {
  private readonly cells: TableCell[] = [];
  private cell: CellReader | null = null;
  private columnsBefore = 0;
  private columnsAfter = 0;
  private widthBefore: number | null = null;
  private isHeader = false;
  private isDeleted = false;
  private isHidden = false;

  constructor(
    private readonly reading: Reading,
    private readonly fields: Fields,
  ) {}

  private readonly properties: ElementReader = {
    open: (element) => {
      const count = numberOf(element.attribute('w:val')) ?? 0;
      if (element.name === 'w:gridBefore') this.columnsBefore = Math.max(0, count);
      if (element.name === 'w:gridAfter') this.columnsAfter = Math.max(0, count);
      if (element.name === 'w:wBefore') this.widthBefore = twipsOf(element.attribute('w:w'));
      if (element.name === 'w:tblHeader') this.isHeader = isOn(element);
      if (element.name === 'w:hidden') this.isHidden = isOn(element);
      if (element.name === 'w:del') this.isDeleted = true;
      return null;
    },
  };

  open(element: XmlElement): ElementReader | null {
    if (element.name === 'w:tc') {
      this.cell = new CellReader(this.reading, this.fields);
      return this.cell;
    }
    if (element.name === 'w:trPr') return this.properties;
    if (element.name === 'mc:AlternateContent') return readAlternates(this, this.reading);
    return TRANSPARENT.test(element.name) ? this : null;
  }

  close(name: string): void {
    const cell = name === 'w:tc' ? this.cell?.finish() : null;
    if (cell) this.cells.push(cell);
  }

  /** The row; null where it is not printed. */
  finish(): TableRow | null {
    const { cells, columnsBefore, columnsAfter, widthBefore, isHeader } = this;
    if (this.isDeleted) this.reading.findings.note('tracked-changes-accepted');
    else if (this.isHidden) this.reading.findings.note('hidden-text-left-out');
    else if (cells.length > 0) return { cells, columnsBefore, columnsAfter, widthBefore, isHeader };
    return null;
  }
}

class CellReader implements ElementReader {
  private readonly blocks: Block[] = [];
  private readonly list: BlockListReader;
  private columns = 1;
  private width: CellWidth | null = null;
  private down: TableCell['down'] = null;
  private isPartOfLeft = false;
  private isDeleted = false;

  constructor(
    private readonly reading: Reading,
    fields: Fields,
  ) {
    this.list = reading.openBlocks({ add: (block) => this.blocks.push(block) }, fields);
  }

  private readonly properties: ElementReader = {
    open: (element) => {
      const value = element.attribute('w:val');
      if (element.name === 'w:gridSpan') this.columns = Math.max(1, numberOf(value) ?? 1);
      if (element.name === 'w:tcW') this.width = readWidth(element);
      if (element.name === 'w:vMerge') this.down = value === 'restart' ? 'begins' : 'goes on';
      if (element.name === 'w:hMerge') this.isPartOfLeft = value !== 'restart';
      if (TRACKED.test(element.name)) this.accept(element);
      return null;
    },
  };

  open(element: XmlElement): ElementReader | null {
    return element.name === 'w:tcPr' ? this.properties : this.list.open(element);
  }

  close(name: string): void {
    this.list.close?.(name);
  }

  private accept(change: XmlElement): void {
    this.reading.findings.note('tracked-changes-accepted');
    const merge = change.name === 'w:cellMerge' ? change.attribute('w:vMerge') : undefined;
    if (change.name === 'w:cellDel') this.isDeleted = true;
    if (merge !== undefined) this.down = merge === 'rest' ? 'begins' : 'goes on';
  }

  /** The cell; null where a tracked change takes it away. */
  finish(): TableCell | null {
    this.list.finish();
    if (this.isDeleted) return null;
    const { blocks, columns, width, down, isPartOfLeft } = this;
    return { blocks, columns, width, down, isPartOfLeft };
  }
}

/** Shares are given in fiftieths of a percent, or with a percent sign (17.18.90 ST_TblWidth). */
function readWidth(element: XmlElement): CellWidth | null {
  const printed = element.attribute('w:w') ?? '';
  const type = element.attribute('w:type') ?? 'dxa';
  const share = /^(\d+(?:\.\d+)?)%$/.exec(printed)?.[1];
  const value = share === undefined ? twipsOf(printed) : Number(share) / 100;
  if (value === null || value <= 0 || type === 'auto' || type === 'nil') return null;
  if (share !== undefined) return { value, isShare: true };
  return type === 'pct' ? { value: value / 5_000, isShare: true } : { value, isShare: false };
}
