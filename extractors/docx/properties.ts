/** Properties of paragraphs and runs as they are printed, in styles and in the text alike (ISO/IEC 29500-1, 17.3.1 and 17.3.2). */
import type { Shift } from '../tables/raised.js';
import type { ElementReader, XmlElement } from './xml/read-xml.js';
import { isOn, numberOf, twipsOf } from './xml/values.js';

export interface RunProperties {
  style?: string;
  isHidden?: boolean;
  /** Struck through, by one line or two. */
  isStruck?: boolean;
  /** Set small above or below its line; null: as other text. */
  shift?: Shift | null;
  /** Half points. */
  size?: number;
  /** Half points by which it stands above its line. */
  raisedBy?: number;
  /** Of a paragraph's mark: a tracked change takes it away, so that the next paragraph goes on with this one. */
  isDeleted?: boolean;
}

/** What is not said comes from the style. */
export interface ParagraphProperties {
  style?: string;
  /** Number of the list; `0` takes the numbering of the style away. */
  list?: string;
  level?: number;
  /** From 0; 9 is running text. */
  outlineLevel?: number;
  indent?: Indent;
  isCentred?: boolean;
  /** Of the paragraph's mark. */
  readonly mark: RunProperties;
}

/** Twentieths of a point; `chars` in hundredths of a character, which win. Hanging counts as a negative first line. */
export interface Indent {
  readonly left?: number;
  readonly leftChars?: number;
  readonly firstLine?: number;
  readonly firstLineChars?: number;
}

export function readRunProperties(into: RunProperties): ElementReader {
  return {
    open(element) {
      takeRunProperty(into, element);
      return null;
    },
  };
}

/** Half points: text of which no size is said (17.3.2.38). */
export const USUAL_SIZE = 20;

const SHIFTS: Readonly<Record<string, Shift>> = { superscript: 'above', subscript: 'below' };

function takeRunProperty(into: RunProperties, element: XmlElement): void {
  const value = element.attribute('w:val');
  switch (element.name) {
    case 'w:rStyle':
      into.style = value ?? '';
      break;
    case 'w:vanish':
      into.isHidden = isOn(element);
      break;
    case 'w:strike':
    case 'w:dstrike':
      // one line is switched off where there are two
      into.isStruck = isOn(element) || (into.isStruck ?? false);
      break;
    case 'w:vertAlign':
      into.shift = SHIFTS[value ?? ''] ?? null;
      break;
    case 'w:sz':
      into.size = numberOf(value) ?? USUAL_SIZE;
      break;
    case 'w:position':
      into.raisedBy = numberOf(value) ?? 0;
      break;
    case 'w:del':
    case 'w:moveFrom':
      into.isDeleted = true;
      break;
  }
}

export function readParagraphProperties(into: ParagraphProperties): ElementReader {
  const numbering: ElementReader = {
    open(element) {
      const value = element.attribute('w:val');
      if (element.name === 'w:numId' && value !== undefined) into.list = value;
      if (element.name === 'w:ilvl') into.level = numberOf(value) ?? 0;
      return null;
    },
  };
  return {
    open(element) {
      if (element.name === 'w:numPr') return numbering;
      if (element.name === 'w:rPr') return readRunProperties(into.mark);
      takeParagraphProperty(into, element);
      return null;
    },
  };
}

function takeParagraphProperty(into: ParagraphProperties, element: XmlElement): void {
  const value = element.attribute('w:val');
  switch (element.name) {
    case 'w:pStyle':
      into.style = value ?? '';
      break;
    case 'w:outlineLvl':
      into.outlineLevel = numberOf(value) ?? 9;
      break;
    case 'w:jc':
      into.isCentred = value === 'center' || value === 'right' || value === 'end';
      break;
    case 'w:ind':
      into.indent = readIndent(element);
      break;
  }
}

function readIndent(element: XmlElement): Indent {
  const left = twipsOf(element.attribute('w:left') ?? element.attribute('w:start'));
  const leftChars = numberOf(element.attribute('w:leftChars') ?? element.attribute('w:startChars'));
  const hanging = twipsOf(element.attribute('w:hanging'));
  const hangingChars = numberOf(element.attribute('w:hangingChars'));
  const firstLine = hanging === null ? twipsOf(element.attribute('w:firstLine')) : -hanging;
  const firstLineChars = hangingChars === null ? numberOf(element.attribute('w:firstLineChars')) : -hangingChars;
  return {
    ...(left !== null && { left }),
    ...(leftChars !== null && { leftChars }),
    ...(firstLine !== null && { firstLine }),
    ...(firstLineChars !== null && { firstLineChars }),
  };
}
