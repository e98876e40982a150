/** Runs: the text itself, with its tabs, breaks and signs (ISO/IEC 29500-1, 17.3.3). */
import type { Part } from '../../tables/raised.js';
import { readRunProperties } from '../properties.js';
import type { RunProperties } from '../properties.js';
import type { RunLook } from '../styles.js';
import type { ElementReader, XmlElement } from '../xml/read-xml.js';
import { readAlternates } from './alternate.js';
import type { Block } from './blocks.js';
import type { Fields } from './fields.js';
import { readFormField } from './form-field.js';
import { GraphicReader } from './graphic.js';
import type { Reading } from './reading.js';
import { shiftOf } from './shifted.js';
import { symbolCharacter } from './symbols.js';

/** The paragraph in which runs stand. */
export interface RunOwner extends ElementReader {
  /** Its style, which may hide its text. */
  readonly style: string | undefined;
  add(part: Part): void;
  addBox(blocks: readonly Block[]): void;
}

/** Reads the runs of one paragraph, one after the other. */
export class RunReader implements ElementReader {
  private properties: RunProperties = {};
  private known: RunLook | null = null;
  /** Size of the text before, in half points. */
  private base: number | null = null;
  private read = '';
  private keepsSpace = false;

  constructor(
    private readonly owner: RunOwner,
    private readonly reading: Reading,
    private readonly fields: Fields,
  ) {}

  /** A further run begins. */
  begin(): this {
    this.properties = {};
    this.known = null;
    return this;
  }

  private readonly characters: ElementReader = {
    open: () => null,
    text: (text) => {
      this.read += text;
    },
  };

  open(element: XmlElement): ElementReader | null {
    switch (element.name) {
      case 'w:rPr':
        return readRunProperties(this.properties);
      case 'w:t':
      case 'm:t':
        this.keepsSpace = element.attribute('xml:space') === 'preserve';
        return this.characters;
      case 'w:instrText':
        return this.characters;
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        return !this.look.isHidden
          ? new GraphicReader(this.reading, (blocks) => {
              this.owner.addBox(blocks);
            })
          : null;
      case 'w:ruby':
        return { open: ({ name }) => (name === 'w:rubyBase' ? this.owner : null) };
      case 'mc:AlternateContent':
        return readAlternates(this, this.reading);
      default:
        this.add(this.readSign(element));
        return element.name === 'w:fldChar' ? this.openFormField() : null;
    }
  }

  private openFormField(): ElementReader {
    return readFormField((entry) => {
      this.fields.choose(entry);
    });
  }

  close(name: string): void {
    const text = this.read;
    this.read = '';
    if (name === 'w:instrText') this.fields.addCode(text);
    if (name === 'w:t' || name === 'm:t') this.add(printedText(text, this.keepsSpace));
  }

  /** What an element without content prints. */
  private readSign(element: XmlElement): string {
    switch (element.name) {
      case 'w:tab':
      case 'w:ptab':
        return '\t';
      case 'w:br':
      case 'w:cr':
        return '\n';
      case 'w:noBreakHyphen':
        return '-';
      case 'w:sym':
        return this.readSymbol(element.attribute('w:font') ?? '', element.attribute('w:char') ?? '');
      case 'w:fldChar':
        return this.fields.mark(element.attribute('w:fldCharType'), (code) => {
          this.reading.findings.note('field-not-read', code);
        });
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        this.reading.notes.push(`${element.name.slice(2, -'Reference'.length)} ${element.attribute('w:id') ?? ''}`);
        return '';
      default:
        return '';
    }
  }

  private readSymbol(font: string, hex: string): string {
    const character = symbolCharacter(font, hex);
    if (character === null) this.reading.findings.note('symbol-unknown', `${font} ${hex}`);
    return character ?? '\ufffd';
  }

  private add(text: string): void {
    if (text === '') return;
    const { areVisible } = this.fields;
    const { isHidden, isStruck } = this.look;
    if (isHidden || isStruck) this.noteLeftOut(areVisible ? text.trim() : '');
    else if (areVisible) this.addVisible(text);
    else this.fields.hold(text);
  }

  private noteLeftOut(text: string): void {
    if (text.trim() === '') return;
    if (this.look.isHidden) this.reading.findings.noteHidden(text);
    else this.reading.findings.note('struck-text-left-out', text);
  }

  private addVisible(text: string): void {
    const shift = shiftOf(this.look, this.base);
    if (shift === null && text.trim() !== '') this.base = this.look.size;
    this.owner.add({ text, shift });
  }

  private get look(): RunLook {
    this.known ??= this.reading.styles.lookOfRun(this.properties, this.owner.style);
    return this.known;
  }
}

/** Line ends and tabs in the file are spaces on the page; spaces at either end count only where it is said (2.10 of XML 1.0). */
function printedText(text: string, keepsSpace: boolean): string {
  const spaced = /[\t\r\n]/.test(text) ? text.replace(/[\t\r\n]+/g, ' ') : text;
  return keepsSpace ? spaced : spaced.replace(/^ +| +$/g, '');
}
