/** Compound files ([MS-CFB]) of sectors of 512 bytes, so small that one sector holds their allocation table. */
const SECTOR = 512;
const END = 0xfffffffe;
const TABLE = 0xfffffffd;
const ENTRIES_PER_SECTOR = 4;

/** Bytes of a file that holds these streams. */
export function compoundFile(streams: Readonly<Record<string, Buffer>>): Buffer {
  const all = Object.entries(streams);
  const directorySectors = Math.ceil((all.length + 1) / ENTRIES_PER_SECTOR);
  const next: number[] = [TABLE];
  const addChain = (count: number): number => {
    const first = next.length;
    for (let at = 1; at <= count; at += 1) next.push(at === count ? END : next.length + 1);
    return count === 0 ? END : first;
  };
  addChain(directorySectors);
  const placed = all.map(([name, content]) => ({
    name,
    size: content.length,
    first: addChain(Math.ceil(content.length / SECTOR)),
  }));
  const entries = [
    entry('Root Entry', 5, END, 0, { child: 1 }),
    ...placed.map(({ name, first, size }, at) => entry(name, 2, first, size, { right: at + 2 })),
  ];
  const table = padded(Buffer.concat(next.map((number) => numbers(number))), 0xff);
  const contents = all.map(([, content]) => padded(content));
  return Buffer.concat([header(), table, padded(Buffer.concat(entries)), ...contents]);
}

/** No stream lies in small sectors. */
function header(): Buffer {
  const bytes = Buffer.alloc(SECTOR);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
  bytes.writeUInt16LE(9, 30);
  bytes.writeUInt16LE(6, 32);
  bytes.writeUInt32LE(1, 48);
  bytes.writeUInt32LE(END, 60);
  bytes.writeUInt32LE(END, 68);
  bytes.fill(0xff, 76);
  bytes.writeUInt32LE(0, 76);
  return bytes;
}

/** `right`: the entry beside it; the last one leads to none that is there. */
function entry(
  name: string,
  type: number,
  first: number,
  size: number,
  { child = 0xffffffff, right = 0xffffffff }: { child?: number; right?: number },
): Buffer {
  const bytes = Buffer.alloc(128);
  bytes.write(name, 'utf16le');
  bytes.writeUInt16LE(2 * name.length + 2, 64);
  bytes[66] = type;
  bytes.writeUInt32LE(0xffffffff, 68);
  bytes.writeUInt32LE(right, 72);
  bytes.writeUInt32LE(child, 76);
  bytes.writeUInt32LE(first, 116);
  bytes.writeUInt32LE(size, 120);
  return bytes;
}

function numbers(number: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(number);
  return bytes;
}

function padded(bytes: Buffer, fill = 0): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((SECTOR - (bytes.length % SECTOR)) % SECTOR, fill)]);
}
