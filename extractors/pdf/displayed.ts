/** From pages as they are read, with their text upright, to pages as they are displayed. */
import { turnBack } from '../geometry/index.js';
import type { PageFrame } from '../geometry/index.js';
import type { Box, RawBlock, RawTable, Reading } from '../types.js';

/** The frames of the pages, by their numbers. */
export type Frames = ReadonlyMap<number, PageFrame>;

type Placed = Pick<RawTable, 'readings'>;

/** The cells of tables where they are displayed; the tables themselves where no page is turned. */
export function displayTables<Table extends Placed>(tables: readonly Table[], frames: Frames): readonly Table[] {
  if (!areTurned(frames)) return tables;
  return tables.map((table) => {
    const [first, ...others] = table.readings;
    const show = (reading: Reading): Reading => displayReading(reading, frames);
    return { ...table, readings: [show(first), ...others.map(show)] };
  });
}

/** Blocks where they are displayed. */
export function displayBlocks<Block extends Pick<RawBlock, 'page' | 'box'>>(
  blocks: readonly Block[],
  frames: Frames,
): readonly Block[] {
  return areTurned(frames) ? blocks.map((block) => display(block, frames)) : blocks;
}

function displayReading(reading: Reading, frames: Frames): Reading {
  const { grid } = reading;
  return { ...reading, grid: { ...grid, cells: grid.cells.map((cell) => display(cell, frames)) } };
}

function display<Thing extends { readonly page: number | null; readonly box: Box | null }>(
  thing: Thing,
  frames: Frames,
): Thing {
  const frame = thing.page === null ? undefined : frames.get(thing.page);
  return thing.box && frame ? { ...thing, box: turnBack(thing.box, frame) } : thing;
}

function areTurned(frames: Frames): boolean {
  return [...frames.values()].some(({ angle }) => angle !== 0);
}
