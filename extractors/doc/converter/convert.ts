/** Old Word documents into docx, several with one start of LibreOffice. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LONGEST_SILENCE, MOST_DOCUMENTS, MOST_HELD, MOST_OUTPUT } from './limits.js';
import { writeProfile } from './profile.js';
import { runLimited } from './run-limited.js';
import type { Ending, Limits } from './run-limited.js';

/** A document to be converted. */
export interface Convertible {
  readonly documentId: string;
  readonly bytes: Uint8Array;
  readonly kind: 'doc' | 'rtf';
}

/** What became of one. `converter`: the program with its version, as it names itself; `unusable` where it is none, whatever the document. */
export type Conversion =
  | { readonly kind: 'converted'; readonly bytes: Uint8Array; readonly converter: string }
  | { readonly kind: 'failed'; readonly reason: string; readonly converter: string }
  | { readonly kind: 'unusable'; readonly reason: string };

/**
 * Converts documents with `program`; those with which it fails or on which it hangs spoil none of the others. Documents beyond {@link MOST_DOCUMENTS}, and those
 * whose result has no room in memory beside the others', are not in the result: convert them alone.
 */
export async function convertAll(
  program: string,
  documents: readonly Convertible[],
  limits: Limits = { silence: LONGEST_SILENCE },
): Promise<ReadonlyMap<string, Conversion>> {
  const batch = documents.slice(0, MOST_DOCUMENTS);
  const { converter, reason } = await nameConverter(program);
  if (converter === null) return new Map(batch.map(({ documentId }) => [documentId, { kind: 'unusable', reason }]));
  const together = await convertOnce(program, batch, limits);
  const results = new Map<string, Conversion>();
  for (const document of batch) {
    const { documentId } = document;
    if (together.postponed.has(documentId)) continue;
    const isSpoilt = !together.converted.has(documentId) && together.ending.code !== 0 && batch.length > 1;
    const { converted, ending } = isSpoilt ? await convertOnce(program, [document], limits) : together;
    const bytes = converted.get(documentId);
    if (bytes) results.set(documentId, { kind: 'converted', bytes, converter });
    else results.set(documentId, { kind: 'failed', reason: describe(ending, limits), converter });
  }
  return results;
}

interface Collected {
  readonly converted: ReadonlyMap<string, Uint8Array>;
  /** Documents whose docx is there, and has no room in memory. */
  readonly postponed: ReadonlySet<string>;
}

interface OneStart extends Collected {
  readonly ending: Ending;
}

/** One start, in a folder of its own that is gone afterwards. */
async function convertOnce(program: string, documents: readonly Convertible[], limits: Limits): Promise<OneStart> {
  const folder = mkdtempSync(join(tmpdir(), 'yusuan-convert-'));
  try {
    const profile = join(folder, 'profile');
    const outputs = join(folder, 'docx');
    mkdirSync(outputs);
    writeProfile(profile);
    const inputs = documents.map(({ bytes, kind }, at) => {
      const path = join(folder, `${at}.${kind}`);
      writeFileSync(path, bytes);
      return path;
    });
    const ending = await runLimited(program, argumentsFor(profile, outputs, inputs), folder, limits);
    return { ...collect(documents, outputs), ending };
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

function argumentsFor(profile: string, outputs: string, inputs: readonly string[]): readonly string[] {
  return [
    `-env:UserInstallation=${pathToFileURL(profile).href}`,
    ...['--headless', '--norestore', '--nolockcheck', '--nodefault', '--nofirststartwizard'],
    ...['--convert-to', 'docx:MS Word 2007 XML', '--outdir', outputs],
    ...inputs,
  ];
}

/** The docx that are there and whole; one that was being written when the program was killed lacks the directory at its end. */
function collect(documents: readonly Convertible[], outputs: string): Collected {
  const converted = new Map<string, Uint8Array>();
  const postponed = new Set<string>();
  let held = 0;
  for (const [at, { documentId }] of documents.entries()) {
    const path = join(outputs, `${at}.docx`);
    const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    if (size === 0 || size > MOST_OUTPUT) continue;
    if (held > 0 && held + size > MOST_HELD) {
      postponed.add(documentId);
      continue;
    }
    const bytes = readFileSync(path);
    if (!bytes.subarray(-ZIP_END_BYTES).includes(ZIP_END)) continue;
    held += size;
    converted.set(documentId, bytes);
  }
  return { converted, postponed };
}

/** End of central directory record (APPNOTE 4.3.16), without comment. */
const ZIP_END = Buffer.from('PK\x05\x06');
const ZIP_END_BYTES = 22;

function describe({ code, wasSilent }: Ending, { silence }: Limits): string {
  if (wasSilent) return `it did nothing for ${silence / 1_000} seconds`;
  return code === 0 ? 'it could not load the document' : 'it crashed, or needed more memory than it may have';
}

/** What a program says it is; null, with the reason, where that is no office program. */
type Named =
  { readonly converter: string; readonly reason?: never } | { readonly converter: null; readonly reason: string };

const names = new Map<string, Promise<Named>>();

/** `LibreOffice 7.4.7.2`; asked once of each program. */
function nameConverter(program: string): Promise<Named> {
  const known = names.get(program) ?? askName(program);
  names.set(program, known);
  return known;
}

/** LibreOffice and what is made of it (LibreOfficeDev, Collabora Office) name themselves so. */
const OFFICE_NAME = /\w* ?Office\w* \d+(?:\.\d+)*/;
/** Milliseconds in which a program says its version. */
const LONGEST_NAMING = 10_000;
/** Characters that are told of what another program says. */
const MOST_TOLD = 60;

/** One that is too slow to say its name is tried all the same. */
async function askName(program: string): Promise<Named> {
  const folder = mkdtempSync(join(tmpdir(), 'yusuan-convert-'));
  try {
    const { output, wasSilent } = await runLimited(program, ['--version'], folder, { silence: LONGEST_NAMING });
    const converter = OFFICE_NAME.exec(output)?.[0].trim() ?? (wasSilent ? program : null);
    if (converter !== null) return { converter };
    const said = output.replace(/\s+/g, ' ').trim().slice(0, MOST_TOLD);
    return { converter, reason: `${program} is not LibreOffice: asked for its version, it says "${said}"` };
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
