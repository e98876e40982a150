import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { findTablesFolder } from '../../../transforms/codebook/tables-folder.js';

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});

/** An empty folder, removed after the test. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'codebook-'));
  made.push(folder);
  return folder;
}

/** A folder with these files; a list is the lines of a file. */
export function folderOf(files: Readonly<Record<string, readonly string[]>>): string {
  const folder = emptyFolder();
  for (const [file, lines] of Object.entries(files)) writeFileSync(join(folder, file), lines.join('\n'));
  return folder;
}

/** A copy of the packaged tables in which one file is edited. */
export function tablesWith(file: string, edit: (text: string) => string): string {
  const folder = emptyFolder();
  cpSync(findTablesFolder(), folder, { recursive: true });
  const path = join(folder, file);
  writeFileSync(path, edit(readFileSync(path, 'utf8')));
  return folder;
}
