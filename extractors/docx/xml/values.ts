/** Values of attributes (ISO/IEC 29500-1, 22.9). */
import type { XmlElement } from './read-xml.js';

/** Whether a property that may be switched off is on: `<w:vanish/>`, but not `<w:vanish w:val="0"/>` (22.9.2.7 ST_OnOff). */
export function isOn(element: XmlElement): boolean {
  return !/^(?:0|false|off)$/.test(element.attribute('w:val') ?? '');
}

/** A whole number; null for anything else. */
export function numberOf(value: string | undefined): number | null {
  const number = Number.parseInt(value ?? '', 10);
  return Number.isSafeInteger(number) ? number : null;
}

/** Twentieths of a point in a unit of measure: strict documents write `2.54cm` (22.9.2.15). */
const TWIPS: Readonly<Record<string, number>> = {
  mm: 1440 / 25.4,
  cm: 1440 / 2.54,
  in: 1440,
  pt: 20,
  pc: 240,
  pi: 240,
};

/** A length in twentieths of a point, given as such or with its unit; null for anything else. */
export function twipsOf(value: string | undefined): number | null {
  const [, digits, unit] = /^(-?\d+(?:\.\d+)?)(mm|cm|in|pt|pc|pi)?$/.exec(value?.trim() ?? '') ?? [];
  return digits === undefined ? null : Number(digits) * (unit === undefined ? 1 : (TWIPS[unit] ?? 1));
}
