/** What an import would change, for people to read before it is written. */
import { TABLES_YEAR, type Change, type CodeEntry, type UnusedRow } from '../../../transforms/index.js';
import { countLeftOut, type ImportPlan } from '../../codes/index.js';
import { oneLine } from '../one-line.js';
import { bounded, groupBy } from './lists.js';
import { alignColumns } from '../width.js';
import { SCHEME_NAMES, yearsWords } from './words.js';

/** Lines of a section; a whole edition of a classification that is new has thousands. */
const MOST_LINES = 50;
/** Absent codes are for information. */
const MOST_ABSENT = 10;

/** Codes named in a note. */
const MOST_NAMED = 10;

/** Why the same difference is a rename here and a contradiction there. */
const WHAT_DECIDES = `The tables show the classification of ${TABLES_YEAR} unless a row has years of its own. Another name in a later edition renames the code from that year on; in that year's, or in one of no known year, it contradicts the tables; in an earlier one it is a name of that year.`;

/** The preview: what the file is, then the changes by kind, what is left out, and counts. */
export function renderPreview(plan: ImportPlan): string {
  const { taken, refused, unused, absent, year } = plan;
  const ofKind = (changes: readonly Change[], ...kinds: Change['kind'][]): readonly Change[] =>
    changes.filter(({ kind }) => kinds.includes(kind));
  const from = year === null ? '' : ` from ${year}`;
  const sections = [
    describeFile(plan),
    changesSection('new codes', ofKind(taken, 'new'), missingPairs(ofKind(taken, 'new'))),
    changesSection(`renamed${from}, the name before stays for the years before`, ofKind(taken, 'renamed')),
    changesSection(`in force again${from}`, ofKind(taken, 'resumed')),
    changesSection('other names of known codes', ofKind(taken, 'alias')),
    changesSection(
      `another name altogether${from}, the name before stays for the years before`,
      ofKind(taken, 'replaced'),
    ),
    changesSection('overwritten, the name before becomes an alias', ofKind(taken, 'contradiction')),
    changesSection(`names of ${year ?? ''}, the present name stays`, ofKind(taken, 'former')),
    changesSection(`another name altogether${from}: left out, --overwrite takes them`, ofKind(refused, 'replaced'), [
      'A code may be renamed so, or a row of the file may have slipped: look at the rows around it.',
    ]),
    changesSection('against the codebook: left out, --overwrite takes them', ofKind(refused, 'contradiction'), [
      WHAT_DECIDES,
    ]),
    changesSection(`other names in ${year ?? ''}: left out, --overwrite adds them`, ofKind(refused, 'former'), [
      `The edition is older than the tables: --overwrite only adds these as names of ${year ?? ''}, the present names stay.`,
      WHAT_DECIDES,
    ]),
    unusedSection('rows left out', ofUse(unused, 'left_out'), plan),
    unusedSection('rows ignored', ofUse(unused, 'ignored'), plan),
    absentSection(absent),
    summary(plan),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

/** What new codes lack: an edition says nothing of correspondences. */
function missingPairs(added: readonly Change[]): readonly string[] {
  const codesOf = (isMeant: (row: Change['row']) => boolean): string => {
    const codes = added
      .map(({ row }) => row)
      .filter(isMeant)
      .map(({ code }) => code);
    const more = codes.length > MOST_NAMED ? ` and ${codes.length - MOST_NAMED} more` : '';
    return `${codes.slice(0, MOST_NAMED).join(', ')}${more}`;
  };
  const classes = codesOf(({ scheme, code }) => scheme === 'function' && code.length === 3);
  const economic = codesOf(({ scheme }) => scheme === 'dept_economic' || scheme === 'gov_economic');
  return [
    classes === ''
      ? ''
      : `without a COFOG correspondence, so that their lines have none: ${classes} (add them to function_to_cofog.csv)`,
    economic === ''
      ? ''
      : `without a crosswalk to the other economic classification: ${economic} (add them to economic_crosswalk.csv)`,
  ].filter((note) => note !== '');
}

function describeFile({ fileName, source, sheets, year }: ImportPlan): readonly string[] {
  if (source === 'review') return [`${oneLine(fileName)}: pairs reviewed after codes learn`];
  const edition = year === null ? 'of no known year (--year tells it)' : `edition of ${year}`;
  const described = sheets.map(({ name, schemes, columns }) => {
    const names = schemes.map((scheme) => `${SCHEME_NAMES[scheme]} (${scheme})`).join(', ');
    return `  ${name === null ? '' : `sheet ${oneLine(name)}: `}${names}; ${columns}`;
  });
  return [`${oneLine(fileName)}: ${edition}`, ...described];
}

function changesSection(title: string, changes: readonly Change[], notes: readonly string[] = []): readonly string[] {
  if (changes.length === 0) return [];
  const lines = alignColumns(changes.map(changeCells)).map(oneLine);
  return [
    `${title}: ${changes.length}`,
    ...bounded(lines, MOST_LINES, 'not shown'),
    ...notes.map((note) => `  ${note}`),
  ];
}

function changeCells({ kind, row, parentCode, present }: Change): readonly string[] {
  if (present === null) return [`  ${row.code}`, row.name, parentCode === null ? '' : `below ${parentCode}`];
  const arrow = kind === 'alias' ? `${present.name}, also ${row.name}` : `${present.name} → ${row.name}`;
  const moved =
    present.parentCode === parentCode ? '' : `below ${present.parentCode ?? ''} → below ${parentCode ?? ''}`;
  const years = yearsWords(present.validFrom, present.validTo);
  return [
    `  ${row.code}`,
    present.name === row.name ? row.name : arrow,
    [years === '' ? '' : `known ${years}`, moved].filter((words) => words !== '').join(', '),
  ];
}

function ofUse(unused: readonly UnusedRow[], kind: UnusedRow['kind']): readonly UnusedRow[] {
  return unused.filter((row) => row.kind === kind);
}

function unusedSection(title: string, unused: readonly UnusedRow[], { fileName }: ImportPlan): readonly string[] {
  if (unused.length === 0) return [];
  const lines = unused.map(({ place, text, reason }) => {
    const sheet = place.sheet === null ? '' : `, sheet ${place.sheet}`;
    return `  ${oneLine(`${fileName}${sheet}, row ${place.row}: "${text}": ${reason}`)}`;
  });
  return [`${title}: ${unused.length}`, ...bounded(lines, MOST_LINES, 'not shown')];
}

function absentSection(absent: readonly CodeEntry[]): readonly string[] {
  if (absent.length === 0) return [];
  const lines = groupBy(absent, ({ scheme }) => scheme).flatMap((group) =>
    bounded(alignColumns(group.map(({ code, name }) => [`  ${code}`, name])), MOST_ABSENT, 'not shown'),
  );
  return [`in force in the codebook and not in the file, kept as they are: ${absent.length}`, ...lines];
}

/** A confirmed row is as in the codebook too, but counted once: what it gains is the evidence `official`. */
function summary(plan: ImportPlan): readonly string[] {
  const confirmed = plan.taken.filter(({ kind }) => kind === 'confirmed').length;
  return [
    `confirmed: ${confirmed}, as in the codebook: ${plan.unchanged}, to take: ${plan.taken.length - confirmed}, left out: ${countLeftOut(plan)}`,
  ];
}
