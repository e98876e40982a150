/** The rules between documents: what each says, and where it comes from. */

interface ArchiveRule {
  readonly zh: string;
  readonly en: string;
  readonly source: string;
}

/** Ids of `archive_checks.rule`. A failure is a question to the publisher, or to the reader: it never changes a line. */
export const ARCHIVE_RULES = {
  'last-year': {
    zh: '上年数与上一年度报告的数字一致',
    en: "Last year's figures are those that the publisher's report of last year prints.",
    source: '部门预决算公开的上年对比栏',
  },
  'department-units': {
    zh: '部门报告中所属单位的数字与该单位报告一致',
    en: "The figures that a department prints of a unit are those of the unit's own report.",
    source: '《预算法》第八条：各部门预算由本部门及其所属各单位预算组成',
  },
} as const satisfies Readonly<Record<string, ArchiveRule>>;
