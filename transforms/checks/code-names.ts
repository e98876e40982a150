/** Printed codes against the names beside them, table by table. */
import { groupBy } from '../codebook/index.js';
import type { Codebook } from '../codebook/index.js';
import { compareCodeAndName } from '../codes/index.js';
import type { BudgetLine, LineScheme } from '../types.js';
import { UNBOUND } from './finding.js';
import type { Finding } from './finding.js';
import { listNames } from './names.js';

/** Counts are held in millionths, as all figures of checks are. */
const ONE = 1_000_000n;

interface CodedLine {
  readonly line: BudgetLine;
  readonly tableNo: number;
  readonly row: number;
  readonly scheme: LineScheme;
  readonly codePrinted: string;
  readonly isContradicted: boolean;
}

/**
 * One finding for each table and classification: in how many of the rows that print a known code and a name the two agree. It fails with the lines of the rows in
 * which they contradict each other; one that holds binds no line, for it says nothing of amounts.
 */
export function checkCodeNames(lines: readonly BudgetLine[], codebook: Codebook): Finding[] {
  const coded = lines.flatMap((line) => findCoded(line, codebook));
  return [...groupBy(coded, ({ tableNo, scheme }) => `${String(tableNo)} ${scheme}`).values()].map(judgeRows);
}

function findCoded(line: BudgetLine, codebook: Codebook): CodedLine[] {
  const { place } = line;
  if (place.kind !== 'table') return [];
  return line.codes.flatMap((code) => {
    const outcome = compareCodeAndName(code, codebook);
    if (outcome === null) return [];
    const { scheme, codePrinted } = code;
    const isContradicted = outcome === 'contradict';
    return [{ line, tableNo: place.tableNo, row: place.row, scheme, codePrinted: codePrinted ?? '', isContradicted }];
  });
}

function judgeRows(coded: readonly CodedLine[]): Finding {
  const contradicted = coded.filter(({ isContradicted }) => isContradicted);
  const rows = new Set(coded.map(({ row }) => row)).size;
  const wrong = new Map(contradicted.map(({ row, codePrinted }) => [row, codePrinted]));
  const tableNo = String(coded[0]?.tableNo);
  const scheme = coded[0]?.scheme ?? '';
  const named = wrong.size === 0 ? '' : `, not in those of ${listNames([...wrong.values()])}`;
  return {
    rule: 'code-name',
    checkId: `code-name:t${tableNo}:${scheme}`,
    subject: `t.${tableNo} ${scheme}: code and name agree in ${String(rows - wrong.size)} of ${String(rows)} rows${named}`,
    expected: BigInt(rows) * ONE,
    actual: BigInt(rows - wrong.size) * ONE,
    tolerance: 0n,
    unit: 'count',
    status: wrong.size === 0 ? 'pass' : 'fail',
    lineNos: contradicted.map(({ line }) => line.lineNo),
    cellRefs: [],
    binding: UNBOUND,
  };
}
