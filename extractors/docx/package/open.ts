/** From bytes to a Word document's parts. */
import type { ExtractLimits } from '../../limits.js';
import { UnreadableDocument } from '../../types.js';
import { CONTENT_TYPES, isWordMain, readContentTypes } from './content-types.js';
import { readRelations } from './relationships.js';
import type { PartRole, Relations } from './relationships.js';
import { damaged, PartsArchive } from './zip.js';

/** A Word document, its main part found. */
export class WordPackage {
  constructor(
    private readonly archive: PartsArchive,
    /** Name of the main part, usually `word/document.xml`. */
    readonly mainPart: string,
    readonly mediaType: string,
    private readonly relations: Relations,
  ) {}

  /** The bytes of a part. */
  read(part: string): AsyncIterable<Uint8Array> {
    return this.archive.read(part);
  }

  /** The part that plays a role for the main part: its name, and whether the package holds it; null where none is named. */
  related(role: PartRole): { readonly part: string; readonly isThere: boolean } | null {
    const part = this.relations.get(role);
    return part === undefined ? null : { part, isThere: this.archive.has(part) };
  }
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const DOCM = 'application/vnd.ms-word.document.macroEnabled.12';

const ZIP = [0x50, 0x4b];

/**
 * Opens a Word document of 2007 or later, told by its parts; null for bytes of any other format.
 *
 * @throws UnreadableDocument `docx-damaged` for a zip of Word parts that can't be listed or lacks its main part;
 * `docx-beyond-limits`
 */
export async function openWord(
  bytes: Uint8Array,
  limits: Pick<ExtractLimits, 'unpackedBytes'>,
): Promise<WordPackage | null> {
  if (!startsWith(bytes, ZIP)) return null;
  const archive = await listParts(bytes, limits.unpackedBytes);
  return archive && findMain(archive);
}

/** The parts of a zip; null where it can't be listed and does not look like Word's. */
async function listParts(bytes: Uint8Array, mostUnpacked: number): Promise<PartsArchive | null> {
  try {
    return await PartsArchive.open(bytes, mostUnpacked);
  } catch (error) {
    if (error instanceof UnreadableDocument) throw error;
    if (!namesWordParts(bytes)) return null;
    throw damaged('the directory of its zip is broken or cut off', error);
  }
}

/** Bytes near the start in which the first local headers name their parts. */
const HEAD_BYTES = 8_192;

function namesWordParts(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD_BYTES)).toString('latin1');
  return head.includes('word/');
}

/** By the package's relation and the type of the part to which it leads; where one of the two is missing, by the other. */
async function findMain(archive: PartsArchive): Promise<WordPackage | null> {
  const named = (await readRelations(archive, '')).get('officeDocument');
  const types = archive.has(CONTENT_TYPES) ? await readContentTypes(archive) : new Map<string, string>();
  const type = named === undefined ? undefined : types.get(named.toLowerCase());
  const typed = [...types].find(([, own]) => isWordMain(own));
  const isWord = type === undefined ? typed !== undefined || isUsualName(named) : isWordMain(type);
  if (!isWord) return null;
  const part = named ?? typed?.[0] ?? '';
  if (!archive.has(part)) throw damaged(`its main part ${part} is missing`);
  const isMacro = /macroEnabled/i.test(type ?? typed?.[1] ?? '');
  return new WordPackage(archive, part, isMacro ? DOCM : DOCX, await readRelations(archive, part));
}

function isUsualName(part: string | undefined): boolean {
  return part !== undefined && /(?:^|\/)word\/document\d*\.xml$/i.test(part);
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte);
}
