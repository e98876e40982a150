/** Where a .doc says that a row ends, and what is deleted or hidden: properties by place ([MS-DOC] 2.4.6, 2.6). */

/** Whether a place in the stream WordDocument is so marked. */
type Marked = (place: number) => boolean;

export interface Marks {
  readonly rowEnds: Marked;
  readonly inTable: Marked;
  /** Deleted or hidden. */
  readonly unseen: Marked;
  readonly struck: Marked;
  readonly raised: Marked;
  readonly lowered: Marked;
}

/** Places of FibRgFcLcb97 (2.5.6) that lead to the properties of characters and of paragraphs. */
const CHARACTERS_AT = 250;
const PARAGRAPHS_AT = 258;
/** Properties (2.6.1, 2.6.2). */
const IN_TABLE = 0x2416;
const ROW_END = 0x2417;
const DELETED = 0x0800;
const HIDDEN = 0x083c;
const STRUCK = 0x0837;
const STRUCK_TWICE = 0x2a53;
/** 1: raised, 2: lowered. */
const SHIFTED = 0x2a48;
/** Properties whose length is written in two bytes, and in a way of its own (2.6.2, 2.6.3). */
const TABLE_DEFINITION = 0xd608;
const CHANGED_TABS = 0xc615;

/** Properties that lead to a longer list of them in the stream Data, as rows of many columns need it (2.6.2). */
const IN_DATA = new Set([0x6645, 0x6646]);

const PAGE_BYTES = 512;
/** A page's entry for a paragraph: its place, then its height (2.9.23). */
const PARAGRAPH_ENTRY = 13;

/** Values of properties, but 0. */
type Properties = ReadonlyMap<number, number>;

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly properties: Properties;
}

/** The streams WordDocument, 0Table or 1Table, and Data. */
export interface Streams {
  readonly words: Buffer;
  readonly table: Buffer;
  readonly data: Buffer;
}

/** Reads the properties of a document. @throws RangeError where they lead outside the file */
export function findMarked(streams: Streams): Marks {
  const paragraphs = readStretches(streams, PARAGRAPHS_AT, paragraphProperties);
  const characters = readStretches(streams, CHARACTERS_AT, characterProperties);
  return {
    rowEnds: marker(paragraphs, [ROW_END]),
    inTable: marker(paragraphs, [IN_TABLE]),
    unseen: marker(characters, [DELETED, HIDDEN]),
    struck: marker(characters, [STRUCK, STRUCK_TWICE]),
    raised: marker(characters, [SHIFTED], 1),
    lowered: marker(characters, [SHIFTED], 2),
  };
}

/** @param value of the property; where it is not given, any but 0 */
function marker(stretches: readonly Stretch[], wanted: readonly number[], value?: number): Marked {
  const isMarked = (found: number | undefined): boolean =>
    value === undefined ? found !== undefined : found === value;
  const marked = stretches
    .filter(({ properties }) => wanted.some((property) => isMarked(properties.get(property))))
    .toSorted((a, b) => a.from - b.from);
  return (place) => {
    return (marked[lastBefore(marked, place)]?.to ?? 0) > place;
  };
}

/** The last stretch that begins at or before a place; -1 where there is none. */
function lastBefore(stretches: readonly Stretch[], place: number): number {
  let [low, high] = [0, stretches.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.from ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

type PropertiesOf = (page: Buffer, count: number, at: number) => Buffer;

/** From the list of pages (PlcBte) to the stretches on each (2.8.5, 2.8.6). */
function readStretches(streams: Streams, fibPlace: number, propertiesOf: PropertiesOf): readonly Stretch[] {
  const { words, table, data } = streams;
  const start = words.readUInt32LE(fibPlace);
  const list = table.subarray(start, start + words.readUInt32LE(fibPlace + 4));
  const count = Math.max(Math.floor((list.length - 4) / 8), 0);
  if (count > words.length / PAGE_BYTES) throw new RangeError('more pages of properties than the file has');
  return Array.from({ length: count }, (_, at) => {
    const pageNo = list.readUInt32LE(4 * (count + 1 + at)) & 0x3fffff;
    return readPage(words.subarray(pageNo * PAGE_BYTES, (pageNo + 1) * PAGE_BYTES), data, propertiesOf);
  }).flat();
}

/** A page says at its end how many stretches it holds (2.9.33, 2.9.175). */
function readPage(page: Buffer, data: Buffer, propertiesOf: PropertiesOf): readonly Stretch[] {
  const count = page.readUInt8(PAGE_BYTES - 1);
  return Array.from({ length: count }, (_, at) => ({
    from: page.readUInt32LE(4 * at),
    to: page.readUInt32LE(4 * (at + 1)),
    properties: readProperties(propertiesOf(page, count, at), data),
  }));
}

function paragraphProperties(page: Buffer, count: number, at: number): Buffer {
  const place = 2 * page.readUInt8(4 * (count + 1) + PARAGRAPH_ENTRY * at);
  if (place === 0) return page.subarray(0, 0);
  const half = page.readUInt8(place);
  const [start, length] = half === 0 ? [place + 2, 2 * page.readUInt8(place + 1)] : [place + 1, 2 * half - 1];
  return page.subarray(start + 2, start + length); // the number of the style comes first
}

function characterProperties(page: Buffer, count: number, at: number): Buffer {
  const place = 2 * page.readUInt8(4 * (count + 1) + at);
  return place === 0 ? page.subarray(0, 0) : page.subarray(place + 1, place + 1 + page.readUInt8(place));
}

/** The properties that are switched on. */
function readProperties(list: Buffer, data: Buffer, on = new Map<number, number>()): Properties {
  for (let at = 0; at + 2 < list.length;) {
    const property = list.readUInt16LE(at);
    at += 2;
    if (IN_DATA.has(property)) return readProperties(listInData(data, list.readUInt32LE(at)), Buffer.alloc(0), on);
    const value = list[at] ?? 1;
    if (value !== 0) on.set(property, value);
    at += operandBytes(property, list, at);
  }
  return on;
}

/** A list begins with its length (2.9.210). */
function listInData(data: Buffer, at: number): Buffer {
  return at + 2 > data.length ? Buffer.alloc(0) : data.subarray(at + 2, at + 2 + data.readUInt16LE(at));
}

/** Bytes of a property's value, by the three bits of `spra` (2.2.5.1). */
function operandBytes(property: number, list: Buffer, at: number): number {
  if (property === TABLE_DEFINITION) return at + 2 > list.length ? 2 : list.readUInt16LE(at) + 1;
  if (property === CHANGED_TABS && list[at] === 255) return list.length;
  const sizes = [1, 1, 2, 4, 2, 2, (list[at] ?? 0) + 1, 3];
  return sizes[property >> 13] ?? 1;
}
