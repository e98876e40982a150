/** A small archive with a little of everything that a run treats in its own way. */
import { copyFileSync, mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildTar } from '../builders/tar.js';
import { buildZip } from '../builders/zip.js';

const SAMPLES = join(import.meta.dirname, '..', '..', 'samples');
/** Cases of formats that are not written here: Word, PDF. */
const SAMPLE_CASES = ['hewan-school-2024-docx-indents-in-text-boxes', 'yunqi-culture-centre-2024-pdf-prose'];
const FIRST_WRITTEN = new Date('2025-03-01T08:00:00Z');
const CHANGED = new Date('2025-06-01T08:00:00Z');

/** A short disclosure with one table that adds up and one sentence. */
function disclosure(no: number, amount = 100 + no): string {
  const year = 2021 + (no % 4);
  return [
    `青溪县第${no}局${year}年部门预算`,
    '',
    '一般公共预算支出表',
    '单位:万元',
    '科目编码\t科目名称\t合计\t基本支出\t项目支出',
    `2010301\t行政运行\t${amount}.00\t${amount}.00\t0.00`,
    '2010302\t一般行政管理事务\t20.00\t0.00\t20.00',
    `\t合计\t${amount + 20}.00\t${amount}.00\t20.00`,
    '',
    `${year}年支出预算${amount + 20}万元。`,
  ].join('\n');
}

function member(name: string, no: number) {
  return { name: Buffer.from(name), content: Buffer.from(disclosure(no)) };
}

/**
 * Writes `documents` texts and, beside them, copies of some, a zip and a tar archive that hold others and one of the copies, a Word document, a PDF, a file of noise
 * (quarantined), an empty file, and a link that leads nowhere (unreadable).
 */
export function writeInputs(folder: string, documents: number): void {
  mkdirSync(join(folder, 'below'), { recursive: true });
  for (let no = 0; no < documents; no += 1)
    writeFileSync(join(folder, no % 3 === 0 ? 'below' : '.', `${no}.txt`), disclosure(no));
  for (const no of [1, 2]) writeFileSync(join(folder, `copy-of-${no}.txt`), disclosure(no));
  writeFileSync(join(folder, 'more.zip'), buildZip([member('a.txt', 1001), member('b.txt', 1002), member('c.txt', 1)]));
  writeFileSync(join(folder, 'more.tar'), buildTar([member('d.txt', 1003)]));
  for (const name of SAMPLE_CASES) copySample(name, folder);
  writeFileSync(join(folder, 'noise.pdf'), Buffer.alloc(500, 0x91));
  writeFileSync(join(folder, 'empty.txt'), '');
  writeFileSync(join(folder, 'cut.zip'), 'PK');
  setTimes(folder, FIRST_WRITTEN);
}

/** What happens to an archive between two runs: a text and a member change, a text goes, another comes. */
export function changeInputs(folder: string, documents: number): void {
  writeFileSync(join(folder, '1.txt'), disclosure(1, 777));
  writeFileSync(join(folder, 'more.zip'), buildZip([member('a.txt', 2001), member('b.txt', 1002)]));
  writeFileSync(join(folder, 'new.txt'), disclosure(documents));
  for (const name of ['1.txt', 'more.zip', 'new.txt']) utimesSync(join(folder, name), CHANGED, CHANGED);
  rmSync(join(folder, '2.txt'));
}

function copySample(name: string, folder: string): void {
  const source = readdirSync(join(SAMPLES, name)).find((file) => file.startsWith(name));
  if (source === undefined) throw new Error(`the case ${name} has no source`);
  copyFileSync(join(SAMPLES, name, source), join(folder, source));
}

/** Long ago, so that nothing counts as only just written. */
function setTimes(folder: string, time: Date): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) utimesSync(join(entry.parentPath, entry.name), time, time);
}
