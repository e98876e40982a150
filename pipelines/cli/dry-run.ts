/** What a dry run prints. */
import { join } from 'node:path';
import type { DocumentLimits } from '../limits.js';
import type { RunPlan } from '../plan.js';
import { BYTES_PER_MIB } from './run-settings.js';

/** For people. */
export function renderPlan({ settings, found, formats, ...counts }: RunPlan): string {
  const { out, jobs, limits, reprocess, parquet, codes, inputs, manifests } = settings;
  const { unchanged, quarantinedBefore, copies, changed, unreadable } = counts;
  const told = Object.entries(formats)
    .toSorted(([, a], [, b]) => b - a)
    .map(([format, count]) => `${count} ${format}`);
  return `${[
    'dry run, nothing is written',
    `sources: ${found} found; to be read: ${counts.new} new, ${changed} changed or to be read again; unchanged: ${unchanged}, quarantined before: ${quarantinedBefore}, copies of others: ${copies}; unreadable: ${unreadable}`,
    ...(told.length === 0 ? [] : [`  to be read, by their bytes: ${told.join(', ')}`]),
    `inputs:   ${[...inputs, ...manifests.map((path) => `${path} (manifest)`)].join(', ')}`,
    `results:  ${parquet === 'only' ? join(out, 'parquet') : out}`,
    `settings: jobs ${jobs}, reprocess ${reprocess}, parquet ${parquet}, codes ${codes ?? 'packaged'}`,
    `limits:   ${renderLimits(limits)}`,
  ].join('\n')}\n`;
}

/** As the flags take them. */
function renderLimits({ seconds, memory, pages, cells, unpackedBytes }: DocumentLimits): string {
  const unpacked = Number((unpackedBytes / BYTES_PER_MIB).toFixed(2));
  return [
    `--max-seconds ${seconds}`,
    `--max-memory ${memory} (MiB)`,
    `--max-pages ${pages}`,
    `--max-cells ${cells}`,
    `--max-unpacked ${unpacked} (MiB)`,
  ].join(', ');
}
