/** Texts into entries of a vector: short ones whole, long ones beside them, each once. */
import {
  ENTRY_BYTES,
  ENTRY_HEAD,
  MOST_ENTRY_TEXT,
  NUMBER_AT,
  type LongTexts,
  type PackedValues,
  type Validity,
} from './types.js';

/** UTF-8 has at least one byte for a UTF-16 unit: beyond so many units a text is long whatever its letters. */
const MOST_UNITS = MOST_ENTRY_TEXT;
/** And at most three: up to so many it is short. */
const SURE_UNITS = MOST_ENTRY_TEXT / 3;
const FIRST_BEYOND_ASCII = 0x80;

/** Packs texts; half of a surrogate pair becomes U+FFFD, as there is no UTF-8 for it. */
export function packTexts(texts: readonly (string | null)[], valid: Validity): PackedValues {
  const entries = Buffer.alloc(texts.length * ENTRY_BYTES);
  const long = new LongTextsBuilder();
  texts.forEach((text, row) => {
    if (text === null || text === '') return;
    const at = row * ENTRY_BYTES;
    if (isLong(text)) long.writeEntry(entries, at, text);
    else writeEntry(entries, at, text);
  });
  return { kind: 'values', valid, width: ENTRY_BYTES, values: entries, long: long.build() };
}

function isLong(text: string): boolean {
  if (text.length <= SURE_UNITS) return false;
  return text.length > MOST_UNITS || Buffer.byteLength(text) > MOST_ENTRY_TEXT;
}

/** What is behind the text stays 0: DuckDB compares entries whole. */
function writeEntry(entries: Buffer, at: number, text: string): void {
  const start = at + ENTRY_HEAD;
  entries[at] = writeAscii(entries, start, text) ?? entries.write(text, start, MOST_ENTRY_TEXT);
}

/** Number of bytes, without the price of a call as most short texts are codes and figures; null where the text has other letters and is to be written over. */
function writeAscii(entries: Buffer, start: number, text: string): number | null {
  for (let unit = 0; unit < text.length; unit += 1) {
    const code = text.charCodeAt(unit);
    if (code >= FIRST_BEYOND_ASCII) return null;
    entries[start + unit] = code;
  }
  return text.length;
}

class LongTextsBuilder {
  private readonly numbers = new Map<string, number>();
  private readonly ends: number[] = [];

  writeEntry(entries: Buffer, at: number, text: string): void {
    const number = this.numbers.get(text) ?? this.add(text);
    entries.writeUInt32LE((this.ends[number] ?? 0) - (this.ends[number - 1] ?? 0), at);
    entries.writeUInt32LE(number, at + NUMBER_AT);
  }

  private add(text: string): number {
    const number = this.numbers.size;
    this.numbers.set(text, number);
    this.ends.push((this.ends.at(-1) ?? 0) + Buffer.byteLength(text));
    return number;
  }

  build(): LongTexts | null {
    if (this.ends.length === 0) return null;
    const bytes = Buffer.alloc(this.ends.at(-1) ?? 0);
    for (const [text, number] of this.numbers) bytes.write(text, this.ends[number - 1] ?? 0);
    return { ends: Uint32Array.from(this.ends), bytes };
  }
}
