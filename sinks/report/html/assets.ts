/** Style and script of the page, read from the files beside this one. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The modules of the script, each behind those that it uses. */
const MODULES = [
  'data',
  'elements',
  'language',
  'names',
  'figures',
  'bars',
  'numerals',
  'filter',
  'hash',
  'rows',
  'evidence',
  'overview',
  'checks',
  'others',
  'missing',
  'controls',
  'main',
] as const;

const HERE = import.meta.dirname;

export interface Assets {
  readonly style: string;
  readonly script: string;
}

/** Reads them anew. @throws Error of the file system where the installation is not whole */
export function readAssets(): Assets {
  const modules = MODULES.map((name) => bindModule(name, readFileSync(join(HERE, 'client', `${name}.js`), 'utf8')));
  return {
    style: readFileSync(join(HERE, 'style.css'), 'utf8'),
    script: `'use strict';\n(() => {\n${modules.join('')}})();\n`,
  };
}

/**
 * A module as a function that returns what it exports, for the modules behind it: a page that is one file has nothing to import from. Modules import
 * names in braces from a module beside them, and write `export` in front of what they declare.
 */
function bindModule(name: string, source: string): string {
  const exported = [...source.matchAll(/^export (?:const|function) (\w+)/gm)].map(([, word = '']) => word);
  const body = source
    .replaceAll(/^ *\/\*\*(?:(?!\*\/)[^])*\*\/\n/gm, '')
    .replaceAll(/^import (\{[^}]*\}) from '\.\/(\w+)\.js';$/gm, 'const $1 = $2Module;')
    .replaceAll(/^export /gm, '');
  return `const ${name}Module = (() => {\n${body}return { ${exported.join(', ')} };\n})();\n`;
}
