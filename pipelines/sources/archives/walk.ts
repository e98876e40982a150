/** Archives as sources: their members, and those of archives in them; nothing is ever unpacked to disk. */
import { posix } from 'node:path';
import { brokenSource, MAX_DOCUMENT_BYTES, unreadable, WITHOUT_PROVENANCE } from '../files.js';
import type { Location } from '../locations.js';
import { memberUris } from '../member-uris.js';
import { archiveFormat, companionExtension, isHidden, type ArchiveFormat } from '../names.js';
import { withNotes, type OnNote, type OnPassOver } from '../notes.js';
import type { ArchiveOnDisk, FileStamp, Source } from '../types.js';
import { Allowance, ARCHIVE_LIMITS, type ArchiveLimits } from './allowance.js';
import type { ArchiveBytes, ArchiveEntry } from './entries.js';
import { tarEntries } from './tar.js';
import { zipEntries } from './zip.js';

const READERS: Readonly<Record<ArchiveFormat, typeof zipEntries>> = { zip: zipEntries, tar: tarEntries };

/** What a walk through an archive has come to. */
export interface ArchiveEnd {
  /** false where it, or an archive in it, is damaged, could not be opened or is beyond a limit. */
  readonly whole: boolean;
  /** Sources that it gave, members of archives in it counted, places that can't be opened not. */
  readonly members: number;
}

/**
 * The members of the archive at `location`, in the archive's order; hidden ones, companions, links and devices are passed over, and `onNote` is told of
 * how many. Archives in it are opened where they lie. An archive that is damaged or beyond a limit is a source that can't be read, after the members that
 * still could. A member can be read once, until the next is asked for.
 */
export async function* archiveSources(
  location: Location,
  stamp: FileStamp | null,
  onNote: OnNote,
  limits: ArchiveLimits = ARCHIVE_LIMITS,
): AsyncGenerator<Source, ArchiveEnd> {
  const { path, uri, name } = location;
  const container = stamp && { uri, path, ...stamp };
  const walk = new ArchiveWalk(container, onNote, new Allowance(stamp?.byteSize ?? 0, limits));
  yield* walk.sourcesIn({ uri, name, content: { path }, depth: 1, heldBytes: 0 });
  return { whole: walk.whole, members: walk.members };
}

interface OpenedArchive {
  readonly uri: string;
  /** Base name. */
  readonly name: string;
  readonly content: ArchiveBytes;
  /** Of the outermost 1. */
  readonly depth: number;
  /** Bytes of the archives around it that are held in memory, and its own. */
  readonly heldBytes: number;
}

/** One walk through an archive on disk and the archives in it. */
class ArchiveWalk {
  whole = true;
  members = 0;

  constructor(
    private readonly container: ArchiveOnDisk | null,
    private readonly onNote: OnNote,
    private readonly allowance: Allowance,
  ) {}

  sourcesIn(archive: OpenedArchive): AsyncGenerator<Source> {
    return withNotes(archive.uri, (onPassOver) => this.membersOf(archive, onPassOver), this.onNote);
  }

  private async *membersOf(archive: OpenedArchive, onPassOver: OnPassOver): AsyncGenerator<Source> {
    const uriOf = memberUris(archive.uri);
    const format = archiveFormat(archive.name) ?? 'zip';
    try {
      for await (const entry of READERS[format](archive.content, this.allowance)) {
        if (entry.kind === 'folder') continue;
        const reason = reasonToPassOver(entry);
        if (reason === null) yield* this.sourcesOf(entry, uriOf(entry.name), archive);
        else onPassOver(reason);
      }
    } catch (error) {
      yield this.broken(archive, error);
    }
  }

  /** One, or those of an archive in the archive. */
  private async *sourcesOf(entry: ArchiveEntry, uri: string, around: OpenedArchive): AsyncGenerator<Source> {
    const name = posix.basename(entry.name);
    if (archiveFormat(name) !== null) yield* this.innerSources(entry, { uri, name }, around);
    else {
      this.members += 1;
      const { container } = this;
      const read = (): Promise<Uint8Array> => entry.read(MAX_DOCUMENT_BYTES);
      yield { uri, fileName: name, file: null, container, ...WITHOUT_PROVENANCE, read };
    }
  }

  /** Archives in archives are held in memory, all that lie in each other together no more than one document. */
  private async *innerSources(
    entry: ArchiveEntry,
    place: { readonly uri: string; readonly name: string },
    { depth, heldBytes }: OpenedArchive,
  ): AsyncGenerator<Source> {
    let bytes: Buffer;
    try {
      this.allowance.checkDepth(depth + 1);
      bytes = await entry.read(MAX_DOCUMENT_BYTES - heldBytes);
    } catch (error) {
      yield this.broken(place, error);
      return;
    }
    yield* this.sourcesIn({ ...place, content: { bytes }, depth: depth + 1, heldBytes: heldBytes + bytes.length });
  }

  private broken(place: { readonly uri: string; readonly name: string }, cause: unknown): Source {
    this.whole = false;
    return brokenSource(place, unreadable(cause), this.container);
  }
}

/** null for what may be a document, or an archive. */
function reasonToPassOver({ name, kind }: ArchiveEntry): string | null {
  if (name.split('/').some(isHiddenSegment)) return 'hidden';
  return kind === 'file' ? companionExtension(name) : kind;
}

/** Steps such as `..` hide nothing. */
function isHiddenSegment(segment: string): boolean {
  return segment !== '.' && segment !== '..' && isHidden(segment);
}
