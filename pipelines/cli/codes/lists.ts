/** Lists in parts, and lists that end somewhere. */

/** The first `most` of `lines`, then how many there are more and what shows them all. */
export function bounded(lines: readonly string[], most: number, query: string): readonly string[] {
  const more = lines.length - most;
  return more <= 0 ? lines : [...lines.slice(0, most), `… and ${more} more: ${query}`];
}

/** Members with the same key together, groups and members in the order in which they come. */
export function groupBy<T>(members: readonly T[], keyOf: (member: T) => string): readonly (readonly [T, ...T[]])[] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const member of members) {
    const group = groups.get(keyOf(member));
    if (group) group.push(member);
    else groups.set(keyOf(member), [member]);
  }
  return [...groups.values()];
}
