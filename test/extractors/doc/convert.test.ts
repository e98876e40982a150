/** The converter: a script that stands for LibreOffice, and LibreOffice itself where it is installed. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { convertAll } from '../../../extractors/doc/converter/convert.js';
import { findConverter } from '../../../extractors/doc/converter/find.js';
import { MOST_DOCUMENTS } from '../../../extractors/doc/converter/limits.js';
import { extract } from '../../../extractors/index.js';
import { contentOf, docx, grid, p, r, readBytes } from '../../builders/docx.js';

const ROWS = ['名称|金额|<', '^|基本|项目', '甲|1.00|2.00'];
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'converter-test-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

function rtf(words: string): Buffer {
  return Buffer.from(`{\\rtf1\\ansi ${words}}`);
}

/** Converts everything to the same docx; `hang`, `crash` and `unknown` in a document say how it fails on it. Writes `starts` and `left`. */
function fakeConverter(): string {
  writeFileSync(join(folder, 'made.docx'), docx(p('部门预算') + grid(ROWS)));
  const script = `#!/bin/sh
if [ "$1" = --version ]; then echo 'LibreOffice 1.2.3.4 20(Build:1)'; exit 0; fi
echo start >> '${folder}/starts'
while [ "$1" != --outdir ]; do shift; done
out=$2; shift 2
for input in "$@"; do
  if grep -q unknown "$input"; then echo 'source file could not be loaded'; continue; fi
  name=$(basename "$input"); name=\${name%.*}
  if grep -q hang "$input"; then printf PK > "$out/$name.docx"; sleep 60 & echo $! > '${folder}/left'; wait; fi
  if grep -q crash "$input"; then kill -SEGV $$; fi
  cp '${folder}/made.docx' "$out/$name.docx"
  echo "convert $input"
done
`;
  const path = join(folder, 'soffice');
  writeFileSync(path, script, { mode: 0o755 });
  return path;
}

function startsOf(): number {
  return readFileSync(join(folder, 'starts'), 'utf8').split('\n').length - 1;
}

async function convert(words: readonly string[], silence = 60_000): Promise<readonly string[]> {
  const documents = words.map((word, at) => ({ documentId: String(at), bytes: rtf(word), kind: 'rtf' as const }));
  const results = await convertAll(fakeConverter(), documents, { silence });
  return words.map((_, at) => {
    const result = results.get(String(at));
    return result?.kind === 'failed' ? result.reason : (result?.kind ?? 'left');
  });
}

describe.skipIf(process.platform === 'win32')('a converter', () => {
  it('converts several documents with one start, and no more than it may', async () => {
    expect(await convert(['a', 'b', 'c'])).toEqual(['converted', 'converted', 'converted']);
    expect(startsOf()).toBe(1);
    const many = await convert(Array.from({ length: MOST_DOCUMENTS + 1 }, () => 'a'));
    expect(many.filter((result) => result === 'left')).toHaveLength(1);
  });

  it('may not know a document: the others are converted', async () => {
    expect(await convert(['a', 'unknown', 'c'])).toEqual(['converted', 'it could not load the document', 'converted']);
    expect(startsOf()).toBe(1);
  });

  it('may crash on a document: the others are converted', async () => {
    expect(await convert(['a', 'crash', 'c'])).toEqual([
      'converted',
      'it crashed, or needed more memory than it may have',
      'converted',
    ]);
    expect(startsOf()).toBe(3);
  });

  it('is killed with all that it started where it hangs, and what it left half written is not taken', async () => {
    expect(await convert(['a', 'hang', 'c'], 700)).toEqual([
      'converted',
      'it did nothing for 0.7 seconds',
      'converted',
    ]);
    const pid = Number(readFileSync(join(folder, 'left'), 'utf8'));
    await vi.waitFor(() => {
      expect(isRunning(pid)).toBe(false);
    });
  });

  it('may not be there', async () => {
    const results = await convertAll(join(folder, 'none'), [{ documentId: 'a', bytes: rtf('a'), kind: 'rtf' }]);
    expect(results.get('a')?.kind).toBe('unusable');
  });

  it('leaves nothing behind', async () => {
    const before = leftovers();
    await convert(['a', 'unknown']);
    expect(leftovers()).toEqual(before);
  });
});

/** A process that has ended and waits for its parent counts as ended. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

function leftovers(): readonly string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith('yusuan-convert-'));
}

describe('a converted document', () => {
  it.skipIf(process.platform === 'win32')('is read as the docx is, and says so', async () => {
    vi.stubEnv('YUSUAN_SOFFICE', fakeConverter());
    const document = await readBytes(rtf('a'));
    expect(contentOf(document)).toEqual(['部门预算', ROWS]);
    expect(document).toMatchObject({ mediaType: 'application/rtf', byteSize: rtf('a').length });
    expect(document.diagnostics).toMatchObject([{ severity: 'info', code: 'document-converted' }]);
    expect(document.diagnostics[0]?.message).toContain('LibreOffice 1.2.3.4');
  });

  it.skipIf(process.platform === 'win32')(
    'says which of its amounts the converter lost or glued together',
    async () => {
      vi.stubEnv('YUSUAN_SOFFICE', fakeConverter());
      expect((await readBytes(rtf('1.00 and 2.00 in 2024'))).diagnostics).toHaveLength(1);
      const { diagnostics } = await readBytes(rtf('1.00, 2.00 and 3,000 and 4.50 in 2025'));
      expect(diagnostics.map(({ code }) => code)).toEqual(['document-converted', 'conversion-lost-amounts']);
      expect(diagnostics[1]).toMatchObject({ severity: 'error' });
      expect(diagnostics[1]?.message).toMatch(/^2 amounts .*\(3,000, 4\.50\)/);
    },
  );

  it.skipIf(process.platform === 'win32')('has lost no amount that a style hides', async () => {
    const path = fakeConverter();
    const styles = '<w:style w:type="character" w:styleId="Y"><w:rPr><w:vanish/></w:rPr></w:style>';
    writeFileSync(join(folder, 'made.docx'), docx({ body: p(r('预算') + r('7.50', '<w:rStyle w:val="Y"/>')), styles }));
    vi.stubEnv('YUSUAN_SOFFICE', path);
    const { diagnostics } = await readBytes(rtf('7.50'));
    expect(diagnostics.map(({ code }) => code)).toEqual(['document-converted', 'hidden-text-left-out']);
  });

  it.skipIf(process.platform === 'win32')('is read by its words where the converter fails, which is said', async () => {
    vi.stubEnv('YUSUAN_SOFFICE', fakeConverter());
    const document = await readBytes(rtf('unknown words'));
    expect(contentOf(document)).toEqual(['unknown words']);
    expect(document.diagnostics).toMatchObject([{ severity: 'warning', code: 'conversion-failed' }]);
    expect(document.diagnostics[0]?.message).toContain('could not load');
  });
});

describe('the converter is found', () => {
  it('where the variable names it, on PATH, or not at all', () => {
    const path = fakeConverter();
    expect(findConverter({ YUSUAN_SOFFICE: path })).toBe(path);
    expect(findConverter({ PATH: `relative:${folder}` })).toBe(path);
    expect(findConverter({ YUSUAN_SOFFICE: 'none', PATH: folder })).toBeNull();
  });
});

describe('a converter that is none', () => {
  it.each(['no/absolute/path', '/nowhere/soffice', '/etc'])('is not taken for "none": %s', (path) => {
    expect(() => findConverter({ YUSUAN_SOFFICE: path, PATH: folder })).toThrow(`YUSUAN_SOFFICE says "${path}"`);
  });

  it.skipIf(process.platform === 'win32').each([
    ['another program', "echo 'made by hand'", 'converter-missing', 'it says "made by hand"'],
    ['a program that can not be started', 'exit 127', 'converter-missing', 'it says ""'],
    [
      'a program that writes anything',
      'if [ "$1" = --version ]; then echo LibreOffice 1.2; exit; fi; while [ "$1" != --outdir ]; do shift; done; for to in "$2"/0.docx; do printf \'PK\\005\\006aaaaaaaaaaaaaaaaaa\' > "$to"; done',
      'conversion-failed',
      "what it made can't be read",
    ],
  ])('is said to be so: %s', async (_, script, code, message) => {
    const path = join(folder, 'soffice');
    writeFileSync(path, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    vi.stubEnv('YUSUAN_SOFFICE', path);
    const document = await readBytes(rtf('words'));
    expect(contentOf(document)).toEqual(['words']);
    expect(document.diagnostics).toMatchObject([{ severity: 'warning', code }]);
    expect(document.diagnostics[0]?.message).toContain(message);
  });
});

const installed = findConverter({ PATH: process.env['PATH'] });

describe.skipIf(installed === null)('LibreOffice (skipped where it is not installed)', () => {
  it('gives the tables of doc and rtf, and says what it can not read', async () => {
    const documents = (['doc', 'rtf'] as const).map((kind) => ({
      documentId: kind,
      bytes: readFileSync(join(import.meta.dirname, `small.${kind}`)),
      kind,
    }));
    const noise = { documentId: 'noise', bytes: Buffer.from('{\\rtf1'), kind: 'doc' as const };
    const results = await convertAll(installed ?? '', [...documents, noise]);
    for (const { documentId, bytes } of documents) {
      const source = { documentId, fileName: 'a', sourceUri: 'a', bytes };
      const document = await extract(source, { conversion: results.get(documentId) });
      expect(document.tables.map(({ title }) => title)).toEqual(['部门支出总表', null]);
      expect(contentOf(document)).toContain('支出4.00万元。');
      expect(document.diagnostics.map(({ code }) => code)).toContain('document-converted');
    }
  });
});
