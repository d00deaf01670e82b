import { localDate } from '@app/platform/time/local-date.js';
import { incidenceAt } from './incidence.rules.js';
import { placementSpell } from './placement.rules.js';
import type { EpisodeRow, PlacementOutcome } from './metrics.types.js';

const at = (moment: string) => new Date(moment);
const NOW = at('2026-12-01T00:00:00Z');

const episode = (over: Partial<EpisodeRow> = {}): EpisodeRow => ({
  searchId: 'search-1',
  episodeId: 'episode-1',
  openedOn: localDate('2026-05-01'),
  openedAt: at('2026-05-01T00:00:00Z'),
  closedAt: null,
  closeReason: null,
  firstOfferAt: null,
  acceptedAt: null,
  holds: [],
  ...over,
});

const closed = (closeReason: string, moment = '2026-05-21T00:00:00Z') => ({ closedAt: at(moment), closeReason });

describe('placement of one search', () => {
  it.each<[string, Partial<EpisodeRow>, number, PlacementOutcome | null]>([
    ['accepted on 11 May, closed later', { acceptedAt: at('2026-05-11T00:00:00Z'), ...closed('placed') }, 10, 'placed'],
    ['accepted, not closed yet', { acceptedAt: at('2026-05-11T00:00:00Z') }, 10, 'placed'],
    ['closed as placed without an accepted offer on record', closed('placed'), 20, 'placed'],
    ['an internal hire competes', closed('internal_hire'), 20, 'internal_hire'],
    ['cancelled competes', closed('cancelled'), 20, 'cancelled'],
    ['terminated competes', closed('terminated'), 20, 'terminated'],
    ['unfilled competes', closed('unfilled'), 20, 'unfilled'],
    ['an offer without an answer is no placement', { firstOfferAt: at('2026-05-11T00:00:00Z') }, 214, null],
    [
      'time on hold does not count',
      { acceptedAt: at('2026-05-30T00:00:00Z'), holds: [{ from: '2026-05-05T00:00:00Z', to: '2026-05-10T00:00:00Z' }] },
      24,
      'placed',
    ],
  ])('%s', (_, over, time, outcome) => {
    expect(placementSpell(episode(over), NOW)).toEqual({ entry: 0, time, outcome });
  });
});

describe('placed by day 90', () => {
  const placedBy90 = (episodes: EpisodeRow[]) =>
    incidenceAt(
      episodes.map((row) => placementSpell(row, NOW)),
      'placed',
      90,
    ).estimate;

  it.each<[string, EpisodeRow[], number | null]>([
    ['nothing yet', [], null],
    ['all still waiting', [episode(), episode()], 0],
    [
      'one of four, another cancelled before it: a quarter, not a third',
      [
        episode(closed('cancelled')),
        episode({ acceptedAt: at('2026-06-10T00:00:00Z') }),
        episode(),
        episode({ acceptedAt: at('2026-11-01T00:00:00Z') }),
      ],
      0.25,
    ],
  ])('%s', (_, episodes, expected) => {
    expect(placedBy90(episodes)).toBe(expected);
  });
});
