import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { renderDataModel } from '../../sinks/contract/markdown.js';

test('docs/data-model.md says what the contract says (npx tsx scripts/write-data-model.ts writes it)', () => {
  expect(readFileSync(new URL('../../docs/data-model.md', import.meta.url), 'utf8')).toBe(renderDataModel());
});
