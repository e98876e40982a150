/** One open database file. */
import { existsSync, realpathSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import { DuckDBInstance } from '@duckdb/node-api';
import type { DuckDBConnection } from '@duckdb/node-api';
import { ArchiveError } from '../errors.js';
import { openingError } from './failures.js';

export interface Database {
  readonly path: string;
  /** For one thing after the other: a statement that begins on a connection ends what another has not finished, an appender's as well. */
  readonly connection: DuckDBConnection;
  /** For questions beside what goes on over `connection`; it sees what is committed. One after the other, too. */
  readonly reader: DuckDBConnection;
  /** From here on `close` writes nothing into the main file: for one that is found damaged. */
  leaveAsItIs(): Promise<void>;
  /** Opened for writing it keeps to the memory and the cores that the workers of a run leave it; from here on they have ended. */
  workAlone(): Promise<void>;
  /** Writes what the write-ahead log holds into the main file, where it can, and gives the file free. */
  close(): void;
}

/**
 * What DuckDB may hold before it puts things aside on disk; left alone it takes 80% of the machine. While documents are taken in, their workers need the machine,
 * and all that more memory would do is to keep tables that nobody asks for. Sorting a whole archive is another thing, and each thread has rows of its own in hand: on two
 * cores the export of 10,000 documents takes 12 seconds with 768 MiB, 17 with 512, and fails with 256; with the threads of 16 cores it takes minutes with 768 MiB.
 */
const BESIDE_WORKERS_A_CORE = 128 * 1024 ** 2;
const ALONE_A_CORE = 384 * 1024 ** 2;
/** What one core has is not enough for one. */
const LEAST_CORES = 2;
/** Of the machine's memory, whatever its cores. */
const MOST_MEMORY_PART = 0.25;

/** Cores for each thread of DuckDB's beside workers, which need the cores: its threads wait for each other by asking again and again. */
const CORES_A_THREAD = 8;

/**
 * Size of the log at which DuckDB takes it into the main file. Each time it writes the last, unfinished row group of every table anew: at its own 16 MB a third of
 * what a run's writer did was that, at 64 MB a sixth more than at this. What the log holds lies in memory too, and is read back after a crash.
 */
const CHECKPOINT_THRESHOLD = '128MB';

/** Databases that this process has open: the operating system's lock only keeps other processes out. */
const openPaths = new Set<string>();

/** Opens a database file. @throws ArchiveError; `cause` is what DuckDB threw */
export async function openFile(path: string, mode: 'READ_ONLY' | 'READ_WRITE'): Promise<Database> {
  const key = existsSync(path) ? realpathSync(path) : path;
  if (openPaths.has(key)) throw new ArchiveError('locked', `${path} is already open in this process`);
  openPaths.add(key);
  try {
    const instance = await DuckDBInstance.create(path, {
      access_mode: mode,
      memory_limit: memoryLimit(mode === 'READ_WRITE' ? BESIDE_WORKERS_A_CORE : ALONE_A_CORE),
      checkpoint_threshold: CHECKPOINT_THRESHOLD,
      threads: String(mode === 'READ_WRITE' ? threadsBesideWorkers() : availableParallelism()),
    });
    const connection = await instance.connect();
    const reader = await instance.connect();
    const leaveAsItIs = async (): Promise<void> => {
      // A database that DuckDB has given up refuses this too, and writes nothing any more.
      await connection.run('PRAGMA disable_checkpoint_on_shutdown').catch(() => undefined);
    };
    const workAlone = async (): Promise<void> => {
      await connection.run(`SET memory_limit = '${memoryLimit(ALONE_A_CORE)}'`);
      await connection.run(`SET threads = ${String(availableParallelism())}`);
    };
    const close = (): void => {
      reader.closeSync();
      connection.closeSync();
      instance.closeSync();
      openPaths.delete(key);
    };
    return { path, connection, reader, leaveAsItIs, workAlone, close };
  } catch (error) {
    openPaths.delete(key);
    throw openingError(path, error, mode);
  }
}

function threadsBesideWorkers(): number {
  return Math.max(1, Math.floor(availableParallelism() / CORES_A_THREAD));
}

/** As DuckDB reads it; a container's limit counts as the machine's memory. */
function memoryLimit(bytesACore: number): string {
  const cores = Math.max(LEAST_CORES, availableParallelism());
  const allowed = process.constrainedMemory() || Infinity;
  return `${Math.floor(Math.min(cores * bytesACore, MOST_MEMORY_PART * Math.min(totalmem(), allowed)))}B`;
}
