import { describe, expect, it } from 'vitest';
import { walkSections } from '../../../../transforms/rows/ruling/sections.js';

function kindsOf(labels: readonly string[], kind: Parameters<typeof walkSections>[0] = 'three_public') {
  const sectionOf = walkSections(kind);
  return labels.map((label) => sectionOf(label));
}

describe('sections of a form', () => {
  it('keeps the statement of the table where no row opens another', () => {
    expect(kindsOf(['合计', '1.公务接待费', '2.公务用车运行维护费'])).toEqual([
      'three_public',
      'three_public',
      'three_public',
    ]);
  });

  it('follows 机关运行经费 and 政府采购 to their parts', () => {
    const rows = [
      '四、机关运行经费',
      '（一）行政单位',
      '六、政府采购支出信息',
      '（一）政府采购支出合计',
      '1.政府采购货物支出',
    ];
    expect(kindsOf(rows)).toEqual([
      'agency_operation',
      'agency_operation',
      'procurement',
      'procurement',
      'procurement',
    ]);
  });

  it('takes what is counted, and its parts, for no money', () => {
    const rows = ['（一）车辆数合计（辆）', '1.机要通信用车', '2.应急保障用车', '（二）支出合计'];
    expect(kindsOf(rows)).toEqual([null, null, null, 'three_public']);
  });

  it('leaves the rows of other statements alone', () => {
    const kinds = kindsOf(['政府采购', '购置计算机（台）'], 'project_expenditure');
    expect(kinds).toEqual(['project_expenditure', 'project_expenditure']);
  });
});
