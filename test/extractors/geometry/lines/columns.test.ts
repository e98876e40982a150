import { describe, expect, it } from 'vitest';
import { columnsUnder } from '../../../../extractors/geometry/lines/columns.js';

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
