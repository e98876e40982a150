/** Does what the README tells its reader to do, in a folder of its own. */
import { execFile } from 'node:child_process';
import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import { commandsOf, type Block } from './blocks.js';

const ROOT = join(import.meta.dirname, '..', '..');

/** Makes `folder` look like a checkout in which `yusuan` is on the path. */
export async function prepare(folder: string): Promise<void> {
  const bin = join(folder, 'bin');
  await mkdir(bin);
  const loader = pathToFileURL(join(ROOT, 'node_modules', 'tsx', 'dist', 'loader.mjs')).href;
  const program = `#!/bin/sh\nexec "${process.execPath}" --import "${loader}" "${join(ROOT, 'pipelines', 'cli', 'main.ts')}" "$@"\n`;
  await writeFile(join(bin, 'yusuan'), program);
  await chmod(join(bin, 'yusuan'), 0o755);
  await symlink(join(ROOT, 'samples'), join(folder, 'samples'));
}

/** The text that a block should have: its commands with what they print now, the result of the query above it, or itself. */
export async function perform(block: Block, above: Block | undefined, folder: string): Promise<string> {
  if (block.language === 'console') return runCommands(commandsOf(block), folder);
  if (block.language === 'result' && above?.language === 'sql')
    return query(above.text, join(folder, 'out', 'budget.duckdb'));
  return block.text;
}

async function runCommands(commands: readonly string[], cwd: string): Promise<string> {
  const env = { ...process.env, PATH: `${join(cwd, 'bin')}:${process.env['PATH'] ?? ''}`, NO_COLOR: '1' };
  const shown: string[] = [];
  for (const command of commands) {
    const { stdout } = await promisify(execFile)('bash', ['-c', `${command} 2>&1`], { cwd, env });
    shown.push(`$ ${command}`, ...stdout.trimEnd().split('\n'));
  }
  return `${shown.join('\n')}\n`;
}

async function query(sql: string, database: string): Promise<string> {
  const instance = await DuckDBInstance.create(database, { access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  try {
    const result = await connection.runAndReadAll(sql);
    const rows = result
      .getRowsJson()
      .map((row) =>
        row.map((value) => (typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value))),
      );
    return formatTable(result.columnNames(), rows);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

function formatTable(names: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [names, ...rows];
  const widths = names.map((_, col) => Math.max(...lines.map((line) => width(line[col] ?? ''))));
  const isNumber = names.map((_, col) => rows.every((row) => /^-?[\d.]*$/.test(row[col] ?? '')));
  const cell = (text: string, col: number): string => {
    const gap = ' '.repeat((widths[col] ?? 0) - width(text));
    return isNumber[col] ? gap + text : text + gap;
  };
  return `${lines.map((line) => line.map(cell).join('  ').trimEnd()).join('\n')}\n`;
}

/** Columns a text takes on a terminal: Chinese characters and their punctuation take two. */
function width(text: string): number {
  return Array.from(text).reduce((sum, char) => sum + (/[\u2e80-\uffef“”]/u.test(char) ? 2 : 1), 0);
}
