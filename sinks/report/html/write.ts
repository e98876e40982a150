/** `report.html`: written aside and put in place whole; left alone where it is still right. */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readdirSync, readSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { CONTRACT_VERSION } from '../../contract/index.js';
import { CURRENT_DOCUMENT } from '../../contract/views/current.js';
import { selectRows } from '../../duckdb/query.js';
import { readPage } from '../page/read.js';
import type { PageContext } from '../page/types.js';
import { readAssets } from './assets.js';
import { readState, renderPage } from './shell.js';

export const REPORT_FILE = 'report.html';
/** Its state stands within its first bytes. */
const HEAD_BYTES = 2_000;

/** What the page tells changes only with one of these. A document that is read anew has another run, one that is gone is not current. */
const STATE_SQL = `SELECT
  (SELECT concat(count(*), ' ', bit_xor(hash(document_id, run_id, pipeline_version))) FROM documents WHERE ${CURRENT_DOCUMENT}) AS documents,
  (SELECT concat(count(*), ' ', bit_xor(hash(source_uri, document_id))) FROM document_sources WHERE superseded_at IS NULL AND missing_since IS NULL) AS sources,
  (SELECT concat(count(*), ' ', bit_xor(hash(document_id, source_uri, diagnostic_no, code))) FROM diagnostics) AS diagnostics`;

/**
 * Brings `<outDir>/report.html` up to date with the archive.
 *
 * @param program name and version of what writes it, as the page says
 * @throws Error of DuckDB or of the file system; the page that was there is there still
 */
export async function writePage(
  connection: DuckDBConnection,
  outDir: string,
  program: string,
  context: PageContext,
): Promise<void> {
  removeUnfinished(outDir);
  const assets = readAssets();
  const state = await stateOf(connection, [program, JSON.stringify(context), assets.style, assets.script]);
  const path = join(outDir, REPORT_FILE);
  if (stateOfFile(path) === state) return;
  const data = { program, writtenAt: new Date().toISOString(), ...(await readPage(connection, context)) };
  putInPlace(path, renderPage(data, assets, state));
}

async function stateOf(connection: DuckDBConnection, others: readonly string[]): Promise<string> {
  const rows = await selectRows(connection, STATE_SQL);
  const hash = createHash('sha256').update(CONTRACT_VERSION);
  for (const text of [...rows.flatMap((row) => Object.values(row).map(String)), ...others]) hash.update(`\n${text}`);
  return hash.digest('hex');
}

/** null where there is no page, or no file that can be read. */
function stateOfFile(path: string): string | null {
  try {
    const file = openSync(path, 'r');
    try {
      const head = Buffer.alloc(HEAD_BYTES);
      return readState(head.toString('utf8', 0, readSync(file, head)));
    } finally {
      closeSync(file);
    }
  } catch {
    return null;
  }
}

function putInPlace(path: string, page: string): void {
  const aside = `${path}.${String(process.pid)}.new`;
  try {
    writeFileSync(aside, page);
    renameSync(aside, path);
  } catch (error) {
    rmSync(aside, { force: true });
    throw error;
  }
}

/** What runs left that were killed while they wrote it; the archive is open for one run alone. */
function removeUnfinished(outDir: string): void {
  const unfinished = readdirSync(outDir).filter(
    (name) => name.startsWith(`${REPORT_FILE}.`) && /\.\d+\.new$/.test(name),
  );
  for (const name of unfinished) rmSync(join(outDir, name), { force: true });
}
