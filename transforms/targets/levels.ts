/** The levels of the indicator tree (一级, 二级指标), as the forms name them. */
import { pack } from '../vocabulary/index.js';

const LEVEL1 =
  /^(?:(?:项目)?(?:成本|产出|效益|效果|效率|满意度|投入|过程|管理|履职|履职效能|运行成本|管理效率|社会效应|可持续发展能力|结果|影响力|绩效|服务对象满意度)(?:类)?(?:指标)?|.{1,16}指标)$/;

/** Second-level names that are never first-level ones, with the first level that each belongs to. 成本指标 may be both. */
const LEVEL2: readonly (readonly [name: RegExp, level1: string])[] = [
  [/^(?:数量|质量|时效|进度)(?:指标)?$/, '产出指标'],
  [/^(?:经济|社会|生态环境)成本(?:指标)?$/, '成本指标'],
  [/^(?:经济|社会|生态|环境|生态环境)效益(?:指标)?$|^可持续(?:影响|发展)(?:指标)?$/, '效益指标'],
  [/^.{0,12}(?:服务对象|社会公众|受益对象|受益群体|群众|公众).{0,8}满意度(?:指标)?$/, '满意度指标'],
];

/** Whether a cell of the first-level column can be a first-level name; other words there end the indicator section. */
export function isLevel1(text: string): boolean {
  return LEVEL1.test(pack(text)) || homeOfLevel2(text) !== null;
}

/** The first level to which a name belongs that is always a second-level one; null for other texts. */
export function homeOfLevel2(text: string): string | null {
  const name = pack(text);
  return LEVEL2.find(([words]) => words.test(name))?.[1] ?? null;
}
