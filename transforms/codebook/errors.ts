/** Thrown where the code tables are missing or broken: the message lists every fault, each with its file and line. */
export class CodeTablesError extends Error {
  override readonly name = 'CodeTablesError';
}
