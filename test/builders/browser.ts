/** A browser without a window, driven over its debugging pipe: no package, no port. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { z } from 'zod';

const PROGRAMS = ['chromium', 'chromium-browser', 'google-chrome'];
const SWITCHES = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--hide-scrollbars',
  '--no-first-run',
  '--disable-background-networking',
  '--remote-debugging-pipe',
];

/** Name of an installed browser; null where there is none. */
export function findBrowser(): string | null {
  return PROGRAMS.find((name) => spawnSync(name, ['--version']).status === 0) ?? null;
}

const MESSAGE = z.object({
  id: z.number().optional(),
  method: z.string().optional(),
  params: z.record(z.string(), z.unknown()).optional(),
  result: z.record(z.string(), z.unknown()).optional(),
  error: z.object({ message: z.string() }).optional(),
});
type Message = z.infer<typeof MESSAGE>;
type Fields = Readonly<Record<string, unknown>>;

const EVALUATED = z.object({
  result: z.object({ value: z.unknown().optional() }),
  exceptionDetails: z.object({ text: z.string() }).loose().optional(),
});

export interface View {
  readonly width: number;
  readonly height: number;
  readonly language: 'zh-CN' | 'en-US';
  readonly scheme?: 'light' | 'dark';
}

export interface Page {
  /** The value of an expression in the page. @throws Error where it throws */
  evaluate(expression: string): Promise<unknown>;
  /** PNG of what is seen. */
  screenshot(): Promise<Buffer>;
  /** What the page has complained of so far: errors, warnings, refused content. */
  readonly complaints: readonly string[];
  /** Addresses that it has asked for. */
  readonly requests: readonly string[];
}

/** Opens `address` in a browser of its own, lets `use` look at it, and closes the browser. */
export async function browse<T>(
  program: string,
  address: string,
  view: View,
  use: (page: Page) => Promise<T>,
): Promise<T> {
  const profile = mkdtempSync(join(tmpdir(), 'yusuan-browser-'));
  const child = spawn(program, [...SWITCHES, `--user-data-dir=${profile}`], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    // a group of its own, so that its processes can be ended with it: they write into the profile
    detached: true,
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  try {
    const [, , , into, from] = child.stdio;
    if (!(into instanceof Writable && from instanceof Readable)) throw new Error('the browser has no pipe');
    return await use(await openPage(connect(into, from), address, view));
  } finally {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    await ended;
    rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}

interface Connection {
  call(method: string, params?: Fields, sessionId?: string): Promise<Fields>;
  listen(listener: (message: Message) => void): void;
}

/** Messages are JSON, each ended by a NUL. */
function connect(into: Writable, from: Readable): Connection {
  const waiting = new Map<number, (message: Message) => void>();
  const listeners: ((message: Message) => void)[] = [];
  let rest = '';
  let calls = 0;
  from.setEncoding('utf8').on('data', (chunk: string) => {
    const messages = (rest + chunk).split('\0');
    rest = messages.pop() ?? '';
    for (const text of messages) {
      const message = MESSAGE.parse(JSON.parse(text));
      if (message.id === undefined) for (const listener of listeners) listener(message);
      else waiting.get(message.id)?.(message);
    }
  });
  return {
    listen: (listener) => listeners.push(listener),
    call: async (method, params = {}, sessionId) => {
      calls += 1;
      const id = calls;
      const answer = new Promise<Message>((resolve) => waiting.set(id, resolve));
      into.write(`${JSON.stringify({ id, method, params, ...(sessionId === undefined ? {} : { sessionId }) })}\0`);
      const { error, result } = await answer;
      if (error) throw new Error(`${method}: ${error.message}`);
      return result ?? {};
    },
  };
}

async function openPage(connection: Connection, address: string, view: View): Promise<Page> {
  const { targetId } = await connection.call('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await connection.call('Target.attachToTarget', { targetId, flatten: true });
  const call = (method: string, params: Fields = {}): Promise<Fields> =>
    connection.call(method, params, String(sessionId));
  const complaints: string[] = [];
  const requests: string[] = [];
  const loaded = new Promise<void>((resolve) => {
    connection.listen(({ method, params = {} }) => {
      if (method === 'Page.loadEventFired') resolve();
      if (method === 'Network.requestWillBeSent') requests.push(JSON.stringify(params['documentURL']));
      if (isComplaint(method, params)) complaints.push(JSON.stringify(params));
    });
  });
  for (const domain of ['Page', 'Runtime', 'Log', 'Network']) await call(`${domain}.enable`);
  await emulate(call, view);
  await call('Page.navigate', { url: address });
  await loaded;
  return {
    complaints,
    requests,
    evaluate: async (expression) => {
      const answer = EVALUATED.parse(
        await call('Runtime.evaluate', { expression, returnByValue: true, awaitPromise: true }),
      );
      if (answer.exceptionDetails) throw new Error(JSON.stringify(answer.exceptionDetails));
      return answer.result.value;
    },
    screenshot: async () => Buffer.from(String((await call('Page.captureScreenshot'))['data']), 'base64'),
  };
}

function isComplaint(method: string | undefined, params: Fields): boolean {
  if (method === 'Runtime.consoleAPICalled') return params['type'] === 'error' || params['type'] === 'warning';
  return method === 'Runtime.exceptionThrown' || method === 'Log.entryAdded';
}

async function emulate(
  call: (method: string, params: Fields) => Promise<Fields>,
  { width, height, language, scheme = 'light' }: View,
): Promise<void> {
  const device = { width, height, deviceScaleFactor: 1, mobile: width < 600 };
  await call('Emulation.setDeviceMetricsOverride', device);
  await call('Emulation.setUserAgentOverride', { userAgent: 'test', acceptLanguage: language });
  await call('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: scheme }] });
}
