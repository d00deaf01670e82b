import type { EpisodeFigures, EpisodeRow } from '@app/metrics/metrics.types.js';
import { localDate } from '@app/platform/time/local-date.js';
import type { RankedSearch } from '@app/reports/reports.types.js';
import { placedByInsight, placementRate, thinned } from './episode-figures.rules.js';
import { lostToMarket, ofPopulation, openSearches, sideBySide } from './figures.rules.js';

const at = (moment: string) => new Date(moment);
const NOW = at('2026-12-01T00:00:00Z');
const OPENED = '2026-05-01T00:00:00Z';

const episode = (id: string, over: Partial<EpisodeRow> = {}): EpisodeRow => ({
  searchId: `search-${id}`,
  episodeId: `episode-${id}`,
  openedOn: localDate('2026-05-01'),
  openedAt: at(OPENED),
  closedAt: null,
  closeReason: null,
  firstOfferAt: null,
  acceptedAt: null,
  holds: [],
  ...over,
});
const after = (days: number) => new Date(at(OPENED).getTime() + days * 86_400_000);
const offered = (name: string, days: readonly number[]) =>
  days.map((day, i) => episode(`${name}${i}`, { firstOfferAt: after(day) }));

describe('the placement rate by quarter of opening', () => {
  it('leaves out who goes on, says so, and claims nothing of fewer than five', () => {
    const ended = (id: string, closeReason: string, openedOn = '2026-05-01') =>
      episode(id, { closedAt: after(40), closeReason, openedOn: localDate(openedOn) });
    const { n, all, cohorts } = placementRate(
      [
        ...['a', 'b', 'c', 'd'].map((id) => ended(id, 'placed')),
        ended('e', 'cancelled'),
        episode('f'),
        ended('g', 'placed', '2026-07-01'),
      ],
      NOW,
    );

    expect(n).toBe(6);
    expect(all).toMatchObject({ placed: 5, notPlaced: 1, open: 1 });
    expect(cohorts).toMatchObject([
      { opened: '2026-Q2', placed: 4, notPlaced: 1, open: 1, share: 0.8 },
      { opened: '2026-Q3', placed: 1, notPlaced: 0, open: 0, share: null, low: null, high: null },
    ]);
  });
});

describe('the two figures of the market', () => {
  const episodes = offered('held', [30, 31, 32, 33, 34]);
  const said = (offers: number, mean: number | null, estimate: number | null, followed = true) =>
    placedByInsight(
      {
        episodes,
        timeToOffer: {
          searches: 5,
          episodes: 5,
          offers,
          median: { n: 5, estimate: null, low: null, high: null },
          completedMean: { n: offers, mean },
          leftOut: { beforeOpening: 0, afterClosing: 0 },
          steps: [],
        },
        placedBy90: {
          day: 90,
          searches: 5,
          at: { n: 5, estimate, low: null, high: null, at_risk: 1, followed },
          curve: { n: 5, events: 0, steps: [] },
        },
      },
      NOW,
    ).marketExplained;

  it('are explained by those of the firm', () => {
    expect(said(2, 51.7, 0.2)).toBe(
      "The market's 52 days to an offer (Lever, 2026) are an average over the offers that happened, and its less than 15 % placed by day 90 (Key Search, 2026) are of all European searches for a Chief AI Officer, including those without an offer, so the two do not contradict each other. Here too, the 2 of 5 episodes with an offer took 52 days on average to the first, while an estimated 20 % of all 5 had placed somebody by day 90.",
    );
  });

  it.each([
    ['nobody was followed so long', said(2, 51.7, 0.2, false)],
    ['there is no offer', said(0, null, 0)],
    ['every episode has an offer', said(5, 51.7, 0.2)],
  ])('are left alone where %s', (_, words) => {
    expect(words).toBeNull();
  });
});

describe('two selections side by side', () => {
  const figures = (episodes: EpisodeRow[]): EpisodeFigures => ({
    episodes,
    timeToOffer: {
      searches: episodes.length,
      episodes: episodes.length,
      offers: episodes.length,
      median: { n: episodes.length, estimate: null, low: null, high: null },
      completedMean: { n: 0, mean: null },
      leftOut: { beforeOpening: 0, afterClosing: 0 },
      steps: [],
    },
    placedBy90: {
      day: 90,
      searches: episodes.length,
      at: { n: 0, estimate: null, low: null, high: null, at_risk: 0, followed: false },
      curve: { n: 0, events: 0, steps: [] },
    },
  });
  const quick = figures(offered('quick', [10, 11, 12, 13, 14, 15]));
  const slow = figures(offered('slow', [40, 41, 42, 43, 44, 45]));

  it.each([
    ['apart', quick, slow, /^The two differ: .* by chance in less than 0.1 % of cases/],
    ['alike', quick, figures(offered('other', [10, 11, 12, 13, 14, 15])), /^No difference that chance could not/],
    ['the same searches', quick, quick, /^6 are in both selections/],
    ['one of them small', quick, figures(offered('few', [20, 30])), /fewer than five searches/],
    [
      'without offers',
      ...([1, 2].map((n) => figures([0, 1, 2, 3, 4].map((i) => episode(`${n}.${i}`)))) as [
        EpisodeFigures,
        EpisodeFigures,
      ]),
      /^Neither has enough offers/,
    ],
  ])('%s: words say what the test says', (_, one, other, words) => {
    const { sentence, test } = sideBySide(one, other, NOW);

    expect(sentence).toMatch(words);
    expect(test.p === null).toBe(!/chance/.test(sentence));
  });
});

describe('running searches', () => {
  const running = (openedAt: string, health: RankedSearch['health'] = 'on_track'): RankedSearch => ({
    id: openedAt,
    status: 'open',
    lead: { id: 'lead', name: 'Lead' },
    client: { id: 'client', name: 'Client' },
    office: { id: 'office', name: 'auckland' },
    zone: 'Pacific/Auckland',
    roleKey: 'vp_mlops',
    episodeOpenedAt: at(openedAt),
    severities: [],
    overdueSince: null,
    health,
  });

  it('are aged by the dates of their office', () => {
    const { oldestDays, ages } = openSearches(
      [running('2026-11-30T23:00:00Z'), running('2026-10-31T10:30:00Z', 'stalled'), running('2026-10-31T12:00:00Z')],
      at('2026-12-01T00:00:00Z'),
    );

    expect(oldestDays).toBe(31);
    expect(ages.slice(0, 2)).toEqual([
      { fromDay: 0, toDay: 30, onTrack: 2, atRisk: 0, stalled: 0, onHold: 0 },
      { fromDay: 31, toDay: 60, onTrack: 0, atRisk: 0, stalled: 1, onHold: 0 },
    ]);
  });

  it('are of a period by those dates, first and last day included', () => {
    const one = [running('2026-10-31T12:00:00Z')];

    expect(ofPopulation(one, { openedFrom: localDate('2026-11-01'), openedTo: localDate('2026-11-01') })).toEqual(one);
    expect(ofPopulation(one, { openedTo: localDate('2026-10-31') })).toEqual([]);
    expect(ofPopulation(one, { roleKeys: ['vp_research'] })).toEqual([]);
  });

  it('that are none leave words and no number', () => {
    expect(openSearches([], NOW)).toMatchObject({ words: 'No search is running', oldestDays: null, n: 0 });
  });
});

describe('lost to the market', () => {
  it('counts those without a window apart', () => {
    const lost = lostToMarket({
      searches: 1,
      searchIds: ['a'],
      days: [
        { day: 3, candidates: 2 },
        { day: null, candidates: 1 },
      ],
    });

    expect(lost).toMatchObject({ n: 3, withoutWindow: 1, days: [{ day: 3, candidates: 2 }], words: null });
  });
});

describe('steps beyond what a picture shows', () => {
  it('are thinned, the first and the last kept', () => {
    const all = Array.from({ length: 1234 }, (_, i) => i);
    const some = thinned(all, 100);

    expect(some).toHaveLength(100);
    expect([some[0], some.at(-1)]).toEqual([0, 1233]);
    expect(thinned(all.slice(0, 100), 100)).toEqual(all.slice(0, 100));
  });
});
