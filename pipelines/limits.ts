/** What one document may take before it is given up. */

/** Enforced from outside, by ending the process that reads the document. */
export interface DocumentLimits {
  /** Wall time of reading and understanding it, in seconds. */
  readonly seconds: number;
  /** Memory of the process that does, in MiB. */
  readonly memory: number;
}

/** Real disclosures take a second and 200 MiB; a thousand pages of tables half a minute and half of this. */
export const DEFAULT_LIMITS: DocumentLimits = { seconds: 300, memory: 2048 };
