/** A process of its own, as it would crash or never end: archives that are closed sooner or later after they are asked. Says how the questions ended. */
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openArchive } from '../../sinks/index.js';

/** Contents asked after in one question: some hundredths of a second to prepare it, to bind it, to answer it. */
const IDS = 50_000;
const LAST_MS = 100;
const STEP_MS = 10;

const [folder = ''] = process.argv.slice(2);
const ids = Array.from({ length: IDS }, (_, at) => String(at).padStart(64, '0'));
const ends: string[] = [];
for (let delay = 0; delay <= LAST_MS; delay += STEP_MS) {
  const archive = await openArchive(join(folder, String(delay)), { pipelineVersion: '1' });
  await archive.startRun({ runId: 'run', startedAt: new Date(), arguments: {} });
  const asked = Promise.allSettled([archive.statusesOf(ids), archive.statusesOf(ids)]);
  await wait(delay);
  await archive.close();
  const late = await Promise.allSettled([archive.statusesOf(ids)]);
  ends.push([...(await asked).slice(0, 1), ...late].map(({ status }) => status).join(' '));
}
console.log([...new Set(ends)].join(', '));
