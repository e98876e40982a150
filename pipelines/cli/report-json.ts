/** The report as JSON, written as it is read. */
import type { ArchiveTotals, StreamedReport } from '../../sinks/index.js';

/** The sections in the order in which they are written. */
const SECTIONS = ['documents', 'failedChecks', 'suspectLines', 'diagnostics', 'gaps'] as const;

/** Pieces of one JSON object: the totals as `summary`, then all sections, an indented object an entry. */
export async function* reportJson(totals: ArchiveTotals, report: StreamedReport): AsyncGenerator<string> {
  yield `{\n  "summary": ${indented(totals)},\n`;
  for (const [no, name] of SECTIONS.entries()) {
    yield `  "${name}": `;
    yield* entriesJson(report[name]);
    yield no === SECTIONS.length - 1 ? '\n' : ',\n';
  }
  yield '}\n';
}

async function* entriesJson(entries: AsyncIterable<unknown>): AsyncGenerator<string> {
  let isEmpty = true;
  for await (const entry of entries) {
    yield `${isEmpty ? '[' : ','}\n    ${indented(entry, 4)}`;
    isEmpty = false;
  }
  yield isEmpty ? '[]' : '\n  ]';
}

/** Its lines behind the first one that many places in. */
function indented(entry: unknown, places = 2): string {
  return JSON.stringify(entry, null, 2).replaceAll('\n', `\n${' '.repeat(places)}`);
}
