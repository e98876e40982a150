/** How a command ends. */

/** The contract's exit codes. */
export const EXIT = {
  done: 0,
  /** The command itself failed; `codes`: nothing found. */
  failed: 1,
  /** Wrong usage, or none of the inputs exists. */
  usage: 2,
  /** Finished, but something was quarantined or a `--fail-on` limit was passed. */
  findings: 3,
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Thrown for a call that can't be carried out as typed; the message says what to type. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
