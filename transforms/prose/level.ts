/** From an understood amount in a sentence to the contract's stated amounts. */
import { parseAmount, unitFactor } from '../amounts/index.js';
import type { DocumentFacts, Flow, ProsePlace, StatedAmount, TableKind } from '../types.js';
import type { MoneyMention } from './mentions.js';
import type { StageReading } from './stage.js';
import { flowsOf, fundOf, roleOf, spendingOf, totalKindOf } from './statement.js';
import type { Subject } from './subject.js';
import type { Topic } from './topic.js';

/** An amount with everything its sentence says about it. */
export interface Level {
  readonly mention: MoneyMention;
  readonly subject: Subject;
  /** The subject's facets and those it inherits. */
  readonly topic: Topic;
  readonly tableKind: TableKind;
  readonly stage: StageReading;
  /** It stands behind 其中 or 包括. */
  readonly inBreakdown: boolean;
  /** It repeats a part of an amount stated just before (公务用车购置费 within 公务用车购置及运行费). */
  readonly nested: boolean;
  /** The subject's words as printed. */
  readonly label: string;
  /** The numeral as printed, without its unit. */
  readonly amountText: string;
  readonly place: ProsePlace;
}

/** The number itself; null where it can't be read (the caller reports it). */
export function readNumber(mention: MoneyMention): { amount: bigint; precision: bigint; exact: boolean } | null {
  const factor = unitFactor(mention.unit ?? '元');
  if (factor === null || mention.trouble !== null) return null;
  const reading = parseAmount(mention.digits, factor);
  return reading.kind === 'amount' ? reading : null;
}

/**
 * The lines of one amount: one for each flow it stands for (收支预算: two at the same place). Empty where the number can't be
 * read or nothing tells the flow. Changes and shares are added when the sentences that follow have been read.
 */
export function stateLevel(level: Level, facts: DocumentFacts): StatedAmount[] {
  const number = readNumber(level.mention);
  if (number === null) return [];
  const hasCode = level.subject.codes.length > 0;
  return flowsOf(level.topic, hasCode).map((flow) => stateFlow(level, flow, number, hasCode, facts));
}

function stateFlow(
  level: Level,
  flow: Flow,
  number: { readonly amount: bigint; readonly precision: bigint },
  hasCode: boolean,
  facts: DocumentFacts,
): StatedAmount {
  const { subject, topic, mention, label } = level;
  const named = subject.projectName !== null;
  const lineRole = roleOf(
    { ...topic, flow },
    { hasCode: hasCode && topic.theme !== 'procurement', named, inBreakdown: level.inBreakdown, nested: level.nested },
  );
  return {
    place: level.place,
    tableKind: level.tableKind,
    fiscalYear: level.stage.fiscalYear,
    publisher: facts.publisher,
    budgetStage: level.stage.stage,
    flow,
    lineRole,
    totalKind: subject.unitName === null ? totalKindOf(lineRole, label) : 'subtotal',
    budgetUnitName: subject.unitName,
    projectName: subject.projectName,
    projectCode: null,
    threePublicItem: topic.theme === 'three_public' ? (topic.item ?? 'total') : null,
    fundSource: fundOf(topic),
    spendingType: spendingOf(topic, flow),
    label,
    amount: number.amount,
    amountText: level.amountText,
    unit: mention.unit,
    precision: number.precision,
    approximate: mention.approximate,
    yoyAmount: null,
    yoyPercent: null,
    sharePercent: null,
    codePrinted: subject.codes[0]?.codePrinted ?? null,
    codes: subject.codes,
    outlineDepth: null,
    ambiguous: subject.doubt !== null,
  };
}
