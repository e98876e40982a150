/** Damage inside a Word package: its parts are changed and packed again with the right sums, so that the zip stays sound. */
import { buildZip } from '../../builders/zip.js';
import type { Random } from '../../calibration/random.js';
import { BYTE_MUTATIONS } from './bytes.js';
import { choose } from './choose.js';
import type { TextMutation } from './text.js';

/** The parts of a package by name, unpacked. */
export type Parts = ReadonlyMap<string, Buffer>;

const MAIN = 'word/document.xml';

/** The package with one of its XML parts changed, as a rule the text itself. */
export function mutatePart(parts: Parts, random: Random, mutate: TextMutation, other: Parts): Parts {
  const name = drawPart(parts, random);
  const xml = parts.get(name)?.toString('utf8') ?? '';
  const others = other.get(MAIN)?.toString('utf8') ?? '';
  return new Map(parts).set(name, Buffer.from(mutate(xml, random, others)));
}

/** The package with one of its parts damaged as bytes. */
export function damagePart(parts: Parts, random: Random, other: Parts): Parts {
  const name = drawPart(parts, random);
  const mutate = choose(random, [
    BYTE_MUTATIONS['bit-flips'],
    BYTE_MUTATIONS.truncation,
    BYTE_MUTATIONS['block-repeated'],
    BYTE_MUTATIONS['block-removed'],
    BYTE_MUTATIONS['blocks-exchanged'],
    BYTE_MUTATIONS.splice,
    BYTE_MUTATIONS['bytes-inserted'],
  ]);
  return new Map(parts).set(
    name,
    mutate(parts.get(name) ?? Buffer.alloc(0), random, other.get(MAIN) ?? Buffer.alloc(0)),
  );
}

/** The package with a part that is gone, renamed, another's, or taken from another package. */
export function mixParts(parts: Parts, random: Random, other: Parts): Parts {
  const mixed = new Map(parts);
  const name = random.pick([...parts.keys()]) ?? MAIN;
  const foreign = random.pick([...other.keys()]) ?? MAIN;
  const content = parts.get(name) ?? Buffer.alloc(0);
  switch (random.between(0, 4)) {
    case 0:
      mixed.delete(name);
      return mixed;
    case 1:
      mixed.delete(name);
      return mixed.set(
        choose(random, [name.toUpperCase(), `../${name}`, `/${name}`, name.replaceAll('/', '\\')]),
        content,
      );
    case 2:
      return mixed.set(name, parts.get(random.pick([...parts.keys()]) ?? MAIN) ?? content);
    case 3:
      return mixed.set(foreign, other.get(foreign) ?? content);
    default:
      return new Map([...other, ...[...parts].filter(([own]) => own !== MAIN)]);
  }
}

/** Its bytes. */
export function packParts(parts: Parts): Buffer {
  return buildZip([...parts].map(([name, content]) => ({ name: Buffer.from(name), content })));
}

function drawPart(parts: Parts, random: Random): string {
  if (random.happens(0.6)) return MAIN;
  return random.pick([...parts.keys()].filter((name) => /\.(?:xml|rels)$/.test(name))) ?? MAIN;
}
