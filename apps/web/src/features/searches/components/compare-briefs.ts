import type { Criterion } from '../../../lib/answers';
import { CRITERION } from '../../../lib/words';

export interface Compared {
  criterion: Criterion;
  /** its place by weight */
  number: number;
  /** what is otherwise than in the other brief, in words */
  marks: string[];
}

/** Criteria with half of their words in common are one that was reworded. */
const SAME_ENOUGH = 0.5;

/** Two briefs side by side, each in order of weight. */
export function compareBriefs(
  before: readonly Criterion[],
  after: readonly Criterion[],
): { before: Compared[]; after: Compared[] } {
  const pairs = pairsOf(before, after);
  const weighs = weightChanges(pairs);
  const isKept = new Set(pairs.values());
  const shown = (marks: (criterion: Criterion, at: number) => string[]) => (criterion: Criterion, at: number) => ({
    criterion,
    number: at + 1,
    marks: marks(criterion, at),
  });
  return {
    before: before.map(shown((_, at) => (isKept.has(at) ? [] : ['Removed']))),
    after: after.map(
      shown((now, at) => {
        const then = before[pairs.get(at) ?? -1];
        return then ? [...changesOf(then, now), ...(weighs.get(at) ?? [])] : ['Added'];
      }),
    ),
  };
}

const changesOf = (then: Criterion, now: Criterion): string[] => [
  ...(then.text === now.text ? [] : ['Reworded']),
  ...(then.mustHave === now.mustHave ? [] : [now.mustHave ? 'Must have now' : 'Nice to have now']),
  ...(then.kind === now.kind ? [] : [`${CRITERION[now.kind]} now`]),
];

/** Which criterion of the earlier brief each of the later is, by their places: the same words, else the most alike. */
function pairsOf(before: readonly Criterion[], after: readonly Criterion[]): Map<number, number> {
  const alike = after.flatMap((now, to) =>
    before.map((then, from) => ({ to, from, likeness: then.text === now.text ? 2 : likeness(then.text, now.text) })),
  );
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  const best = alike.filter((pair) => pair.likeness >= SAME_ENOUGH).sort((a, b) => b.likeness - a.likeness);
  for (const { to, from } of best) {
    if (pairs.has(to) || taken.has(from)) continue;
    pairs.set(to, from);
    taken.add(from);
  }
  return pairs;
}

function likeness(a: string, b: string): number {
  const [words, others] = [wordsOf(a), wordsOf(b)];
  const common = [...words].filter((word) => others.has(word)).length;
  return words.size + others.size === 0 ? 0 : (2 * common) / (words.size + others.size);
}

const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);

/**
 * What was moved, and which way: as few as say how the one order became the other, so that one criterion put first does
 * not make all the others weigh less.
 */
function weightChanges(pairs: ReadonlyMap<number, number>): Map<number, [string]> {
  const kept = [...pairs].sort(([a], [b]) => a - b);
  const order = kept.map(([, from]) => from);
  const stays = longestRising(order);
  const earlier = [...order].sort((a, b) => a - b);
  const changes = kept.flatMap(([to, from], rank): [number, [string]][] => {
    const was = earlier.indexOf(from);
    if (stays.has(from) || was === rank) return [];
    return [[to, [rank < was ? 'Weighs more' : 'Weighs less']]];
  });
  return new Map(changes);
}

/** The members of a longest subsequence that only rises. */
function longestRising(numbers: readonly number[]): Set<number> {
  const ending: number[][] = [];
  for (const number of numbers) {
    const before = ending.filter((run) => (run.at(-1) ?? 0) < number);
    const longest = before.reduce<number[]>((a, b) => (b.length > a.length ? b : a), []);
    ending.push([...longest, number]);
  }
  return new Set(ending.reduce<number[]>((a, b) => (b.length > a.length ? b : a), []));
}
