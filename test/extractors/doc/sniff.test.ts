/** Which old format a file is, whatever its name. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UnreadableDocument } from '../../../extractors/index.js';
import { sniffLegacyWord } from '../../../extractors/doc/sniff.js';
import { compoundFile } from '../../builders/compound-file.js';
import { docx, p, readBytes } from '../../builders/docx.js';

const SMALL = readFileSync(join(import.meta.dirname, 'small.doc'));

/** A stream as Word begins it, with the flags of its header. */
function wordStream(flags = 0): Buffer {
  const bytes = Buffer.alloc(600);
  bytes.writeUInt16LE(0xa5ec);
  bytes.writeUInt16LE(flags, 10);
  return bytes;
}

async function refusalOf(bytes: Uint8Array): Promise<string> {
  const error: unknown = await readBytes(bytes).catch((reason: unknown) => reason);
  if (!(error instanceof UnreadableDocument)) throw new Error('not refused', { cause: error });
  return `${error.code}: ${error.message}`;
}

describe('an old Word document is told', () => {
  it.each([
    ['as Word 97 writes it', SMALL, 'doc'],
    [
      'as WPS Writer writes it, with streams of its own',
      compoundFile({ WpsCustomData: Buffer.from('1'), WordDocument: wordStream() }),
      'doc',
    ],
    ['RTF', Buffer.from('{\\rtf1\\ansi a}'), 'rtf'],
    ['RTF after blank lines', Buffer.from('\r\n\r\n{\\rtf1\\ansi a}'), 'rtf'],
  ])('%s', (_, bytes, kind) => {
    expect(sniffLegacyWord(bytes)?.kind).toBe(kind);
  });

  it('from docx and text, whatever they are named', async () => {
    expect(sniffLegacyWord(docx(p('预算')))).toBeNull();
    expect(sniffLegacyWord(Buffer.from('预算'))).toBeNull();
    const renamed = await readBytes(SMALL);
    expect(renamed).toMatchObject({ fileName: 'a.docx', mediaType: 'application/msword' });
  });

  it.each([
    ['a password', { WordDocument: wordStream(0x0100) }, /^doc-encrypted: .*password/],
    ['a password, of 2007 or later', { EncryptedPackage: Buffer.from('x') }, /^docx-encrypted: .*password/],
    ['a workbook', { Workbook: Buffer.from('x') }, /^unsupported-format: .*Excel workbook/],
    ['a presentation', { 'PowerPoint Document': Buffer.from('x') }, /^unsupported-format: .*PowerPoint/],
    ['Microsoft Works', { MatOST: Buffer.from('x') }, /^unsupported-format: .*Microsoft Works/],
    ['Microsoft Works of 2000', { CONTENTS: Buffer.from('CHNKWKS') }, /^unsupported-format: .*Microsoft Works/],
    ['anything else', { Other: Buffer.from('x') }, /^unsupported-format: .*97 to 2003/],
    ['a text that is cut off', { WordDocument: Buffer.from('x') }, /^doc-damaged: .*cut off/],
  ])('and refused: %s', async (_, streams, refusal) => {
    expect(await refusalOf(compoundFile(streams))).toMatch(refusal);
  });

  it('and refused where its directory is broken', async () => {
    const bytes = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('WordDocument', 'utf16le')]);
    expect(await refusalOf(bytes)).toMatch(/^doc-damaged: .*directory/);
  });

  it('and not by a document that is embedded in it', async () => {
    const bytes = compoundFile({ Workbook: Buffer.from('x'), WordDocument: wordStream() });
    bytes.writeUInt32LE(0xffffffff, 1024 + 128 + 72); // the workbook has nothing beside it
    expect(await refusalOf(bytes)).toMatch(/^unsupported-format: .*Excel workbook/);
  });

  it('although a text in it speaks of encrypted packages', () => {
    const streams = { WordDocument: Buffer.concat([wordStream(), Buffer.from('EncryptedPackage', 'utf16le')]) };
    expect(sniffLegacyWord(compoundFile(streams))?.kind).toBe('doc');
  });
});

describe('a damaged document', () => {
  it('is called damaged where the file is cut off', async () => {
    for (const end of [600, SMALL.length / 2, SMALL.length - 600]) {
      expect(await refusalOf(SMALL.subarray(0, end))).toMatch(/^doc-damaged: .*cut off/);
    }
  });

  it('whose sectors lead in circles ends', async () => {
    const bytes = compoundFile({ WordDocument: wordStream() });
    bytes.writeUInt32LE(2, 512 + 4 * 3); // the last sector of the stream leads to its first
    expect(await refusalOf(bytes)).toMatch(/^converter-missing: .*not even the words/);
  });

  it('is read or refused, whatever bytes of it are damaged', async () => {
    const byte = fc.record({ at: fc.nat(SMALL.length - 1), value: fc.nat(255) });
    await fc.assert(
      fc.asyncProperty(fc.array(byte, { minLength: 1, maxLength: 20 }), fc.nat(SMALL.length), async (damages, end) => {
        const bytes = Buffer.from(SMALL);
        for (const { at, value } of damages) bytes[at] = value;
        await refusalOf(bytes.subarray(0, end + 8)).catch((reason: unknown) => {
          if (!(reason instanceof Error) || reason.message !== 'not refused' || reason.cause instanceof Error)
            throw reason;
        });
      }),
      { numRuns: 300 },
    );
  });
});
