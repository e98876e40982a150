/** Does what the README tells its reader to do, in a folder of its own. */
import { execFile } from 'node:child_process';
import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { queryTable } from '../../scripts/query-table.js';
import { buildProgram, PROGRAM } from '../builders/cli.js';
import { commandsOf, type Block } from './blocks.js';

const ROOT = join(import.meta.dirname, '..', '..');

/** Makes `folder` look like a checkout in which `yusuan` is on the path. */
export async function prepare(folder: string): Promise<void> {
  const bin = join(folder, 'bin');
  await mkdir(bin);
  buildProgram();
  await writeFile(join(bin, 'yusuan'), `#!/bin/sh\nexec "${process.execPath}" "${PROGRAM}" "$@"\n`);
  await chmod(join(bin, 'yusuan'), 0o755);
  await symlink(join(ROOT, 'samples'), join(folder, 'samples'));
}

/** The text that a block should have: its commands with what they print now, the result of the query above it, or itself. */
export async function perform(block: Block, above: Block | undefined, folder: string): Promise<string> {
  if (block.language === 'console') return runCommands(commandsOf(block), folder);
  // what a reader may ask without being shown the answer must be understood all the same
  if (block.language === 'sql') await queryTable(join(folder, 'out', 'budget.duckdb'), block.text);
  if (block.language === 'result' && above?.language === 'sql')
    return queryTable(join(folder, 'out', 'budget.duckdb'), above.text);
  return block.text;
}

/** What a run says of its pace where it takes long; a busy machine makes it. */
const OF_A_SLOW_RUN = /^\d+ documents, [\d.]+\/s|^ {2}in \d+ (?:min|h) /;

async function runCommands(commands: readonly string[], cwd: string): Promise<string> {
  const env = { ...process.env, PATH: `${join(cwd, 'bin')}:${process.env['PATH'] ?? ''}`, NO_COLOR: '1' };
  const shown: string[] = [];
  for (const command of commands) {
    const { stdout } = await promisify(execFile)('bash', ['-c', `${command} 2>&1`], { cwd, env });
    const lines = stdout.trimEnd().split('\n');
    shown.push(`$ ${command}`, ...lines.filter((line) => !OF_A_SLOW_RUN.test(line)));
  }
  return `${shown.join('\n')}\n`;
}
