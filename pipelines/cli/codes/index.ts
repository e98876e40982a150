/** The commands on codes: look one up, import an edition, learn from results. */
import type { CAC } from 'cac';
import type { CommandContext } from '../command.js';
import { addImportCommand } from './import.js';
import { addLearnCommand } from './learn.js';
import { addLookupCommand } from './lookup.js';

export function addCodesCommands(cli: CAC, context: CommandContext): void {
  addLookupCommand(cli, context);
  addImportCommand(cli, context);
  addLearnCommand(cli, context);
}

const SUBCOMMANDS = ['import', 'learn'];

/**
 * `codes import FILE` as the command-line library wants a command, in one word. Only what directly follows `codes` can be a subcommand, so that
 * an option before it (`codes --scheme cofog learn`) makes it a name to look up.
 */
export function joinSubcommand(args: readonly string[]): readonly string[] {
  const [command, subcommand, ...rest] = args;
  const isSubcommand = command === 'codes' && subcommand !== undefined && SUBCOMMANDS.includes(subcommand);
  return isSubcommand ? [`${command} ${subcommand}`, ...rest] : args;
}
