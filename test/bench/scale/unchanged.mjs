/** Process of its own: looks at every file of a folder, then runs over them; prints the milliseconds of both. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [root, inputs, out] = process.argv.slice(2);
const { run } = await import(pathToFileURL(join(root, 'dist/index.js')).href);
const ROUNDS = 3;

let looking = Infinity;
let running = Infinity;
for (let round = 0; round < ROUNDS; round += 1) {
  looking = Math.min(looking, await timeOf(lookAtAll));
  running = Math.min(running, await timeOf(runAgain));
}
console.log(JSON.stringify({ looking, running }));

async function lookAtAll() {
  for (const entry of await readdir(inputs, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) await stat(join(entry.parentPath, entry.name));
}

async function runAgain() {
  const { counts } = await run({ inputs: [inputs], outDir: out });
  if (counts.unchanged !== counts.seen) throw new Error(`not unchanged: ${JSON.stringify(counts)}`);
}

async function timeOf(work) {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
