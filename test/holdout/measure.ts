/**
 * Hold-out figures: how many of the codes and names that the documents at hand print the codebook maps rightly without what it learned
 * from them. `npm run bench:holdout`.
 */
import { loadCodebook } from '../../transforms/index.js';
import type { Answer } from './questions.js';
import { askAll, figuresOf, pool } from './figures.js';
import { figureText, missText } from './print.js';
import { readPrintedPairs } from './printed-pairs.js';

const REMOVALS = [
  ['undated', 'without the aliases that the document prints; dated official old names stay'],
  ['dated_too', 'without any old name that the document prints'],
] as const;

function printFigures(title: string, answers: readonly Answer[]): void {
  console.log(`\n${title}`);
  for (const figure of figuresOf(answers)) console.log(`  ${figureText(figure)}`);
}

const codebook = loadCodebook();
const pairs = readPrintedPairs();
for (const [removal, words] of REMOVALS) {
  const answers = askAll(codebook, pairs, removal);
  console.log(`\n== ${words}`);
  printFigures('as often as documents print them', answers);
  printFigures('each code, name and path once', pool(answers));
  const topLevel = answers.filter(({ pair, question }) => question === 'name path' && pair.path.length === 0);
  printFigures('of these at the top level, where a name has no path', topLevel);
  const misses = answers.filter(({ isRight }) => !isRight);
  console.log(`\nmisses: ${String(misses.length)}`);
  for (const miss of misses) console.log(missText(miss));
}
