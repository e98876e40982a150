/** “三公” items, purchases, projects and assets: lists of parts that a law or a form names. */
import { ARITHMETIC, FORM } from './rule.js';
import type { Rule } from './rule.js';

export const ITEMS = {
  'three-public-parts': {
    name: ['“三公”分项', 'Three public items (三公)'],
    zh: '“三公”经费等于出国、公务用车、接待之和，公务用车等于购置与运行维护之和',
    en: 'The three public items (三公) = overseas + vehicles + reception; vehicles = purchase + operation.',
    source: '《党政机关厉行节约反对浪费条例》的“三公”经费口径',
    tolerance: 'rounding',
    force: 'proves',
  },
  'three-public-economic': {
    name: ['“三公”与经济科目', '三公 by economic code'],
    zh: '基本支出中的公务接待费、公务用车运行维护费、因公出国（境）费用不大于“三公”经费相应项目',
    en: 'Of reception (30217), vehicles in use (30231) and visits abroad (30212) a table by economic class lists no more than the three public items (三公) do.',
    source: '《支出经济分类科目》30212、30217、30231与“三公”经费口径',
    tolerance: 'rounding',
    force: 'proves',
  },
  'purchase-parts': {
    name: ['政府采购分项', 'Purchases and their kinds'],
    zh: '政府采购总额等于货物、工程、服务之和',
    en: 'Purchases = goods + works + services.',
    source: '《政府采购法》第二条',
    tolerance: 'rounding',
    force: 'proves',
  },
  'project-parts': {
    name: ['项目支出分项', 'Projects add up'],
    zh: '项目支出等于各项目之和',
    en: 'Project expenditure equals the sum of its projects.',
    source: ARITHMETIC,
    tolerance: 'rounding',
    force: 'proves',
  },
  'project-targets': {
    name: ['绩效目标表金额', 'Performance forms'],
    zh: '绩效目标表的项目金额与项目支出一致',
    en: "The amounts on the projects' performance forms add up to project expenditure.",
    source: '部门预算项目支出绩效目标编报',
    tolerance: 'rounding',
    force: 'agrees',
  },
  'asset-parts': {
    name: ['资产分类', 'Assets and their kinds'],
    zh: '资产总额等于各类资产之和',
    en: 'Total assets equal the sum of their kinds.',
    source: FORM,
    tolerance: 'rounding',
    force: 'proves',
  },
  'asset-prose': {
    name: ['文字所述固定资产', 'Fixed assets in the text'],
    zh: '文字所述固定资产与固定资产表一致',
    en: 'Fixed assets in the text equal the total of the fixed-assets table.',
    source: ARITHMETIC,
    tolerance: 'rounding',
    force: 'proves',
  },
} as const satisfies Readonly<Record<string, Rule>>;
