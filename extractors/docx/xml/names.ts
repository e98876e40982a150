/** Names of elements and attributes without the accident of prefixes: ISO strict and transitional documents read alike. */

/** Namespaces by the prefix that this program gives them; a document may use any other (ISO/IEC 29500-1 and -4, annexes A). */
const NAMESPACES: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
  'http://schemas.openxmlformats.org/drawingml/2006/picture': 'pic',
  'http://purl.oclc.org/ooxml/drawingml/picture': 'pic',
  'http://schemas.openxmlformats.org/drawingml/2006/chart': 'c',
  'http://purl.oclc.org/ooxml/drawingml/chart': 'c',
  'http://schemas.microsoft.com/office/drawing/2014/chartex': 'cx',
  'http://schemas.openxmlformats.org/drawingml/2006/diagram': 'dgm',
  'http://purl.oclc.org/ooxml/drawingml/diagram': 'dgm',
  'urn:schemas-microsoft-com:vml': 'v',
  'urn:schemas-microsoft-com:office:office': 'o',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
  'http://schemas.openxmlformats.org/package/2006/content-types': 'ct',
};

const UNKNOWN = '?';
/** Namespaces of Office in which nothing is looked for. */
const OF_OFFICE =
  /^(?:https?:\/\/schemas\.(?:microsoft\.com\/office|openxmlformats\.org)\/|http:\/\/purl\.oclc\.org\/ooxml\/|urn:schemas-microsoft-com:)/;
const NOT_READ = '-';

/** The prefixes in force at one place of a document. */
export class Scope {
  private readonly elements = new Map<string, string>();
  private readonly attributes = new Map<string, string | null>();

  constructor(private readonly prefixes: ReadonlyMap<string, string> = new Map([['xml', 'xml']])) {}

  /** The scope inside an element with these attributes, of which some declare namespaces. */
  inside(attributes: Readonly<Record<string, string>>): Scope {
    const prefixes = new Map(this.prefixes);
    for (const name in attributes)
      if (declaresNamespace(name)) prefixes.set(name.slice(6), meaningOf(attributes[name] ?? ''));
    return new Scope(prefixes);
  }

  /** Whether a printed prefix stands for a namespace of Office. */
  knows(prefix: string): boolean {
    return (this.prefixes.get(prefix) ?? UNKNOWN) !== UNKNOWN;
  }

  /** `w:tbl` for a printed name; `-:shape` in a namespace of Office that is not read, `?:tbl` in any other. */
  elementName(printed: string): string {
    const known = this.elements.get(printed);
    if (known !== undefined) return known;
    const colon = printed.indexOf(':');
    const prefix = this.prefixes.get(colon < 0 ? '' : printed.slice(0, colon)) ?? UNKNOWN;
    const name = `${prefix}:${printed.slice(colon + 1)}`;
    this.elements.set(printed, name);
    return name;
  }

  /** How an attribute `w:val` is printed here; null where its namespace has no prefix. A name without prefix is itself. */
  printedAttribute(name: string): string | null {
    const known = this.attributes.get(name);
    if (known !== undefined) return known;
    const printed = this.printAttribute(name);
    this.attributes.set(name, printed);
    return printed;
  }

  private printAttribute(name: string): string | null {
    const colon = name.indexOf(':');
    if (colon < 0) return name;
    const own = name.slice(0, colon);
    const bound = [...this.prefixes].find(([printed, meant]) => meant === own && printed !== '');
    return bound ? `${bound[0]}:${name.slice(colon + 1)}` : null;
  }
}

/** Whether an attribute of this name declares a namespace: `xmlns`, `xmlns:w`. */
export function declaresNamespace(name: string): boolean {
  return name.startsWith('xmlns') && (name.length === 5 || name[5] === ':');
}

function meaningOf(namespace: string): string {
  return NAMESPACES[namespace] ?? (OF_OFFICE.test(namespace) ? NOT_READ : UNKNOWN);
}
