/** The words of an RTF document, without the form of its tables (Rich Text Format Specification 1.9.1). */

import type { Shift } from '../../tables/raised.js';
import { Words, isEnd } from './words.js';

/** Groups whose words are not of the text; those marked by `\*` are none either, but for what is read here. */
const OTHER_DESTINATIONS = new Set(
  (
    'fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf fldinst ' +
    'listtable listoverridetable revtbl rsidtbl generator themedata datastore xmlnstbl latentstyles filetbl sp shprslt annotation atnid atnauthor nonshppict'
  ).split(' '),
);
/** Groups marked by `\*` in which words of the text stand: text boxes. */
const READ_DESTINATIONS = new Set(['shpinst']);
/** What stands at a place for a control word; a tab of the text parts no cells. */
const PRINTED: Readonly<Record<string, string>> = {
  ...{ par: '\n', sect: '\n', page: '\n', line: '\n', row: '\n', nestrow: ' ', cell: '\t', nestcell: ' ', tab: '    ' },
  ...{ emdash: '—', endash: '–', lquote: '‘', rquote: '’', ldblquote: '“', rdblquote: '”', bullet: '•' },
  ...{ emspace: ' ', enspace: ' ', '~': ' ', _: '-' },
};
/** Of these nothing parts words in a cell. */
const PARTS_NO_CELLS = new Set(['par', 'sect', 'page', 'line', 'tab']);
/** Code pages by the charset of a font; others are the document's. */
const CHARSETS: Readonly<Record<number, string>> = { 128: 'shift_jis', 129: 'euc-kr', 134: 'gb18030', 136: 'big5' };
const CODE_PAGES: Readonly<Record<number, string>> = {
  ...{ 936: 'gb18030', 950: 'big5', 932: 'shift_jis', 949: 'euc-kr', 65001: 'utf-8' },
  ...{ 1250: 'windows-1250', 1251: 'windows-1251', 1252: 'windows-1252' },
};

interface State {
  readonly isText: boolean;
  readonly isUnseen: boolean;
  readonly isStruck: boolean;
  readonly shift: Shift | null;
  readonly isFontTable: boolean;
  readonly font: number;
  /** Characters that stand for one of Unicode where a program knows no Unicode, and follow it. */
  readonly fallback: number;
}

/** How text stands where nothing is said. */
const PLAIN = { isUnseen: false, isStruck: false, shift: null } as const;
const SHIFTS: Readonly<Record<string, Shift | null>> = { super: 'above', sub: 'below', nosupersub: null };

/** A group's brace, a control word with its number, a control sign, a byte in hexadecimal digits, or characters. */
const TOKEN = /([{}])|\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([\da-f]{2})|\\([^a-z])|[\r\n]+|([^\\{}\r\n]+)/gi;

export interface RtfText {
  /** The cells of a row are parted by tabs, each row is a line; cells merged downwards are blank, those merged sideways are one. Deleted, struck and hidden text is left out. */
  readonly text: string;
  /** Groups are open at the end of the file, or nested beyond measure: what follows is missing. */
  readonly isCutOff: boolean;
}

/** What the document says, as far as it goes. */
export function rtfText(bytes: Uint8Array): RtfText {
  const reader = new RtfReader();
  const source = Buffer.from(bytes).toString('latin1');
  const tokens = new RegExp(TOKEN);
  for (let match = tokens.exec(source); match && reader.depth <= DEEPEST; match = tokens.exec(source)) {
    reader.take(match);
    if (match[2] === 'bin') tokens.lastIndex += Math.max(0, Number(match[3] ?? 0)); // a picture's bytes as they are
  }
  return { text: reader.finish(), isCutOff: reader.depth > 0 };
}

/** Groups in each other; real ones are some tens deep. */
const DEEPEST = 10_000;

class RtfReader {
  private readonly stack: State[] = [];
  private state: State = { isText: true, ...PLAIN, isFontTable: false, font: -1, fallback: 1 };
  private readonly words = new Words();
  /** Bytes of one code page that are not yet decoded. */
  private bytes: number[] = [];
  private readonly fonts = new Map<number, string>();
  private codePage = 'windows-1252';
  private isInTable = false;
  /** Fallback characters to be passed over. */
  private toSkip = 0;
  /** `\*` was just read. */
  private isMarked = false;

  get depth(): number {
    return this.stack.length;
  }

  take([, brace, word, number, hex, sign, characters]: RegExpExecArray): void {
    if (hex !== undefined) this.takeBytes([Number.parseInt(hex, 16)]);
    else if (characters !== undefined) this.takeBytes([...Buffer.from(characters, 'latin1')]);
    else if (brace === '{') this.enter();
    else if (brace === '}') this.leave();
    else if (word !== undefined) this.control(word, number === undefined ? null : Number(number));
    else if (sign !== undefined) this.takeSign(sign);
  }

  finish(): string {
    this.decode();
    return this.words.finish();
  }

  private enter(): void {
    this.decode();
    this.stack.push(this.state);
  }

  private leave(): void {
    this.decode();
    this.toSkip = 0;
    this.state = this.stack.pop() ?? this.state;
  }

  private takeSign(sign: string): void {
    if (sign === '*') this.isMarked = true;
    else if (sign === '~' || sign === '_') this.print(sign);
    else if (sign === '\n' || sign === '\r') this.print('par');
    else if (/[\\{}]/.test(sign)) this.takeBytes([sign.charCodeAt(0)]);
  }

  private control(word: string, number: number | null): void {
    const isMarked = this.isMarked;
    this.isMarked = false;
    if (word === 'u') this.takeUnicode(number ?? 0);
    else if (Object.hasOwn(PRINTED, word)) this.print(word);
    else if ((isMarked && !READ_DESTINATIONS.has(word)) || OTHER_DESTINATIONS.has(word))
      this.state = { ...this.state, isText: false, isFontTable: word === 'fonttbl' };
    else this.set(word, number);
  }

  private set(word: string, number: number | null): void {
    this.decode();
    const isOn = number !== 0;
    if (word === 'ansicpg') this.codePage = CODE_PAGES[number ?? 0] ?? this.codePage;
    if (word === 'f' || (word === 'deff' && this.state.font < 0)) this.state = { ...this.state, font: number ?? 0 };
    if (word === 'fcharset' && this.state.isFontTable)
      this.fonts.set(this.state.font, CHARSETS[number ?? 0] ?? this.codePage);
    if (word === 'uc') this.state = { ...this.state, fallback: number ?? 1 };
    if (word === 'v' || word === 'deleted') this.state = { ...this.state, isUnseen: isOn };
    if (word === 'strike' || word === 'striked') this.state = { ...this.state, isStruck: isOn };
    if (Object.hasOwn(SHIFTS, word)) this.state = { ...this.state, shift: SHIFTS[word] ?? null };
    if (word === 'plain') this.state = { ...this.state, ...PLAIN };
    if (word === 'intbl' || word === 'pard') this.isInTable = word === 'intbl';
  }

  private takeUnicode(number: number): void {
    this.decode();
    this.write(String.fromCharCode(number < 0 ? number + 0x10000 : number));
    this.toSkip = this.state.fallback;
  }

  private takeBytes(bytes: readonly number[]): void {
    if (!this.state.isText) return;
    const skipped = Math.min(this.toSkip, bytes.length);
    this.toSkip -= skipped;
    for (const byte of bytes.slice(skipped)) this.bytes.push(byte);
  }

  private decode(): void {
    if (this.bytes.length === 0) return;
    const codePage = this.fonts.get(this.state.font) ?? this.codePage;
    this.write(new TextDecoder(codePage).decode(Buffer.from(this.bytes)));
    this.bytes = [];
  }

  private print(word: string): void {
    this.decode();
    this.toSkip = 0;
    this.write(this.isInTable && PARTS_NO_CELLS.has(word) ? ' ' : (PRINTED[word] ?? ''));
  }

  private write(text: string): void {
    const { isText, isUnseen, isStruck, shift } = this.state;
    if (isText && !isUnseen && (!isStruck || isEnd(text))) this.words.add(text, shift);
  }
}
