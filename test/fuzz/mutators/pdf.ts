/** Damage inside a PDF: its dictionaries, its contents, its fonts, and how its objects hang together. */
import type { Random } from '../../calibration/random.js';
import { ASCII_NUMBERS, BYTE_MUTATIONS, inflateNumbers } from './bytes.js';
import { choose, stretch } from './choose.js';
import type { PdfFile, PdfObject } from './pdf-file.js';

export type PdfMutation = (file: PdfFile, random: Random, other: PdfFile) => PdfFile;

/** Operators of contents, with operands, that programs stumble over. */
const PAINTING = [
  'q',
  'Q',
  'BT',
  'ET',
  'BT /F1 0 Tf (1.00) Tj ET',
  '0 0 0 0 0 0 cm',
  '1e9 0 0 1e9 0 0 cm',
  '1 0 0 1 1e30 -1e30 cm',
  '0.707 0.707 -0.707 0.707 0 0 cm',
  '-1 0 0 1 0 0 cm',
  '0 0 1e7 1e7 re f',
  '10 10 -100 -100 re S',
  '0 0 m 600 800 l S',
  '0 0 0 0 0 0 0 0 0 0 Tm',
  '3 Tr',
  '99999 Tc',
  '-500 Tz',
  '/Nothing gs',
  '/Nothing Do',
  'BI /W 1 /H 1 ID x EI',
  '[(1) -99999 (2)] TJ',
  '0 0 1 1 re W n',
  'Infinity NaN m',
  '<< /MCID 0 >> BDC',
  'EMC',
] as const;

/** By name. */
export const PDF_MUTATIONS = {
  'dictionary-numbers': (file, random) => onBody(file, random, (body) => inflateNumbers(body, random, ASCII_NUMBERS)),
  'dictionary-references': (file, random) =>
    onBody(file, random, (body) =>
      body.replace(/\d+(?= \d+ R)/g, (number) =>
        random.happens(0.3) ? String(random.pick([...file.objects.keys()]) ?? number) : number,
      ),
    ),
  'dictionary-names': (file, random) =>
    onBody(file, random, (body) => {
      const names = [...body.matchAll(/\/[A-Za-z0-9]+/g)];
      const [one, two] = [random.pick(names), random.pick(names)];
      if (!one || !two) return body;
      return body.slice(0, one.index) + two[0] + body.slice(one.index + one[0].length);
    }),
  'dictionary-bytes': (file, random) =>
    onBody(file, random, (body) => {
      const { start, end } = stretch(random, body.length);
      return random.happens(0.5) ? body.slice(0, start) + body.slice(end) : body.slice(0, end) + body.slice(start);
    }),
  'arrays-grown': (file, random) =>
    onBody(file, random, (body) => {
      const times = random.between(2, 2_000);
      return body.replace(/\[([^[\]]{1,60})\]/, (_, inner: string) => `[${`${inner} `.repeat(times)}]`);
    }),
  'nested-arrays': (file, random) =>
    onBody(file, random, (body) => {
      const deep = choose(random, [20, 400, 20_000]);
      return body.replace(/\[/, '['.repeat(deep)).replace(/\](?![^]*\])/, ']'.repeat(deep));
    }),
  'objects-exchanged': (file, random) => {
    const [one, two] = [drawObject(file, random), drawObject(file, random)];
    if (!one || !two) return file;
    return { ...file, objects: new Map(file.objects).set(one[0], two[1]).set(two[0], one[1]) };
  },
  'object-removed': (file, random) => {
    const objects = new Map(file.objects);
    objects.delete(random.pick([...objects.keys()]) ?? 0);
    return { ...file, objects };
  },
  'pages-in-a-circle': (file) => {
    const trees = [...file.objects].filter(([, { body }]) => /\/Type ?\/Pages\b/.test(body));
    const objects = new Map(file.objects);
    for (const [number, object] of trees) {
      const body = object.body.replace(/\/Kids ?\[/, `/Kids [${number} 0 R `);
      objects.set(number, { ...object, body });
    }
    return { ...file, objects };
  },
  'pages-repeated': (file, random) => {
    const times = random.between(2, 60);
    const objects = new Map(file.objects);
    for (const [number, object] of objects) {
      if (!/\/Type ?\/Pages\b/.test(object.body)) continue;
      const body = object.body.replace(
        /\/Kids ?\[([^\]]{1,200})\]/,
        (_, kids: string) => `/Kids [${`${kids} `.repeat(times)}]`,
      );
      objects.set(number, { ...object, body });
    }
    return { ...file, objects };
  },
  'content-numbers': (file, random) =>
    onContent(file, random, (content) => inflateNumbers(content, random, ASCII_NUMBERS)),
  'content-jitter': (file, random) =>
    onContent(file, random, (content) => {
      const by = choose(random, [0.01, 0.5, 10, 300]);
      const share = choose(random, [0.02, 0.2, 0.8]);
      return content.replace(/(?<=[\s[])-?\d+\.?\d*(?=\s)/g, (number) =>
        random.happens(share) ? (Number(number) + by * (random.next() - 0.5)).toFixed(3) : number,
      );
    }),
  'content-operators': (file, random) =>
    onContent(file, random, (content) => {
      let changed = content;
      for (let left = random.between(1, 8); left > 0; left -= 1) {
        const at = random.pick([...changed.matchAll(/\n/g)])?.index ?? 0;
        changed = `${changed.slice(0, at)}\n${choose(random, PAINTING)}\n${changed.slice(at)}`;
      }
      return changed;
    }),
  'content-repeated': (file, random) =>
    onContent(file, random, (content) => {
      const { start, end } = stretch(random, content.length);
      const block = content.slice(start, end);
      return (
        content.slice(0, end) +
        block.repeat(Math.min(random.between(1, 200), Math.ceil(2e5 / block.length))) +
        content.slice(end)
      );
    }),
  'content-operator-repeated': (file, random) =>
    onContent(
      file,
      random,
      (content) => `${`${choose(random, PAINTING)}\n`.repeat(random.between(100, 5_000))}${content}`,
    ),
  'content-lines-removed': (file, random) =>
    onContent(file, random, (content) => {
      const share = choose(random, [0.02, 0.1, 0.5]);
      return content
        .split('\n')
        .filter(() => !random.happens(share))
        .join('\n');
    }),
  'content-lines-exchanged': (file, random) =>
    onContent(file, random, (content) => {
      const lines = content.split('\n');
      const { start, end } = stretch(random, lines.length);
      return [...lines.slice(end), ...lines.slice(start, end), ...lines.slice(0, start)].join('\n');
    }),
  'content-strings': (file, random) =>
    onContent(file, random, (content) =>
      content.replace(/[0-9A-Fa-f]{4}(?=[0-9A-Fa-f]*>)/g, (code) =>
        random.happens(0.1) ? random.between(0, 0xffff).toString(16).padStart(4, '0') : code,
      ),
    ),
  'content-of-another': (file, random, other) => {
    const foreign = random.pick([...other.objects.values()].filter(isContent));
    return onContent(file, random, (content) => {
      const taken = foreign?.stream?.toString('latin1') ?? '';
      return random.happens(0.5) ? taken : `${content}\n${taken}`;
    });
  },
  'stream-bytes': (file, random, other) => {
    const mutate = choose(random, [
      BYTE_MUTATIONS['bit-flips'],
      BYTE_MUTATIONS.truncation,
      BYTE_MUTATIONS['block-repeated'],
      BYTE_MUTATIONS['block-removed'],
      BYTE_MUTATIONS['blocks-exchanged'],
      BYTE_MUTATIONS['binary-numbers'],
      BYTE_MUTATIONS.splice,
    ]);
    const foreign = random.pick([...other.objects.values()].flatMap(({ stream }) => stream ?? [])) ?? Buffer.alloc(0);
    return onStream(
      file,
      random,
      () => true,
      (stream) => mutate(stream, random, foreign),
    );
  },
  'stream-of-another': (file, random, other) => {
    const foreign = random.pick([...other.objects.values()].flatMap(({ stream }) => stream ?? [])) ?? Buffer.alloc(0);
    return onStream(
      file,
      random,
      () => true,
      () => foreign,
    );
  },
} as const satisfies Readonly<Record<string, PdfMutation>>;

function isContent({ stream }: PdfObject): boolean {
  return stream !== null && /\bTf\b|\bre\b/.test(stream.toString('latin1', 0, 4_000)) && !stream.includes('begincmap');
}

function drawObject({ objects }: PdfFile, random: Random): readonly [number, PdfObject] | null {
  return random.pick([...objects]);
}

function onBody(file: PdfFile, random: Random, change: (body: string) => string): PdfFile {
  const drawn = drawObject(file, random);
  if (!drawn) return file;
  const [number, object] = drawn;
  return { ...file, objects: new Map(file.objects).set(number, { ...object, body: change(object.body) }) };
}

function onContent(file: PdfFile, random: Random, change: (content: string) => string): PdfFile {
  return onStream(file, random, isContent, (stream) => Buffer.from(change(stream.toString('latin1')), 'latin1'));
}

function onStream(
  file: PdfFile,
  random: Random,
  which: (object: PdfObject) => boolean,
  change: (stream: Buffer) => Buffer,
): PdfFile {
  const drawn = random.pick([...file.objects].filter(([, object]) => object.stream !== null && which(object)));
  if (!drawn) return file;
  const [number, object] = drawn;
  const stream = change(object.stream ?? Buffer.alloc(0));
  return { ...file, objects: new Map(file.objects).set(number, { ...object, stream }) };
}
