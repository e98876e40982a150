/** Paths of a configuration file as paths of the working directory. */
import { existsSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { escapePath, isDynamicPattern } from 'tinyglobby';
import { PATHS_ON_STDIN } from '../sources/index.js';
import type { YusuanConfig } from './types.js';

/** The configuration of a file in `folder` with paths that are relative to the working directory. */
export function withLocalPaths(config: YusuanConfig, folder: string): YusuanConfig {
  const { inputs, manifests, out, codes } = config;
  const local = (path: string): string => (isAbsolute(path) ? path : relative('', resolve(folder, path)) || '.');
  return {
    ...config,
    inputs: inputs?.map((input) => localInput(input, folder, local)),
    manifests: manifests?.map(local),
    out: out === undefined ? undefined : local(out),
    codes: codes === undefined ? undefined : local(codes),
  };
}

/** A glob stays one, and nothing in the folder's own name becomes one. */
function localInput(input: string, folder: string, local: (path: string) => string): string {
  if (input === PATHS_ON_STDIN) return input;
  const isGlob = !isAbsolute(input) && isDynamicPattern(input) && !existsSync(resolve(folder, input));
  if (!isGlob) return local(input);
  const prefix = relative('', folder);
  return prefix === '' ? input : join(escapePath(prefix), input);
}
