/** Process of its own: reads the samples over and over, first until they are compiled, then, each time it is told to by a line on stdin, to be measured; prints the milliseconds. */
import { readFileSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [root, ...files] = process.argv.slice(2);
const room = (name) => import(pathToFileURL(join(root, 'dist', name, 'index.js')).href);
const { extract } = await room('extractors');
const { transform, loadCodebook } = await room('transforms');
const WARM_UP_ROUNDS = 6;

const codebook = loadCodebook();
const documents = files.map((file) => ({
  documentId: file,
  fileName: file,
  sourceUri: pathToFileURL(file).href,
  bytes: readFileSync(file),
}));

await read(WARM_UP_ROUNDS);
console.log('ready');
for (;;) {
  await once(process.stdin, 'data');
  const started = performance.now();
  await read(1);
  console.log(performance.now() - started);
}

async function read(rounds) {
  for (let round = 0; round < rounds; round += 1)
    for (const document of documents) transform(await extract(document), codebook);
}
