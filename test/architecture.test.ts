import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const ROOMS = ['notation', 'extractors', 'transforms', 'sinks', 'pipelines'] as const;
type Room = (typeof ROOMS)[number];

/** What a room may import from another: these files and nothing else. */
const DOORS: Readonly<Record<Room, readonly string[]>> = {
  notation: [],
  extractors: ['notation/money-units.ts'],
  transforms: ['notation/money-units.ts', 'extractors/types.ts'],
  sinks: ['extractors/types.ts', 'transforms/types.ts', 'transforms/codebook/types.ts'],
  pipelines: ['extractors/index.ts', 'transforms/index.ts', 'sinks/index.ts'],
};

interface Import {
  readonly from: string;
  readonly to: string;
}

const files = ROOMS.flatMap((room) =>
  readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' }).map((path) => join(room, path)),
).filter((path) => path.endsWith('.ts'));
const imports = files.flatMap(importsOf);

/** Every relative import, re-export and dynamic import, as the source file it resolves to. */
function importsOf(from: string): Import[] {
  const source = readFileSync(join(ROOT, from), 'utf8');
  const specifiers = source.matchAll(/(?:^|\s)(?:from|import|import\()\s*'(\.[^']*)'/gm);
  return [...specifiers].map(([, specifier = '']) => ({
    from,
    to: normalize(join(dirname(from), specifier)).replace(/\.js$/, '.ts'),
  }));
}

function roomOf(path: string): string {
  return path.split('/', 1)[0] ?? '';
}

/** A chain of imports that comes back to where it began, or null. */
function findCycle(edges: readonly Import[]): readonly string[] | null {
  const graph = new Map<string, string[]>();
  for (const { from, to } of edges) graph.set(from, [...(graph.get(from) ?? []), to]);
  const done = new Set<string>();
  const visit = (node: string, path: readonly string[]): readonly string[] | null => {
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node];
    if (done.has(node)) return null;
    for (const next of graph.get(node) ?? []) {
      const cycle = visit(next, [...path, node]);
      if (cycle) return cycle;
    }
    done.add(node);
    return null;
  };
  for (const node of graph.keys()) {
    const cycle = visit(node, []);
    if (cycle) return cycle;
  }
  return null;
}

describe('the house', () => {
  it('has source files in every room and imports between them', () => {
    expect([...new Set(files.map(roomOf))]).toEqual([...ROOMS]);
    expect(imports.length).toBeGreaterThan(files.length);
  });

  it.each(ROOMS)('%s imports other rooms only through their doors', (room) => {
    const strays = imports.filter(
      ({ from, to }) => roomOf(from) === room && roomOf(to) !== room && !DOORS[room].includes(to),
    );
    expect(strays).toEqual([]);
  });

  it('resolves every relative import to a source file', () => {
    const known = new Set(files);
    expect(imports.filter(({ to }) => !known.has(to))).toEqual([]);
  });

  it('has no cycle', () => {
    expect(findCycle(imports)).toBeNull();
  });

  it('finds a cycle where there is one', () => {
    const edge = (from: string, to: string): Import => ({ from, to });
    expect(findCycle([edge('a', 'b'), edge('b', 'c'), edge('c', 'b')])).toEqual(['b', 'c', 'b']);
  });

  it('has no drawer for what found no name', () => {
    expect(files.filter((path) => /(^|\/)(utils?|helpers?|common|misc|shared)(\/|\.ts$)/i.test(path))).toEqual([]);
  });
});
