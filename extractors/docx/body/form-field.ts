/** Drop-down lists of forms, which print the entry that is chosen (ISO/IEC 29500-1, 17.16.9 ddList). */
import type { ElementReader } from '../xml/read-xml.js';
import { numberOf } from '../xml/values.js';

/** Tells with each part of a list what it prints as far as it is read: the entry chosen, else the default, else the first. */
export function readFormField(tell: (entry: string) => void): ElementReader {
  const entries: string[] = [];
  let chosen: number | null = null;
  let usual: number | null = null;
  const list: ElementReader = {
    open(element) {
      const value = element.attribute('w:val');
      if (element.name === 'w:listEntry') entries.push(value ?? '');
      if (element.name === 'w:result') chosen = numberOf(value);
      if (element.name === 'w:default') usual = numberOf(value);
      tell(entries[chosen ?? usual ?? 0] ?? '');
      return null;
    },
  };
  const field: ElementReader = { open: ({ name }) => (name === 'w:ddList' ? list : null) };
  return { open: ({ name }) => (name === 'w:ffData' ? field : null) };
}
