/** Rules that hang together: each network may be the frame of a table. */
import type { Box } from '../../types.js';
import { boxAround } from '../boxes.js';
import type { Ruling } from '../page.js';

/** Points. A rule may stop short of the one it meets, or shoot over it, by a pen's thickness. */
export const TOUCH = 3;

/** Rules that cross or touch, directly or through others. */
export interface Network {
  readonly horizontal: readonly Ruling[];
  readonly vertical: readonly Ruling[];
}

/** true where a horizontal and a vertical rule cross or touch. */
export function rulesMeet(horizontal: Ruling, vertical: Ruling): boolean {
  return (
    vertical.position >= horizontal.from - TOUCH &&
    vertical.position <= horizontal.to + TOUCH &&
    horizontal.position >= vertical.from - TOUCH &&
    horizontal.position <= vertical.to + TOUCH
  );
}

/** Points. The box of all rules of a network. */
export function boxOfNetwork({ horizontal, vertical }: Network): Box {
  return boxAround([
    ...horizontal.map((rule): Box => [rule.from, rule.position, rule.to, rule.position]),
    ...vertical.map((rule): Box => [rule.position, rule.from, rule.position, rule.to]),
  ]);
}

/** Parts the rules into networks; a rule that meets no other is a network of its own. */
export function linkRules(rules: readonly Ruling[]): Network[] {
  const horizontal = rules.filter((rule) => rule.orientation === 'h');
  const vertical = rules.filter((rule) => rule.orientation === 'v').toSorted((a, b) => a.position - b.position);
  const groups = new Groups<Ruling>([...horizontal, ...vertical]);
  for (const rule of horizontal) {
    for (let at = firstFrom(vertical, rule.from - TOUCH); at < vertical.length; at += 1) {
      const other = vertical[at];
      if (!other || other.position > rule.to + TOUCH) break;
      if (rulesMeet(rule, other)) groups.unite(rule, other);
    }
  }
  return groups.all().map((group) => ({
    horizontal: group.filter((rule) => rule.orientation === 'h'),
    vertical: group.filter((rule) => rule.orientation === 'v'),
  }));
}

/** Index of the first rule at or after the position, by halving. */
function firstFrom(sorted: readonly Ruling[], position: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.position ?? Infinity) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Things that are united two by two (Tarjan's disjoint sets, with path halving). */
class Groups<T> {
  readonly #leader = new Map<T, T>();

  constructor(members: Iterable<T>) {
    for (const member of members) this.#leader.set(member, member);
  }

  unite(a: T, b: T): void {
    this.#leader.set(this.#find(a), this.#find(b));
  }

  all(): T[][] {
    const groups = new Map<T, T[]>();
    for (const member of this.#leader.keys()) {
      const leader = this.#find(member);
      const group = groups.get(leader);
      if (group) group.push(member);
      else groups.set(leader, [member]);
    }
    return [...groups.values()];
  }

  #find(member: T): T {
    let at = member;
    for (;;) {
      const up = this.#leader.get(at) ?? at;
      if (up === at) return at;
      const top = this.#leader.get(up) ?? up;
      this.#leader.set(at, top);
      at = top;
    }
  }
}
