/** The code tables, written only when they differ from what the archive holds. */
import { createHash } from 'node:crypto';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { CodeEntry, CrosswalkEntry, OldName } from '../transforms/codebook/types.js';
import { tables } from './contract/index.js';
import { appendRows } from './duckdb/append.js';
import { inTransaction, selectRows } from './duckdb/query.js';
import { markDataset } from './parquet/pending.js';

const DIGEST_KEY = 'codes_sha256';

/**
 * Replaces both code tables when they differ.
 * @throws Error when a code has two primary correspondences in one scheme: its money would count twice
 */
export async function writeCodeTables(
  connection: DuckDBConnection,
  entries: readonly CodeEntry[],
  crosswalk: readonly CrosswalkEntry[],
): Promise<void> {
  checkPrimaries(crosswalk);
  const codes = codeRows(entries);
  const pairs = crosswalk.map(crosswalkRow);
  const digest = createHash('sha256')
    .update(JSON.stringify([codes, pairs]))
    .digest('hex');
  const [known] = await selectRows(connection, 'SELECT value FROM meta WHERE key = $key', { key: DIGEST_KEY });
  if (known?.['value'] === digest) return;
  await inTransaction(connection, async () => {
    await connection.run(
      `DELETE FROM classification_codes; DELETE FROM code_crosswalk; DELETE FROM meta WHERE key = '${DIGEST_KEY}'`,
    );
    await appendRows(connection, tables.classificationCodes, codes);
    await appendRows(connection, tables.codeCrosswalk, pairs);
    await appendRows(connection, tables.meta, [{ key: DIGEST_KEY, value: digest }]);
    for (const name of ['classification_codes', 'code_crosswalk', 'meta']) await markDataset(connection, name);
  });
}

/** Rows of `classification_codes`; entries of one code are numbered in the order given. */
function codeRows(entries: readonly CodeEntry[]) {
  const counts = new Map<string, number>();
  return entries.map((entry) => {
    const key = [entry.scheme, entry.edition, entry.code].join(' ');
    const entryNo = (counts.get(key) ?? 0) + 1;
    counts.set(key, entryNo);
    return {
      scheme: entry.scheme,
      edition: entry.edition,
      code: entry.code,
      entry_no: entryNo,
      name: entry.name,
      parent_code: entry.parentCode,
      budget: entry.budget,
      level: entry.level,
      valid_from: entry.validFrom,
      valid_to: entry.validTo,
      old_names: orNull(entry.oldNames.map(formatOldName)),
      evidence: entry.evidence,
      confidence: entry.confidence,
      doubtful_years: orNull(entry.doubtfulYears.map(String)),
      other_name: entry.otherName,
      note: entry.note,
    };
  });
}

function orNull(texts: readonly string[]): string | null {
  return texts.length === 0 ? null : texts.join('|');
}

/** `法制建设(2019-2020)`, `扶贫(-2021)`; an alias has no years. */
function formatOldName({ name, from, to }: OldName): string {
  return from === null && to === null ? name : `${name}(${from ?? ''}-${to ?? ''})`;
}

function crosswalkRow({ fromScheme, fromCode, toScheme, toCode, relation, isPrimary, source }: CrosswalkEntry) {
  return {
    from_scheme: fromScheme,
    from_code: fromCode,
    to_scheme: toScheme,
    to_code: toCode,
    relation,
    is_primary: isPrimary,
    source,
  };
}

function checkPrimaries(crosswalk: readonly CrosswalkEntry[]): void {
  const seen = new Set<string>();
  for (const { fromScheme, fromCode, toScheme } of crosswalk.filter(({ isPrimary }) => isPrimary)) {
    const key = `${fromScheme} ${fromCode} to ${toScheme}`;
    if (seen.has(key)) throw new Error(`two primary correspondences of ${key}: the sums of one would count twice`);
    seen.add(key);
  }
}
