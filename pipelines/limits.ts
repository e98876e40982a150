/** What one document may take before it is given up. */
import { DEFAULT_EXTRACT_LIMITS, type ExtractLimits } from '../extractors/index.js';

export interface DocumentLimits extends ExtractLimits {
  /** Wall time of reading and understanding it, in seconds; then the process that does so is ended. */
  readonly seconds: number;
  /** Memory of the process that reads it, in MiB; it is ended beyond. */
  readonly memory: number;
}

/** Real disclosures take a second and 300 MiB; a thousand pages of tables half a minute and half of this memory. */
export const DEFAULT_LIMITS: DocumentLimits = { ...DEFAULT_EXTRACT_LIMITS, seconds: 300, memory: 2048 };
