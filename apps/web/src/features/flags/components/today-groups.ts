import type { TodayItem } from '../../../lib/answers';

/** Everything that is flagged about one candidate in a search, or about a search itself: one thing to do. */
export interface TodayThing {
  key: string;
  /** the flag that is most pressing */
  first: TodayItem;
  flags: TodayItem[];
}

export interface TodayGroup {
  name: TodayItem['group'];
  things: TodayThing[];
}

export const GROUPS: Record<TodayItem['group'], { title: string; about: string }> = {
  save: { title: 'Save this week', about: 'Their window closes within seven days' },
  client: { title: 'Client’s turn', about: 'The client has the next word' },
  ours: { title: 'Ours to move', about: 'Nothing moves until we do' },
  lost: { title: 'Lost, close it', about: 'The window has closed without an offer' },
  acknowledged: { title: 'Acknowledged', about: 'Someone knows and said why it waits' },
};

/** One thing per card or search, in the groups and the order in which the server gives them. */
export function todayGroups(items: readonly TodayItem[]): TodayGroup[] {
  const things = new Map<string, TodayThing>();
  const groups = new Map<TodayItem['group'], TodayThing[]>();
  for (const item of items) {
    const key = item.candidacy?.id ?? item.search.id;
    const known = things.get(key);
    if (known) {
      known.flags.push(item);
      if (known.first.severity === 'watch' && item.severity === 'stalled') known.first = item;
      continue;
    }
    const thing = { key, first: item, flags: [item] };
    things.set(key, thing);
    const group = groups.get(item.group);
    if (group) group.push(thing);
    else groups.set(item.group, [thing]);
  }
  return [...groups].map(([name, of]) => ({ name, things: of }));
}

export const isAcknowledged = ({ flags }: TodayThing): boolean => flags.every(({ acknowledged }) => acknowledged);

export const nameOf = ({ first: { candidacy, search } }: TodayThing): string =>
  candidacy?.candidateName ?? search.title;
