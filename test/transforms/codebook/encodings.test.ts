import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { CodeTablesError, loadCodebook } from '../../../transforms/codebook/index.js';
import { emptyFolder, tablesWith } from './folders.js';

const HEADER = 'code,name,parent_code,level,budget,valid_from,valid_to,old_names,evidence,confidence,other_name,note';
const ROW = '2010288,委员联络,20102,3,general,2026,,,official,high,,';

/** An overlay of one table in the bytes of an encoding. */
function overlayOf(bytes: Uint8Array): string {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'function.csv'), bytes);
  return folder;
}

describe('tables that are not UTF-8', () => {
  it.each([
    ['GB18030', iconv.encode(`${HEADER}\n\n${ROW}`, 'gb18030'), 3],
    ['UTF-16 with a mark', Buffer.from(`\uFEFF${HEADER}\n${ROW}`, 'utf16le'), 1],
    ['cut off in a character', Buffer.from(`${HEADER}\n${ROW}联`).subarray(0, -1), 2],
  ])('are refused with their place: %s', (_, bytes, line) => {
    const overlay = overlayOf(bytes);
    const load = (): unknown => loadCodebook({ overlay });
    expect(load).toThrow(CodeTablesError);
    expect(load).toThrow(`${join(overlay, 'function.csv')}:${String(line)}: not UTF-8 (`);
  });

  it('are refused in the package, too', () => {
    const tables = tablesWith('revenue.csv', (text) => text);
    writeFileSync(
      join(tables, 'revenue.csv'),
      iconv.encode(readFileSync(join(tables, 'revenue.csv'), 'utf8'), 'gb18030'),
    );
    expect(() => loadCodebook({ tables })).toThrow(/revenue\.csv:\d+: not UTF-8/);
  });
});

it('a byte order mark is no part of a table', () => {
  const overlay = overlayOf(Buffer.from(`\uFEFF${HEADER}\n${ROW}`));
  expect(loadCodebook({ overlay }).entry('function', '2010288', 2026)?.name).toBe('委员联络');
});
