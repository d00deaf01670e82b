import type { TodayItem } from '../../../lib/answers';

export interface TodayGroup {
  key: string;
  /** the flag that gave the group its place */
  first: TodayItem;
  flags: TodayItem[];
}

/** One row per card or search, with everything to say about it, where its most pressing flag stands. */
export function todayGroups(items: readonly TodayItem[]): TodayGroup[] {
  const groups = new Map<string, TodayGroup>();
  for (const item of items) {
    const key = item.candidacy?.id ?? item.search.id;
    const group = groups.get(key);
    if (group) group.flags.push(item);
    else groups.set(key, { key, first: item, flags: [item] });
  }
  return [...groups.values()];
}
