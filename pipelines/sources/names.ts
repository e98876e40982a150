/** Which of the files that a folder or archive holds are documents, and what their names say. */
import { isUtf8 } from 'node:buffer';

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

/** What a database has beside it: its write-ahead log, one that was set aside, what memory can't hold, one that is being made. */
const BESIDE_DATABASE = 'budget.duckdb.';

/** Whether a walk passes over a file or folder of this base name: hidden ones, and what macOS and Windows add. */
export function isHidden(name: string): boolean {
  return name.startsWith('.') || name === '__MACOSX' || name === 'Thumbs.db' || name.startsWith(BESIDE_DATABASE);
}

/** The page that a run writes beside its database (or the folder in which that is hidden), and what a killed run left of it. Elsewhere a file of that name is a document. */
export function isOwnPage(name: string, beside: ReadonlySet<string>): boolean {
  return /^report\.html(?:\.\d+\.new)?$/.test(name) && (beside.has('budget.duckdb') || beside.has('.state'));
}

/** The extension that makes a file of this base name a companion of documents and no document; null for a document. */
export function companionExtension(name: string): string | null {
  const extension = name.slice(name.lastIndexOf('.')).toLowerCase();
  return COMPANION_EXTENSIONS.has(extension) ? extension : null;
}

/** Formats of archives that are opened; a tar archive may be compressed. */
export type ArchiveFormat = 'zip' | 'tar';

/** The format of the archive that a file of this base name is opened as; null for what is a document: a docx is a zip archive by its bytes, and is none. */
export function archiveFormat(name: string): ArchiveFormat | null {
  if (/\.zip$/i.test(name)) return 'zip';
  return /\.(?:tar|tgz|tar\.gz)$/i.test(name) ? 'tar' : null;
}

/** A name as text: Chinese Windows writes names in GBK and does not say so; what is valid UTF-8 is taken for it. */
export function decodeName(bytes: Buffer): string {
  return isUtf8(bytes) ? bytes.toString() : new TextDecoder('gb18030').decode(bytes);
}
