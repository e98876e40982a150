/** From a page's characters and rules to its tables and lines; knows nothing of PDF engines or budgets. */
import type { Box, Diagnostic } from '../types.js';
import { findAlignedTables } from './aligned.js';
import { holdsCentre } from './boxes.js';
import { joinNetworks } from './joined-networks.js';
import { readLooseLines } from './loose-lines.js';
import { linkRules } from './networks.js';
import type { Glyph, PageContent } from './page.js';
import { inReadingOrder } from './page-order.js';
import { findRuledTables } from './ruled.js';
import { healRulings, keepLongest } from './rulings.js';
import { angleOfPage, turnBack, turnPage } from './turned-page.js';
import type { PageTable, PageTables, TableGrid } from './types.js';
import { dropWeakRules } from './weak-rules.js';

export type { PageContent } from './page.js';
export type { PageLine, PageTable, PageTables, TableCell, TableGrid } from './types.js';

/**
 * Finds the tables of a page and the lines of text around them, each in reading order. A page whose text lies sideways is read in the
 * direction of
 * its text; all boxes are on the page as displayed.
 */
export function findTables(page: PageContent): PageTables {
  const angle = angleOfPage(page);
  const upright = readUpright(turnPage(page, angle));
  if (angle === 0) return upright;
  const { tables, lines, diagnostics } = upright;
  return {
    diagnostics,
    tables: tables.map((table) => turnTable(table, (box) => turnBack(box, angle))),
    lines: lines.map((line) => ({ ...line, box: turnBack(line.box, angle) })),
  };
}

/** Rules first, then the alignment of what they leave, then lines. */
function readUpright({ pageNo, glyphs, rulings }: PageContent): PageTables {
  const healed = healRulings(rulings);
  const kept = keepLongest(healed);
  const networks = joinNetworks(linkRules(dropWeakRules(kept, glyphs)));
  const { tables: ruled, rest: rules } = findRuledTables(networks, glyphs);
  const unframed = outside(ruled, glyphs);
  const aligned = findAlignedTables(unframed, rules);
  return {
    tables: inReadingOrder([...ruled, ...aligned]),
    lines: readLooseLines(outside(aligned, unframed)),
    diagnostics: kept.length < healed.length ? [describeLeftAside(pageNo, healed.length, kept.length)] : [],
  };
}

function describeLeftAside(page: number, found: number, kept: number): Diagnostic {
  const message = `the page has ${found} rules; the longest ${kept} were tried as frames of tables, so a table of short rules may be read by alignment`;
  return { stage: 'extract', severity: 'warning', code: 'rules-left-aside', message, origin: { page } };
}

function outside(tables: readonly PageTable[], glyphs: readonly Glyph[]): Glyph[] {
  return glyphs.filter((glyph) => !tables.some((table) => holdsCentre(table.box, glyph.box)));
}

function turnTable(table: PageTable, turn: (box: Box) => Box): PageTable {
  const turnGrid = (grid: TableGrid): TableGrid => ({
    ...grid,
    cells: grid.cells.map((cell) => ({ ...cell, box: turn(cell.box) })),
  });
  return {
    ...table,
    ...turnGrid(table),
    box: turn(table.box),
    ...(table.alternatives && { alternatives: table.alternatives.map(turnGrid) }),
  };
}
