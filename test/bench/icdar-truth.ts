/** Reads the ground truth of the ICDAR 2013 table competition (`*-str.xml`). */
import type { GridCell } from './cell-adjacency.js';

const REGION = /<region\b[^>]*>([\s\S]*?)<\/region>/g;
const CELL = /<cell\b([^>]*)>([\s\S]*?)<\/cell>/g;
const CONTENT = /<content>([\s\S]*?)<\/content>|<content\s*\/>/;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** One grid for each region; a table over two pages has two, as a page-wise reader sees it. */
export function readTruth(xml: string): GridCell[][] {
  return [...xml.matchAll(REGION)].map(([, region = '']) =>
    [...region.matchAll(CELL)].map(([, attributes = '', body = '']) => cellOf(attributes, body)),
  );
}

function cellOf(attributes: string, body: string): GridCell {
  const row = attribute(attributes, 'start-row') ?? 0;
  const col = attribute(attributes, 'start-col') ?? 0;
  return {
    row,
    col,
    rowSpan: (attribute(attributes, 'end-row') ?? row) - row + 1,
    colSpan: (attribute(attributes, 'end-col') ?? col) - col + 1,
    text: decode(CONTENT.exec(body)?.[1] ?? ''),
  };
}

function attribute(attributes: string, name: string): number | null {
  const value = new RegExp(`\\b${name}="(\\d+)"`).exec(attributes)?.[1];
  return value === undefined ? null : Number(value);
}

function decode(text: string): string {
  return text
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, '$1')
    .replace(/&#(x?)([0-9a-f]+);/gi, (_, hex: string, code: string) =>
      String.fromCodePoint(parseInt(code, hex ? 16 : 10)),
    )
    .replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}
