/** From a page's characters and rules to its tables and lines; knows nothing of PDF engines or budgets. */
import type { Diagnostic } from '../types.js';
import { findAlignedTables } from './aligned/aligned.js';
import { holdsCentre } from './boxes.js';
import { joinNetworks } from './rules/joined-networks.js';
import { readLooseLines } from './lines/loose-lines.js';
import { linkRules } from './rules/networks.js';
import type { Glyph, PageContent } from './page.js';
import { guttersOf, orderPage } from './page-order.js';
import { findRuledTables } from './ruled/ruled.js';
import { healRulings, keepLongest } from './rules/rulings.js';
import { angleOfPage, turnPage } from './turned-page.js';
import type { PageItem, PageTable, PageTables, TableColumn } from './types.js';
import { liftWatermarks, readWatermarks } from './lines/watermarks.js';
import { dropWeakRules } from './rules/weak-rules.js';

export type { PageContent } from './page.js';
export { turnBack } from './turned-page.js';
export type {
  PageFrame,
  PageItem,
  PageLine,
  PageTable,
  PageTables,
  TableCell,
  TableColumn,
  TableGrid,
} from './types.js';

/**
 * Finds the tables of a page and the lines of text around them, each in reading order. A page whose text lies sideways is read in the direction
 * of its text: all boxes are in the frame that is returned, `turnBack` takes them to the page as displayed. Watermarks are in no cell and no
 * sentence, but lines of their own at the end.
 *
 * @param above columns of the table that ends the page before, if it has no rules: its last rows may stand here, too few to show them
 */
export function findTables(page: PageContent, above?: readonly TableColumn[]): PageTables {
  const { text, watermarks } = liftWatermarks(page.glyphs);
  const angle = angleOfPage({ ...page, glyphs: text });
  const upright = turnPage({ ...page, glyphs: text }, angle);
  const laidOver = turnPage({ ...page, glyphs: watermarks }, angle).glyphs;
  const { items: read, diagnostics } = readUpright(upright, above);
  const items = [...read, ...readWatermarks(laidOver).map((line): PageItem => ({ kind: 'line', line }))];
  return {
    items,
    tables: items.flatMap((item) => (item.kind === 'table' ? [item.table] : [])),
    lines: items.flatMap((item) => (item.kind === 'line' ? [item.line] : [])),
    frame: { width: upright.width, height: upright.height, angle },
    diagnostics,
  };
}

/** Rules first, then the alignment of what they leave, then lines. */
function readUpright(
  { pageNo, glyphs, rulings }: PageContent,
  above?: readonly TableColumn[],
): Pick<PageTables, 'items' | 'diagnostics'> {
  const healed = healRulings(rulings);
  const kept = keepLongest(healed);
  const networks = joinNetworks(linkRules(dropWeakRules(kept, glyphs)));
  const { tables: ruled, rest: rules } = findRuledTables(networks, glyphs);
  const unframed = outside(ruled, glyphs);
  const { tables: aligned, textsLeftAside } = findAlignedTables(
    unframed,
    rules,
    ruled.length === 0 ? above : undefined,
  );
  const tables = [...ruled, ...aligned];
  return {
    items: orderPage(tables, readLooseLines(outside(aligned, unframed), guttersOf(tables))),
    diagnostics: [
      ...(kept.length < healed.length ? [describeLeftAside(pageNo, healed.length, kept.length)] : []),
      ...(textsLeftAside > 0 ? [describeTextsLeftAside(pageNo, textsLeftAside)] : []),
    ],
  };
}

function describeLeftAside(page: number, found: number, kept: number): Diagnostic {
  const message = `the page has ${found} rules; the longest ${kept} were tried as frames of tables, so a table of short rules may be read by alignment`;
  return { stage: 'extract', severity: 'warning', code: 'rules-left-aside', message, origin: { page } };
}

function describeTextsLeftAside(page: number, found: number): Diagnostic {
  const message = `${found} texts stand close together on the page, more than any table without rules has; no table was looked for among them, they are kept as text`;
  return { stage: 'extract', severity: 'error', code: 'texts-left-aside', message, origin: { page } };
}

function outside(tables: readonly PageTable[], glyphs: readonly Glyph[]): Glyph[] {
  return glyphs.filter((glyph) => !tables.some((table) => holdsCentre(table.box, glyph.box)));
}
