/** The words of a subject without what leads up to it and what follows it. */
import type { OwnNames } from './organisation.js';
import { namesOrganisation, namesPublisher, publisherLength } from './organisation.js';
import { NUMBERING } from './phrases.js';

export interface TrimmedSubject {
  /** Offsets in the clause; end exclusive. */
  readonly start: number;
  readonly end: number;
  /** A year was said: 2023年支出预算 opens a new subject, 支出决算 may go on with the old one. */
  readonly hadYear: boolean;
}

const LEADS: readonly RegExp[] = [
  NUMBERING,
  /^(?:其中|主要包括|主要为|主要是|包括|包含|分别为|以及|另外|另有|相应(?=安排)|安排|涉及|预留给|主要用于|用于|和|及|与|、|即|截至|20\d\d年(?:度|初)?|上一?年度?(?=预算|决算|执行)|本年度|[比较由从](?=20\d\d|上一?年|去年|年初|预算))/,
  /^(?:通过|使用|用|由)(?=.{2,12}安排的)/,
  /^(?:净?增加|净?减少|增长|压减|压缩|核减|调减|调增|提高|降低|下降|上升|调整)(?:到|至|为)/,
  /^纳入(?:财政)?预算管理的(?=政府性基金)/,
  /^共(?=涉及)|^预算(?=项目)|^纳入(?=20\d\d)/,
  /^(?:(?:行政单位|事业单位|参照公务员法管理的?|[和及、])+的)(?=机关运行经费)/,
  /^(?:填报|编报|纳入|实行)[^的]*绩效[^的]*的(?=.*(?:支出|经费|资金))/,
  /^重点项目(?:为|是|有|:)/,
];
const TAIL =
  /(?:预算数|预算安排|预算共|计划安排|共计|决算数|执行数|预算执行数?|(?:年初|全年|当年|调整)预算数?|科目|绩效目标(?:管理)?的?(?:金额|资金)|\(不?(?:含|包括)[^()]*\)|\d+[个项家]|安排|批复|[由从](?:上一?年度?|去年)|均|各|共|为|是|约|近|达到?|同比|有|的|由|从|20\d\d年(?:度|初)?|年初|当年|全年|其中|[:,])+$/;
const SELF =
  /^(?!本级财)[本我](?:部门|单位|级|局|委|办|院|校|中心|街道|镇|乡|县|区|市|厅|处)(?:(?:及|和)?(?:下属|所属)单位)?的?(?=.)/;
const YEAR = /20\d\d年度?/;

/** Takes numbering, connectives, years and the publisher's own name off the front, verbs and 预算数为 off the end. */
export function trimSubject(clause: string, ownNames: OwnNames): TrimmedSubject {
  let start = 0;
  for (let lead = leadLength(clause, ownNames); lead > 0; lead = leadLength(clause.slice(start), ownNames))
    start += lead;
  const tail = TAIL.exec(clause.slice(start))?.[0].length ?? 0;
  return { start, end: Math.max(start, clause.length - tail), hadYear: YEAR.test(clause) };
}

function leadLength(text: string, ownNames: OwnNames): number {
  const fixed = LEADS.map((lead) => lead.exec(text)?.[0].length ?? 0).find((length) => length > 0);
  if (fixed !== undefined) return fixed;
  const self = SELF.exec(text)?.[0].length ?? publisherLength(text, ownNames);
  if (self > 0 && self < text.length) return self;
  const [, publisher = ''] = /^([^,;:]{1,30}?)20\d\d年/.exec(text) ?? [];
  const named = namesPublisher(publisher, ownNames) || (ownNames.length === 0 && namesOrganisation(publisher));
  return publisher !== '' && named ? publisher.length : 0;
}
