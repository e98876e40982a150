/** The whole report of an archive at once. */
import { openReport, type ArchiveReport } from '../../sinks/index.js';

export async function readArchiveReport(outDir: string): Promise<ArchiveReport> {
  const reader = await openReport(outDir);
  try {
    const { documents, failedChecks, suspectLines, diagnostics, gaps } = reader.whole();
    return {
      documents: await collect(documents),
      failedChecks: await collect(failedChecks),
      suspectLines: await collect(suspectLines),
      diagnostics: await collect(diagnostics),
      gaps: await collect(gaps),
    };
  } finally {
    reader.close();
  }
}

async function collect<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
