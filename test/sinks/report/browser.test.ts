/** The report page in a browser: it renders, is searched, changes its language, complains of nothing and loads nothing. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openArchive } from '../../../sinks/index.js';
import { browse, findBrowser, type Page, type View } from '../../builders/browser.js';
import { scratchFolder } from '../archive-folder.js';
import { fillArchive } from './crowd.js';

const program = findBrowser();
if (program === null)
  console.warn('no browser is installed (Debian: apt install chromium): the report page is not looked at');

const DESKTOP: View = { width: 1280, height: 900, language: 'zh-CN' };
const scratch = scratchFolder();

/** What the page shows in an element, in one line. */
function textOf(page: Page, selector: string): Promise<unknown> {
  return page.evaluate(
    `document.querySelector(${JSON.stringify(selector)})?.innerText.replace(/\\s+/g, ' ').trim() ?? null`,
  );
}

function countOf(page: Page, selector: string): Promise<unknown> {
  return page.evaluate(`document.querySelectorAll(${JSON.stringify(selector)}).length`);
}

/** Sets a field as a person would, and waits until the lists have followed. */
async function enter(page: Page, name: string, value: string): Promise<void> {
  await page.evaluate(`(async () => {
    const field = document.querySelector('[name=${name}]');
    field.value = ${JSON.stringify(value)};
    for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
    await new Promise((resolve) => setTimeout(resolve, 300));
  })()`);
}

describe.skipIf(program === null)('the report page in a browser', () => {
  const look = (view: View, use: (page: Page) => Promise<void>): Promise<void> =>
    browse(program ?? '', pathToFileURL(join(scratch.path, 'report.html')).href, view, async (page) => {
      await use(page);
      expect(page.complaints).toEqual([]);
      expect(new Set(page.requests).size).toBe(1);
    });

  beforeAll(async () => {
    await fillArchive(scratch.path, { documents: 100, lines: 40, nameLength: 60 });
    const archive = await openArchive(scratch.path, { pipelineVersion: '1' });
    const meaning = { zh: '上级科目等于下级科目之和', en: 'A code equals the sum of the codes under it.', source: '' };
    await archive.writePage({
      rules: { 'code-tree': meaning },
      withoutText: [],
      withoutConverter: [],
      withoutLine: [],
    });
    archive.close();
  });
  afterAll(() => {
    scratch.remove();
  });

  it('shows totals, groups and figures, and nothing that a document says runs', async () => {
    await look(DESKTOP, async (page) => {
      expect(await textOf(page, 'h1')).toBe('预算数据质量报告');
      expect(await textOf(page, '.total h2')).toBe('文件 100');
      expect(await textOf(page, '.failingChecks .size')).toBe('200 项');
      expect(await textOf(page, '.group h3')).toBe('上级科目等于下级科目之和 100');
      expect(await textOf(page, '.between h2')).toBe('文件之间的校验不符 100 项');
      expect(await countOf(page, '.between .entry')).toBe(20);
      expect(await countOf(page, '.bar')).toBeGreaterThan(5);
      expect(await countOf(page, '#page img, #page script')).toBe(0);
      expect(await page.evaluate('document.title')).toBe('预算数据质量报告');
    });
  });

  it('shows what a check uses once it is opened', async () => {
    await look(DESKTOP, async (page) => {
      expect(await countOf(page, '.evidence')).toBe(0);
      await page.evaluate(`document.querySelector('.check summary').click()`);
      await page.evaluate('new Promise((resolve) => setTimeout(resolve, 200))');
      expect(await countOf(page, '.evidence table .mark')).toBe(2);
      expect(await textOf(page, '.command code')).toMatch(/^yusuan extract \/in\/\d+\.txt --format md$/);
    });
  });

  it('finds words, and narrows by rule, statement and confidence', async () => {
    await look(DESKTOP, async (page) => {
      await enter(page, 'text', 'P42< S0');
      expect(await textOf(page, '.failingChecks .size')).toBe('200 项中的 1 项');
      await enter(page, 'text', '');
      await enter(page, 'rule', 'column-total');
      expect(await textOf(page, '.failingChecks .size')).toBe('200 项中的 100 项');
      await enter(page, 'kind', 'three_public');
      await enter(page, 'rule', 'no such rule');
      await enter(page, 'confidence', 'proven');
      expect(await textOf(page, '.failingChecks .nothing')).toBe('没有符合条件的条目');
      await page.evaluate(`document.querySelector('.reset').click()`);
      expect(await textOf(page, '.failingChecks .size')).toBe('200 项');
      await enter(page, 'arrange', 'publisher');
      expect(await countOf(page, '.failingChecks .group')).toBe(30);
    });
  });

  it('speaks the language of the browser, and the other one where it is chosen', async () => {
    await look({ ...DESKTOP, language: 'en-US' }, async (page) => {
      expect(await textOf(page, 'h1')).toBe('Data quality of budget disclosures');
      expect(await textOf(page, '#page')).not.toMatch(/[存疑校验]{2}/);
      await page.evaluate(`document.querySelector('.languages button').click()`);
      expect(await textOf(page, 'h1')).toBe('预算数据质量报告');
      expect(await page.evaluate('document.documentElement.lang')).toBe('zh-CN');
    });
  });

  it('fits a phone', async () => {
    await look({ ...DESKTOP, width: 390 }, async (page) => {
      await page.evaluate(`document.querySelector('.check summary').click()`);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    });
  });
});
