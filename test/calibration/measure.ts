/**
 * Measures how far mapping scores keep what they say and prints the tables of docs/mapping-score.md; `--write` puts them there.
 * Usage: npx tsx test/calibration/measure.ts [--write]
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { ASSUMED, withRareKinds } from './assumptions.js';
import { DOCUMENT, replaceMeasured } from './document.js';
import { FIGURES_HEADING, reportFigures, reportTables } from './report.js';
import { measure, SEED } from './run.js';

const judged = measure(ASSUMED, SEED);
const figures = [
  FIGURES_HEADING,
  reportFigures('as assumed', judged),
  reportFigures('half as frequent', measure(withRareKinds(0.5), SEED)),
  reportFigures('twice as frequent', measure(withRareKinds(2), SEED)),
].join('\n');
const tables = `${reportTables(judged)}\n\n${figures}`;

if (process.argv.includes('--write')) {
  const text = replaceMeasured(readFileSync(DOCUMENT, 'utf8'), tables);
  writeFileSync(DOCUMENT, await format(text, { ...(await resolveConfig(DOCUMENT)), filepath: DOCUMENT }));
} else {
  console.log(tables);
}
