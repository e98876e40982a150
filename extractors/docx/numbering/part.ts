/** The numbering part: which number formats lists have (ISO/IEC 29500-1, 17.9). */
import { readRunProperties } from '../properties.js';
import type { RunProperties } from '../properties.js';
import type { ElementReader, XmlElement } from '../xml/read-xml.js';
import { isOn, numberOf } from '../xml/values.js';

export interface Level {
  readonly start: number;
  /** A name of `number-formats.ts`, or the pattern of a custom format (`001, 002, 003, ...`). */
  readonly format: string;
  /** `%1.%2` where `%n` stands for the number of level n. */
  readonly text: string;
  /** What stands between number and words. */
  readonly suffix: 'tab' | 'space' | 'nothing';
  /** All numbers of the label are decimal. */
  readonly isLegal: boolean;
  /** The count begins anew after this level (from 1); 0: never; absent: after any higher one. */
  readonly restartAfter?: number;
  /** Paragraphs of this style stand on this level. */
  readonly style?: string;
  /** What the number itself looks like. */
  readonly look: RunProperties;
}

/** What a list changes of the definition that it goes by. */
export interface LevelOverride {
  readonly start?: number;
  readonly level?: Level;
}

export interface NumberingList {
  readonly definition: string;
  readonly overrides: ReadonlyMap<number, LevelOverride>;
}

export interface Definition {
  readonly levels: ReadonlyMap<number, Level>;
  /** The numbering style that holds the levels, where the definition only points to it. */
  readonly styleLink?: string;
}

export interface Numbering {
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly lists: ReadonlyMap<string, NumberingList>;
}

/** Characters of a level's text that are read; a real one has a number of each level and some words. */
const LONGEST_TEXT = 100;
/** Levels of a list (17.9.6). */
const DEEPEST_LEVEL = 8;

/** Collects definitions and lists while the part is read. */
export class NumberingReader implements ElementReader {
  private readonly definitions = new Map<string, Definition>();
  private readonly lists = new Map<string, NumberingList>();

  get numbering(): Numbering {
    return { definitions: this.definitions, lists: this.lists };
  }

  open(element: XmlElement): ElementReader | null {
    if (element.name === 'w:numbering') return this;
    if (element.name === 'w:abstractNum') return this.openDefinition(element.attribute('w:abstractNumId') ?? '');
    return element.name === 'w:num' ? this.openList(element.attribute('w:numId') ?? '') : null;
  }

  private openDefinition(id: string): ElementReader {
    const levels = new Map<number, Level>();
    this.definitions.set(id, { levels });
    return {
      open: (element) => {
        if (element.name === 'w:numStyleLink')
          this.definitions.set(id, { levels, styleLink: element.attribute('w:val') ?? '' });
        return element.name === 'w:lvl' ? openLevel(element, (at, level) => levels.set(at, level)) : null;
      },
    };
  }

  private openList(id: string): ElementReader {
    const overrides = new Map<number, LevelOverride>();
    const openOverride = (at: number): ElementReader => ({
      open: (element) => {
        const start = numberOf(element.attribute('w:val'));
        if (element.name === 'w:startOverride') overrides.set(at, { ...overrides.get(at), start: start ?? 0 });
        const keep = (level: Level): void => void overrides.set(at, { ...overrides.get(at), level });
        return element.name === 'w:lvl'
          ? openLevel(element, (_, level) => {
              keep(level);
            })
          : null;
      },
    });
    return {
      open: (element) => {
        if (element.name === 'w:abstractNumId')
          this.lists.set(id, { definition: element.attribute('w:val') ?? '', overrides });
        return element.name === 'w:lvlOverride' ? openOverride(levelOf(element)) : null;
      },
    };
  }
}

function levelOf(element: XmlElement): number {
  const level = numberOf(element.attribute('w:ilvl')) ?? 0;
  return Math.min(Math.max(level, 0), DEEPEST_LEVEL);
}

/** Tells the level again with each of its properties: it has no end of its own here. */
function openLevel(element: XmlElement, keep: (at: number, level: Level) => void): ElementReader {
  const at = levelOf(element);
  let level: Level = { start: 0, format: 'decimal', text: '', suffix: 'tab', isLegal: false, look: {} };
  let isFormatKnown = false;
  keep(at, level);
  const reader: ElementReader = {
    open(property) {
      const value = property.attribute('w:val') ?? '';
      if (property.name === 'mc:AlternateContent' || property.name === 'mc:Choice' || property.name === 'mc:Fallback')
        return reader;
      if (property.name === 'w:rPr') return readRunProperties(level.look);
      if (property.name === 'w:numFmt') {
        // of a format and the one that older programs shall take instead, the first counts
        if (!isFormatKnown) level = { ...level, format: property.attribute('w:format') ?? value };
        isFormatKnown = true;
      } else level = withProperty(level, property, value);
      keep(at, level);
      return null;
    },
  };
  return reader;
}

function withProperty(level: Level, property: XmlElement, value: string): Level {
  switch (property.name) {
    case 'w:start':
      return { ...level, start: numberOf(value) ?? 0 };
    case 'w:lvlText':
      return { ...level, text: value.slice(0, LONGEST_TEXT) };
    case 'w:suff':
      return { ...level, suffix: value === 'space' || value === 'nothing' ? value : 'tab' };
    case 'w:isLgl':
      return { ...level, isLegal: isOn(property) };
    case 'w:lvlRestart':
      return { ...level, restartAfter: numberOf(value) ?? 0 };
    case 'w:pStyle':
      return { ...level, style: value };
    default:
      return level;
  }
}
