/** A configuration as it is written. */
import type { DocumentLimits } from '../limits.js';

/** What `yusuan.config.ts`, `.js` or `.json` may say; a flag of `run` goes before it. Paths are relative to the file. */
export interface YusuanConfig {
  /** Files, folders, globs, archives of files, `-` for a list of paths on standard input. */
  inputs?: string[] | undefined;
  /** Manifests: JSON Lines or CSV that name files, their addresses, and what else is known of them. */
  manifests?: string[] | undefined;
  /** Folder of the results. */
  out?: string | undefined;
  /** Folder of your own code tables. */
  codes?: string | undefined;
  /** Documents read at once; 0 reads them in the process of the run. */
  jobs?: number | undefined;
  /** What one document may take. Seconds, MiB of memory, pages, cells of all tables, bytes that it unpacks to. */
  limits?: { -readonly [Limit in keyof DocumentLimits]?: number | undefined } | undefined;
  /** Documents that are read again although nothing changed. */
  reprocess?: 'none' | 'failed' | 'all' | undefined;
  /** Parquet beside the database, none, or Parquet alone for readers. */
  parquet?: 'beside' | 'none' | 'only' | undefined;
  /** How much of what may be found before `run` ends with exit code 3. */
  failOn?:
    | {
        suspect?: number | undefined;
        quarantined?: number | undefined;
        gone?: number | undefined;
        'failed-checks'?: number | undefined;
        'without-text'?: number | undefined;
        'without-converter'?: number | undefined;
      }
    | undefined;
  /** Log on stderr for people, or one JSON object a line. */
  logFormat?: 'text' | 'json' | undefined;
}

/** The same object, for editors to complete and check it. */
export function defineConfig(config: YusuanConfig): YusuanConfig {
  return config;
}
