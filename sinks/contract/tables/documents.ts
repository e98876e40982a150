/** Tables about documents as such. */
import { optional, required } from '../columns.js';
import { archiveTable, documentTable } from '../table.js';

/** The first column of every table inside a document. */
export const documentId = required('VARCHAR', 'Document: sha256 of its bytes, lower-case hex (see documents).');

export const documents = documentTable(
  'documents',
  'One row per distinct content (file bytes). The same file found in two places is one document with two sources.',
  ['document_id'],
  {
    document_id: documentId,
    file_name: required('VARCHAR', 'Base name of the file, from the first place it was found in.'),
    media_type: optional(
      'VARCHAR',
      'Media type found from the content, e.g. text/plain; null where it could not be told.',
    ),
    charset: optional('VARCHAR', 'Text encoding (utf-8, gb18030, ...); null where the format has none.'),
    byte_size: required('BIGINT', 'Size of the content in bytes.'),
    page_count: optional('INTEGER', 'Number of pages; null where the source has no pages (text).'),
    title: optional('VARCHAR', "The document's own title as printed; null where none is printed."),
    publisher: optional('VARCHAR', 'The publishing body (部门/单位) that the figures are of.'),
    publisher_code: optional(
      'VARCHAR',
      'The budget code of the publisher as printed (e.g. 131); null where none is printed.',
    ),
    region_code: optional('VARCHAR', 'GB/T 2260 code of the administrative division (行政区划), six digits.'),
    region_name: optional('VARCHAR', 'Name of the administrative division.'),
    fiscal_year: optional(
      'SMALLINT',
      'The budget year (预算年度) of the document; the partition document_year in Parquet.',
    ),
    report_kind: required(
      'VARCHAR',
      'What kind of report it is: department_budget 部门预算, unit_budget 单位预算, ... (see enum_values).',
    ),
    scope: required(
      'VARCHAR',
      'Whether subordinate units are included: consolidated, own (本级 or a single unit), unknown.',
    ),
    status: required('VARCHAR', 'loaded, or quarantined: nothing could be made of it, see diagnostics.'),
    extracted_at: required('TIMESTAMPTZ', 'When the document was read (UTC).'),
    pipeline_version: required('VARCHAR', 'Version of the program whose rules made these rows.'),
    run_id: required('VARCHAR', 'The run that loaded these rows (see runs).'),
  },
);

export const documentPages = documentTable(
  'document_pages',
  'Pages of documents that have pages.',
  ['document_id', 'page_no'],
  {
    document_id: documentId,
    page_no: required('INTEGER', 'Page number, from 1.'),
    width: required('FLOAT', 'Width in PDF points as displayed (rotation applied).'),
    height: required('FLOAT', 'Height in PDF points as displayed.'),
    rotation: required('INTEGER', 'Rotation of the page in degrees.'),
    has_text: required('BOOLEAN', 'false for a page that is only a picture (scan).'),
  },
);

export const documentSources = archiveTable(
  'document_sources',
  'Where contents were found. A document is current while one of its sources has neither superseded_at nor missing_since.',
  ['source_uri', 'document_id'],
  {
    source_uri: required('VARCHAR', 'Address of the source, percent-encoded; a member of an archive is a.zip!/b.pdf.'),
    document_id: optional('VARCHAR', 'The content found there; null where the bytes could not be read.'),
    file_name: required('VARCHAR', 'Base name at this place.'),
    first_seen_at: required('TIMESTAMPTZ', 'When this content was first found at this place (UTC).'),
    last_seen_at: required('TIMESTAMPTZ', 'When this content was last found at this place (UTC).'),
    superseded_at: optional(
      'TIMESTAMPTZ',
      'When other content was found at this place; null while this is what it holds.',
    ),
    missing_since: optional('TIMESTAMPTZ', 'Since when the place holds nothing any more; null while it is there.'),
    file_uri: optional(
      'VARCHAR',
      'The file on disk that holds it: the source itself, or the outermost archive of which it is a member; null where that is not known.',
    ),
    file_size: optional('BIGINT', 'Size of that file in bytes when the source was read.'),
    file_modified_at: optional(
      'TIMESTAMPTZ',
      'When that file was last modified before the source was read (UTC); null where it had changed only just before, so that it is read again next time.',
    ),
    fetched_at: optional('TIMESTAMPTZ', 'When it was fetched (UTC), as the manifest says; null where none says it.'),
    metadata: optional(
      'VARCHAR',
      'What the manifest says of it beyond that, as a JSON object; null where no manifest speaks of it.',
    ),
  },
);
