/** A panel of a statement and all that is known of it before its rows are read. */
import type { Codebook } from '../codebook/types.js';
import type { KindDefaults } from '../statements/kinds.js';
import type { Panel } from '../statements/panels.js';
import type { Period } from '../statements/period.js';
import type { DocumentFacts, Flow } from '../types.js';
import type { BodyRow, TableToRead } from './table-to-read.js';

export interface PanelToRead {
  readonly table: TableToRead;
  readonly panel: Panel;
  /** The panel on its left; null for the first. */
  readonly left: Panel | null;
  readonly facts: DocumentFacts;
  readonly codebook: Codebook;
  readonly cells: readonly BodyRow[];
  readonly defaults: KindDefaults;
  readonly flow: Flow;
  readonly period: Period;
}
