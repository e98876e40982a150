/** Content in several versions, of which a program takes the first that it understands (ISO/IEC 29500-3, 7.6). */
import type { ElementReader, XmlElement } from '../xml/read-xml.js';
import type { Reading } from './reading.js';

/** Reads the first version that asks for no foreign namespace and in which anything is seen, for `inner`; the others are passed over. */
export function readAlternates(inner: ElementReader, reading: Reading): ElementReader {
  const before = reading.seen;
  return {
    open(element: XmlElement) {
      return isVersion(element) && reading.seen === before ? inner : null;
    },
  };
}

function isVersion(element: XmlElement): boolean {
  if (element.name === 'mc:Fallback') return true;
  const required = (element.attribute('Requires') ?? '').split(/\s+/).filter((prefix) => prefix !== '');
  return element.name === 'mc:Choice' && required.every((prefix) => element.knows(prefix));
}
