/** Which class a row is about. */
import type { BudgetScope, CodeEntry } from '../../transforms/codebook/types.js';
import type { DrawnScheme, EditionKind, Layout, Presence } from './assumptions.js';
import { BUDGETS, drawKind } from './assumptions.js';
import type { Random } from './random.js';
import type { Tables } from './tables.js';

/** What a row is about, before it is printed. */
export interface Subject {
  readonly scheme: DrawnScheme;
  /** The document's fiscal year. */
  readonly year: number;
  /** The year whose tables the document follows. */
  readonly tableYear: number;
  readonly budget: BudgetScope | null;
  readonly entry: CodeEntry;
}

/** Years of the disclosures that are public: before 2019 few are, and the classification was another. */
const YEARS = { first: 2019, last: 2025 } as const;

const YEARS_BEHIND: Readonly<Record<EditionKind, number>> = { own_year: 0, year_before: 1, two_before: 2 };

/** Half of the rows by function are of classes that nearly every department's disclosure has: pay, pensions, health, housing. */
const EVERY_DEPARTMENT = {
  share: 0.5,
  pattern: /^(?:201|208|20805(?:0[1256])?|210|21011(?:0[123])?|221|22102(?:0[13])?)$/,
};
/** 行政运行, 一般行政管理事务, 机关服务, 事业运行 and the 其他 of each 款: the 项 that a department's own rows mostly are. */
const GENERIC = { share: 0.5, pattern: /^\d{5}(?:01|02|03|50|99)$/ };
/** Transfers, debt and reserves (219, 227, 230 to 234) are hardly ever a department's. */
const USUAL_FUNCTION = { share: 0.95, pattern: /^2(?:0[1-9]|1[0-7]|2[01249])/ };
/** Goods and services are bought by every office, works by few. */
const OFFICE_GOODS = { share: 0.75, pattern: /^(?:A02|A05|C)/ };
/** 工资福利, 商品和服务, 对个人和家庭, 资本性支出; the other 类 are rare in departments. */
const USUAL_ECONOMIC = { share: 0.9, pattern: /^(?:301|302|303|310|501|502|505|509)/ };
/** Of the rows by function of one department: the 类, 款 and 项 of a tree with few branches. */
const LEVEL_SHARES = { top: 0.22, middle: 0.28 } as const;

interface Favoured {
  readonly share: number;
  readonly pattern: RegExp;
}

/** Draws the classes of rows. */
export interface SubjectDraw {
  /** The class of one row; null where the tables have none that fits. */
  draw(scheme: DrawnScheme, layout: Layout, presence: Presence, edition: EditionKind, random: Random): Subject | null;
}

/** Draws from `tables`; entries that were once found to fit are remembered. */
export function makeSubjectDraw(tables: Tables): SubjectDraw {
  const pools = new Map<string, Pool>();
  return {
    draw: (scheme, layout, presence, edition, random) => {
      const year = random.between(YEARS.first, YEARS.last);
      const tableYear = year - YEARS_BEHIND[edition];
      const budget = drawBudget(scheme, layout, random);
      const levels = levelsOf(layout);
      const isKnown = presence !== 'withheld';
      const key = [scheme, tableYear, budget, levels, isKnown].join(' ');
      const entries = (): readonly CodeEntry[] =>
        tables
          .entriesOf(scheme, tableYear, isKnown)
          .filter((entry) => entry.budget === null || entry.budget === (budget ?? 'general'))
          .filter(({ level }) => levels === 'any' || (levels === 'top') === (level === 1));
      const pool = pools.get(key) ?? new Pool(entries());
      pools.set(key, pool);
      const entry = isKnown ? drawKnown(scheme, pool, random) : random.pick(pool.entries);
      return entry === null ? null : { scheme, year, tableYear, budget, entry };
    },
  };
}

/** Entries, and those of them that a pattern favours, sought once. */
class Pool {
  readonly #parts = new Map<string, Pool>();

  constructor(readonly entries: readonly CodeEntry[]) {}

  /** The entries that `isIn` holds of, remembered under `name`; all where it holds of none. */
  part(name: string, isIn: (entry: CodeEntry) => boolean): Pool {
    const known = this.#parts.get(name);
    if (known !== undefined) return known;
    const entries = this.entries.filter(isIn);
    const part = entries.length > 0 ? new Pool(entries) : this;
    this.#parts.set(name, part);
    return part;
  }
}

function drawBudget(scheme: DrawnScheme, layout: Layout, random: Random): BudgetScope | null {
  if (layout === 'top_names' || (scheme !== 'function' && scheme !== 'revenue')) return null;
  const drawn = drawKind(BUDGETS, random);
  if (drawn === 'unknown') return null;
  return scheme === 'revenue' ? 'general' : drawn;
}

/** 收支总表 lists 类; a name below others and a fragment have a parent. */
function levelsOf(layout: Layout): 'top' | 'below' | 'any' {
  switch (layout) {
    case 'top_names':
      return 'top';
    case 'names_under_names':
    case 'names_under_codes':
    case 'marked_path':
    case 'fragment':
      return 'below';
    case 'code_and_name':
    case 'code_alone':
    case 'bare_name':
      return 'any';
  }
}

function drawKnown(scheme: DrawnScheme, pool: Pool, random: Random): CodeEntry | null {
  if (scheme === 'function') return random.pick(functionPool(pool, random).entries);
  if (scheme === 'revenue') return random.pick(pool.entries);
  return random.pick(favour(pool, scheme === 'procurement' ? OFFICE_GOODS : USUAL_ECONOMIC, random).entries);
}

function functionPool(pool: Pool, random: Random): Pool {
  const common = favour(pool, EVERY_DEPARTMENT, random);
  if (common !== pool) return common;
  const at = random.next();
  const drawn = at < LEVEL_SHARES.top ? 1 : at < LEVEL_SHARES.top + LEVEL_SHARES.middle ? 2 : 3;
  return favour(
    favour(pool, USUAL_FUNCTION, random).part(`level ${String(drawn)}`, ({ level }) => level === drawn),
    GENERIC,
    random,
  );
}

/** The favoured entries, as often as their share says and where there are any; else all. */
function favour(pool: Pool, { share, pattern }: Favoured, random: Random): Pool {
  return random.happens(share) ? pool.part(pattern.source, ({ code }) => pattern.test(code)) : pool;
}
