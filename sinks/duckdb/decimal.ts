import type { SqlType } from '../contract/index.js';

/** Width and scale of a DECIMAL type; null for any other. */
export function decimalShape(type: SqlType): { readonly width: number; readonly scale: number } | null {
  const match = /^DECIMAL\((\d+),(\d+)\)$/.exec(type);
  return match ? { width: Number(match[1]), scale: Number(match[2]) } : null;
}
