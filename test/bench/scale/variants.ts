/** Many documents out of the samples: as long to read, each of other bytes. */
import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';

const SAMPLES = join(import.meta.dirname, '../../../samples');
/** Files of one folder, as crawlers divide them. */
const PER_FOLDER = 500;
/** Comment length in the end of central directory record of a zip (APPNOTE 4.3.16). */
const COMMENT_LENGTH_AT = 20;
const END_RECORD_BYTES = 22;
const LONG_AGO = new Date(Date.UTC(2026, 0, 1));

/** Fills `folder` with `count` documents, the samples in turn. */
export function writeVariants(folder: string, count: number): void {
  const samples = readSamples();
  for (let no = 0; no < count; no += 1) {
    const sample = samples[no % samples.length];
    if (!sample) throw new Error('there are no samples');
    const below = join(folder, String(Math.floor(no / PER_FOLDER)));
    if (no % PER_FOLDER === 0) mkdirSync(below, { recursive: true });
    const path = join(below, `${no}${sample.extension}`);
    writeFileSync(path, vary(sample, no));
    utimesSync(path, LONG_AGO, LONG_AGO);
  }
}

interface Sample {
  readonly extension: string;
  readonly bytes: Buffer;
}

function readSamples(): readonly Sample[] {
  return listSamples().map((path) => ({ extension: extname(path), bytes: readFileSync(path) }));
}

/** Paths of the samples in all formats that need no converter. */
export function listSamples(): readonly string[] {
  return readdirSync(SAMPLES, { recursive: true, encoding: 'utf8' })
    .filter((path) => ['.txt', '.pdf', '.docx'].includes(extname(path)))
    .toSorted()
    .map((path) => join(SAMPLES, path));
}

/** A number where each format lets anything stand. */
function vary({ extension, bytes }: Sample, no: number): Buffer {
  if (extension === '.txt') return Buffer.concat([bytes, Buffer.from(`\n第${no}份\n`)]);
  if (extension === '.pdf') return Buffer.concat([bytes, Buffer.from(`\n%${no}\n`)]);
  const comment = Buffer.from(String(no));
  const end = Buffer.from(bytes.subarray(-END_RECORD_BYTES));
  end.writeUInt16LE(comment.length, COMMENT_LENGTH_AT);
  return Buffer.concat([bytes.subarray(0, -END_RECORD_BYTES), end, comment]);
}
