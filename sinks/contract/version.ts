/** The output contract that this code writes: major for breaking changes, minor for additions. */
export const CONTRACT_VERSION = '1.6';

export interface ContractVersion {
  readonly major: number;
  readonly minor: number;
}

/** Reads `<major>.<minor>`; null for anything else. */
export function parseVersion(text: string): ContractVersion | null {
  const match = /^(\d+)\.(\d+)$/.exec(text);
  return match ? { major: Number(match[1]), minor: Number(match[2]) } : null;
}
