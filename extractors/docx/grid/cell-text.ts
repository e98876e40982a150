/** What a cell says: its own paragraphs; tables and boxes in it stand apart. */
import type { Block, Paragraph } from '../body/blocks.js';
import type { PlacedCell } from './places.js';

/** The text of a cell, a line for each paragraph; blank lines at either end are left out. Spaces in front are kept: they indent. */
export function cellText({ cell, parts }: PlacedCell): string {
  if (parts.length === 0) return paragraphsOf(cell.blocks);
  const texts = [cell, ...parts].map(({ blocks }) => paragraphsOf(blocks));
  return trimLines(texts.filter((text) => text !== '').join('\n'));
}

function paragraphsOf(blocks: readonly Block[]): string {
  const [first] = blocks;
  if (blocks.length === 1 && first?.kind === 'paragraph') return trimLines(first.text);
  const paragraphs = blocks.filter((block): block is Paragraph => block.kind === 'paragraph');
  return trimLines(paragraphs.map(({ text }) => trimLines(text)).join('\n'));
}

function trimLines(text: string): string {
  // most cells are a word or a number
  if (!/\s/.test(text)) return text;
  return text
    .replace(/^[\t\n]+/, '')
    .replaceAll('\t', ' ')
    .trimEnd();
}

/** Characters by which the first words of a cell stand in; null where they are not at its left. */
export function indentOf({ cell }: PlacedCell): number | null {
  return cell.blocks.find((block): block is Paragraph => block.kind === 'paragraph')?.indent ?? null;
}

/** Tables and text boxes that stand in a cell. */
export function innerBlocks({ cell, parts }: PlacedCell): readonly Block[] {
  if (parts.length === 0 && cell.blocks.every(({ kind }) => kind === 'paragraph')) return [];
  return [cell, ...parts].flatMap(({ blocks }) => blocks.filter(({ kind }) => kind !== 'paragraph'));
}
