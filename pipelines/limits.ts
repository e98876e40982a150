/** What one document may take before it is given up. */
import { DEFAULT_EXTRACT_LIMITS, type ExtractLimits } from '../extractors/index.js';
import type { BindingLimit } from '../sinks/index.js';

export interface DocumentLimits extends ExtractLimits {
  /** Wall time of reading and understanding it, in seconds; then the process that does so is ended. */
  readonly seconds: number;
  /** Memory of the process that reads it, in MiB; it is ended beyond. */
  readonly memory: number;
}

/** Real disclosures take a second and 300 MiB; a thousand pages of tables half a minute and half of this memory. */
export const DEFAULT_LIMITS: DocumentLimits = { ...DEFAULT_EXTRACT_LIMITS, seconds: 300, memory: 2048 };

/** Codes of the diagnostics that say which limit a document has reached. */
const REACHED: Readonly<Record<keyof DocumentLimits, readonly string[]>> = {
  seconds: ['time-limit'],
  memory: ['memory-limit'],
  pages: ['pages-left-out'],
  cells: ['too-many-cells'],
  unpackedBytes: ['docx-beyond-limits', 'source-too-large'],
};

/** The limits of a run as an archive asks for them, to read anew what lower ones have cut or refused. */
export function bindingLimits(limits: DocumentLimits): readonly BindingLimit[] {
  const names: readonly (keyof DocumentLimits)[] = ['seconds', 'memory', 'pages', 'cells', 'unpackedBytes'];
  return names.flatMap((name) => REACHED[name].map((code) => ({ code, name, value: limits[name] })));
}
