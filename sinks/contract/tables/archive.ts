/** Tables about the archive itself: runs, version, code tables, enums, bookkeeping. */
import { optional, required } from '../columns.js';
import type { Table } from '../table.js';
import { archiveTable } from '../table.js';

export const meta = archiveTable(
  'meta',
  'Facts about this file: contract_version, digest of the code tables.',
  ['key'],
  {
    key: required('VARCHAR', 'Name of the fact.'),
    value: required('VARCHAR', 'Its value.'),
  },
);

export const runs = archiveTable('runs', 'One row per run of the program on this archive.', ['run_id'], {
  run_id: required('VARCHAR', 'The run.'),
  started_at: required('TIMESTAMPTZ', 'When it began (UTC).'),
  finished_at: optional('TIMESTAMPTZ', 'When it ended (UTC); null while it goes on or where it was cut off.'),
  pipeline_version: required('VARCHAR', 'Version of the program.'),
  arguments: required('JSON', 'What it was called with.'),
  documents_seen: optional('INTEGER', 'Inputs found; null until the run ends, as the other counts.'),
  documents_loaded: optional('INTEGER', 'Documents whose rows were written.'),
  documents_unchanged: optional('INTEGER', 'Documents already loaded with this pipeline version.'),
  documents_quarantined: optional('INTEGER', 'Inputs of which nothing could be made, unreadable ones included.'),
});

export const classificationCodes = archiveTable(
  'classification_codes',
  'Classification codes with their names and how far each may be trusted. No official machine-readable edition exists. A code has several rows where its name changed or editions use it for different goods: for the names of lines read line_code_names, which has one row per line and classification.',
  ['scheme', 'edition', 'code', 'entry_no'],
  {
    scheme: required(
      'VARCHAR',
      'function 功能分类, dept_economic, gov_economic 经济分类, revenue, procurement, cofog, gfsm, region.',
    ),
    edition: required('VARCHAR', 'Edition of the procurement catalogue (2013, 2022); empty elsewhere.'),
    code: required('VARCHAR', 'The code; leading zeros count.'),
    entry_no: required(
      'INTEGER',
      'Running number of the entries of one code (a code may change its name over the years), from 1.',
    ),
    name: required('VARCHAR', 'Official name (English for cofog and gfsm).'),
    parent_code: optional('VARCHAR', 'The code one level up.'),
    budget: optional(
      'VARCHAR',
      'Of function and revenue codes, the budget that alone uses the code: general, gov_fund, state_capital, social_insurance; null where several do.',
    ),
    level: required('INTEGER', '1 for 类, 2 for 款, 3 for 项; depth in the tree elsewhere.'),
    valid_from: optional('SMALLINT', 'First year in force, where known; of a region, the first year seen.'),
    valid_to: optional(
      'SMALLINT',
      'Last year in force; null where unknown or still in force. Of a region, the last year seen.',
    ),
    old_names: optional(
      'VARCHAR',
      'Former names and aliases with | between them, years in half-width brackets where known: 法制建设(2019-2020); null where none is.',
    ),
    evidence: optional(
      'VARCHAR',
      'Where code and name come from: observed in a real document; recalled_twice, by two recollections made apart; recalled_once, by one; disputed, they differ; official, an official edition; listed, a published list; judged, a judgement.',
    ),
    confidence: optional('VARCHAR', 'high, medium or low.'),
    doubtful_years: optional(
      'VARCHAR',
      'Those of the years in valid_from, valid_to and old_names that are not certain, with | between them; null where none is.',
    ),
    other_name: optional('VARCHAR', 'The other reading of a disputed name; null where there is none.'),
    note: optional('VARCHAR', 'What the code table says of the row for people, in Chinese.'),
  },
);

export const codeCrosswalk = archiveTable(
  'code_crosswalk',
  'Correspondence of codes between classifications. Sum over is_primary rows only, else money counts twice.',
  ['from_scheme', 'from_code', 'to_scheme', 'to_code'],
  {
    from_scheme: required('VARCHAR', 'Classification translated from.'),
    from_code: required('VARCHAR', 'Code translated from.'),
    to_scheme: required('VARCHAR', 'Classification translated to.'),
    to_code: required('VARCHAR', 'Code translated to.'),
    relation: required(
      'VARCHAR',
      'What the code translated from is to its target: exact, broader (wider than it), narrower, partial (they overlap).',
    ),
    is_primary: required('BOOLEAN', 'true for exactly one target per code and scheme: the one that sums go to.'),
    source: required(
      'VARCHAR',
      'The code table that says so, and for which code above where a code has no pair of its own.',
    ),
  },
);

export const enumValues = archiveTable(
  'enum_values',
  'Every value of every enumerated column, for people and dashboards.',
  ['column_name', 'value'],
  {
    column_name: required('VARCHAR', 'Column (the same name means the same list in every table).'),
    value: required('VARCHAR', 'The value as stored.'),
    parent_value: optional('VARCHAR', 'The value of which this one is a part.'),
    label_zh: required('VARCHAR', 'Chinese term.'),
    label_en: required('VARCHAR', 'English term.'),
  },
);

const documentPairsColumns = {
  left_document_id: required('VARCHAR', 'The document whose figures are judged.'),
  right_document_id: required('VARCHAR', 'The document they are compared with.'),
  rule: required('VARCHAR', 'The rule that binds the two.'),
  left_run_id: required('VARCHAR', 'The run that read the first; a pair read anew is compared anew.'),
  right_run_id: required('VARCHAR', 'The run that read the second.'),
};

export const documentPairs: Table<typeof documentPairsColumns> = {
  name: 'document_pairs',
  comment: 'Bookkeeping: documents that have been compared with each other (see archive_checks).',
  key: ['left_document_id', 'right_document_id', 'rule'],
  parquet: { kind: 'internal' },
  columns: documentPairsColumns,
};

const parquetPendingColumns = {
  dataset: required('VARCHAR', 'Table whose Parquet files are behind; * for all tables of a year.'),
  document_year: optional('VARCHAR', 'Partition; null for unpartitioned tables.'),
};

export const parquetPending: Table<typeof parquetPendingColumns> = {
  name: 'parquet_pending',
  comment: 'Bookkeeping: Parquet files that are older than this database. Empty after a finished run.',
  key: ['dataset', 'document_year'],
  parquet: { kind: 'internal' },
  columns: parquetPendingColumns,
};

const readArchivesColumns = {
  archive_uri: required('VARCHAR', 'Archive of files (zip, tar) on disk, percent-encoded.'),
  byte_size: required('BIGINT', 'Its size when it was read.'),
  modified_at: required('TIMESTAMPTZ', 'When it was last modified before it was read (UTC).'),
};

export const readArchives: Table<typeof readArchivesColumns> = {
  name: 'read_archives',
  comment:
    'Bookkeeping: archives of files that were read from end to end, so that they need not be opened while they stay as they are.',
  key: ['archive_uri'],
  parquet: { kind: 'internal' },
  columns: readArchivesColumns,
};
