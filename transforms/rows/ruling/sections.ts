/** Forms that print several statements below each other (机构运行信息表: 三公, 机关运行经费, 国有资产, 政府采购), and rows that count things. */
import { COUNTED } from '../../statements/column-words.js';
import type { TableKind } from '../../types.js';
import { pack } from '../../vocabulary/index.js';
import { readOutline } from '../outline.js';

/** How the section rows of a 三公 form begin, and what stands below them. */
const SECTIONS: readonly (readonly [pattern: RegExp, kind: TableKind])[] = [
  [/^三公/, 'three_public'],
  [/^机关运行经费/, 'agency_operation'],
  [/^政府采购/, 'procurement'],
  [/^(?:国有)?资产/, 'fixed_assets'],
  [/^相关统计/, 'other'],
];
/** Deeper than every number. */
const UNNUMBERED = 9;

interface OpenSection {
  readonly kind: TableKind;
  readonly level: number;
}

/**
 * Takes the labels of a panel's rows from top to bottom and tells of which statement each row is; null for a row that counts things
 * (公务用车保有量（辆）) and for its parts, which are no money. Only forms of 三公 print such rows: elsewhere every row is the table's.
 */
export function walkSections(kind: TableKind): (label: string) => TableKind | null {
  if (kind !== 'three_public') return () => kind;
  let section: OpenSection | null = null;
  let counted: number | null = null;
  return (label) => {
    const outline = readOutline(label);
    const words = pack(outline.words);
    const level = outline.numberLevel ?? UNNUMBERED;
    if (counted !== null && level <= counted) counted = null;
    if (COUNTED.test(words)) counted ??= level;
    if (words !== '' && level <= (section?.level ?? UNNUMBERED)) {
      const opened = SECTIONS.find(([pattern]) => pattern.test(words))?.[1];
      section = opened === undefined ? null : { kind: opened, level };
    }
    return counted === null ? (section?.kind ?? kind) : null;
  };
}
