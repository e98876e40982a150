/** The sample cases on disk: finding them, running them, reading and writing their expectation. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { extract } from '../../extractors/index.js';
import { transform, type Codebook } from '../../transforms/index.js';
import { BOXES_FILE } from './boxes.js';
import { describeDocument, FACTS_FILE, MARKDOWN_FILES } from './expectation.js';
import { keepTruth, readGaps } from './gaps.js';
import { GRIDS_FILE, readGrids, writeGrids } from './grids.js';
import { readMarkdown, writeMarkdown } from './markdown.js';
import type { Sheet } from './sheet.js';

/** A case folder; `source` is the base name of its document. */
export interface SampleCase {
  readonly name: string;
  readonly folder: string;
  readonly source: string;
}

const NOTES_FILE = 'README.md';

/**
 * The cases in `samples`: every folder is one.
 *
 * @throws Error for a folder with no source or with several: it would be passed over unseen
 */
export function findCases(samples: string): readonly SampleCase[] {
  const folders = readdirSync(samples, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.map(({ name }) => {
    const folder = join(samples, name);
    const sources = readdirSync(folder).filter((file) => !/^\.|\.(?:md|json)$/.test(file));
    const [source] = sources;
    if (source === undefined || sources.length > 1)
      throw new Error(`case ${name} has ${String(sources.length)} sources, not one: ${sources.join(', ')}`);
    return { name, folder, source };
  });
}

/** The document that a case shows (`<place>-<who>-<year>`): cases of one name show it in several formats. */
export function documentOf({ name }: SampleCase): string {
  return /^.+?-\d{4}(?=-|$)/.exec(name)?.[0] ?? name;
}

/** What the program gives for the source of a case. */
export async function runCase({ folder, source }: SampleCase, codebook: Codebook): Promise<readonly Sheet[]> {
  const bytes = readFileSync(join(folder, source));
  const documentId = createHash('sha256').update(bytes).digest('hex');
  const raw = await extract({ documentId, fileName: source, sourceUri: source, bytes });
  return describeDocument(transform(raw, codebook));
}

/** The files that a complete case has and this one lacks: its notes and one for each sheet. One without words counts as lacking. */
export function missingFiles({ folder }: SampleCase, sheets: readonly Sheet[]): readonly string[] {
  return [NOTES_FILE, ...sheets.map(({ file }) => file)].filter((file) => {
    const path = join(folder, file);
    return !existsSync(path) || readFileSync(path, 'utf8').trim() === '';
  });
}

/**
 * The expectation of a case; of boxes where it has them.
 *
 * @throws Error for a file that is missing or states nothing
 */
export function readExpectation({ folder }: SampleCase): readonly Sheet[] {
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
  const markdown = [...MARKDOWN_FILES].filter(([file]) => file !== BOXES_FILE || existsSync(join(folder, file)));
  return [
    readFacts(read(FACTS_FILE)),
    readGrids(read(GRIDS_FILE)),
    ...markdown.map(([file, columns]) => readMarkdown(file, read(file), columns)),
  ];
}

function readFacts(text: string): Sheet {
  const facts: unknown = JSON.parse(text);
  if (typeof facts !== 'object' || facts === null || Object.keys(facts).length === 0)
    throw new Error(`${FACTS_FILE} states nothing`);
  const fields = Object.entries(facts).map(([name, value]) => [name, value === null ? '' : String(value)] as const);
  return { file: FACTS_FILE, records: [{ key: 'document', fields: new Map(fields) }] };
}

/**
 * Writes `actual` as the expectation of a case; what the case says of its known gaps stays.
 *
 * @throws Error on a build server: there a difference must fail, never mend itself
 */
export function updateExpectation(sample: SampleCase, actual: readonly Sheet[], environment: NodeJS.ProcessEnv): void {
  if (environment['CI'])
    throw new Error('UPDATE_SAMPLES is refused where CI is set: expectations are updated and reviewed by people');
  const gaps = readGaps(sample.folder);
  const expected = gaps.length === 0 ? [] : readExpectation(sample);
  for (const sheet of actual) {
    const truth = expected.find(({ file }) => file === sheet.file);
    writeFileSync(join(sample.folder, sheet.file), writeSheet(truth ? keepTruth(sheet, truth, gaps) : sheet));
  }
}

function writeSheet(sheet: Sheet): string {
  if (sheet.file === FACTS_FILE) return writeFacts(sheet);
  if (sheet.file === GRIDS_FILE) return writeGrids(sheet);
  return writeMarkdown(sheet, MARKDOWN_FILES.get(sheet.file) ?? []);
}

function writeFacts({ records }: Sheet): string {
  const fields = records.flatMap((record) => [...record.fields]);
  const facts = fields.map(([name, value]) => [
    name,
    value === '' ? null : name === 'fiscal_year' ? Number(value) : value,
  ]);
  return `${JSON.stringify(Object.fromEntries(facts), null, 2)}\n`;
}
