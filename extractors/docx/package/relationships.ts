/** Which part belongs to which (ECMA-376 part 2, 6.5). */
import { posix } from 'node:path';
import type { ElementReader, XmlElement } from '../xml/read-xml.js';
import { readXml } from '../xml/read-xml.js';
import type { PartsArchive } from './zip.js';

/** What a part is to another: the last word of the relationship's type, which strict and transitional documents share. */
export type PartRole = 'officeDocument' | 'styles' | 'numbering' | 'footnotes' | 'endnotes';

/** Names of parts by their role. */
export type Relations = ReadonlyMap<string, string>;

/**
 * The parts to which `part` points, the first of each role; the package itself is `''`. Links that lead out of the package are left out; none
 * where the package says nothing of the part's relations.
 */
export async function readRelations(archive: PartsArchive, part: string): Promise<Relations> {
  const folder = posix.dirname(part);
  const name = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  const relations = new Map<string, string>();
  if (!archive.has(name)) return relations;
  const add = (element: XmlElement): null => {
    const role = element.attribute('Type')?.split('/').at(-1);
    const target = element.attribute('Target');
    const isInside = element.attribute('TargetMode') !== 'External';
    if (role && target && isInside && !relations.has(role)) relations.set(role, resolve(folder, target));
    return null;
  };
  const list: ElementReader = { open: (element) => (element.name === 'rel:Relationship' ? add(element) : null) };
  await readXml(name, archive.read(name), { open: () => list });
  return relations;
}

/** A target is relative to the part that names it, or begins at the package's root. */
function resolve(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  return posix.normalize(path.startsWith('/') ? path.slice(1) : posix.join(folder, path));
}
