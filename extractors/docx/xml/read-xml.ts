/** A part read in one pass: elements are told to the readers that wait for them. */
import { SaxesParser } from 'saxes';
import { UnreadableDocument } from '../../types.js';
import { damaged } from '../package/zip.js';
import { decodeXml } from './decode.js';
import { declaresNamespace, Scope } from './names.js';

/** An element while it begins. */
export interface XmlElement {
  /** With the prefix of `names.ts` (`w:tbl`), whatever the document's is. */
  readonly name: string;
  /** By the same names; attributes of no namespace without prefix. */
  attribute(name: string): string | undefined;
  /** Whether a prefix, as the document has it, stands for a namespace of Office. */
  knows(prefix: string): boolean;
}

/** Made for every element that is looked at: no closure. */
class PrintedElement implements XmlElement {
  constructor(
    readonly name: string,
    private readonly scope: Scope,
    private readonly attributes: Readonly<Record<string, string>>,
  ) {}

  attribute(name: string): string | undefined {
    const printed = this.scope.printedAttribute(name);
    return printed === null ? undefined : this.attributes[printed];
  }

  knows(prefix: string): boolean {
    return this.scope.knows(prefix);
  }
}

/** Takes in what stands in an element. */
export interface ElementReader {
  /**
   * A child begins. Gives the reader of what stands in it (itself, where the child changes nothing), or null where the child and all
   * that is in it is passed over.
   */
  open(element: XmlElement): ElementReader | null;
  /** A child that `open` gave a reader for has ended. */
  close?(name: string): void;
  text?(text: string): void;
}

/** Elements in elements; a table in a table adds three to four, and nobody draws a hundred tables into each other. */
const DEEPEST = 1_000;
/** Characters of one text or one attribute; a paragraph has some hundreds. */
const LONGEST_TOKEN = 16 * 1024 * 1024;

/**
 * Reads a part, `root` waiting for its root element. Memory is that of the longest text and of what the readers keep.
 *
 * @throws UnreadableDocument `docx-damaged` where the XML is not well-formed; `docx-beyond-limits` for a document type declaration (with which
 * entities are made to grow; ECMA-376 part 2, 6.2.5 forbids it), for nesting and for single texts beyond measure
 */
export async function readXml(part: string, chunks: AsyncIterable<Uint8Array>, root: ElementReader): Promise<void> {
  const walk = new Walk(part, root);
  for await (const text of decodeXml(part, chunks)) walk.write(text);
  walk.end();
}

class Walk {
  private readonly parser = new SaxesParser();
  private readonly readers: ElementReader[];
  private readonly scopes: Scope[] = [new Scope()];
  /** Names of the elements that are open and looked at. */
  private readonly names: string[] = [];
  /** An attribute of the element that begins declares a namespace: few do, and looking through all attributes for them takes long. */
  private declares = false;
  /** Depth of the element that is passed over with all that is in it; 0 where none is. */
  private skippedFrom = 0;
  private depth = 0;
  /** Characters since something ended. */
  private pending = 0;

  constructor(
    private readonly part: string,
    root: ElementReader,
  ) {
    this.readers = [root];
    this.parser.on('attribute', ({ name }) => {
      if (declaresNamespace(name)) this.declares = true;
    });
    this.parser.on('opentag', ({ name, attributes }) => {
      this.open(name, attributes);
    });
    this.parser.on('closetag', () => {
      this.close();
    });
    this.parser.on('text', (text) => {
      this.text(text);
    });
    this.parser.on('cdata', (text) => {
      this.text(text);
    });
    this.parser.on('doctype', () => {
      throw this.beyond('declares a document type');
    });
    this.parser.on('error', (error) => {
      throw damaged(`the XML of ${part} is not well-formed`, error);
    });
  }

  write(text: string): void {
    this.pending += text.length;
    this.parser.write(text);
    if (this.pending > LONGEST_TOKEN + text.length) throw this.beyond('holds a single text of more than 16 MiB');
  }

  end(): void {
    this.parser.close();
  }

  private open(printed: string, attributes: Readonly<Record<string, string>>): void {
    this.pending = 0;
    this.depth += 1;
    if (this.depth > DEEPEST) throw this.beyond(`nests elements more than ${DEEPEST} deep`);
    const { declares } = this;
    this.declares = false;
    if (this.skippedFrom > 0) return;
    const scope = declares ? this.scope.inside(attributes) : this.scope;
    const name = scope.elementName(printed);
    const reader = this.readers.at(-1)?.open(new PrintedElement(name, scope, attributes));
    if (!reader) {
      this.skippedFrom = this.depth;
      return;
    }
    this.readers.push(reader);
    this.scopes.push(scope);
    this.names.push(name);
  }

  private close(): void {
    this.pending = 0;
    const { depth } = this;
    this.depth -= 1;
    if (this.skippedFrom === 0) {
      this.scopes.pop();
      this.readers.pop();
      const name = this.names.pop() ?? '';
      this.readers.at(-1)?.close?.(name);
    } else if (this.skippedFrom === depth) this.skippedFrom = 0;
  }

  private text(text: string): void {
    this.pending = 0;
    if (this.skippedFrom === 0) this.readers.at(-1)?.text?.(text);
  }

  private get scope(): Scope {
    return this.scopes.at(-1) ?? new Scope();
  }

  private beyond(what: string): UnreadableDocument {
    return new UnreadableDocument('docx-beyond-limits', `the Word document is not read: ${this.part} ${what}`);
  }
}
