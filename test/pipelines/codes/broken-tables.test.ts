import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { call } from '../../builders/call.js';
import { emptyFolder, tablesWith } from '../../transforms/codebook/folders.js';

const { tables } = vi.hoisted(() => ({ tables: { folder: '' } }));
vi.mock(import('../../../transforms/codebook/tables-folder.js'), async (original) => {
  const { findTablesFolder } = await original();
  return { findTablesFolder: () => (tables.folder === '' ? findTablesFolder() : tables.folder) };
});

async function lookUpIn(folder: string) {
  tables.folder = folder;
  const ended = await call('codes', '201');
  tables.folder = '';
  return ended;
}

it('faults of the packaged tables are told once each, without a stack', async () => {
  const folder = tablesWith(
    'function.csv',
    (text) => `${text}20199x,坏,201,2,general,,,,observed,high,,\n299,,,1,general,,,,observed,high,,\n`,
  );
  const { code, stdout, stderr } = await lookUpIn(folder);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr.match(/function\.csv:\d+: /g)).toHaveLength(2);
  expect(stderr).toMatch(/\[code-tables-broken\]\n$/);
  expect(stderr).not.toMatch(/\n {4}at /);
});

it('a table that is missing is named', async () => {
  const folder = tablesWith('function.csv', (text) => text);
  rmSync(join(folder, 'region.csv'));
  const { code, stderr } = await lookUpIn(folder);
  expect(code).toBe(1);
  expect(stderr).toMatch(/region\.csv: the file is missing \[code-tables-broken\]\n$/);
  expect(await lookUpIn(emptyFolder())).toMatchObject({ code: 1, stdout: '' });
});
