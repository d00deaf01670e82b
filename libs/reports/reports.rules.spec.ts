import { policyLookup } from '@app/limits/limits.rules.js';
import type { TimeToOffer } from '@app/metrics/metrics.types.js';
import { closingWindows, healthCounts, rankByHealth, timeToOfferFigure } from './reports.rules.js';
import type { OpenWindow } from './reports.types.js';

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

describe('searches by health', () => {
  it('come worst first, those of one health in the order they were opened', () => {
    const ranked = rankByHealth([
      { id: 'quiet', status: 'open', severities: [] },
      { id: 'held', status: 'on_hold', severities: ['stalled'] },
      { id: 'watched', status: 'offer', severities: ['watch'] },
      { id: 'stalled', status: 'open', severities: ['watch', 'stalled'] },
      { id: 'stalled later', status: 'open', severities: ['stalled'] },
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
    offers,
    median: { n: searches, estimate: median, low: null, high: null },
    completedMean: { n: offers, mean },
    steps: [],
  });

  it.each<[string, TimeToOffer, string]>([
    ['no search', figure(0, 0, null, null), 'No search has been opened yet.'],
    ['one search, no offer', figure(1, 0, null, null), 'The one search so far has not reached an offer yet.'],
    ['no offer', figure(7, 0, null, null), 'None of 7 searches has reached an offer yet.'],
    [
      'fewer than half',
      figure(7, 2, null, 31.4),
      'Median not reached: fewer than half of 7 searches have reached an offer; the 2 with an offer took 31 days on average.',
    ],
    [
      'one offer',
      figure(1, 1, 31, 31),
      "Half of all searches reach an offer within 31 days, under the market's 52; the one with an offer took 31 days.",
    ],
    [
      'more than the market',
      figure(40, 30, 61.2, 44.8),
      "Half of all searches reach an offer within 61 days, over the market's 52; the 30 with an offer took 45 days on average, which leaves out the searches still waiting.",
    ],
    [
      'all of them: nothing is left out',
      figure(30, 30, 41, 44.8),
      "Half of all searches reach an offer within 41 days, under the market's 52; the 30 with an offer took 45 days on average.",
    ],
    [
      'as long as the market, in whole days',
      figure(30, 30, 52.3, 52),
      "Half of all searches reach an offer within 52 days, the same as the market's 52; the 30 with an offer took 52 days on average.",
    ],
    [
      'one day',
      figure(2, 2, 1, 1),
      "Half of all searches reach an offer within 1 day, under the market's 52; the 2 with an offer took 1 day on average.",
    ],
  ])('%s', (_, input, sentence) => {
    expect(timeToOfferFigure(input).sentence).toBe(sentence);
  });

  it('says nothing rather than not a number', () => {
    expect(timeToOfferFigure(figure(0, 0, null, null))).toMatchObject({
      medianDays: null,
      lowDays: null,
      highDays: null,
      completedMeanDays: null,
      marketDays: 52,
    });
  });
});
