/** What becomes of a file that was made to do harm: a document, or a reason; never more than its share of time and memory. */
import { UnreadableDocument, extract, type UnreadableCode } from '../../extractors/index.js';

/** Milliseconds of processor time that one hostile file may take, on a machine that does other things beside. */
const MOST_TIME = 15_000;

export interface Outcome {
  /** Codes of its diagnostics, each once; of a file that is refused the reason alone. */
  readonly codes: readonly string[];
  readonly refused: UnreadableCode | null;
  readonly tables: number;
  readonly blocks: number;
  /** The first text. */
  readonly text: string;
}

/** Reads bytes as a document. Throws where the program fails: no file may make it. */
export async function outcomeOf(bytes: Uint8Array): Promise<Outcome> {
  const before = process.cpuUsage();
  const outcome = await read(bytes);
  const { user, system } = process.cpuUsage(before);
  const taken = (user + system) / 1_000;
  if (taken > MOST_TIME) throw new Error(`it took ${Math.round(taken)} ms`);
  return outcome;
}

async function read(bytes: Uint8Array): Promise<Outcome> {
  try {
    const document = await extract({ documentId: '0', fileName: 'a', sourceUri: 'file:///a', bytes });
    const { tables, blocks, diagnostics } = document;
    const codes = [...new Set(diagnostics.map(({ code }) => code))];
    return { codes, refused: null, tables: tables.length, blocks: blocks.length, text: blocks[0]?.text ?? '' };
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) throw error;
    return { codes: [error.code], refused: error.code, tables: 0, blocks: 0, text: '' };
  }
}
