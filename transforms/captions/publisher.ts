/** Who publishes the document. */
import type { RawDocument } from '../../extractors/types.js';
import { formNames, labelledName } from './labels.js';
import type { TextLine } from './lines.js';
import { listCaptions, squeeze } from './lines.js';
import type { CodedName } from './organizations.js';
import { isOrganization, isSameBody, mayBeSameBody, splitCode } from './organizations.js';
import { mostFrequent } from './votes.js';

export interface Publisher {
  readonly name: string | null;
  /** The budget code printed before the name (131政协部门); null where none is. */
  readonly code: string | null;
  /** Another body that the labels name, and none of them that of the title; null where they don't contradict it. */
  readonly conflict: string | null;
}

/** A line with a label is short; in a longer one the words are prose. */
const LONGEST_LABEL_LINE = 60;
/** 青岛市政协办公厅（本级）（以下简称：…）所有收入和支出均纳入部门预算管理 */
const INTRODUCED = /([^，。；：、\d]{3,40}?)[（(]以下(?:简称|统称)/;
/** The subject of a sentence about the budget: 政协办2023年财政拨款收支总预算…, 2023年，政协办机关运行经费…. */
const SUBJECT =
  /(?:^|[，。；：、）)])([^，。；：、\d]{2,40}?)(?:20\d\d年度?)[^，。；]{0,16}?(?:预算|决算|收入|支出|收支|财政拨款|经费)/g;
const BUDGET_OF =
  /(?:^|[，。；：、])(?:纳入)?([^，。；：、\d]{2,40}?)(?:20\d\d年度?)?(?:部门|单位)?(?:预算|决算)(?:是?包括|由)/g;

/**
 * The publisher by what the document prints of it, strongest first: labels and coded names at the captions of its tables and on its
 * cover (the most frequent), labels inside forms (of both only those of the body that the title names, if it names one), the title
 * without year and report words, the introduction 甲局（以下简称…）, and the most frequent subject of its sentences about the budget.
 * Names nothing where none of these does.
 */
export function findPublisher(title: string | null, raw: RawDocument, lines: readonly TextLine[]): Publisher {
  const titled = nameInTitle(title ?? '');
  const isOwn = ({ name }: CodedName): boolean => titled === null || (isOrganization(name) && isSameBody(name, titled));
  const labelled = captionNames(raw, lines);
  const captions = labelled.filter(isOwn);
  const forms = raw.tables.flatMap(formNames).map(splitCode).filter(isOwn);
  const coded = mostFrequentName(captions) ?? mostFrequentName(forms);
  const name = coded ?? titled ?? introducedName(lines) ?? mostFrequent(subjects(lines));
  return { name, code: codeOf(name, [...captions, ...forms]), conflict: otherBody(titled, labelled) };
}

function otherBody(titled: string | null, labelled: readonly CodedName[]): string | null {
  const bodies = labelled.map(({ name }) => name).filter(isOrganization);
  if (titled === null || bodies.some((name) => mayBeSameBody(name, titled))) return null;
  return mostFrequent(bodies);
}

function captionNames(raw: RawDocument, lines: readonly TextLine[]): CodedName[] {
  const captions = raw.tables.flatMap(listCaptions);
  const labels = lines.filter(({ text }) => text.length <= LONGEST_LABEL_LINE).map(({ text }) => text);
  const labelled = [...captions, ...labels].flatMap((text) => labelledName(text) ?? []).map(splitCode);
  const bare = captions
    .map((text) => splitCode(text))
    .filter(({ code, name }) => code !== null && isOrganization(name));
  return [...labelled, ...bare];
}

function mostFrequentName(names: readonly CodedName[]): string | null {
  return mostFrequent(names.map(({ name }) => name));
}

/** The code printed with this very name, the most frequent. */
function codeOf(name: string | null, names: readonly CodedName[]): string | null {
  return mostFrequent(names.flatMap((coded) => (coded.name === name && coded.code !== null ? [coded.code] : [])));
}

/** 关于上海市财政局2025年度单位预算的说明, 2025年上海市财政局部门预算: the body's name before or after the year. */
function nameInTitle(title: string): string | null {
  const before = /^(?:关于)?(.{2,40}?)的?20\d\d(?:年|-)/.exec(squeeze(title))?.[1];
  const after = /20\d\d年度?(.{2,40}?)(?:部门|单位|本级)?(?:收支)?(?:预算|决算|整体支出|绩效)/.exec(
    squeeze(title),
  )?.[1];
  const plain = /^(.{2,40}?)(?:部门|单位)(?:预算|决算)/.exec(squeeze(title))?.[1];
  return [before, after, plain].find((name) => name !== undefined && isOrganization(name)) ?? null;
}

function introducedName(lines: readonly TextLine[]): string | null {
  for (const { text } of lines) {
    const name = /预算|决算/.test(text) ? INTRODUCED.exec(text)?.[1] : undefined;
    if (name !== undefined && isOrganization(name)) return name;
  }
  return null;
}

function subjects(lines: readonly TextLine[]): string[] {
  return lines
    .flatMap(({ text }) => [...text.matchAll(SUBJECT), ...text.matchAll(BUDGET_OF)])
    .flatMap(([, name]) => (name !== undefined && isOrganization(name) ? [name] : []));
}
