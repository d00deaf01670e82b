import { plusDays, weekdayOf } from '@app/platform/time/local-date.js';
import { localDayOf, startOfLocalDay } from '@app/platform/time/zone.js';
import type { Health } from '@app/vocabulary/vocabulary.types.js';
import { healthCounts } from './reports.rules.js';
import type { ChangedSearches, HealthChanges, RecentSearch } from './reports.types.js';

const MONDAY = 1;
/** Of each kind so many are named, and all are counted. */
const NAMED = 50;

/** The moment at which the last Monday before today began: on a Monday that of a week ago. */
export function lastMonday(now: Date, zone: string): Date {
  const today = localDayOf(now, zone);
  const since = (weekdayOf(today) - MONDAY + 7) % 7;
  return startOfLocalDay(plusDays(today, -(since || 7)), zone);
}

/**
 * What became of searches between two moments: `then` and `now` hold the health of those that ran; `recent` all that run
 * now or have ended in between, in the order they are to be told.
 */
export function changesSince(
  since: Date,
  then: ReadonlyMap<string, Health>,
  now: ReadonlyMap<string, Health>,
  recent: readonly RecentSearch[],
): Omit<HealthChanges, 'medianDaysThen'> {
  const known = recent.filter(({ id }) => then.has(id));
  const those = (is: (search: RecentSearch) => boolean): ChangedSearches => {
    const all = recent.filter(is);
    return {
      count: all.length,
      items: all
        .slice(0, NAMED)
        .map(({ id, ref, title, clientName, leadName }) => ({ id, ref, title, clientName, leadName })),
    };
  };
  const ended = ({ closedAt }: RecentSearch): boolean => closedAt !== null && closedAt >= since;
  return {
    since,
    countsThen: healthCounts(known.map(({ id }) => ({ health: then.get(id) ?? 'on_track' }))),
    becameStalled: those(({ id }) => now.get(id) === 'stalled' && then.get(id) !== 'stalled'),
    recovered: those(({ id }) => then.get(id) === 'stalled' && ['at_risk', 'on_track'].includes(now.get(id) ?? '')),
    putOnHold: those(({ id }) => now.get(id) === 'on_hold' && then.get(id) !== 'on_hold'),
    opened: those(({ episodeOpenedAt }) => episodeOpenedAt >= since),
    placed: those((search) => ended(search) && search.status === 'placed'),
    closed: those((search) => ended(search) && search.status !== 'placed'),
  };
}
