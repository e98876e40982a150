/** Fields: what they are made of is not printed, their result is (ISO/IEC 29500-1, 17.16). */
import { formatNumber } from '../numbering/number-formats.js';

/** Numbers of pages, which a text without pages does not have. */
const PAGE_FIELD = /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b/i;
/** A character in a circle, as Word composes it: EQ \o\ac(○,1). */
const ENCLOSED = /^\s*EQ\s+\\o\s*(?:\\ac\s*)?\(\s*[○◯〇]\s*[,，]\s*([^)]*?)\s*\)/i;
/** Anything else that Word composes where it shows the document, and stores no result of: EQ \o(120,000.00). */
const COMPOSED = /^\s*EQ\s/i;
/** A list of which one entry is chosen; its result is blank. */
const DROP_DOWN = /^\s*FORMDROPDOWN\b/i;
/** Characters of a field's code that are looked at. */
const LONGEST_CODE = 1_000;

interface OpenField {
  code: string;
  isResult: boolean;
  /** Text in it that is not printed. */
  held: string;
  /** The entry chosen of a drop-down list. */
  choice: string;
}

/** Whether the result of a field with this code is left out. */
export function isPageField(code: string): boolean {
  return PAGE_FIELD.test(code);
}

/** The fields that are open at one place of the text; they may begin in one paragraph and end in another, one inside the other. */
export class Fields {
  private open: OpenField[] = [];

  /** Whether text that stands here is printed. */
  get areVisible(): boolean {
    return this.open.every(isPrinted);
  }

  /** Text that stands here and is not printed. */
  hold(text: string): void {
    const field = this.open.at(-1);
    if (field) field.held += text;
  }

  /**
   * A field ends, or comes to its result, in the paragraph in which it begins; the result of a page's number ends there too. One that does not is
   * broken, and would hide all that follows. Gives the text in such fields, which is text of the paragraph; null where there are none.
   */
  endParagraph(): string | null {
    if (this.areVisible) return null;
    const broken = this.open.filter((field) => !isPrinted(field));
    this.open = this.open.filter(isPrinted);
    return broken.map(({ held }) => held).join('');
  }

  /** The innermost field is a drop-down list of a form. */
  choose(entry: string): void {
    const field = this.open.at(-1);
    if (field) field.choice = entry;
  }

  /** Part of the code of the innermost field. */
  addCode(text: string): void {
    const field = this.open.at(-1);
    if (field && field.code.length < LONGEST_CODE) field.code += text.slice(0, LONGEST_CODE);
  }

  /**
   * A mark of a field: `begin`, `separate` (the result follows), `end`. Gives what the field prints although it has no result: a character
   * in a circle, the entry of a list.
   *
   * @param onUnread told the code of a field that prints what can't be read
   */
  mark(type: string | undefined, onUnread: (code: string) => void): string {
    const field = this.open.at(-1);
    if (type === 'begin') this.open.push({ code: '', isResult: false, held: '', choice: '' });
    if (type === 'separate' && field) field.isResult = true;
    if (type !== 'end' || !field) return '';
    this.open.pop();
    if (DROP_DOWN.test(field.code)) return field.choice;
    if (field.isResult) return '';
    const [, enclosed] = ENCLOSED.exec(field.code) ?? [];
    if (enclosed !== undefined) return encircle(enclosed);
    if (COMPOSED.test(field.code)) onUnread(field.code.trim());
    return '';
  }
}

function isPrinted({ isResult, code }: OpenField): boolean {
  return isResult && !isPageField(code);
}

function encircle(text: string): string {
  return /^\d{1,2}$/.test(text) ? formatNumber(Number(text), 'decimalEnclosedCircle') : text;
}
