/** The golden test's own tools: they must see what differs, and never write where they should not. */
import fc from 'fast-check';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCodebook } from '../../transforms/index.js';
import { findCases, missingFiles, readExpectation, runCase, updateExpectation } from './cases.js';
import type { SampleCase } from './cases.js';
import { compareSheets } from './compare.js';
import { readGaps, sortDifferences } from './gaps.js';
import { readMarkdown, writeMarkdown } from './markdown.js';
import { escape, unescape } from './rows.js';
import type { Sheet } from './sheet.js';

const SOURCE = [
  '支出总表',
  '单位：万元',
  '科目编码\t科目名称\t本年支出\t',
  '\t\t基本支出\t项目支出',
  '\t合计\t3.00\t2.00',
  '201\t一般|公共\\服务支出\t3.00\t1.00',
  '',
  '2024年支出预算5万元，其中：基本支出3万元，项目支出2万元。',
].join('\n');

let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'yusuan-golden-'));
});
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

/** A folder of samples with one case, its expectation written from the program. */
async function writtenCase(name: string): Promise<SampleCase> {
  const folder = join(root, name, 'one');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'a.txt'), SOURCE);
  writeFileSync(join(folder, 'README.md'), '# A case');
  const [sample] = findCases(join(root, name));
  if (!sample) throw new Error('no case');
  updateExpectation(sample, await runCase(sample, codebook), {});
  return sample;
}

const codebook = loadCodebook();

async function differences(sample: SampleCase): Promise<readonly string[]> {
  const actual = await runCase(sample, codebook);
  return readExpectation(sample).flatMap((expected, at) => compareSheets(expected, actual[at] ?? expected));
}

function edit(sample: SampleCase, file: string, from: string, to: string): void {
  const path = join(sample.folder, file);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
}

describe('a written expectation', () => {
  it('is read as what was written', async () => {
    expect(await differences(await writtenCase('same'))).toEqual([]);
  });

  it.each([
    ['grids.md', '| 3.00 | 1.00 |', '| 3.00 | 7.00 |', 'grids.md  t1 r3  c3: expected "7.00", actual "1.00"'],
    ['grids.md', '| 本年支出 | < |', '| 本年支出 |  |', 'grids.md  t1 r0  c3: expected (blank), actual "<"'],
    ['grids.md', '- unit: 万元', '- unit: 元', 'grids.md  t1  unit: expected "元", actual "万元"'],
    ['lines.md', '| 30000.00 |', '| 3.00 |', 'lines.md  t1 r2 c2  amount: expected "3.00", actual "30000.00"'],
    ['document.json', '2024', '2023', 'document.json  document  fiscal_year: expected "2023", actual "2024"'],
  ])('shows in %s that %j is not %j', async (file, from, to, difference) => {
    const sample = await writtenCase(`edit-${file}-${String(from.length)}`);
    edit(sample, file, from, to);
    expect(await differences(sample)).toContain(difference);
  });

  it('shows a line too many and one too few', async () => {
    const sample = await writtenCase('moved');
    edit(sample, 'lines.md', '| t1 r2 c3 |', '| t1 r9 c3 |');
    expect(await differences(sample)).toEqual([
      expect.stringMatching(/^lines\.md {2}t1 r9 c3: expected but not there: label=合计 amount=20000\.00/),
      expect.stringMatching(/^lines\.md {2}t1 r2 c3: there but not expected: label=合计 amount=20000\.00/),
    ]);
  });

  it('says that nothing is expected, or it states nothing', async () => {
    const sample = await writtenCase('empty');
    expect(readFileSync(join(sample.folder, 'targets.md'), 'utf8')).toBe('# targets\n\nnone\n');
    for (const text of ['# targets\n', '# targets\n\n| place | scope |\n|---|---|\n']) {
      writeFileSync(join(sample.folder, 'targets.md'), text);
      expect(() => readExpectation(sample)).toThrow('targets.md');
    }
  });

  it('is refused on a build server, and nothing is written', async () => {
    const sample = await writtenCase('ci');
    const before = readFileSync(join(sample.folder, 'lines.md'), 'utf8');
    expect(() => {
      updateExpectation(sample, [], { CI: 'true' });
    }).toThrow('UPDATE_SAMPLES');
    expect(readFileSync(join(sample.folder, 'lines.md'), 'utf8')).toBe(before);
  });
});

describe('a case', () => {
  it('has every file', async () => {
    const sample = await writtenCase('files');
    const sheets = await runCase(sample, codebook);
    expect(missingFiles(sample, sheets)).toEqual([]);
    for (const file of readdirSync(sample.folder).filter((name) => name !== 'a.txt'))
      writeFileSync(join(sample.folder, file), '\n');
    expect(missingFiles(sample, sheets)).toHaveLength(7);
  });

  it('has one source', async () => {
    const sample = await writtenCase('sources');
    writeFileSync(join(sample.folder, 'b.txt'), SOURCE);
    expect(() => findCases(join(root, 'sources'))).toThrow('2 sources');
    mkdirSync(join(root, 'no-source', 'two'), { recursive: true });
    expect(() => findCases(join(root, 'no-source'))).toThrow('0 sources');
  });
});

describe('known gaps', () => {
  it('are read from bullets, and a gap that is closed is told', () => {
    writeFileSync(
      join(root, 'known-gaps.md'),
      '# Gaps\n\n- `lines.md  t1 r1 c1  label`: not read yet\n- `lines.md  t9 r1 c1`: gone\n',
    );
    const found = [
      'lines.md  t1 r1 c1  label: expected "a", actual "b"',
      'lines.md  t1 r1 c10  label: expected "a", actual "b"',
    ];
    expect(sortDifferences(found, readGaps(root))).toEqual({ unknown: [found[1]], closed: ['lines.md  t9 r1 c1'] });
  });
});

describe('an update', () => {
  it('writes what the program gives, and keeps what is true in the places of known gaps', async () => {
    const sample = await writtenCase('update');
    const given = readFileSync(join(sample.folder, 'lines.md'), 'utf8');
    edit(sample, 'lines.md', '| t1 r2 c2 | 合计 |', '| t1 r2 c2 | 合计数 |');
    edit(sample, 'lines.md', '| t1 r2 c3 |', '| t1 r2 c1 |');
    edit(sample, 'lines.md', '| t1 r3 c3 | 一般', '| t1 r3 c3 | 特殊');
    const gaps = ['lines.md  t1 r2 c2  label', 'lines.md  t1 r2 c1', 'lines.md  t1 r2 c3'];
    writeFileSync(join(sample.folder, 'known-gaps.md'), gaps.map((gap) => `- \`${gap}\`: why\n`).join(''));
    updateExpectation(sample, await runCase(sample, codebook), {});
    expect(sortDifferences(await differences(sample), gaps)).toEqual({ unknown: [], closed: [] });
    expect(await differences(sample)).toHaveLength(3);
    expect(readFileSync(join(sample.folder, 'lines.md'), 'utf8')).not.toBe(given);
  });
});

describe('the form of the files', () => {
  it('gives any text back', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(unescape(escape(text))).toBe(text);
      }),
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(escape(text)).not.toMatch(/[\n\t]|(?:^|[^\\])\|/);
      }),
    );
  });

  it('gives any sheet back, repeated places included', () => {
    const value = fc.string().map((text) => text.trim());
    const rows = fc.array(fc.record({ place: fc.constantFrom('t1 r1 c1', 'b2 @7'), a: value, b: value }), {
      minLength: 1,
    });
    const law = fc.property(rows, (given) => {
      const counts = new Map<string, number>();
      const records = given.map(({ place, a, b }) => {
        const count = (counts.get(place) ?? 0) + 1;
        counts.set(place, count);
        return {
          key: count === 1 ? place : `${place} #${String(count)}`,
          fields: new Map([
            ['a', a],
            ['b', b],
          ]),
        };
      });
      const sheet: Sheet = { file: 'lines.md', records };
      expect(compareSheets(readMarkdown('lines.md', writeMarkdown(sheet, ['a', 'b']), ['a', 'b']), sheet)).toEqual([]);
    });
    fc.assert(law);
  });

  it('is refused where a person broke it', () => {
    const head = '| place | a |\n|---|---|\n';
    expect(() => readMarkdown('lines.md', `${head}| t1 | x | y |\n`, ['a'])).toThrow('2 values for 1 columns');
    expect(() => readMarkdown('lines.md', `${head}t1, x\n`, ['a'])).toThrow('no row');
    expect(() => readMarkdown('lines.md', '| place | z |\n|---|---|\n| t1 | x |\n', ['a'])).toThrow('no column z');
  });
});
