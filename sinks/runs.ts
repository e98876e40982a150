/** Rows of `runs`. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { timestampTZValue } from '@duckdb/node-api';
import { tables } from './contract/index.js';
import { appendRows } from './duckdb/append.js';

export interface RunStart {
  readonly runId: string;
  readonly startedAt: Date;
  /** What the program was called with; becomes JSON. */
  readonly arguments: unknown;
}

export interface RunCounts {
  readonly seen: number;
  readonly loaded: number;
  readonly unchanged: number;
  /** Unreadable sources included. */
  readonly quarantined: number;
}

export async function insertRun(
  connection: DuckDBConnection,
  { runId, startedAt, arguments: args }: RunStart,
  pipelineVersion: string,
): Promise<void> {
  await appendRows(connection, tables.runs, [
    {
      run_id: runId,
      started_at: startedAt,
      finished_at: null,
      pipeline_version: pipelineVersion,
      arguments: JSON.stringify(args ?? null),
      documents_seen: null,
      documents_loaded: null,
      documents_unchanged: null,
      documents_quarantined: null,
    },
  ]);
}

export async function completeRun(
  connection: DuckDBConnection,
  runId: string,
  finishedAt: Date,
  counts: RunCounts,
): Promise<void> {
  await connection.run(
    `UPDATE runs SET finished_at = $at, documents_seen = $seen, documents_loaded = $loaded,
       documents_unchanged = $unchanged, documents_quarantined = $quarantined WHERE run_id = $id`,
    { id: runId, at: timestampTZValue(BigInt(finishedAt.getTime()) * 1000n), ...counts },
  );
}
