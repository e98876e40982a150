/** The page as one file: style, script and data in it, and nothing that it could load. */
import { createHash } from 'node:crypto';
import type { PageData } from '../page/types.js';
import { toScriptJson } from '../script-json.js';
import type { Assets } from './assets.js';

/**
 * @param state what the archive was like, to be found again by {@link readState}
 */
export function renderPage(data: PageData, { style, script }: Assets, state: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(style, script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="yusuan-state" content="${state}">
<title>预算数据质量报告</title>
<style>${style}</style>
</head>
<body>
<main id="page"><noscript>本页需要 JavaScript；同样的内容见 yusuan check。This page needs JavaScript; yusuan check tells the same.</noscript></main>
<script type="application/json" id="data">${toScriptJson(data)}</script>
<script>${script}</script>
</body>
</html>
`;
}

/** Nothing is loaded, and nothing runs but this style and this script. */
function policy(style: string, script: string): string {
  return `default-src 'none'; style-src '${hashOf(style)}'; script-src '${hashOf(script)}'; base-uri 'none'; form-action 'none'`;
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

/** The state that a page, or its beginning, was written for; null where it is none of ours. */
export function readState(page: string): string | null {
  return /<meta name="yusuan-state" content="([\w+.:-]*)">/.exec(page)?.[1] ?? null;
}
