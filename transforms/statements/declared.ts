/** Sentences that declare a statement empty: 没有使用政府性基金预算拨款安排的支出. */
import type { RawBlock } from '../../extractors/types.js';
import type { BudgetTable, TableKind } from '../types.js';
import { pack } from '../vocabulary/index.js';

/** Before the name: not 无法, 无偿, 未来. */
const NONE =
  '(?:没有|无(?!法|偿|形|关|论)|未(?:安排|使用|编制|涉及|发生|列支|申报|编报|有)|不涉及|不存在|不编制|不安排)';
/** Between the negation and the name: no other clause, no figure. */
const GAP = '[^，。；：、,;:\\d]{0,24}?';
/** 政府采购预算：无; 政府性基金预算未安排. After the name the negation must end the clause or be followed by what there is none of. */
const NONE_AFTER =
  '(?:[:：]?(?:无|没有)(?:此项|该项|相关|安排)?(?:预算|支出|收入|收支|收入和支出|安排|数据|内容|拨款|项目|资金)*|(?:均?未|不)(?:安排|使用|发生|涉及|编制)(?:预算|支出|收支)*)(?=[，。；,;]|$)';

interface StatementName {
  readonly kind: TableKind;
  readonly name: RegExp;
  readonly declaredNone: RegExp;
}

/** The words by which sentences name a statement, packed. */
const NAMES: readonly StatementName[] = [
  nameOf('gov_fund_expenditure', '政府性?基金'),
  nameOf('state_capital_expenditure', '国有资本经营|国资预算'),
  nameOf('three_public', '三公'),
  nameOf('procurement', '政府采购'),
  nameOf('special_funds', '专项资金'),
  nameOf('project_expenditure', '项目支出'),
  nameOf('agency_operation', '机关运行经费'),
  nameOf('performance_targets', '绩效目标'),
];

function nameOf(kind: TableKind, words: string): StatementName {
  const declaredNone = new RegExp(`${NONE}${GAP}(?:${words})|(?:${words})${GAP}${NONE_AFTER}`);
  return { kind, name: new RegExp(words), declaredNone };
}

/** What a form's own note says of it. */
const EMPTY_FORM = /空表|本表无数据|表无数据|无此项|无相关(?:数据|内容|支出|预算)|不涉及/;
/** 本部门无。 under a heading that names the statement. */
const BARE_NONE =
  /^(?:(?:我|本)?(?:部门|单位|局|委|办|中心|街道|学校|医院))?(?:\d{4}年度?)?(?:无|没有|不涉及|暂无)(?:此项|该项|相关)?(?:内容|预算|支出|情况|安排|资金|项目|收支)?[。.]?$/;
/** A changed amount that is nil is no absence: 无增减变化. Purchases not planned are no statement: 未安排购置车辆. */
const NOT_ABOUT_IT = /无增减|没有变化|无变化|没有增减|不含|购置|名词|指(?:.{0,4}部门|单位)/;
/** A form speaks of nobody: it leaves the name out (XX局本年度没有…), or tells what to write (无…的部门，作下述说明：). */
const OF_A_FORM = /[Xx×]{2}|作(?:下述|如下|以下)说明/;
const AMOUNT = /[1-9][\d,]*(?:\.\d+)?(?:万|亿|千)?元|0\.\d*[1-9]\d*(?:万|亿)?元/;
/** 本单位2024年度无此项支出安排。 */
const LONGEST_ANSWER = 40;
/** A longer sentence is cut for looking at it. */
const LONGEST_SENTENCE = 1_000;

/** A statement declared empty, and the words that do it, as printed. */
export interface Declaration {
  readonly kind: TableKind;
  readonly text: string;
}

/** All declarations in notes below tables, then in blocks, in reading order. */
export function findDeclarations(tables: readonly BudgetTable[], blocks: readonly RawBlock[]): Declaration[] {
  const notes = tables.flatMap(({ raw, tableKind }) => raw.notes.flatMap((note) => ofNote(note, tableKind)));
  const prose = blocks.flatMap(({ kind, text }, at) =>
    kind === 'page_furniture' ? [] : [...ofText(text), ...ofBareNone(text, blocks[at - 1]?.text ?? '')],
  );
  return [...notes, ...prose];
}

/** A note speaks of its own table, whatever it calls it. */
function ofNote(note: string, kind: TableKind): Declaration[] {
  const own = sentences(note).filter((sentence) => EMPTY_FORM.test(pack(sentence)));
  return own.length > 0 ? own.map((text) => ({ kind, text })) : ofText(note);
}

function ofText(text: string): Declaration[] {
  return sentences(text).flatMap((sentence) => declaredKinds(pack(sentence)).map((kind) => ({ kind, text: sentence })));
}

/** Which statements a packed sentence declares empty. */
export function declaredKinds(sentence: string): TableKind[] {
  if (NOT_ABOUT_IT.test(sentence) || AMOUNT.test(sentence)) return [];
  return NAMES.filter(({ declaredNone }) => declaredNone.test(sentence)).map(({ kind }) => kind);
}

/** The answer 无。 speaks of what the heading above it names. */
function ofBareNone(text: string, heading: string): Declaration[] {
  if (text.length > LONGEST_ANSWER || !BARE_NONE.test(pack(text))) return [];
  const words = pack(heading.slice(0, LONGEST_SENTENCE));
  return NAMES.filter(({ name }) => name.test(words)).map(({ kind }) => ({
    kind,
    text: `${heading.trim()} ${text.trim()}`,
  }));
}

function sentences(text: string): string[] {
  return text
    .split(/(?<=[。；;]|作.{2}说明[:：])|[\r\n]+/)
    .map((sentence) => sentence.slice(0, LONGEST_SENTENCE).trim())
    .filter((sentence) => sentence !== '' && !OF_A_FORM.test(pack(sentence)));
}
