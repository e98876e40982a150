/** A scratch folder whose sources a test lists. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach } from 'vitest';
import { UnreadableDocument } from '../../extractors/index.js';
import { listSources, type ListOptions, type Source, type SourceNote } from '../../pipelines/sources/index.js';

interface Listed {
  /** Without the folder. */
  readonly uri: string;
  readonly fileName: string;
  /** The text, or the code of the refusal. */
  readonly content: string;
}

/** A folder that is empty before each test of a file and gone behind them. */
export function sourceFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'yusuan-sources-'));
  beforeEach(() => {
    rmSync(folder, { recursive: true });
    mkdirSync(folder);
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  function write(path: string, content: string | Buffer = path): string {
    const full = join(folder, path);
    mkdirSync(join(full, '..'), { recursive: true });
    writeFileSync(full, content);
    return full;
  }

  const shorten = (uri: string): string => uri.replace(`file://${folder}`, '').replace(/^\//, '');

  /** Sources with what reading them gives, and notes as `place: message`. */
  async function listWith(options: ListOptions, ...paths: readonly string[]) {
    const listed: Listed[] = [];
    const notes: string[] = [];
    const onNote = ({ uri, message }: SourceNote): void => {
      notes.push(`${shorten(uri)}: ${message}`);
    };
    const sources: Source[] = [];
    for await (const source of listSources(paths, onNote, options)) {
      sources.push(source);
      listed.push({ uri: shorten(source.uri), fileName: source.fileName, content: await contentOf(source) });
    }
    return { listed, notes, sources };
  }

  const listWithNotes = async (...paths: readonly string[]) => {
    const { listed, notes } = await listWith({}, ...paths);
    return { listed, notes };
  };
  const list = async (...paths: readonly string[]): Promise<Listed[]> => (await listWith({}, ...paths)).listed;
  /** Each source as `uri content`. */
  const lines = async (options: ListOptions, ...paths: readonly string[]): Promise<string[]> =>
    (await listWith(options, ...paths)).listed.map(({ uri, content }) => `${uri} ${content}`);
  return { path: folder, write, shorten, list, listWithNotes, listWith, lines };
}

/** The text of a source, or `refused:` and the code. */
async function contentOf(source: Source): Promise<string> {
  try {
    return Buffer.from(await source.read()).toString();
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) throw error;
    return `refused: ${error.code}`;
  }
}

/** Why a source can't be read. */
export async function refusalOf(source: Source | undefined): Promise<string> {
  return source === undefined
    ? 'no source'
    : source.read().then(
        () => 'read',
        (error: unknown) => String(error),
      );
}
