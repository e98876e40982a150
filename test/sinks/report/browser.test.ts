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

/** Clicks what is there first, and waits until the page has followed. */
async function click(page: Page, selector: string): Promise<void> {
  await page.evaluate(`(async () => {
    document.querySelector(${JSON.stringify(selector)}).click();
    await new Promise((resolve) => setTimeout(resolve, 200));
  })()`);
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
  const look = (view: View, use: (page: Page) => Promise<void>, hash = ''): Promise<void> =>
    browse(program ?? '', pathToFileURL(join(scratch.path, 'report.html')).href + hash, view, async (page) => {
      await use(page);
      expect(page.complaints).toEqual([]);
      expect(new Set(page.requests).size).toBe(1);
    });

  beforeAll(async () => {
    await fillArchive(scratch.path, { documents: 100, lines: 40, nameLength: 60 });
    const archive = await openArchive(scratch.path, { pipelineVersion: '1' });
    const meaning = {
      name: ['上下级', 'Codes'] as const,
      zh: '上级科目等于下级科目之和',
      en: 'A code equals the sum of the codes under it.',
      source: '',
    };
    await archive.writePage({
      rules: { 'code-tree': meaning },
      withoutText: [],
      withoutConverter: [],
      withoutLine: [],
    });
    await archive.close();
  });
  afterAll(() => {
    scratch.remove();
  });

  it('shows totals, groups and figures, and nothing that a document says runs', async () => {
    await look(DESKTOP, async (page) => {
      expect(await textOf(page, 'h1')).toBe('预算数据质量报告');
      expect(await textOf(page, '.total h2')).toBe('文件 100');
      expect(await textOf(page, '.counts')).toBe(
        '已入库 99 已隔离 1 无法读取的来源 1 含无文字页 0 未经转换器读取 0 未能入库的金额 0 绩效指标 0',
      );
      expect(await textOf(page, '.chart:last-child .row')).toBe('收入总表 400');
      expect(await textOf(page, '.failingChecks .size')).toBe('200 项');
      expect(await textOf(page, '.group h3')).toBe('上下级 100 上级科目等于下级科目之和');
      expect(await textOf(page, '.between h2')).toBe('文件之间的校验不符 100 项');
      expect(await countOf(page, '.between .entry')).toBe(20);
      expect(await countOf(page, '.bar')).toBeGreaterThan(5);
      expect(await countOf(page, '#page img, #page script')).toBe(0);
      expect(await page.evaluate('document.title')).toBe('预算数据质量报告');
    });
  });

  it('shows what a check uses once it is opened', async () => {
    await look(DESKTOP, async (page) => {
      expect(await countOf(page, '.lists details[open]')).toBe(1);
      expect(await countOf(page, '.check[open] .evidence table .mark')).toBe(2);
      expect(await textOf(page, '.command code')).toMatch(/^yusuan extract \/in\/\d+\.txt --format md$/);
      await click(page, '.check:not([open]) summary');
      expect(await countOf(page, '.check[open] .evidence table .mark')).toBe(4);
      await click(page, '.check summary');
      expect(await countOf(page, '.check[open]')).toBe(1);
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
      expect(await textOf(page, '.failingChecks .nothing')).toBe('本页没有符合条件的条目');
      await page.evaluate(`document.querySelector('.reset').click()`);
      expect(await textOf(page, '.failingChecks .size')).toBe('200 项');
      await enter(page, 'arrange', 'publisher');
      expect(await countOf(page, '.failingChecks .group')).toBe(30);
    });
  });

  it('finds figures however their thousands are parted, and no part of one', async () => {
    await look(DESKTOP, async (page) => {
      const found = async (text: string): Promise<unknown> => {
        await enter(page, 'text', text);
        return textOf(page, '.failingChecks .size');
      };
      expect(await found('1,000,038')).toBe('200 项中的 1 项');
      expect(await found('1000038.00')).toBe('200 项中的 1 项');
      expect(await found('−1，000，038')).toBe('200 项中的 1 项');
      expect(await found('1,000')).toBe('200 项中的 0 项');
    });
  });

  it('tells differences of percentages in points, and what a percentage would have to be', async () => {
    await look({ ...DESKTOP, language: 'en-US' }, async (page) => {
      await enter(page, 'text', '1254.5');
      expect(await textOf(page, '.failingChecks .size')).toBe('1 of 200');
      expect(await textOf(page, '.check .figures')).toBe(
        'the figures give 20.12 % printed 1,254.50 % difference 1,234.38 percentage points',
      );
      await click(page, '.check summary');
      expect(await textOf(page, '.check dl')).toMatch(
        /The percentage no single amount would do; the printed 1,254.50 % would have to be 20.12 %$/,
      );
    });
  });

  it('narrows to exactly the publisher that is chosen, until that is taken back', async () => {
    await look(DESKTOP, async (page) => {
      expect(await page.evaluate(`document.querySelector('.chip').checkVisibility()`)).toBe(false);
      await page.evaluate(
        `[...document.querySelectorAll('.chart .row')].find(({ title }) => title.startsWith('p4<')).click()`,
      );
      // p40 to p49 begin alike
      expect(await textOf(page, '.failingChecks .size')).toBe('200 项中的 2 项');
      expect(await textOf(page, '.chip')).toMatch(/^单位：p4<.* ✕$/);
      expect(await page.evaluate('location.hash')).toMatch(/publisher=p4%3C/);
      await click(page, '.chip');
      expect(await textOf(page, '.failingChecks .size')).toBe('200 项');
    });
  });

  it('says in its address what it shows, and shows what an address says', async () => {
    let address = '';
    await look(DESKTOP, async (page) => {
      await enter(page, 'rule', 'column-total');
      await enter(page, 'text', 's20');
      await click(page, '.languages button:last-child');
      await click(page, '.check:nth-of-type(3) summary');
      address = String(await page.evaluate('location.hash'));
      expect(address).toMatch(/^#lang=en&text=s20&rule=column-total&open=c[\da-f]{16}\.21$/);
    });
    await look(
      { ...DESKTOP, language: 'zh-CN' },
      async (page) => {
        expect(await textOf(page, 'h1')).toBe('Data quality of budget disclosures');
        expect(await textOf(page, '.failingChecks .size')).toBe('100 of 200');
        expect(await page.evaluate(`document.querySelector('[name=text]').value`)).toBe('s20');
        expect(await countOf(page, '.check[open] .evidence')).toBe(1);
        const key = /open=(.*)$/.exec(address)?.[1] ?? '';
        expect(await page.evaluate(`document.querySelector('.lists details[open]').dataset.key`)).toBe(key);
      },
      address,
    );
    await look(
      DESKTOP,
      async (page) => {
        expect(await textOf(page, '.failingChecks .size')).toBe('200 项');
        expect(await countOf(page, '#page img, #page script')).toBe(0);
      },
      '#rule=%3Cimg%20src=x%3E&kind=none&confidence=1&arrange=2&open=%22%5D&lang=xx&%E0',
    );
  });

  it('keeps open what is open where the language changes', async () => {
    await look(DESKTOP, async (page) => {
      await click(page, '.documentList summary');
      await click(page, '.languages button:last-child');
      expect(await countOf(page, '.failingChecks .check[open] .evidence')).toBe(1);
      expect(await countOf(page, '.documentList details[open] .details')).toBe(1);
    });
  });

  it('tells warnings and errors by code, and what is missing by statement', async () => {
    await look(DESKTOP, async (page) => {
      expect(await textOf(page, '.findingsTitle h2')).toBe('警告与错误 1 项');
      expect(await textOf(page, '.findingsTitle .where')).toBe('错误 not-text');
      await click(page, '.findingsTitle summary');
      expect(await countOf(page, '.findingsTitle .examples li')).toBe(1);
      expect(await textOf(page, '.gapsTitle h3')).toBe('应有报表缺失');
      expect(await textOf(page, '.gapsTitle .entry summary')).toBe('收支总表 应有的 100 个文件中 50 个');
      await click(page, '.gapsTitle summary');
      expect(await countOf(page, '.gapsTitle .examples li')).toBe(10);
      expect(await textOf(page, '.gapsTitle .details .note')).toBe('另有 40 个文件');
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
    await look({ ...DESKTOP, width: 390, height: 844 }, async (page) => {
      expect(await countOf(page, '.check[open]')).toBe(1);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
      expect(await page.evaluate(`document.querySelector('.check').getBoundingClientRect().top`)).toBeLessThan(844);
    });
  });
});
