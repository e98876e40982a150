/** Reads what the report page tells. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { ENUMS } from '../../contract/enums.js';
import { ARCHIVE_RULES } from '../../contract/archive-rules.js';
import { ALL_BETWEEN, readBetween } from './between.js';
import type { BetweenCheck } from './between.js';
import { readKinds, readPublishers, readRules, readTotals } from './counts.js';
import { listDocuments, readDocuments } from './documents.js';
import { checkKey, readEvidence } from './evidence.js';
import { ALL_CHECKS, readFailing } from './failing.js';
import type { FailingCheck } from './failing.js';
import { ALL_FINDINGS, readFindings } from './findings.js';
import type { Findings } from './findings.js';
import { ALL_GAPS, readGaps } from './gaps.js';
import type { Gaps } from './gaps.js';
import { withGathered } from './gather.js';
import { BYTES, MOST, takeWithin } from './limits.js';
import { Shelf } from './shelf.js';
import { readQuarantined } from './quarantined.js';
import { ALL_SUSPECTS, countSuspects, readSuspects } from './suspects.js';
import type { DoubtGroup } from './suspects.js';
import { allUnloaded, readUnloaded } from './unloaded.js';
import type { UnloadedFinding } from './unloaded.js';
import type { Evidence, PageCheck, PageContext, PageData, SuspectGroup } from './types.js';

/** Columns whose values the page names. */
const LABELLED = [
  'report_kind',
  'table_kind',
  'confidence',
  'status',
  'value_unit',
  'reason',
  'scheme',
  'gap',
  'severity',
] as const;

/** The data of the page, bounded however large the archive is. @throws Error of DuckDB */
export async function readPage(
  connection: DuckDBConnection,
  context: PageContext,
): Promise<Omit<PageData, 'program' | 'writtenAt'>> {
  return withGathered(connection, async () => {
    const rules = await readRules(connection, context.rules);
    const failing = await readFailing(connection);
    const evidence = await readEvidence(connection);
    const doubts = await readSuspects(connection);
    const between = await readBetween(connection);
    const unloaded = await readUnloaded(connection, context.withoutLine);
    const findings = await readFindings(connection);
    const gaps = await readGaps(connection);
    const listed = await listDocuments(connection);
    const known = await readDocuments(
      connection,
      namedIn(failing, between.checks, doubts, unloaded.findings, [...findings.groups, ...gaps.groups], listed.ids),
    );
    const shelf = new Shelf(known);
    const checks = listChecks(failing, evidence, shelf);
    return {
      totals: await readTotals(connection, rules, context),
      rules,
      kinds: await readKinds(connection),
      publishers: await readPublishers(connection),
      checks: { entries: checks, total: rules.reduce((sum, { fail }) => sum + fail, 0), query: ALL_CHECKS },
      between: { entries: listBetween(between.checks, shelf), total: between.total, query: ALL_BETWEEN },
      suspects: listSuspects(doubts, shelf),
      suspectLines: { total: await countSuspects(connection), query: ALL_SUSPECTS },
      unloaded: {
        entries: listUnloaded(unloaded.findings, shelf),
        total: unloaded.total,
        query: allUnloaded(context.withoutLine),
      },
      listed: {
        entries: takeWithin(listed.ids, BYTES.documents, (id) => known.get(id)).map((id) => shelf.put(id)),
        total: listed.total,
        query: 'SELECT * FROM documents',
      },
      findings: { entries: listFindings(findings.groups, shelf), total: findings.total, query: ALL_FINDINGS },
      gaps: { entries: listGaps(gaps.groups, shelf), total: gaps.total, query: ALL_GAPS },
      quarantined: await readQuarantined(connection),
      documents: shelf.documents,
      labels: labels(),
    };
  });
}

function namedIn(
  failing: readonly FailingCheck[],
  between: readonly BetweenCheck[],
  doubts: readonly DoubtGroup[],
  unloaded: readonly UnloadedFinding[],
  groups: readonly (Findings | Gaps)[],
  listed: readonly string[],
): ReadonlySet<string> {
  const suspects = doubts.flatMap(({ examples }) => examples);
  const inGroups = groups.flatMap(({ examples }) => examples.flatMap(({ documentId }) => documentId ?? []));
  const others = between.map(({ otherId }) => otherId);
  return new Set([
    ...listed,
    ...others,
    ...inGroups,
    ...[...failing, ...between, ...suspects, ...unloaded].map(({ documentId }) => documentId),
  ]);
}

/** As many as there is room for with their documents, worst first; what the worst use as long as there is room for that. */
function listChecks(
  failing: readonly FailingCheck[],
  evidence: ReadonlyMap<string, Evidence>,
  shelf: Shelf,
): readonly PageCheck[] {
  const kept = takeWithin(failing, BYTES.checks, (check) => [check, shelf.find(check.documentId)]).sort(
    (a, b) => a.worstNo - b.worstNo,
  );
  const evidenceOf = ({ documentId, entry }: FailingCheck): Evidence | null =>
    evidence.get(checkKey(documentId, entry.checkNo)) ?? null;
  const worst = kept.filter(({ worstNo }) => worstNo <= MOST.worst);
  const shown = new Set(takeWithin(worst, BYTES.evidence, evidenceOf));
  return kept.map((check) => ({
    ...check.entry,
    document: shelf.put(check.documentId),
    evidence: shown.has(check) ? evidenceOf(check) : null,
  }));
}

function listBetween(checks: readonly BetweenCheck[], shelf: Shelf): PageData['between']['entries'] {
  const kept = takeWithin(checks, BYTES.between, (check) => [
    check,
    shelf.find(check.documentId),
    shelf.find(check.otherId),
  ]);
  return kept.map(({ documentId, otherId, entry }) => ({
    ...entry,
    document: shelf.put(documentId),
    other: shelf.put(otherId),
  }));
}

function listUnloaded(findings: readonly UnloadedFinding[], shelf: Shelf): PageData['unloaded']['entries'] {
  const kept = takeWithin(findings, BYTES.unloaded, (finding) => [finding, shelf.find(finding.documentId)]);
  return kept.map(({ documentId, entry }) => ({ ...entry, document: shelf.put(documentId) }));
}

function listSuspects(doubts: readonly DoubtGroup[], shelf: Shelf): readonly SuspectGroup[] {
  const lines = doubts.flatMap(({ examples }) => examples);
  const kept = new Set(takeWithin(lines, BYTES.suspects, (line) => [line, shelf.find(line.documentId)]));
  return doubts.map(({ examples, ...group }) => ({
    ...group,
    examples: examples
      .filter((line) => kept.has(line))
      .map(({ documentId, ...line }) => ({ ...line, document: shelf.put(documentId) })),
  }));
}

function listFindings(groups: readonly Findings[], shelf: Shelf): PageData['findings']['entries'] {
  const kept = takeExamples(groups, BYTES.findings, ({ documentId }) => documentId, shelf);
  return groups.map((group) => ({
    ...group,
    examples: group.examples
      .filter((each) => kept.has(each))
      .map(({ documentId, ...each }) => ({ ...each, document: documentId === null ? null : shelf.put(documentId) })),
  }));
}

function listGaps(groups: readonly Gaps[], shelf: Shelf): PageData['gaps']['entries'] {
  const kept = takeExamples(groups, BYTES.gaps, ({ documentId }) => documentId, shelf);
  return groups.map((group) => ({
    ...group,
    examples: group.examples
      .filter((each) => kept.has(each))
      .map(({ documentId, detail }) => ({ document: shelf.put(documentId), detail })),
  }));
}

/** As many examples as there is room for with their documents, the first of every group before the second of any. */
function takeExamples<T>(
  groups: readonly { readonly examples: readonly T[] }[],
  most: number,
  idOf: (example: T) => string | null,
  shelf: Shelf,
): ReadonlySet<T> {
  const longest = Math.max(0, ...groups.map(({ examples }) => examples.length));
  const inTurns = Array.from({ length: longest }, (_, turn) =>
    groups.flatMap(({ examples }) => examples.slice(turn, turn + 1)),
  );
  const shown = (example: T): unknown => {
    const id = idOf(example);
    return [example, id === null ? null : shelf.find(id)];
  };
  return new Set(takeWithin(inTurns.flat(), most, shown));
}

/** Values of the contract, and the rules between documents, under their columns. */
function labels(): PageData['labels'] {
  const enums = LABELLED.map(
    (column) =>
      [
        column,
        Object.fromEntries((ENUMS[column] ?? []).map(({ value, zh, en }) => [value, [zh, en] as const])),
      ] as const,
  );
  const between = Object.entries(ARCHIVE_RULES).map(([rule, { zh, en }]) => [rule, [zh, en] as const] as const);
  return { ...Object.fromEntries(enums), archive_rule: Object.fromEntries(between) };
}
