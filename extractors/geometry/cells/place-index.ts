/** Finds the cell in which a point lies without asking every cell. */
import { holds } from '../boxes.js';
import type { CellPlace } from './places.js';

/** Slices that a table is looked up in: no more than so many, however high it is. */
const MOST_SLICES = 500;
/** Points. No lower slice is worth its while: rows of text are higher. */
const LOWEST_SLICE = 5;

/** The place that holds a point, of places that do not overlap. */
export function indexPlaces(places: readonly CellPlace[]): (x: number, y: number) => CellPlace | undefined {
  const top = places.reduce((least, { box }) => Math.min(least, box[1]), Infinity);
  const bottom = places.reduce((most, { box }) => Math.max(most, box[3]), -Infinity);
  const height = Math.max(LOWEST_SLICE, (bottom - top) / MOST_SLICES);
  const sliceAt = (y: number): number => Math.floor((y - top) / height);
  const slices: CellPlace[][] = [];
  for (const place of places) {
    for (let at = sliceAt(place.box[1]); at <= sliceAt(place.box[3]); at += 1) (slices[at] ??= []).push(place);
  }
  return (x, y) => slices[sliceAt(y)]?.find(({ box }) => holds(box, x, y));
}
