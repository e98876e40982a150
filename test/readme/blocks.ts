/** The fenced blocks of a Markdown page: what a reader is shown to type, and what it prints. */

export interface Block {
  /** Word behind the opening fence (`console`, `sql`, `result`, `sh`, `ts`). */
  readonly language: string;
  readonly text: string;
}

const FENCE = /^```(\w+)\n([\s\S]*?)^```$/gm;

export function readBlocks(page: string): Block[] {
  return [...page.matchAll(FENCE)].map(([, language = '', text = '']) => ({ language, text }));
}

/** The page with other texts in its blocks, in order. */
export function withBlocks(page: string, texts: readonly string[]): string {
  let at = 0;
  return page.replace(FENCE, (_, language: string) => `\`\`\`${language}\n${texts[at++] ?? ''}\`\`\``);
}

/** Commands of a console block: the lines behind `$ `. */
export function commandsOf({ text }: Block): string[] {
  return text.split('\n').flatMap((line) => (line.startsWith('$ ') ? [line.slice(2)] : []));
}
