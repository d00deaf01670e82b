import { policyLookup } from '@app/limits/limits.rules.js';
import type { TimeToOffer } from '@app/metrics/metrics.types.js';
import { closingWindows, healthCounts, rankByHealth, timeToOfferFigure } from './reports.rules.js';
import type { OpenWindow, SearchSeverities } from './reports.types.js';

const at = (moment: string) => new Date(moment);

const window = (opened: string, zone = 'Europe/Berlin'): OpenWindow => ({
  candidacyId: opened,
  searchId: 'search-1',
  searchTitle: 'Chief AI Officer',
  candidateName: 'Simulated Person',
  stageLabel: 'Finalist',
  openedAt: at(opened),
  zone,
  roleKey: 'chief_ai_officer',
});

describe('windows closing this week', () => {
  it('come in the order in which they close, each with its local day and the first moment after its last day', () => {
    const closing = closingWindows(
      [
        window('2026-10-23T09:00:00Z'),
        window('2026-10-19T22:30:00Z'),
        window('2026-10-20T04:30:00Z', 'America/New_York'),
      ],
      policyLookup([]),
      at('2026-11-16T09:00:00Z'),
    );

    expect(closing.map(({ window: { day, closesOn, closesAt } }) => [day, closesOn, closesAt.toISOString()])).toEqual([
      [27, '2026-11-17', '2026-11-16T23:00:00.000Z'],
      [27, '2026-11-17', '2026-11-17T05:00:00.000Z'],
      [24, '2026-11-20', '2026-11-19T23:00:00.000Z'],
    ]);
  });
});

const search = (id: string, status: SearchSeverities['status'], severities: SearchSeverities['severities']) => ({
  id,
  status,
  severities,
  lead: { id: 'lead', name: 'Lead' },
  client: { id: 'client', name: 'Client' },
  office: { id: 'office', name: 'berlin' },
  zone: 'Europe/Berlin',
  roleKey: 'chief_ai_officer',
  episodeOpenedAt: new Date('2026-10-01T09:00:00Z'),
  overdueSince: null,
});

describe('searches by health', () => {
  it('come worst first, those of one health in the order they were opened', () => {
    const ranked = rankByHealth([
      search('quiet', 'open', []),
      search('held', 'on_hold', ['stalled']),
      search('watched', 'offer', ['watch']),
      search('stalled', 'open', ['watch', 'stalled']),
      search('stalled later', 'open', ['stalled']),
    ]);

    expect(ranked.map(({ id, health }) => [id, health])).toEqual([
      ['stalled', 'stalled'],
      ['stalled later', 'stalled'],
      ['watched', 'at_risk'],
      ['held', 'on_hold'],
      ['quiet', 'on_track'],
    ]);
  });
});

describe('health counts', () => {
  it('add up to the searches', () => {
    const rows = (['stalled', 'stalled', 'at_risk', 'on_track', 'on_hold'] as const).map((health) => ({ health }));

    expect(healthCounts(rows)).toEqual({ onTrack: 1, atRisk: 1, stalled: 2, onHold: 1 });
    expect(healthCounts([])).toEqual({ onTrack: 0, atRisk: 0, stalled: 0, onHold: 0 });
  });
});

describe('the time-to-offer figure', () => {
  const figure = (searches: number, offers: number, median: number | null, mean: number | null): TimeToOffer => ({
    searches,
    episodes: searches,
    offers,
    median: { n: searches, estimate: median, low: null, high: null },
    completedMean: { n: offers, mean },
    leftOut: { beforeOpening: 0, afterClosing: 0 },
    steps: [],
  });

  it.each<[string, TimeToOffer, string]>([
    ['no search', figure(0, 0, null, null), 'No search has been opened yet.'],
    ['one search, no offer', figure(1, 0, null, null), 'The one search so far has not reached an offer yet.'],
    ['no offer', figure(7, 0, null, null), 'None of 7 searches has reached an offer yet.'],
    [
      'fewer than half',
      figure(7, 2, null, 31.4),
      "Fewer than half of 7 searches have reached an offer, so how long half of them take is not known yet. The 2 with an offer took 31 days on average; the market's average over offers that happened is 52.",
    ],
    [
      'too few searches',
      figure(4, 1, 31, 31),
      "Too few to say: 4 searches. The one with an offer took 31 days; the market's average over offers that happened is 52.",
    ],
    [
      'one search that was reopened',
      { ...figure(1, 1, 10, 10), episodes: 2 },
      "Too few to say: 2 episodes of 1 search. The one with an offer took 10 days; the market's average over offers that happened is 52.",
    ],
    [
      'enough searches',
      figure(40, 30, 61.2, 44.8),
      "The median is 61 days, with searches that have no offer yet counted as still waiting. The 30 with an offer took 45 days on average; the market's average over offers that happened is 52.",
    ],
    [
      'with how sure that is',
      { ...figure(40, 30, 61.2, 44.8), median: { n: 40, estimate: 61.2, low: 48.6, high: 80 } },
      "The median is 61 days (by chance it could be anything from 49 to 80 days), with searches that have no offer yet counted as still waiting. The 30 with an offer took 45 days on average; the market's average over offers that happened is 52.",
    ],
    [
      'with a lower limit only',
      { ...figure(40, 30, 61.2, 44.8), median: { n: 40, estimate: 61.2, low: 48.6, high: null } },
      "The median is 61 days (it may well be more; less than 49 days is unlikely), with searches that have no offer yet counted as still waiting. The 30 with an offer took 45 days on average; the market's average over offers that happened is 52.",
    ],
    [
      'one day, and offers that lie in no episode',
      { ...figure(5, 5, 1, 1), leftOut: { beforeOpening: 1, afterClosing: 2 } },
      "The median is 1 day, with searches that have no offer yet counted as still waiting. The 5 with an offer took 1 day on average; the market's average over offers that happened is 52. 3 offers are left out: 1 before the search was opened, 2 while it was closed.",
    ],
  ])('%s', (_, input, sentence) => {
    expect(timeToOfferFigure(input).sentence).toBe(sentence);
  });

  it('claims no median of fewer than five searches', () => {
    const of = (searches: number) => timeToOfferFigure(figure(searches, searches, 25, 25)).medianDays;

    expect([1, 4, 5].map(of)).toEqual([null, null, 25]);
  });

  it('says nothing rather than not a number', () => {
    expect(timeToOfferFigure(figure(0, 0, null, null), true).sentence).toBe('No search is of this part of the firm.');
    expect(timeToOfferFigure(figure(0, 0, null, null))).toMatchObject({
      medianDays: null,
      lowDays: null,
      highDays: null,
      completedMeanDays: null,
      marketDays: 52,
    });
  });
});
