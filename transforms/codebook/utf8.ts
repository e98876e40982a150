/** Text files that must be UTF-8: any other encoding read as such gives words that nobody wrote. */
import { isUtf8 } from 'node:buffer';
import { existsSync, readFileSync } from 'node:fs';

/** The text, a byte order mark at its head left out; or what keeps it from being read, its place in front: `path/function.csv:12: …`. */
export type Utf8File = { readonly text: string } | { readonly fault: string };

/** Reads a file as UTF-8. Nothing throws: a file that is missing, unreadable or of another encoding is a fault. */
export function readUtf8(path: string): Utf8File {
  if (!existsSync(path)) return { fault: `${path}: the file is missing` };
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    return { fault: `${path}: can't be read (${error instanceof Error ? error.message : String(error)})` };
  }
  if (isUtf8(bytes)) return { text: bytes.toString('utf8').replace(/^\uFEFF/, '') };
  const line = String(firstForeignLine(bytes));
  return { fault: `${path}:${line}: not UTF-8 (this line has bytes of another encoding); save the file as UTF-8` };
}

/** The first line, from 1, that is not UTF-8. */
function firstForeignLine(bytes: Buffer): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const found = bytes.indexOf(0x0a, start);
    const end = found < 0 ? bytes.length : found + 1;
    if (!isUtf8(bytes.subarray(start, end))) return line;
    start = end;
  }
  return line;
}
