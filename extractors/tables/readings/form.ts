/** Forms: labels and values alternate, no header heads the columns. */
import { isBlank, isIndicatorHeader, isNumeral } from '../words.js';
import type { PlacedRow } from '../rows.js';

/**
 * Lays the rows of a form over `width` columns. Where the source flattens merged cells to blanks (`positional`), the last text of a row
 * takes the blanks behind it; where it collapses them, the last cell takes what is left of the width. Performance indicators in a
 * form have a header and so columns of their own, which their rows keep to.
 *
 * Blanks before the first text of a row belong to the label above them. So does a blank between texts that stands under a label,
 * but not among indicators, where a blank is an indicator without target: forms merge labels downwards, never values.
 */
export function placeForm(rows: readonly (readonly string[])[], width: number, positional: boolean): PlacedRow[] {
  const placed: PlacedRow[] = [];
  let section: { readonly start: number; readonly header: PlacedRow } | null = null;
  rows.forEach((cells, at) => {
    if (isIndicatorHeader(cells)) {
      section = { start: at, header: placeLabels(cells, width, positional, null) };
      placed.push(section.header);
      return;
    }
    // the label of the section may stand beside its first indicator instead of beside its header
    if (section && at > section.start + 1 && !isBlank(cells[0] ?? '')) section = null;
    const indicator = section && placeIndicator(cells, section.header, positional);
    placed.push(indicator ?? placeLabels(cells, width, positional, placed.at(-1) ?? null));
  });
  return placed;
}

/** An indicator's texts in the columns of its header; null where they don't fit there. */
function placeIndicator(cells: readonly string[], header: PlacedRow, positional: boolean): PlacedRow | null {
  if (!positional && cells.length !== header.length) return null;
  const texts = header.map(({ col, colSpan }, at) =>
    positional ? cells.slice(col, col + colSpan) : [cells[at] ?? ''],
  );
  if (texts.some((inColumn) => inColumn.filter((text) => !isBlank(text)).length > 1)) return null;
  const filled = texts.map((inColumn) => inColumn.find((text) => !isBlank(text)) ?? '');
  const firstText = filled.findIndex((text) => !isBlank(text));
  return header.map(({ col, colSpan }, at) => ({
    text: filled[at] ?? '',
    col,
    colSpan,
    continuesAbove: at < firstText,
  }));
}

function placeLabels(cells: readonly string[], width: number, positional: boolean, above: PlacedRow | null): PlacedRow {
  const lastText = cells.findLastIndex((text) => !isBlank(text));
  const kept = positional && lastText >= 0 ? cells.slice(0, lastText + 1) : cells;
  const firstText = kept.findIndex((text) => !isBlank(text));
  return kept.map((text, col) => {
    const colSpan = col === kept.length - 1 ? width - col : 1;
    const continuesAbove = isBlank(text) && above !== null && (col < firstText || isUnderLabel(kept, col, above));
    return { text, col, colSpan, continuesAbove };
  });
}

function isUnderLabel(cells: readonly string[], col: number, above: PlacedRow): boolean {
  const next = cells[col + 1] ?? '';
  const upper = above.find((cell) => cell.col === col)?.text ?? '';
  return col > 0 && !isBlank(next) && !isNumeral(next) && !isBlank(upper) && !isNumeral(upper);
}
