import { localDate } from '@app/platform/time/local-date.js';
import { kaplanMeier } from './survival.rules.js';
import { offerSpell } from './time-to-offer.rules.js';
import type { EpisodeRow } from './metrics.types.js';

const at = (moment: string) => new Date(moment);
const NOW = at('2026-06-30T00:00:00Z');

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

const HELD = { from: '2026-05-05T00:00:00Z', to: '2026-05-10T00:00:00Z' };

describe('time to offer of one search', () => {
  it.each<[string, Partial<EpisodeRow>, number, boolean]>([
    ['an offer on 30 May: 29 days, elapsed', { firstOfferAt: at('2026-05-30T00:00:00Z') }, 29, true],
    ['the same with five days on hold: 24', { firstOfferAt: at('2026-05-30T00:00:00Z'), holds: [HELD] }, 24, true],
    ['a hold after the offer changes nothing', { firstOfferAt: at('2026-05-03T00:00:00Z'), holds: [HELD] }, 2, true],
    ['a hold that still runs lasts until now', { holds: [{ from: '2026-06-20T00:00:00Z', to: null }] }, 50, false],
    ['hours count', { firstOfferAt: at('2026-05-02T12:00:00Z') }, 1.5, true],
    ['no offer yet: still waiting, seen until now', {}, 60, false],
    ['closed without an offer: seen until the closing', { closedAt: at('2026-05-21T00:00:00Z') }, 20, false],
    [
      'an offer, then closed: the offer counts',
      { firstOfferAt: at('2026-05-11T00:00:00Z'), closedAt: at('2026-05-21T00:00:00Z'), closeReason: 'placed' },
      10,
      true,
    ],
    [
      'opened at 23:30 in Berlin, offered at 00:30 in New York',
      { openedAt: at('2026-05-01T23:30:00+02:00'), firstOfferAt: at('2026-05-12T00:30:00-04:00') },
      10 + 7 / 24,
      true,
    ],
  ])('%s', (_, over, time, event) => {
    const spell = offerSpell(episode(over), NOW);

    expect(spell.time).toBeCloseTo(time, 10);
    expect(spell.event).toBe(event);
  });
});

describe('time to offer of a firm', () => {
  const offered = (day: number) => episode({ firstOfferAt: new Date(+at('2026-05-01T00:00:00Z') + day * 86_400_000) });
  const median = (episodes: EpisodeRow[]) => kaplanMeier(episodes.map((row) => offerSpell(row, NOW))).median.estimate;

  it.each<[string, EpisodeRow[], number | null]>([
    ['nothing yet', [], null],
    ['one search, still waiting', [episode()], null],
    ['all still waiting', [episode(), episode(), episode()], null],
    ['three offers', [offered(10), offered(20), offered(30)], 20],
    [
      'three offers and two that wait: later than the mean of the three',
      [10, 20, 30].map(offered).concat(episode(), episode()),
      30,
    ],
    ['two of five', [offered(10), offered(20), episode(), episode(), episode()], null],
  ])('%s', (_, episodes, expected) => {
    expect(median(episodes)).toBe(expected);
  });
});
