/** Mutants: documents that come out the same for the same corpus, seed and number. */
import { makeRandom, type Random } from '../calibration/random.js';
import type { Format, Seed } from './corpus.js';
import { mutateTar, mutateZip, type Member } from './mutators/archives.js';
import { BYTE_MUTATIONS, type ByteMutation } from './mutators/bytes.js';
import { choose } from './mutators/choose.js';
import { damagePart, mixParts, mutatePart, packParts, type Parts } from './mutators/docx.js';
import { encodeText } from './mutators/encodings.js';
import { buildPdf, type PdfFile } from './mutators/pdf-file.js';
import { PDF_MUTATIONS } from './mutators/pdf.js';
import { RTF_MUTATIONS } from './mutators/rtf.js';
import { cutText, TEXT_MUTATIONS, type TextMutation } from './mutators/text.js';
import { XML_MUTATIONS } from './mutators/xml.js';

export interface Mutant {
  readonly number: number;
  /** As a file; its extension makes an archive of it, and tells people what it was. */
  readonly fileName: string;
  readonly format: Format | 'zip' | 'tar';
  /** Of the last mutation that was made. */
  readonly mutator: string;
  /** The document it was made of. */
  readonly of: string;
  readonly bytes: Buffer;
}

/** How often a format is drawn; the last two are archives of mutants and sound documents. */
const SHARES: readonly (readonly [Mutant['format'], number])[] = [
  ['text', 0.3],
  ['docx', 0.27],
  ['pdf', 0.23],
  ['rtf', 0.06],
  ['doc', 0.05],
  ['zip', 0.05],
  ['tar', 0.04],
];
/** Mutants that are damaged as bytes, whatever their format: most of them fail at the door. */
const BLIND_SHARE = 0.12;
/** Documents from here on are another matter than those that the limits of the run are meant for. */
const MOST_BYTES = 900_000;

/** Mixes the seed of a run and a number so that neighbours have nothing in common. */
const SPREAD = 0x9e3779b1;

type Change = Pick<Mutant, 'mutator' | 'bytes'>;

/** The mutant of this number. @throws Error where the corpus lacks a format */
export function makeMutant(corpus: readonly Seed[], seed: number, number: number): Mutant {
  const random = makeRandom(Math.imul(seed, SPREAD) + Math.imul(number, 0x85ebca6b));
  const format = drawFormat(random);
  const { of, mutator, bytes } =
    format === 'zip' || format === 'tar' ? archive(corpus, random, format) : mutate(corpus, random, format);
  const extension = format === 'text' ? 'txt' : format;
  const fileName = `${String(number).padStart(6, '0')}-${mutator}.${extension}`;
  return { number, fileName, format, mutator, of, bytes: bytes.subarray(0, MOST_BYTES) };
}

function drawFormat(random: Random): Mutant['format'] {
  let left = random.next();
  for (const [format, share] of SHARES) {
    left -= share;
    if (left < 0) return format;
  }
  return 'text';
}

function archive(corpus: readonly Seed[], random: Random, format: 'zip' | 'tar'): Change & Pick<Mutant, 'of'> {
  const members = Array.from({ length: random.between(1, 3) }, (_, at): Member => {
    const inner = choose(random, ['text', 'docx', 'rtf', 'doc'] as const);
    const { of, bytes } = mutate(corpus, random, inner);
    return { name: `${at}-${of}`, content: bytes };
  });
  const bytes = format === 'zip' ? mutateZip(members, random) : mutateTar(members, random);
  return { of: members.map(({ name }) => name).join(' + '), mutator: 'members', bytes };
}

function mutate(corpus: readonly Seed[], random: Random, format: Format): Change & Pick<Mutant, 'of'> {
  const seed = drawSeed(corpus, random, format);
  const other = random.pick(corpus) ?? seed;
  const change = random.happens(BLIND_SHARE)
    ? mutateBytes(seed.bytes, random, other.bytes)
    : mutateInside(corpus, seed, random);
  return { of: seed.name, ...change };
}

/** Small ones more often: they are read in less time and have as much to break. */
function drawSeed(corpus: readonly Seed[], random: Random, format: Format): Seed {
  const own = corpus.filter((one) => one.format === format);
  const [one, two] = [random.pick(own), random.pick(own)];
  if (!one || !two) throw new Error(`the corpus has no ${format}`);
  return one.bytes.length < two.bytes.length || random.happens(0.2) ? one : two;
}

function mutateInside(corpus: readonly Seed[], seed: Seed, random: Random): Change {
  switch (seed.format) {
    case 'text': {
      const { mutator, value } = several(
        seed.inside,
        random,
        TEXT_MUTATIONS,
        corpus.flatMap((one) => (one.format === 'text' ? [one.inside] : [])),
      );
      return { mutator, bytes: encodeText(cutText(value), random) };
    }
    case 'docx':
      return mutateDocx(
        seed.inside,
        random,
        corpus.flatMap((one) => (one.format === 'docx' ? [one.inside] : [])),
      );
    case 'pdf': {
      const { mutator, value } = several<PdfFile>(
        seed.inside,
        random,
        PDF_MUTATIONS,
        corpus.flatMap((one) => (one.format === 'pdf' ? [one.inside] : [])),
      );
      return { mutator, bytes: buildPdf(value, random.happens(0.5)) };
    }
    case 'rtf': {
      const { mutator, value } = several(seed.inside, random, RTF_MUTATIONS, [seed.inside]);
      return { mutator, bytes: Buffer.from(cutText(value), 'latin1') };
    }
    case 'doc':
      return mutateBytes(seed.bytes, random, seed.bytes);
  }
}

function mutateDocx(parts: Parts, random: Random, others: readonly Parts[]): Change {
  const changes: Record<string, (value: Parts, random: Random, other: Parts) => Parts> = {
    'part-damaged': damagePart,
    'parts-mixed': mixParts,
  };
  for (const [name, change] of Object.entries<TextMutation>(XML_MUTATIONS))
    changes[name] = (value, chance, other) => mutatePart(value, chance, change, other);
  const { mutator, value } = several(parts, random, changes, others);
  return { mutator, bytes: packParts(value) };
}

function mutateBytes(bytes: Buffer, random: Random, other: Buffer): Change {
  const { mutator, value } = several<Buffer>(bytes, random, BYTE_MUTATIONS satisfies Record<string, ByteMutation>, [
    other,
  ]);
  return { mutator, bytes: value };
}

/** One to three mutations, one on top of the other. */
function several<Value>(
  value: Value,
  random: Random,
  mutations: Readonly<Record<string, (value: Value, random: Random, other: Value) => Value>>,
  others: readonly Value[],
): { readonly mutator: string; readonly value: Value } {
  let changed = value;
  let mutator = 'none';
  for (let left = choose(random, [1, 1, 2, 3]); left > 0; left -= 1) {
    const drawn = random.pick(Object.entries(mutations));
    if (!drawn) break;
    mutator = drawn[0];
    changed = drawn[1](changed, random, random.pick(others) ?? value);
  }
  return { mutator, value: changed };
}
