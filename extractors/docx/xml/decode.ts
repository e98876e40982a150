/** The characters of a part: UTF-8 or UTF-16 (ECMA-376 part 2, 6.2.5), told by the first bytes (XML 1.0, appendix F). */
import { damaged } from '../package/zip.js';

/** Text as the bytes come in. Bytes that are no characters make the part damaged: a figure may be among them. */
export async function* decodeXml(part: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  try {
    for await (const chunk of chunks) {
      decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true });
      yield decoder.decode(chunk, { stream: true });
    }
    yield decoder?.decode() ?? '';
  } catch (error) {
    throw error instanceof TypeError ? damaged(`the characters of ${part} can't be decoded`, error) : error;
  }
}

function encodingOf([first, second]: Uint8Array): string {
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  return 'utf-8';
}
