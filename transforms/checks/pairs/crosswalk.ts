/** 政府经济分类 against 部门经济分类: codes that map to one another add up to the same. */
import { fenToMicro } from '../../amounts/index.js';
import type { Codebook } from '../../codebook/types.js';
import { aspectKey, codeOf } from '../../lines/index.js';
import type { BudgetLine } from '../../types.js';
import { compare, judge } from '../finding.js';
import type { Finding, Term } from '../finding.js';
import { listNames, nameOf, placeId } from '../names.js';
import type { RoundingUnits } from '../rounding.js';

interface Component {
  readonly departmental: readonly BudgetLine[];
  readonly government: readonly BudgetLine[];
}

/**
 * Compares, for each aspect printed under both classifications, the smallest groups of codes between which the crosswalk maps. Only where
 * the two tables agree as a whole, so that they cover the same money; a group that differs all the same is classified in another
 * way than the crosswalk has it, which is no error: not applicable.
 */
export function checkCrosswalk(lines: readonly BudgetLine[], codebook: Codebook, units: RoundingUnits): Finding[] {
  const links = readLinks(codebook);
  const leaves = lines.filter(({ place, isLeaf }) => place.kind === 'table' && isLeaf);
  const aspects = new Map<string, { readonly departmental: BudgetLine[]; readonly government: BudgetLine[] }>();
  for (const line of leaves) {
    const isDepartmental = codeOf(line, 'dept_economic') !== null;
    // a row with both codes is one figure: nothing to compare
    if (isDepartmental === (codeOf(line, 'gov_economic') !== null)) continue;
    const key = aspectKey(line);
    const aspect = aspects.get(key) ?? { departmental: [], government: [] };
    aspects.set(key, aspect);
    (isDepartmental ? aspect.departmental : aspect.government).push(line);
  }
  return [...aspects.values()]
    .filter((aspect) => agrees(aspect, units))
    .flatMap((aspect) => splitByLinks(aspect, links).map((part) => compareGroups(part, units)));
}

function agrees(aspect: Component, units: RoundingUnits): boolean {
  if (aspect.departmental.length === 0 || aspect.government.length === 0) return false;
  const tolerance = units.ofSum([...aspect.departmental, ...aspect.government]);
  return judge(sumOf(aspect.departmental), sumOf(aspect.government), tolerance) !== 'fail';
}

type Links = ReadonlyMap<string, ReadonlySet<string>>;

const linksOf = new WeakMap<Codebook, Links>();

/** Departmental codes by the government code they map to; read once for each codebook. */
function readLinks(codebook: Codebook): Links {
  const known = linksOf.get(codebook);
  if (known) return known;
  const links = indexLinks(codebook);
  linksOf.set(codebook, links);
  return links;
}

function indexLinks({ crosswalk }: Codebook): Links {
  const links = new Map<string, Set<string>>();
  for (const { fromScheme, fromCode, toScheme, toCode } of crosswalk) {
    const [gov, dept] = fromScheme === 'gov_economic' ? [fromCode, toCode] : [toCode, fromCode];
    const schemes = new Set([fromScheme, toScheme]);
    if (!schemes.has('gov_economic') || !schemes.has('dept_economic')) continue;
    links.set(gov, (links.get(gov) ?? new Set<string>()).add(dept));
  }
  return links;
}

/** Connected groups: a government code, all its departmental codes, all other government codes of those, and so on. */
function splitByLinks(aspect: Component, links: Links): Component[] {
  let components: Component[] = [];
  for (const government of aspect.government) {
    const linked = links.get(codeOf(government, 'gov_economic') ?? '');
    const own = aspect.departmental.filter((line) => linked?.has(codeOf(line, 'dept_economic') ?? ''));
    const touching = components.filter(({ departmental }) => departmental.some((line) => own.includes(line)));
    const merged = {
      departmental: [...new Set([...touching.flatMap(({ departmental }) => departmental), ...own])],
      government: [...touching.flatMap(({ government: others }) => others), government],
    };
    components = [...components.filter((component) => !touching.includes(component)), merged];
  }
  return components.filter(({ departmental }) => departmental.length > 0);
}

function compareGroups({ departmental, government }: Component, units: RoundingUnits): Finding {
  const [first] = government;
  const finding = compare({
    rule: 'economic-crosswalk',
    checkId: `economic-crosswalk:${first ? placeId(first) : ''}`,
    subject: `${listNames(government.map(nameOf))} = ${listNames(departmental.map(nameOf))}`,
    terms: [
      ...government.map((line): Term => ({ line, side: 'actual' })),
      ...departmental.map((line): Term => ({ line, side: 'expected' })),
    ],
    tolerance: units.ofSum([...departmental, ...government]),
  });
  return finding.status === 'fail' ? { ...finding, status: 'not_applicable' } : finding;
}

function sumOf(lines: readonly BudgetLine[]): bigint {
  return lines.reduce((sum, { amount }) => sum + fenToMicro(amount), 0n);
}
