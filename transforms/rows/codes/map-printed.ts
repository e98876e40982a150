/** Codes that only the rest of their row can explain: fragments without a name, and letters read for digits. */
import { readMisprint } from '../../codebook/printed-code.js';
import { mapCode } from '../../codes/index.js';
import type { MappingContext } from '../../codes/index.js';
import type { LineCode } from '../../types.js';

type Printed = Parameters<typeof mapCode>[0];

/** What a misprinted code is worth that name or parent confirms: as much as a name against the printed code of a sibling. */
const CONFIRMED_MISPRINT = 0.8;
/** 款 and 项 by themselves. */
const FRAGMENT_DIGITS = 2;

/**
 * Maps what a row prints. A code with letters for digits (201O301) is read as the digits only where the name may mean that code, or,
 * without a name, where its parent is open above; a fragment without a name only under a single parent.
 */
export function mapPrinted(printed: Printed, context: MappingContext): LineCode {
  const mapped = mapCode({ ...printed, ancestors: parentsFor(printed, context) }, context);
  const digits = printed.code === null ? null : readMisprint(printed.code);
  if (digits === null || mapped.code !== null || !confirms(mapped, digits, printed, context)) return mapped;
  return { ...mapped, code: digits, treeCode: digits, method: 'code', score: CONFIRMED_MISPRINT, rivals: [] };
}

/** Rows above that may be the parent. */
function parentsFor({ scheme, code, name, ancestors }: Printed, { codebook }: MappingContext): readonly string[] {
  if (code === null || name !== null || code.length > FRAGMENT_DIGITS) return ancestors;
  const fitting = ancestors.filter((parent) =>
    codebook.entry(scheme, parent + code.padStart(FRAGMENT_DIGITS, '0'), null),
  );
  return fitting.length === 1 ? fitting : [];
}

function confirms({ rivals }: LineCode, digits: string, printed: Printed, { codebook }: MappingContext): boolean {
  const entry = codebook.entry(printed.scheme, digits, null);
  if (entry === null) return false;
  if (printed.name !== null) return rivals.some(({ code }) => code === digits);
  return entry.parentCode !== null && printed.ancestors.includes(entry.parentCode);
}
