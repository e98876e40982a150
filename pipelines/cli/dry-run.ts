/** What a dry run prints. */
import { join } from 'node:path';
import type { RunPlan } from '../plan.js';

/** For people. */
export function renderPlan({ settings, found, formats, ...counts }: RunPlan): string {
  const { out, jobs, limits, reprocess, parquet, codes, inputs, manifests } = settings;
  const { unchanged, quarantinedBefore, copies, changed, unreadable } = counts;
  const told = Object.entries(formats)
    .toSorted(([, a], [, b]) => b - a)
    .map(([format, count]) => `${count} ${format}`);
  const limited = Object.entries(limits).map(([name, most]) => `${name} ${most}`);
  return `${[
    'dry run, nothing is written',
    `sources: ${found} found; to be read: ${counts.new} new, ${changed} changed or to be read again; unchanged: ${unchanged}, quarantined before: ${quarantinedBefore}, copies of others: ${copies}; unreadable: ${unreadable}`,
    ...(told.length === 0 ? [] : [`  to be read, by their bytes: ${told.join(', ')}`]),
    `inputs:   ${[...inputs, ...manifests.map((path) => `${path} (manifest)`)].join(', ')}`,
    `results:  ${parquet === 'only' ? join(out, 'parquet') : out}`,
    `settings: jobs ${jobs}, reprocess ${reprocess}, parquet ${parquet}, codes ${codes ?? 'packaged'}`,
    `limits:   ${limited.join(', ')}`,
  ].join('\n')}\n`;
}
