/** The styles part, as far as it says what is read: numbering, headings, indents, text that is hidden, struck through or raised (ISO/IEC 29500-1, 17.7). */
import type { Shift } from '../tables/raised.js';
import { USUAL_SIZE, readParagraphProperties, readRunProperties } from './properties.js';
import type { Indent, ParagraphProperties, RunProperties } from './properties.js';
import type { ElementReader, XmlElement } from './xml/read-xml.js';

interface Style {
  readonly id: string;
  readonly isDefaultParagraph: boolean;
  basedOn?: string;
  readonly paragraph: ParagraphProperties;
  readonly run: RunProperties;
}

/** What a paragraph is by its own properties and its style's. */
export interface ParagraphLook {
  readonly list: string | null;
  readonly level: number | null;
  /** The style that names the list; null where the paragraph does itself. */
  readonly listStyle: string | null;
  /** From 0; null for running text. */
  readonly outlineLevel: number | null;
  readonly indent: Indent;
  readonly isCentred: boolean;
}

/** What a run is by its own properties and its styles'. */
export interface RunLook {
  readonly isHidden: boolean;
  readonly isStruck: boolean;
  /** As it is said; text may also be set small and raised. */
  readonly shift: Shift | null;
  /** Half points. */
  readonly size: number;
  readonly raisedBy: number;
}

/** Outline levels below are headings (17.3.1.20). */
const RUNNING_TEXT = 9;
/** Styles based on one another longer than this go in circles. */
const LONGEST_CHAIN = 20;

/** Collects styles while the part is read; without a part, all is plain. */
export class Styles implements ElementReader {
  private readonly styles = new Map<string, Style>();
  private readonly defaults: RunProperties = {};
  private defaultStyle: string | undefined;
  private readonly chains = new Map<string, readonly Style[]>();
  private readonly runLooks = new Map<string, RunLook>();

  open(element: XmlElement): ElementReader | null {
    if (element.name === 'w:styles') return this;
    if (element.name === 'w:style') return this.openStyle(element);
    return element.name === 'w:docDefaults' ? this.defaultsReader : null;
  }

  private readonly defaultsReader: ElementReader = {
    open: (element) => {
      if (element.name === 'w:rPrDefault') return this.defaultsReader;
      return element.name === 'w:rPr' ? readRunProperties(this.defaults) : null;
    },
  };

  private openStyle(element: XmlElement): ElementReader {
    const id = element.attribute('w:styleId') ?? '';
    const isParagraph = element.attribute('w:type') === 'paragraph';
    const isDefaultParagraph = isParagraph && /^(?:1|true|on)$/.test(element.attribute('w:default') ?? '');
    const style: Style = { id, isDefaultParagraph, paragraph: { mark: {} }, run: {} };
    this.styles.set(id, style);
    if (isDefaultParagraph) this.defaultStyle = id;
    return {
      open(property) {
        if (property.name === 'w:basedOn') style.basedOn = property.attribute('w:val') ?? '';
        if (property.name === 'w:pPr') return readParagraphProperties(style.paragraph);
        return property.name === 'w:rPr' ? readRunProperties(style.run) : null;
      },
    };
  }

  /** The list that a numbering style names. */
  listOf(style: string): string | null {
    return this.first(this.chainOf(style), (one) => one.paragraph.list) ?? null;
  }

  lookOf(own: ParagraphProperties): ParagraphLook {
    const chain = this.chainOf(own.style ?? this.defaultStyle);
    const outlineLevel = own.outlineLevel ?? this.first(chain, (style) => style.paragraph.outlineLevel) ?? RUNNING_TEXT;
    const naming = chain.find(({ paragraph }) => paragraph.list !== undefined);
    const level = own.level ?? this.first(chain, (style) => style.paragraph.level);
    return {
      list: own.list ?? naming?.paragraph.list ?? null,
      level: level ?? null,
      listStyle: own.list === undefined ? (naming?.id ?? null) : null,
      outlineLevel: outlineLevel < RUNNING_TEXT ? outlineLevel : null,
      indent: chain.reduce<Indent>((indent, { paragraph }) => ({ ...paragraph.indent, ...indent }), own.indent ?? {}),
      isCentred: own.isCentred ?? this.first(chain, (style) => style.paragraph.isCentred) ?? false,
    };
  }

  lookOfRun(own: RunProperties, paragraphStyle: string | undefined): RunLook {
    const styled = this.styledLook(paragraphStyle ?? this.defaultStyle, own.style);
    return {
      isHidden: own.isHidden ?? styled.isHidden,
      isStruck: own.isStruck ?? styled.isStruck,
      shift: own.shift === undefined ? styled.shift : own.shift,
      size: own.size ?? styled.size,
      raisedBy: own.raisedBy ?? styled.raisedBy,
    };
  }

  /** What runs of a style are in paragraphs of a style. */
  private styledLook(paragraphStyle: string | undefined, runStyle: string | undefined): RunLook {
    const key = `${paragraphStyle ?? ''}\n${runStyle ?? ''}`;
    const known = this.runLooks.get(key);
    if (known) return known;
    const chains = [this.chainOf(runStyle), this.chainOf(paragraphStyle)];
    const valueOf = <K extends keyof RunProperties>(name: K): RunProperties[K] =>
      this.first(chains.flat(), ({ run }) => run[name]) ?? this.defaults[name];
    // a toggle: styles of paragraph and characters that both switch it on switch it off (17.7.3)
    const isToggled = (name: 'isHidden' | 'isStruck'): boolean =>
      chains.filter((chain) => this.first(chain, ({ run }) => run[name])).length === 1 ||
      (this.defaults[name] ?? false);
    const look: RunLook = {
      isHidden: isToggled('isHidden'),
      isStruck: isToggled('isStruck'),
      shift: valueOf('shift') ?? null,
      size: valueOf('size') ?? USUAL_SIZE,
      raisedBy: valueOf('raisedBy') ?? 0,
    };
    this.runLooks.set(key, look);
    return look;
  }

  private first<T>(chain: readonly Style[], property: (style: Style) => T | undefined): T | undefined {
    for (const style of chain) {
      const value = property(style);
      if (value !== undefined) return value;
    }
    return undefined;
  }

  /** A style and those that it is based on, the nearest first. */
  private chainOf(id: string | undefined): readonly Style[] {
    if (id === undefined) return [];
    const known = this.chains.get(id);
    if (known) return known;
    const chain: Style[] = [];
    for (let style = this.styles.get(id); style && chain.length < LONGEST_CHAIN;) {
      chain.push(style);
      style = this.styles.get(style.basedOn ?? '');
    }
    this.chains.set(id, chain);
    return chain;
  }
}
