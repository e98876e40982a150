/** What a run would do, without doing it. */
import { openLookup, type ArchiveLookup } from '../sinks/index.js';
import { formatByBytes, type DocumentFormat } from '../extractors/index.js';
import { Containers } from './containers.js';
import { type Content, InFlight, lookUpFiles, readContents } from './flow/index.js';
import { existingInputs, readingRule, settingsOf, sourcesOf, type RunOptions } from './run.js';

/** Counts of sources. */
export interface RunPlan {
  readonly settings: ReturnType<typeof settingsOf>;
  readonly found: number;
  /** Nothing would be done: the archive has what they hold, loaded or quarantined, or another of these sources holds the same. */
  readonly unchanged: number;
  readonly quarantinedBefore: number;
  readonly copies: number;
  /** Would be read: sources that the archive knows with other content or that are to be read again, and those that it does not know. */
  readonly changed: number;
  readonly new: number;
  /** Their bytes can't be read. */
  readonly unreadable: number;
  /** Those that would be read, by what their bytes begin with; not whether they can be read. */
  readonly formats: Readonly<Partial<Record<DocumentFormat, number>>>;
}

/** New sources that the archive is asked about at once. */
const MOST_ASKED = 1_000;

/**
 * Counts what `run` would do with the same options. Writes nothing: an archive is opened for reading alone, and none is made.
 *
 * @throws as `run` does, but for writing
 */
export async function planRun(options: RunOptions): Promise<RunPlan> {
  const inputs = await existingInputs(options);
  const lookup = await openLookup(options.outDir, readingRule(options));
  try {
    const containers = new Containers(await lookup.readArchives());
    const inFlight = new InFlight();
    const sources = sourcesOf(inputs, containers, options.onNote);
    const contents = readContents(
      lookUpFiles(sources, lookup),
      lookup,
      inFlight,
      () => () => Promise.resolve(undefined),
    );
    const counts = new PlanCounts(lookup);
    for await (const content of contents) {
      if (options.signal?.aborted) break;
      if (content.kind === 'new') inFlight.add(content.document.documentId, Promise.resolve('loaded'));
      await counts.add(content);
    }
    const untouched = await lookup.countMembers(containers.skipped.map(({ uri }) => uri));
    return { settings: settingsOf(options), ...(await counts.end(untouched)) };
  } finally {
    lookup.close();
  }
}

class PlanCounts {
  private readonly counts = { unchanged: 0, quarantinedBefore: 0, copies: 0, changed: 0, new: 0, unreadable: 0 };
  private readonly formats: Partial<Record<DocumentFormat, number>> = {};
  private asked: string[] = [];

  constructor(private readonly lookup: ArchiveLookup) {}

  async add(content: Content): Promise<void> {
    if (content.kind === 'known') this.counts[content.status === 'loaded' ? 'unchanged' : 'quarantinedBefore'] += 1;
    else if (content.kind === 'copy') this.counts.copies += 1;
    else if (content.kind === 'unreadable') this.counts.unreadable += 1;
    else {
      const format = formatByBytes(content.document.bytes);
      this.formats[format] = (this.formats[format] ?? 0) + 1;
      this.asked.push(content.source.uri);
      if (this.asked.length >= MOST_ASKED) await this.ask();
    }
  }

  async end(untouched: { readonly loaded: number; readonly quarantined: number }): Promise<Omit<RunPlan, 'settings'>> {
    await this.ask();
    this.counts.unchanged += untouched.loaded;
    this.counts.quarantinedBefore += untouched.quarantined;
    const found = Object.values(this.counts).reduce((sum, count) => sum + count, 0);
    return { found, ...this.counts, formats: this.formats };
  }

  private async ask(): Promise<void> {
    const held = await this.lookup.heldSources(this.asked);
    for (const uri of this.asked) this.counts[held.has(uri) ? 'changed' : 'new'] += 1;
    this.asked = [];
  }
}
