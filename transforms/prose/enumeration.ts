/** Reads the numbers that one 分别 tells apart. */
import { follow } from './breakdown.js';
import { distribute, statesLevels } from './distribute.js';
import type { Mention } from './mentions.js';
import type { SentenceScene } from './scene.js';
import { report } from './scene.js';
import type { Clause } from './sentences.js';
import { readLevel, unread } from './state-line.js';

/** A、B分别为1万元、2万元: each amount with its own thing, or none of them; changes and shares told apart by 分别 are left out. */
export function readRun(sentence: SentenceScene, run: readonly Mention[], clauses: readonly Clause[]): void {
  const before = clauses.slice(0, -1);
  const own = clauses.at(-1);
  const amounts = run.filter((mention) => mention.kind === 'money');
  if (own === undefined || !statesLevels(own.text)) {
    for (const clause of clauses) follow(sentence, clause);
    if (!sentence.reason) reportRun(sentence, own?.text ?? '');
    return;
  }
  for (const clause of before) follow(sentence, clause);
  if (own.text.startsWith('其中')) follow(sentence, { ...own, text: '其中', end: own.start + 2 });
  if (sentence.reason) return;
  const shares = distribute(own, amounts);
  if (shares === null) for (const mention of amounts) unread(sentence, mention);
  else for (const share of shares) readLevel(sentence, share.mention, [...before, share.clause], share.stageWords);
}

function reportRun({ block }: SentenceScene, own: string): void {
  const message = `${own}: several changes or shares in a row; they are left out`;
  report(block, 'info', 'prose-change-unplaced', message);
}
