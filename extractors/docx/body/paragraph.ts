/** Paragraphs: runs, and what may stand around them (ISO/IEC 29500-1, 17.3.1). */
import { spellParts } from '../../tables/raised.js';
import type { Part } from '../../tables/raised.js';
import { readParagraphProperties } from '../properties.js';
import type { ParagraphProperties } from '../properties.js';
import type { ParagraphLook } from '../styles.js';
import type { ElementReader, XmlElement } from '../xml/read-xml.js';
import { readAlternates } from './alternate.js';
import type { Block, Paragraph } from './blocks.js';
import { isPageField } from './fields.js';
import type { Fields } from './fields.js';
import type { Reading } from './reading.js';
import { RunReader } from './run.js';
import type { RunOwner } from './run.js';

/** Twentieths of a point: a character of 10.5 points (五号), the size of Chinese text where nothing else is said. */
const CHARACTER = 210;

export class ParagraphReader implements RunOwner {
  private readonly properties: ParagraphProperties = { mark: {} };
  private readonly parts: Part[] = [];
  private readonly run: RunReader;
  /** Text boxes that are anchored here. */
  readonly boxes: (readonly Block[])[] = [];

  constructor(
    private readonly reading: Reading,
    private readonly fields: Fields,
  ) {
    this.run = new RunReader(this, reading, fields);
  }

  get style(): string | undefined {
    return this.properties.style;
  }

  /** A tracked change takes its end away: the next paragraph goes on with its text. */
  get goesOn(): boolean {
    return this.properties.mark.isDeleted ?? false;
  }

  add(part: Part): void {
    this.parts.push(part);
    if (part.text.trim() !== '') this.reading.seen += 1;
  }

  addBox(blocks: readonly Block[]): void {
    this.boxes.push(blocks);
  }

  open(element: XmlElement): ElementReader | null {
    switch (element.name) {
      case 'w:r':
      case 'm:r':
        return this.run.begin();
      case 'w:pPr':
        return readParagraphProperties(this.properties);
      case 'w:ins':
      case 'w:moveTo':
        this.reading.findings.note('tracked-changes-accepted');
        return this;
      case 'w:del':
      case 'w:moveFrom':
        this.reading.findings.note('tracked-changes-accepted');
        return null;
      case 'w:fldSimple':
        return isPageField(element.attribute('w:instr') ?? '') ? null : this;
      case 'mc:AlternateContent':
        return readAlternates(this, this.reading);
      default:
        return TRANSPARENT.test(element.name) ? this : null;
    }
  }

  /** All that stands in it is read. */
  end(): void {
    const text = this.fields.endParagraph();
    if (text === null) return;
    this.reading.findings.note('field-without-end');
    this.add({ text, shift: null });
  }

  /** @param before the text of paragraphs that go on with this one */
  finish(before: string): Paragraph {
    const look = this.reading.styles.lookOf(this.properties);
    const own = before + this.unfinished;
    return {
      kind: 'paragraph',
      text: this.labelOf(look) + own,
      isHeading: look.outlineLevel !== null,
      indent: look.isCentred ? null : indentOf(look),
    };
  }

  /** Its text, where the next paragraph goes on with it. */
  get unfinished(): string {
    return spellParts(this.parts);
  }

  /** Its number looks like its mark, where the list says nothing else (17.9.24). */
  private labelOf({ list, level, listStyle }: ParagraphLook): string {
    const label = list === null ? null : this.reading.counters.label({ list, level, style: listStyle });
    if (label === null) return '';
    const { styles, findings } = this.reading;
    const { isHidden, isStruck } = styles.lookOfRun({ ...this.properties.mark, ...label.look }, this.style);
    if (isHidden) findings.note('hidden-text-left-out');
    else if (isStruck) findings.note('struck-text-left-out', label.text);
    return isHidden || isStruck ? '' : label.text;
  }
}

/** What only stands around runs: links, content controls, marked words, formulas. */
const TRANSPARENT = /^(?:w:(?:hyperlink|smartTag|sdt|sdtContent|customXml|dir|bdo)|m:.+)$/;

function indentOf({ indent }: ParagraphLook): number {
  const { left = 0, leftChars = 0, firstLine = 0, firstLineChars = 0 } = indent;
  const inCharacters = (chars: number, twips: number): number => (chars === 0 ? twips / CHARACTER : chars / 100);
  return Math.max(0, Math.round(inCharacters(leftChars, left) + inCharacters(firstLineChars, firstLine)));
}
