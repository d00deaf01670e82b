import type { HealthReport, HealthRow } from '@app/reports/reports.types.js';

const NONE = { count: 0, items: [] };

/** A report about these searches, and about nothing else unless a test says so. */
export function aHealthReport(searches: HealthRow[], more: Partial<HealthReport> = {}): HealthReport {
  const count = (health: HealthRow['health']): number => searches.filter((search) => search.health === health).length;
  const counts = {
    stalled: count('stalled'),
    atRisk: count('at_risk'),
    onHold: count('on_hold'),
    onTrack: count('on_track'),
  };
  return {
    at: new Date('2026-11-23T08:00:00Z'),
    counts,
    searches,
    windowsClosing: more.windowsThisWeek?.length ?? 0,
    windowsThisWeek: [],
    whoStalls: { leads: [], clients: [], offices: [] },
    timeToOffer: {
      searches: 10,
      episodes: 10,
      offers: 4,
      offersLeftOut: 0,
      medianDays: 41,
      lowDays: 30,
      highDays: null,
      completedMeanDays: 35,
      marketDays: 52,
      sentence: 'Half of the searches reach an offer within 41 days; the market takes 52.',
    },
    changes: {
      since: new Date('2026-11-15T23:00:00Z'),
      countsThen: counts,
      medianDaysThen: 41,
      becameStalled: NONE,
      recovered: NONE,
      putOnHold: NONE,
      opened: NONE,
      placed: NONE,
      closed: NONE,
    },
    narrowedTo: [],
    ...more,
  };
}
