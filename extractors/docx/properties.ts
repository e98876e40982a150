/** Properties of paragraphs and runs as they are printed, in styles and in the text alike (ISO/IEC 29500-1, 17.3.1 and 17.3.2). */
import type { ElementReader, XmlElement } from './xml/read-xml.js';
import { isOn, numberOf, twipsOf } from './xml/values.js';

export interface RunProperties {
  style?: string;
  isHidden?: boolean;
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
      if (element.name === 'w:rStyle') into.style = element.attribute('w:val') ?? '';
      if (element.name === 'w:vanish') into.isHidden = isOn(element);
      if (element.name === 'w:del' || element.name === 'w:moveFrom') into.isDeleted = true;
      return null;
    },
  };
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
