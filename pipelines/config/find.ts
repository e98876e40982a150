/** Which configuration a run has. */
import { existsSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { ConfigError } from './errors.js';
import { loadFile } from './load.js';
import { withLocalPaths } from './paths.js';
import type { YusuanConfig } from './types.js';
import { validateConfig } from './validate.js';

/** Names under which a configuration is found. */
const CONFIG_FILES: readonly string[] = ['yusuan.config.ts', 'yusuan.config.js', 'yusuan.config.json'];

/** A configuration and the file that it stands in, as a person would name it. */
interface FoundConfig {
  readonly file: string;
  readonly config: YusuanConfig;
}

/**
 * The configuration at `named`, or else the one in the working directory; null where there is none.
 *
 * Its paths are absolute or relative to the working directory.
 *
 * @throws ConfigError where the named one is not there, there are several, or it can't be used
 */
export async function findConfig(named: string | null): Promise<FoundConfig | null> {
  const file = named ?? fileHere();
  if (file === null) return null;
  const path = resolve(file);
  if (!existsSync(path)) throw new ConfigError(`there is no configuration ${file}`);
  if (!/\.(ts|js|json)$/.test(path))
    throw new ConfigError(`a configuration is a .ts, .js or .json file; not ${basename(path)}`);
  const config = validateConfig(await loadFile(path), file);
  return { file, config: withLocalPaths(config, dirname(path)) };
}

function fileHere(): string | null {
  const found = CONFIG_FILES.filter((name) => existsSync(name));
  if (found.length > 1)
    throw new ConfigError(`there are ${found.join(' and ')}; keep one, or say which with --config FILE`);
  return found[0] ?? null;
}
