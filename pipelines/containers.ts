/** Archives of files among the inputs: which need not be opened, and which were read whole. */
import type { FileState, UntouchedArchive } from '../sinks/index.js';
import { settledState, toState } from './file-state.js';
import type { FileStamp, Provenance } from './sources/index.js';

type Container = FileStamp & { readonly uri: string };

export class Containers {
  private readonly known: Map<string, FileState>;
  private readonly whole: FileState[] = [];
  private changed: string[] = [];
  private readonly untouched = new Map<string, UntouchedArchive>();

  constructor(known: readonly FileState[]) {
    this.known = new Map(known.map((state) => [state.uri, state]));
  }

  /** Those that were not opened, as they look as they did when all of them was read. */
  get skipped(): readonly UntouchedArchive[] {
    return [...this.untouched.values()];
  }

  /** Whether the archive need not be opened; it then counts as skipped. What the first to name it says of it counts, as with sources. */
  skips({ uri, byteSize, modifiedUs }: Container, provenance: Provenance): boolean {
    const known = this.known.get(uri);
    const state = toState(uri, { byteSize, modifiedUs });
    const isSame = known?.byteSize === byteSize && known.modifiedAt.getTime() === state.modifiedAt.getTime();
    if (isSame && !this.untouched.has(uri)) this.untouched.set(uri, { uri, ...provenance });
    if (known && !isSame) this.forget(uri);
    return isSame;
  }

  /** From here on what the archive held when it was read whole is not what is known of its members. */
  private forget(uri: string): void {
    this.known.delete(uri);
    this.changed.push(uri);
  }

  /** URIs of those that were known and are opened all the same, since the last time that this was asked: to be forgotten before their members are written. */
  takeChanged(): readonly string[] {
    const taken = this.changed;
    this.changed = [];
    return taken;
  }

  noteEnd({ uri, whole, ...stamp }: Container & { readonly whole: boolean }): void {
    if (whole) this.whole.push(toState(uri, stamp));
  }

  /** URIs of those that were read from end to end. */
  get walked(): readonly string[] {
    return this.whole.map(({ uri }) => uri);
  }

  /** Those that were read from end to end in a run begun at this time, and had been left alone for a while then. */
  readWhole(startedAt: Date): readonly FileState[] {
    return this.whole.flatMap((state) => settledState(state, startedAt) ?? []);
  }
}
