/** `boxes.md`: where on its pages a document's cells and blocks stand; only for formats that have pages. */
import type { BudgetDocument } from '../../transforms/types.js';
import type { Box } from '../../extractors/types.js';
import type { Sheet, SheetRecord } from './sheet.js';

export const BOXES_FILE = 'boxes.md';
export const BOX_COLUMNS = ['page', 'box', 'rotation', 'kind', 'text'];

/** Pages (`p1`), cells (`t1 r0 c0`) and blocks (`b1`) with their boxes in whole points; null where the document has no pages. */
export function boxSheet({ raw, tables, blocks }: BudgetDocument): Sheet | null {
  if (raw.pages.length === 0) return null;
  const pages = raw.pages.map(({ pageNo, width, height, rotation }) =>
    record(`p${String(pageNo)}`, pageNo, [0, 0, width, height], { rotation: String(rotation) }),
  );
  const cells = tables.flatMap((table) =>
    table.grid.cells.map(({ row, col, page, box }) =>
      record(`t${String(table.raw.tableNo)} r${String(row)} c${String(col)}`, page, box),
    ),
  );
  const texts = blocks.map(({ blockNo, page, box, kind, text }) =>
    record(`b${String(blockNo)}`, page, box, { kind, text: text.trim() }),
  );
  return { file: BOXES_FILE, records: [...pages, ...cells, ...texts] };
}

function record(
  key: string,
  page: number | null,
  box: Box | null,
  more: Readonly<Record<string, string>> = {},
): SheetRecord {
  const places = { page: page === null ? '' : String(page), box: box?.map(Math.round).join(' ') ?? '' };
  return { key, fields: new Map(Object.entries({ ...places, ...more })) };
}
