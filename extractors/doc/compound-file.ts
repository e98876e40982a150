/** Compound files, in which Office kept documents before 2007 and keeps what it encrypts ([MS-CFB]). */

const MAGIC = Buffer.from('d0cf11e0a1b11ae1', 'hex');
/** Sector numbers from here on are marks: end of chain, free, table ([MS-CFB] 2.1). */
const FIRST_MARK = 0xfffffffa;
const ENTRY_BYTES = 128;
/** Sectors of the allocation table that the header itself names. */
const HEADER_SECTORS = 109;
/** Leads to no entry ([MS-CFB] 2.6.1). */
const NO_ENTRY = 0xffffffff;
const STREAM_ENTRY = 2;
const ROOT_ENTRY = 5;

interface Entry {
  readonly name: string;
  readonly type: number;
  /** Entries beside it in the same storage, and the topmost of those in it ([MS-CFB] 2.6.4). */
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly first: number;
  readonly size: number;
}

/** Whether bytes are a compound file, damaged or not. */
export function isCompoundFile(bytes: Uint8Array): boolean {
  return MAGIC.equals(bytes.subarray(0, MAGIC.length));
}

/** The streams of a compound file, but for those of objects embedded in it; what lies outside the file or leads in circles is cut off. */
export class CompoundFile {
  /** Whether every entry of its directory is there that another one leads to, and the root ([MS-CFB] 2.6.2): not where the file is cut off. */
  readonly isDirectoryWhole: boolean;
  private readonly bytes: Buffer;
  private readonly sectorBytes: number;
  private readonly smallSectorBytes: number;
  /** Bytes below which a stream lies in the small sectors. */
  private readonly smallBelow: number;
  private readonly next: readonly number[];
  private readonly nextSmall: readonly number[];
  private readonly small: Buffer;
  private readonly entries: ReadonlyMap<string, Entry>;

  /** @throws RangeError where the header is cut off or no sector can have its size */
  constructor(bytes: Uint8Array) {
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    this.bytes = file;
    this.sectorBytes = 2 ** shiftAt(file, 30);
    this.smallSectorBytes = 2 ** shiftAt(file, 32);
    this.smallBelow = file.readUInt32LE(56);
    this.next = numbersOf(Buffer.concat(this.tableSectors().map((no) => this.sector(no))));
    const entries = readEntries(this.chain(file.readUInt32LE(48)));
    const root = entries.find(({ type }) => type === ROOT_ENTRY);
    const listed = root ? entriesIn(root, entries) : [];
    this.isDirectoryWhole = root !== undefined && [root, ...listed].every((entry) => leadsInto(entry, entries.length));
    this.entries = new Map(listed.map((entry) => [entry.name, entry]));
    this.nextSmall = numbersOf(this.chain(file.readUInt32LE(60)));
    this.small = root ? this.chain(root.first).subarray(0, root.size) : Buffer.alloc(0);
  }

  has(name: string): boolean {
    return this.entries.get(name)?.type === STREAM_ENTRY;
  }

  /** Whether a stream has fewer bytes than the directory states. */
  isCutOff(name: string): boolean {
    const entry = this.entries.get(name);
    return entry !== undefined && (this.stream(name)?.length ?? 0) < entry.size;
  }

  /** The bytes of a stream, fewer than stated where the file is cut off; null where there is none of that name. */
  stream(name: string): Buffer | null {
    const entry = this.entries.get(name);
    if (entry?.type !== STREAM_ENTRY) return null;
    const whole = entry.size < this.smallBelow ? this.smallChain(entry.first) : this.chain(entry.first);
    return whole.subarray(0, entry.size);
  }

  /** The sectors in which the allocation table lies: those that the header names, then a chain of lists. */
  private tableSectors(): readonly number[] {
    const sectors = numbersOf(this.bytes.subarray(76, 76 + HEADER_SECTORS * 4));
    const lists = new Set<number>();
    for (let list = this.bytes.readUInt32LE(68); list < FIRST_MARK && !lists.has(list);) {
      lists.add(list);
      const numbers = numbersOf(this.sector(list));
      list = numbers.at(-1) ?? FIRST_MARK;
      sectors.push(...numbers.slice(0, -1));
    }
    return sectors.filter((no) => no < FIRST_MARK);
  }

  private sector(no: number): Buffer {
    return this.bytes.subarray((no + 1) * this.sectorBytes, (no + 2) * this.sectorBytes);
  }

  private chain(first: number): Buffer {
    return Buffer.concat(follow(first, this.next).map((no) => this.sector(no)));
  }

  private smallChain(first: number): Buffer {
    const size = this.smallSectorBytes;
    return Buffer.concat(follow(first, this.nextSmall).map((no) => this.small.subarray(no * size, (no + 1) * size)));
  }
}

/** Sizes are stated as powers of two: 512 or 4096 bytes, 64 for small sectors. */
function shiftAt(file: Buffer, at: number): number {
  const shift = file.readUInt16LE(at);
  if (shift < 6 || shift > 16) throw new RangeError(`a sector of 2^${shift} bytes`);
  return shift;
}

function numbersOf(bytes: Buffer): number[] {
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_, at) => bytes.readUInt32LE(at * 4));
}

/** The sectors of a chain; it ends where it comes back to one that it has. */
function follow(first: number, next: readonly number[]): readonly number[] {
  const chain = new Set<number>();
  for (let no = first; no < next.length && !chain.has(no); no = next[no] ?? FIRST_MARK) chain.add(no);
  return [...chain];
}

function readEntries(directory: Buffer): readonly Entry[] {
  return Array.from({ length: Math.floor(directory.length / ENTRY_BYTES) }, (_, no) => {
    const entry = directory.subarray(no * ENTRY_BYTES, (no + 1) * ENTRY_BYTES);
    const nameBytes = Math.min(Math.max(entry.readUInt16LE(64) - 2, 0), 62);
    return {
      name: entry.toString('utf16le', 0, nameBytes),
      type: entry[66] ?? 0,
      left: entry.readUInt32LE(68),
      right: entry.readUInt32LE(72),
      child: entry.readUInt32LE(76),
      first: entry.readUInt32LE(116),
      size: entry.readUInt32LE(120),
    };
  });
}

/** What stands in a storage itself, not in the storages in it. */
function entriesIn(storage: Entry, all: readonly Entry[]): readonly Entry[] {
  const met = new Set<number>();
  const waiting = [storage.child];
  for (let no = waiting.pop(); no !== undefined; no = waiting.pop()) {
    const entry = all[no];
    if (!entry || met.has(no)) continue;
    met.add(no);
    waiting.push(entry.left, entry.right);
  }
  return all.filter((_, no) => met.has(no));
}

/** Whether an entry leads to no entry beyond the `count` that there are. */
function leadsInto({ left, right, child }: Entry, count: number): boolean {
  return [left, right, child].every((no) => no < count || no === NO_ENTRY);
}
