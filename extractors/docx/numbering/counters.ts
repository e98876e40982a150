/** The labels of automatic numbering, counted as the paragraphs come (ISO/IEC 29500-1, 17.9). */
import type { RunProperties } from '../properties.js';
import { formatNumber } from './number-formats.js';
import type { Level, Numbering, NumberingList } from './part.js';

/** Which list a paragraph belongs to, and on which level; null where only the paragraph's style tells the level. */
export interface ListPlace {
  readonly list: string;
  readonly level: number | null;
  readonly style: string | null;
}

export interface Label {
  /** As printed, with the space behind it. */
  readonly text: string;
  /** What it says itself of its looks. */
  readonly look: RunProperties;
}

/** Definitions that point to one another longer than this go in circles. */
const MOST_LINKS = 10;

/** Characters of a label; numbers of nine levels as letters or Roman numerals are far shorter where anybody prints them. */
const LONGEST_LABEL = 200;

export class Counters {
  /** Numbers reached, by definition: lists of one definition go on with each other. */
  private readonly reached = new Map<string, (number | undefined)[]>();
  /** Lists and levels whose own start has been taken. */
  private readonly started = new Set<string>();

  /** @param listOfStyle the list that a numbering style names */
  constructor(
    private readonly numbering: Numbering,
    private readonly listOfStyle: (style: string) => string | null,
  ) {}

  /** Counts a paragraph and gives its label; null where there is none or the list is not known (0: no numbering). */
  label({ list: id, level, style }: ListPlace): Label | null {
    const list = this.numbering.lists.get(id);
    const definition = list && this.resolve(list);
    if (!list || definition === undefined) return null;
    const at = level ?? this.levelOfStyle(definition, style) ?? 0;
    const own = this.levelAt(list, definition, at);
    if (!own) return null;
    const numbers = this.count(id, list, definition, at);
    const label = own.format === 'bullet' ? bulletOf(own.text) : this.write(own, numbers, list, definition);
    return label === '' ? null : { text: label + spaceBehind(label, own.suffix), look: own.look };
  }

  /** The definition that holds the levels of a list. */
  private resolve(list: NumberingList): string | undefined {
    let id = list.definition;
    for (let links = 0; links < MOST_LINKS; links += 1) {
      const definition = this.numbering.definitions.get(id);
      if (!definition) return undefined;
      if (definition.styleLink === undefined) return id;
      const linked = this.numbering.lists.get(this.listOfStyle(definition.styleLink) ?? '');
      if (!linked) return undefined;
      id = linked.definition;
    }
    return undefined;
  }

  private levelOfStyle(definition: string, style: string | null): number | null {
    const levels = this.numbering.definitions.get(definition)?.levels ?? [];
    return [...levels].find(([, level]) => style !== null && level.style === style)?.[0] ?? null;
  }

  private levelAt(list: NumberingList, definition: string, at: number): Level | undefined {
    return list.overrides.get(at)?.level ?? this.numbering.definitions.get(definition)?.levels.get(at);
  }

  /** The numbers of all levels once a paragraph stands on level `at`. */
  private count(id: string, list: NumberingList, definition: string, at: number): readonly (number | undefined)[] {
    const numbers = this.reached.get(definition) ?? [];
    this.reached.set(definition, numbers);
    const start = list.overrides.get(at)?.start;
    const key = `${id} ${at}`;
    const startsAnew = start !== undefined && !this.started.has(key);
    this.started.add(key);
    const before = numbers[at];
    if (startsAnew) numbers[at] = start;
    else numbers[at] = before === undefined ? (this.levelAt(list, definition, at)?.start ?? 1) : before + 1;
    for (let deeper = at + 1; deeper < numbers.length; deeper += 1) {
      const after = this.levelAt(list, definition, deeper)?.restartAfter;
      if (after === undefined || at < after) numbers[deeper] = undefined;
    }
    return numbers;
  }

  private write(own: Level, numbers: readonly (number | undefined)[], list: NumberingList, definition: string): string {
    const label = own.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const level = this.levelAt(list, definition, at);
      const value = numbers[at] ?? level?.start ?? 1;
      return own.isLegal ? String(value) : writeNumber(value, level?.format ?? 'decimal');
    });
    return label.slice(0, LONGEST_LABEL);
  }
}

/** A format, or the pattern of one with leading noughts (`001, 002, 003, ...`). */
function writeNumber(value: number, format: string): string {
  const [, noughts] = /^(0+)1\s*,/.exec(format) ?? [];
  return noughts === undefined ? formatNumber(value, format) : String(value).padStart(noughts.length + 1, '0');
}

/** Bullets stand in fonts of signs, where no character says what is printed. */
function bulletOf(text: string): string {
  return /^[\ue000-\uf8ff]$/.test(text) ? '•' : text;
}

/** A tab is a gap on the page; behind a full-width sign the words follow as if there were none. */
function spaceBehind(label: string, suffix: Level['suffix']): string {
  if (suffix === 'nothing') return '';
  return suffix === 'tab' && /[\u2460-\u24ff\u3000-\u9fff\uff00-\uffef]$/.test(label) ? '' : ' ';
}
