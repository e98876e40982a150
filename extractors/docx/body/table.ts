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

/** Reads one part; null where it is not printed. */
interface PartReader<T> extends ElementReader {
  finish(): T | null;
}

/** Collects the rows of a table, or the cells of a row, whatever stands around them. */
abstract class PartsReader<T> implements ElementReader {
  protected readonly parts: T[] = [];
  private part: PartReader<T> | null = null;

  constructor(
    protected readonly reading: Reading,
    protected readonly fields: Fields,
    private readonly partName: string,
  ) {}

  protected abstract beginPart(): PartReader<T>;

  /** The reader of properties; null where an element holds none. */
  protected abstract propertiesIn(name: string): ElementReader | null;

  open(element: XmlElement): ElementReader | null {
    if (element.name === this.partName) return (this.part = this.beginPart());
    if (element.name === 'mc:AlternateContent') return readAlternates(this, this.reading);
    return TRANSPARENT.test(element.name) ? this : this.propertiesIn(element.name);
  }

  close(name: string): void {
    const part = name === this.partName ? this.part?.finish() : null;
    if (part) this.parts.push(part);
  }
}

export class TableReader extends PartsReader<TableRow> {
  private readonly columnWidths: number[] = [];
  private floats: Table['floats'];

  constructor(reading: Reading, fields: Fields) {
    super(reading, fields, 'w:tr');
  }

  private readonly grid: ElementReader = {
    open: (element) => {
      if (element.name === 'w:gridCol') this.columnWidths.push(twipsOf(element.attribute('w:w')) ?? 0);
      return null;
    },
  };

  private readonly properties: ElementReader = {
    open: (element) => {
      if (element.name === 'w:tblpPr') this.floats = { below: heightBelowText(element) };
      return null;
    },
  };

  protected beginPart(): RowReader {
    return new RowReader(this.reading, this.fields);
  }

  protected propertiesIn(name: string): ElementReader | null {
    if (name === 'w:tblPr') return this.properties;
    return name === 'w:tblGrid' ? this.grid : null;
  }

  finish(): Table {
    const { parts: rows, columnWidths, floats } = this;
    return { kind: 'table', rows, columnWidths, ...(floats && { floats }) };
  }
}

/** Where nothing is said, the page is what a floating table is placed by (17.4.57). */
function heightBelowText(element: XmlElement): number | null {
  const isByText =
    element.attribute('w:vertAnchor') === 'text' && (element.attribute('w:tblpYSpec') ?? 'inline') === 'inline';
  return isByText ? (twipsOf(element.attribute('w:tblpY')) ?? 0) : null;
}

class RowReader extends PartsReader<TableCell> {
  private columnsBefore = 0;
  private columnsAfter = 0;
  private widthBefore: number | null = null;
  private isHeader = false;
  private isDeleted = false;
  private isHidden = false;

  constructor(reading: Reading, fields: Fields) {
    super(reading, fields, 'w:tc');
  }

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

  protected beginPart(): CellReader {
    this.reading.cells.add(1);
    return new CellReader(this.reading, this.fields);
  }

  protected propertiesIn(name: string): ElementReader | null {
    return name === 'w:trPr' ? this.properties : null;
  }

  /** The row; null where it is not printed. */
  finish(): TableRow | null {
    const { parts: cells, columnsBefore, columnsAfter, widthBefore, isHeader } = this;
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
