import { describe, expect, it } from 'vitest';
import { columnsUnder, findColumns } from '../../../../extractors/geometry/lines/columns.js';
import { cutRows } from '../../../../extractors/geometry/lines/segments.js';
import { write } from '../page-builder.js';

const COLUMNS = [
  { from: 50, to: 150 },
  { from: 200, to: 260 },
  { from: 300, to: 360 },
];

describe('the columns that a text stands in', () => {
  it('are all those that it stands over', () => {
    expect(columnsUnder(COLUMNS, { box: [210, 0, 330, 10] })).toEqual({ first: 1, last: 2 });
  });

  it('are the nearest one where it stands in none, or reaches over an edge by a hair', () => {
    expect(columnsUnder(COLUMNS, { box: [270, 0, 280, 10] })).toEqual({ first: 1, last: 1 });
    expect(columnsUnder(COLUMNS, { box: [265, 0, 300.5, 10] })).toEqual({ first: 2, last: 2 });
    expect(columnsUnder(COLUMNS, { box: [400, 0, 420, 10] })).toEqual({ first: 2, last: 2 });
  });
});

describe('columns of amounts', () => {
  const ROWS = [...write(50, 100, '782.85'), ...write(90, 115, '706.34'), ...write(50, 130, '258.17')];
  const count = (glyphs = ROWS): number => findColumns(cutRows(glyphs)).length;

  it('are two where amounts too wide for their cells reach over the next ones', () => {
    expect(count([...ROWS, ...write(50, 145, '13,000,100.28'), ...write(110, 145, '1,897,706.34')])).toBe(2);
    expect(count([...ROWS, ...write(50, 145, '3,000,100.28'), ...write(105, 145, '897,706.34')])).toBe(2);
  });

  it('are two where the amounts of one row are glued to each other', () => {
    expect(count([...ROWS, ...write(50, 145, '70.41,897,706.34')])).toBe(2);
  });

  it('are one where an amount stands over both alone', () => {
    expect(count([...ROWS, ...write(50, 145, '13,000,100.28')])).toBe(1);
  });
});
