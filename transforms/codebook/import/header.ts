/** What the words above the columns of a code table mean. */

/** `level` 1 for 类, 2 for 款, 3 for 项, 4 for 目; null where the words name none. */
export interface ColumnRole {
  readonly kind: 'code' | 'name' | 'code_and_name' | 'parent' | 'ignored';
  readonly level: number | null;
}

/** A header found: its rows (from 0) and the role of each column; null where the words are silent. */
export interface Header {
  readonly firstRow: number;
  readonly rowCount: number;
  readonly roles: readonly (ColumnRole | null)[];
  /** Whether a column has no heading at all: one to its left may span it. */
  readonly blank: readonly boolean[];
  /** A heading of amounts: the table is a budget; null where there is none. */
  readonly money: string | null;
  /** A heading of units or projects, where codes and names are theirs and not those of a classification; null elsewhere. */
  readonly foreign: string | null;
}

type Row = readonly string[];

/** Titles and notes stand above a header, never this many. */
const MOST_ROWS_ABOVE = 40;
const MOST_HEADER_ROWS = 3;
/** Longer texts are titles and sentences. */
const LONGEST_HEADING = 24;

const PARENT = /上级|父级|父项|parent/;
const REMARK =
  /说明|备注|注释|解释|定义|描述|remark|note|description|comment|^序号$|^级次$|^层级$|^level$|edition|valid|evidence|confidence|^other_name$|^old_names$|^budget$|^scheme$|^match$/;
const CODE = /编码|代码|编号|code/;
const NAME = /名称|name/;
const MONEY =
  /金额|预算数|决算数|合计|万元|基本支出|项目支出|^小计$|^(?:(?:19|20)\d{2})?年?(?:度)?(?:预算|决算|执行|调整预算)$|^(?:19|20)\d{2}(?:年度?)?$/;
/** 单位编码, 预算单位名称, 项目代码: what has these codes is no class. */
const FOREIGN =
  /^(?:(?:预算|主管|[一二三]级|基层|支出|专项|采购)*(?:单位|部门|机构|项目))+(?:(?:编码|代码|编号|名称|code|name)(?:[及和与/]?名称)?)$|^预算单位$/;
const CLASSES = /科目|分类|品目|区划|地区/;
/** 编号 may count rows. */
const COUNTER = /^(?:编号|序号|行号)$/;
const LEVELS: readonly RegExp[] = [/类|一级/, /款|二级/, /项|三级/, /目|四级/];
/** Words with 类, 项 or 目 that name no level. */
const NO_LEVEL = /分类|类别|科目|品目|项目|目录/g;
/** A level alone (类, 款, 项): whether it heads codes or names, the heading above it says. */
const BARE_LEVEL = /^(?:类|款|项|目)级?$/;
const CODE_SHAPE = /^(?:\d{3,}|[ABC]\d{2,})$/;

/** The header of a sheet by its words; null where no row names a column of codes or names. */
export function findHeader(rows: readonly Row[]): Header | null {
  const firstRow = rows.slice(0, MOST_ROWS_ABOVE).findIndex((row, at) => startsHeader(row, rows[at + 1] ?? []));
  if (firstRow < 0) return null;
  const rowCount = 1 + countWhile(rows.slice(firstRow + 1, firstRow + MOST_HEADER_ROWS), isHeaderRow);
  const header = rows.slice(firstRow, firstRow + rowCount);
  const width = Math.max(...header.map((row) => row.length));
  const roles = Array.from({ length: width }, (_, column) => roleOfColumn(header, column));
  const blank = roles.map((_, column) => header.every((row) => (row[column] ?? '') === ''));
  return {
    firstRow,
    rowCount,
    roles,
    blank,
    money: header.flat().find(isMoney) ?? null,
    foreign: findForeign(header.flat()),
  };
}

/** Whether a row is a header again, as on every printed page. */
export function isHeaderRow(row: Row): boolean {
  const filled = row.filter((text) => text !== '');
  return filled.length > 0 && filled.every((text) => roleOf(text) !== null || BARE_LEVEL.test(plain(text)));
}

/** Two headings at least, or one of codes and names together: a single heading may be a title (…科目编码表). */
function startsHeader(row: Row, next: Row): boolean {
  return headsColumns(row) && !(isLone(row) && headsColumns(next));
}

function headsColumns(row: Row): boolean {
  if (row.some(isCode)) return false;
  const kinds = row.map((text) => roleOf(text)?.kind);
  const isNamed = !isLone(row) && kinds.some((kind) => kind === 'code' || kind === 'name');
  return isNamed || kinds.includes('code_and_name');
}

function isLone(row: Row): boolean {
  return row.filter((text) => text !== '').length === 1;
}

/** The lowest heading that says enough; a bare 类, 款 or 项 takes its kind from the heading above, which spans to the right. */
function roleOfColumn(header: readonly Row[], column: number): ColumnRole | null {
  const leaf = header.map((row) => row[column] ?? '').findLast((text) => text !== '') ?? '';
  if (!BARE_LEVEL.test(plain(leaf))) return roleOf(leaf);
  const above = header.slice(0, -1).map((row) => row.slice(0, column + 1).findLast((text) => text !== '') ?? '');
  const kind = above.map(roleOf).findLast((role) => role !== null)?.kind;
  return kind === undefined ? null : { kind, level: levelOf(plain(leaf)) };
}

function roleOf(text: string): ColumnRole | null {
  const words = plain(text);
  if (words === '' || words.length > LONGEST_HEADING) return null;
  const [code, name, level] = [CODE.test(words), NAME.test(words), levelOf(words)];
  if (code && FOREIGN.test(words)) return { kind: 'ignored', level: null };
  if (PARENT.test(words)) return { kind: code ? 'parent' : 'ignored', level: null };
  if (REMARK.test(words) && !(code || /名称/.test(words))) return { kind: 'ignored', level: null };
  if (code && name) return { kind: 'code_and_name', level };
  if (code || name) return { kind: code ? 'code' : 'name', level };
  return null;
}

function levelOf(words: string): number | null {
  const bare = words.replace(NO_LEVEL, '');
  const at = LEVELS.findIndex((level) => level.test(bare));
  return at < 0 ? null : at + 1;
}

/** The heading of codes, else of names, that tells of units or projects where no other heading tells of classes. */
function findForeign(headings: readonly string[]): string | null {
  const others = headings.filter((text) => !FOREIGN.test(plain(text)) && !COUNTER.test(plain(text)));
  const isHeaded = (pattern: RegExp): boolean => others.some((text) => pattern.test(plain(text)));
  const foreign = headings.filter((text) => FOREIGN.test(plain(text)));
  const ofCodes = foreign.find((text) => CODE.test(plain(text)));
  if (ofCodes !== undefined) return isHeaded(CODE) || isHeaded(CLASSES) ? null : ofCodes;
  return isHeaded(NAME) || isHeaded(CLASSES) ? null : (foreign[0] ?? null);
}

function isMoney(text: string): boolean {
  const words = plain(text);
  return words.length <= LONGEST_HEADING && MONEY.test(words);
}

function isCode(text: string): boolean {
  return CODE_SHAPE.test(plain(text).toUpperCase());
}

/** Headings are compared without white space, in half width and lower case. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
}

function countWhile<T>(items: readonly T[], holds: (item: T) => boolean): number {
  const end = items.findIndex((item) => !holds(item));
  return end < 0 ? items.length : end;
}
