/** What the report counts as amounts without a line is what docs/diagnostics.md says makes none. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { WITHOUT_LINE } from '../../pipelines/report-page.js';

/** As the table says what follows. */
const NO_LINE = /\bno lines?\b|kept as (?:text|lines)|kept raw|not read for amounts|they are missing, or glued/;

it('lists each warning and error after which something printed made no line', () => {
  const rows = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'diagnostics.md'), 'utf8')
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const told = rows.flatMap(([, code = '', severity = '', , follows = '']) =>
    code.startsWith('`') && /warning|error/.test(severity) && NO_LINE.test(follows) ? [code.replaceAll('`', '')] : [],
  );
  expect([...WITHOUT_LINE]).toEqual(told.toSorted());
});
