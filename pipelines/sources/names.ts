/** Which of the files that a folder or archive holds are documents. */

/** Files that accompany documents (metadata, program files, yusuan's own output) and are none; named as an input they are read all the same. */
const COMPANION_EXTENSIONS = new Set(
  [
    'json',
    'jsonl',
    'ndjson',
    'md',
    'yaml',
    'yml',
    'toml',
    'log',
    'duckdb',
    'wal',
    'parquet',
    'js',
    'mjs',
    'ts',
    'css',
    'map',
  ].map((name) => `.${name}`),
);

/** Whether a walk passes over a file or folder of this base name: hidden ones, and what macOS adds to archives. */
export function isHidden(name: string): boolean {
  return name.startsWith('.') || name === '__MACOSX' || name === 'Thumbs.db';
}

/** Whether a file of this base name is a companion of documents and no document. */
export function isCompanion(name: string): boolean {
  return COMPANION_EXTENSIONS.has(name.slice(name.lastIndexOf('.')).toLowerCase());
}

/** Whether a file of this base name is opened as an archive. */
export function isArchive(name: string): boolean {
  return name.toLowerCase().endsWith('.zip');
}
