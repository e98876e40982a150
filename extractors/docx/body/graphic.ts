/** Drawings, pictures and objects: text boxes in them are text (ISO/IEC 29500-1, 17.17.1 and 20.4.2.38; VML in -4, 14.1). */
import type { ElementReader, XmlElement } from '../xml/read-xml.js';
import { readAlternates } from './alternate.js';
import type { Block } from './blocks.js';
import { Fields } from './fields.js';
import type { BlockListReader, Reading } from './reading.js';

/** Looks through everything drawn at one place for text boxes, and gives each to `addBox`. */
export class GraphicReader implements ElementReader {
  private blocks: Block[] = [];
  private list: BlockListReader | null = null;

  constructor(
    private readonly reading: Reading,
    private readonly addBox: (blocks: readonly Block[]) => void,
  ) {}

  open(element: XmlElement): ElementReader | null {
    switch (element.name) {
      case 'w:txbxContent':
        return this.openBox();
      case 'mc:AlternateContent':
        return readAlternates(this, this.reading);
      case 'pic:pic':
      case 'v:imagedata':
      case 'c:chart':
      case 'cx:chart':
      case 'dgm:relIds':
        this.note('pictures-not-read');
        return null;
      case 'o:OLEObject':
        this.note('embedded-object-not-read', element.attribute('ProgID'));
        return null;
      case 'v:textpath':
        this.addArt(element.attribute('string') ?? '');
        return null;
      default:
        return this;
    }
  }

  close(name: string): void {
    if (name !== 'w:txbxContent') return;
    this.list?.finish();
    if (this.blocks.length > 0) this.addBox(this.blocks);
    this.list = null;
  }

  private openBox(): ElementReader {
    const blocks: Block[] = [];
    this.blocks = blocks;
    this.list = this.reading.openBlocks({ add: (block) => blocks.push(block) }, new Fields());
    return this.list;
  }

  /** Words drawn as a picture. */
  private addArt(text: string): void {
    if (text.trim() === '') return;
    this.reading.seen += 1;
    this.addBox([{ kind: 'paragraph', text, isHeading: false, indent: 0 }]);
  }

  private note(code: 'pictures-not-read' | 'embedded-object-not-read', which = ''): void {
    this.reading.seen += 1;
    this.reading.findings.note(code, which);
  }
}
