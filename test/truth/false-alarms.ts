/** What the program suspects in a document without any fault. */
import type { BudgetDocument } from '../../transforms/index.js';
import { readExpectation, type SampleCase } from '../golden/cases.js';
import { describeDocument } from '../golden/expectation.js';
import type { Sheet } from '../golden/sheet.js';

/** Failing checks and suspect lines of an untouched case that the case itself does not know of: `t2 r3 c4`, or the id of a check. */
export function falseAlarms(sample: SampleCase, document: BudgetDocument): readonly string[] {
  const known = new Set(alarmsOf(readExpectation(sample)));
  return alarmsOf(describeDocument(document)).filter((alarm) => !known.has(alarm));
}

function alarmsOf(sheets: readonly Sheet[]): readonly string[] {
  return sheets.flatMap(({ records }) =>
    records
      .filter(({ fields }) => fields.get('confidence') === 'suspect' || fields.get('status') === 'fail')
      .map(({ key }) => key),
  );
}
