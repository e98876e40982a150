/** Footnotes and endnotes (ISO/IEC 29500-1, 17.11). */
import type { ElementReader, XmlElement } from '../xml/read-xml.js';
import type { Block } from './blocks.js';
import { Fields } from './fields.js';
import type { BlockListReader, Reading } from './reading.js';

type NoteKind = 'footnote' | 'endnote';
const PARTS = { footnote: 'footnotes', endnote: 'endnotes' } as const satisfies Record<NoteKind, string>;

/**
 * The notes to which the text refers, in its order. A note's own references don't count.
 *
 * @param readPart reads the part of a role, if there is one
 */
export async function readNotes(
  reading: Reading,
  readPart: (role: (typeof PARTS)[NoteKind], root: ElementReader) => Promise<void>,
): Promise<readonly (readonly Block[])[]> {
  const wanted = new Set(reading.notes);
  const found = new Map<string, readonly Block[]>();
  for (const kind of ['footnote', 'endnote'] as const) {
    if (![...wanted].some((key) => key.startsWith(kind))) continue;
    await readPart(PARTS[kind], new NotesReader(kind, wanted, reading, found));
  }
  return [...wanted].flatMap((key) => {
    const blocks = found.get(key);
    return blocks ? [blocks] : [];
  });
}

class NotesReader implements ElementReader {
  private list: BlockListReader | null = null;

  constructor(
    private readonly kind: NoteKind,
    private readonly wanted: ReadonlySet<string>,
    private readonly reading: Reading,
    private readonly found: Map<string, readonly Block[]>,
  ) {}

  open(element: XmlElement): ElementReader | null {
    if (element.name === `w:${PARTS[this.kind]}`) return this;
    const key = `${this.kind} ${element.attribute('w:id') ?? ''}`;
    if (element.name !== `w:${this.kind}` || !this.wanted.has(key)) return null;
    const blocks: Block[] = [];
    this.found.set(key, blocks);
    this.list = this.reading.openBlocks({ add: (block) => blocks.push(block) }, new Fields());
    return this.list;
  }

  close(name: string): void {
    if (name === `w:${this.kind}`) this.list?.finish();
  }
}
