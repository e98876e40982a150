/** What the headings say that an amount without words of its own is about. */
import type { BlockScene, Thing } from './scene.js';
import type { Clause } from './sentences.js';
import { statementOf } from './statement.js';
import { plainSubject } from './subject.js';
import type { Topic } from './topic.js';
import { isBlank } from './topic.js';
import { trimSubject } from './trim.js';

/** What makes the name of a thing a heading. */
const HEADING_ONLY = /(?:的?(?:总体)?情况)?(?:的?说明)?$/;

/** What the section is about, for its first amount whose clause `own` names nothing; null where the headings don't tell. */
export function sectionThing(block: BlockScene, own: Clause | undefined): Thing | null {
  const { section, headings, document } = block;
  if (isBlank(section) || own === undefined || document.statedInSection) return null;
  if (headings.project !== null) return projectThing(block, headings.project, own);
  const { start, end } = trimSubject(own.text, document.ownNames);
  const label =
    end > start ? { start: own.start + start, end: own.start + end } : headings.title.replace(HEADING_ONLY, '');
  const subject = plainSubject(section, label);
  return { subject, topic: section, tableKind: statementOf(section, null) };
}

/** 项目名称：X › 年度预算安排 › 2023年年初财政预算安排101.66万元: what the project gets; other sums of a project are none. */
function projectThing({ section, headings }: BlockScene, projectName: string, own: Clause): Thing | null {
  if (!/预算|安排/.test(own.text + headings.innermost)) return null;
  const fund = section.fund ?? (own.text.includes('财政') ? 'fiscal_appropriation' : null);
  const topic: Topic = { ...section, fund };
  const subject = { ...plainSubject(topic, projectName), projectName };
  return { subject, topic, tableKind: statementOf(topic, null) };
}
