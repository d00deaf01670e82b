import { localDayOf } from '@app/platform/time/zone.js';
import type { Slice } from '@app/vocabulary/vocabulary.types.js';
import { healthCounts } from './reports.rules.js';
import type { Named, RankedSearch, StallGroup, WhoStalls } from './reports.types.js';

/** Running searches by consultant, client and office, those who stall most first. `windows`: closing this week, by search. */
export function whoStalls(
  searches: readonly RankedSearch[],
  windows: ReadonlyMap<string, number>,
  at: Date,
): WhoStalls {
  const by = (whose: (search: RankedSearch) => Named): StallGroup[] => {
    const groups = new Map<string, RankedSearch[]>();
    for (const search of searches) {
      const group = groups.get(whose(search).id);
      if (group) group.push(search);
      else groups.set(whose(search).id, [search]);
    }
    return [...groups.values()]
      .flatMap((of) => (of[0] ? [groupOf(whose(of[0]), of, windows, at)] : []))
      .sort(mostStalledFirst);
  };
  return { leads: by(({ lead }) => lead), clients: by(({ client }) => client), offices: by(({ office }) => office) };
}

function groupOf(
  { id, name }: Named,
  searches: readonly RankedSearch[],
  windows: ReadonlyMap<string, number>,
  at: Date,
): StallGroup {
  const overdue = searches.flatMap(({ overdueSince, zone }) =>
    overdueSince ? [localDayOf(at, zone) - localDayOf(overdueSince, zone)] : [],
  );
  return {
    id,
    name,
    searches: searches.length,
    ...healthCounts(searches),
    oldestFlagDays: overdue.length === 0 ? null : Math.max(...overdue),
    windowsClosing: searches.reduce((sum, search) => sum + (windows.get(search.id) ?? 0), 0),
  };
}

const mostStalledFirst = (a: StallGroup, b: StallGroup): number =>
  b.stalled - a.stalled ||
  b.atRisk - a.atRisk ||
  (b.oldestFlagDays ?? -1) - (a.oldestFlagDays ?? -1) ||
  b.searches - a.searches ||
  a.name.localeCompare(b.name, 'en') ||
  (a.id < b.id ? -1 : 1);

/** A slice in words; of whom no search is running the name is not asked for. `role`: the title of its role. */
export function narrowedTo(
  { leadId, officeId, clientId, roleKey }: Slice,
  { leads, offices, clients }: WhoStalls,
  role: string | null,
): string[] {
  const name = (groups: readonly StallGroup[], id: string): string =>
    groups.find((group) => group.id === id)?.name ?? 'one';
  return [
    ...(leadId ? [`lead: ${name(leads, leadId)}`] : []),
    ...(officeId ? [`office: ${name(offices, officeId)}`] : []),
    ...(clientId ? [`client: ${name(clients, clientId)}`] : []),
    ...(roleKey ? [`role: ${role ?? roleKey}`] : []),
  ];
}
