/** Every check but the tests, one on each core. What a check prints is shown when it ends; ends with 1 where one fails. */
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** Scripts of package.json, those that take longest first. */
const CHECKS = ['lint:types', 'types', 'lint:format', 'unused', 'lint:fast'];

interface Ended {
  readonly code: number | null;
  readonly output: string;
}

async function runScript(name: string): Promise<Ended> {
  const child = spawn('npm', ['run', '--silent', name], { shell: process.platform === 'win32' });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  return { code, output };
}

const waiting = [...CHECKS];

/** Takes checks until none is left. */
async function work(): Promise<void> {
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    const { code, output } = await runScript(name);
    console.log(`${code === 0 ? 'ok' : 'FAILED'}  npm run ${name}\n${code === 0 ? '' : output}`.trimEnd());
    if (code !== 0) process.exitCode = 1;
  }
}

await Promise.all(Array.from({ length: availableParallelism() }, work));
