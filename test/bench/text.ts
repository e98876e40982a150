/**
 * How fast text becomes facts: documents and megabytes a second from bytes to BudgetDocument on the bundled samples, beside reading and
 * decoding the same files alone. `npm run bench [rounds]`; figures are for comparing two versions on one machine, so there is no threshold.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeText } from '../../extractors/text/decode.js';
import { readText } from '../../extractors/text/read.js';
import { loadCodebook, transform } from '../../transforms/index.js';

const SAMPLES = join(import.meta.dirname, '..', '..', 'samples');
const DEFAULT_ROUNDS = 20;

const rounds = Number(process.argv[2] ?? DEFAULT_ROUNDS);
const paths = readdirSync(SAMPLES, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.txt'))
  .map((name) => join(SAMPLES, name));
const codebook = loadCodebook();

interface Speed {
  readonly step: string;
  readonly seconds: number;
  readonly documents: number;
  readonly megabytes: number;
}

/** Time of `work` over all samples, `rounds` times, after one round to warm up. */
function measure(step: string, work: (bytes: Uint8Array, path: string) => void): Speed {
  const round = (): number =>
    paths.reduce((sum, path) => {
      const bytes = readFileSync(path);
      work(bytes, path);
      return sum + bytes.length;
    }, 0);
  round();
  const started = performance.now();
  let byteSize = 0;
  for (let at = 0; at < rounds; at += 1) byteSize += round();
  return {
    step,
    seconds: (performance.now() - started) / 1_000,
    documents: rounds * paths.length,
    megabytes: byteSize / 1e6,
  };
}

function toSource(bytes: Uint8Array, path: string) {
  const documentId = createHash('sha256').update(bytes).digest('hex');
  return { documentId, fileName: path, sourceUri: path, bytes };
}

const decoding = measure('read and decode', (bytes) => decodeText(bytes));
const extracting = measure('… and extract', (bytes, path) => readText(toSource(bytes, path)));
const understanding = measure('… and transform', (bytes, path) => transform(readText(toSource(bytes, path)), codebook));

console.log(`${paths.length} samples, ${rounds} rounds, Node ${process.version}`);
console.table(
  [decoding, extracting, understanding].map(({ step, seconds, documents, megabytes }) => ({
    step,
    'documents/s': (documents / seconds).toFixed(1),
    'MB/s': (megabytes / seconds).toFixed(2),
    'time, decoding = 1': (seconds / decoding.seconds).toFixed(1),
  })),
);
