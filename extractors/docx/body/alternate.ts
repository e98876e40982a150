/** Content in several versions, of which a program takes the first that it understands (ISO/IEC 29500-3, 7.6). */
import type { ElementReader, XmlElement } from '../xml/read-xml.js';
import type { Reading } from './reading.js';

/** Reads the first version in which anything is seen, for `inner`; the others are passed over. */
export function readAlternates(inner: ElementReader, reading: Reading): ElementReader {
  const before = reading.seen;
  return {
    open({ name }: XmlElement) {
      const isVersion = name === 'mc:Choice' || name === 'mc:Fallback';
      return isVersion && reading.seen === before ? inner : null;
    },
  };
}
