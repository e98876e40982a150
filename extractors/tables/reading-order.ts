/** One running order for the tables and blocks of a document. */
import type { RawBlock, RawTable } from '../types.js';
import type { TextBlock } from './blocks.js';
import type { CollectedTables } from './collect.js';

export interface OrderedParts {
  readonly tables: readonly RawTable[];
  readonly blocks: readonly RawBlock[];
}

/** Numbers tables and blocks by where they begin. */
export function inReadingOrder(tables: CollectedTables['tables'], blocks: readonly TextBlock[]): OrderedParts {
  const starts = [...tables, ...blocks].map(({ lineFirst }) => lineFirst ?? 0).sort((a, b) => a - b);
  const orders = new Map(starts.map((line, at) => [line, at + 1]));
  const orderOf = (line: number | null): number => orders.get(line ?? 0) ?? 0;
  return {
    tables: tables.map((table): RawTable => ({ ...table, order: orderOf(table.lineFirst) })),
    blocks: blocks.map((block, at): RawBlock => ({ ...block, blockNo: at + 1, order: orderOf(block.lineFirst) })),
  };
}
