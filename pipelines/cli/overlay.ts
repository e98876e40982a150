/** `--codes`: which of the user's own code tables a command uses. */
import { countOverlayRows, findOverlayFolder } from '../codes/index.js';
import type { CommandContext } from './command.js';
import { UsageError } from './exit.js';
import { optionText } from './options.js';

/** What every command says of the option. */
export const CODES_OPTION = [
  '--codes <dir>',
  'Folder of your own code tables (default: YUSUAN_CODES, else yusuan/codes in your data folder)',
] as const;

/**
 * The folder of the code tables to lay over the packaged ones; null where there is none.
 *
 * @param configured the one that a configuration names; the command line goes before it
 * @throws UsageError when it was named and is not there
 */
export function overlayToUse({ args }: CommandContext, configured: string | null = null): string | null {
  const { path, isNamed, exists } = findOverlayFolder(optionText(args, 'codes') ?? configured);
  if (isNamed && !exists)
    throw new UsageError(`there is no folder ${path}; yusuan codes import FILE --codes ${path} would make it`);
  return exists ? path : null;
}

/** Tells that results depend on more than the packaged tables, or that they don't though the environment names others. */
export function tellOverlay({ log }: CommandContext, overlay: string | null): void {
  const given = process.env['YUSUAN_CODES'];
  if (overlay === null) {
    if (given)
      log.warn(`YUSUAN_CODES names ${given}, where there is no folder: only the packaged code tables are used`);
    return;
  }
  const rows = countOverlayRows(overlay);
  log.info(`code tables: those of ${overlay} are laid over the packaged ones, rows: ${rows}`);
}
