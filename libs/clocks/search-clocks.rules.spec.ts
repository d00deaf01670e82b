import { localDate } from '@app/platform/time/local-date.js';
import type { SearchFacts } from './clocks.types.js';
import { aCandidacy, aSearch, at, berlin, flagOf, standsFrom } from '../../test/lib/facts.js';

const people = (...kinds: [kind: 'engaged' | 'assessed' | 'presented', presentedAt: string | null][]) =>
  kinds.map(([stageKind, presentedAt], i) =>
    aCandidacy({ candidacyId: `c-${i}`, stageKind, presentedAt: presentedAt === null ? null : at(presentedAt) }),
  );
const presented = (count: number, presentedAt = '2026-10-20T09:00:00Z') =>
  people(...Array.from({ length: count }, (): ['presented', string] => ['presented', presentedAt]));
const gone = (presentedAndGone: number) => ({ presentedAndGone, presentedKey: 'p', assessedKey: 'a' });

// opened Mon 5 October: day 21 is Mon 26 October, day 28 Mon 2 November, both after the end of summer time on 25 October
describe('the slate is late', () => {
  it.each<[string, Partial<SearchFacts>, string, string | null]>([
    ['not before day 28 begins', { candidacies: presented(2) }, '2026-11-01T22:59:59Z', null],
    [
      'as day 28 begins at the office',
      { candidacies: presented(2) },
      '2026-11-01T23:00:00Z',
      'stalled from 2026-11-01T23:00:00.000Z',
    ],
    ['not with three presented', { candidacies: presented(3) }, '2026-11-20T09:00:00Z', null],
    [
      'not when one of the three has left since',
      { candidacies: presented(2), arrivals: gone(1) },
      '2026-11-20T09:00:00Z',
      null,
    ],
    [
      'with three people of whom one is only assessed',
      { candidacies: [...presented(2), ...people(['assessed', null])] },
      '2026-11-20T09:00:00Z',
      'stalled from 2026-11-01T23:00:00.000Z',
    ],
    ['with nobody at all', { candidacies: [] }, '2026-11-20T09:00:00Z', 'stalled from 2026-11-01T23:00:00.000Z'],
    [
      'three days later when the search was on hold for three',
      { candidacies: presented(2), holds: [{ from: at('2026-10-12T09:00:00Z'), to: at('2026-10-15T09:00:00Z') }] },
      '2026-11-20T09:00:00Z',
      'stalled from 2026-11-04T23:00:00.000Z',
    ],
    [
      'not while on hold',
      { status: 'on_hold', candidacies: [], holds: [{ from: at('2026-10-12T09:00:00Z'), to: null }] },
      '2026-12-20T09:00:00Z',
      null,
    ],
    [
      'whatever the weekends and holidays',
      { candidacies: presented(2), calendar: { ...berlin, holidays: [{ date: localDate('2026-10-21'), name: null }] } },
      '2026-11-20T09:00:00Z',
      'stalled from 2026-11-01T23:00:00.000Z',
    ],
    [
      'by midnight in New York',
      { candidacies: presented(2), calendar: { ...berlin, zone: 'America/New_York' } },
      '2026-11-20T09:00:00Z',
      'stalled from 2026-11-02T05:00:00.000Z',
    ],
    [
      'counted anew from a reopening',
      { episodeOpenedAt: at('2026-11-16T09:00:00Z'), candidacies: [] },
      '2026-12-13T22:00:00Z',
      null,
    ],
    [
      'with people presented before a reopening who went back since',
      {
        episodeOpenedAt: at('2026-11-16T09:00:00Z'),
        candidacies: people(
          ['engaged', '2026-10-20T09:00:00Z'],
          ['engaged', '2026-10-20T09:00:00Z'],
          ['engaged', '2026-10-20T09:00:00Z'],
        ),
      },
      '2026-12-20T09:00:00Z',
      'stalled from 2026-12-13T23:00:00.000Z',
    ],
    [
      'not when three presented before a reopening are still with the client',
      { episodeOpenedAt: at('2026-11-16T09:00:00Z'), candidacies: presented(3) },
      '2026-12-20T09:00:00Z',
      null,
    ],
  ])('%s', (_, over, moment, expected) => {
    expect(standsFrom(aSearch(over), 'slate_late', moment)).toBe(expected);
  });

  it.each<[string, Partial<SearchFacts>, string, string]>([
    [
      'the opening before anybody is presented',
      { candidacies: people(['assessed', null]) },
      'episode-1',
      'No candidates presented by day 30 of the search (slate of three)',
    ],
    [
      'the last arrival after that',
      { candidacies: presented(2), arrivals: { ...gone(0), presentedKey: 'move-9' } },
      'move-9',
      'Two candidates presented by day 30 of the search (slate of three)',
    ],
  ])('belongs to %s', (_, over, episodeKey, sentence) => {
    expect(flagOf(aSearch(over), 'slate_late', '2026-11-04T09:00:00Z')).toMatchObject({ episodeKey, sentence });
  });

  it('shows the days that a hold took out', () => {
    const holds = [{ from: at('2026-10-12T09:00:00Z'), to: at('2026-10-15T09:00:00Z') }];

    expect(flagOf(aSearch({ holds }), 'slate_late', '2026-11-05T09:00:00Z')).toMatchObject({
      basis: { localDate: '2026-10-05', calendarDays: 28, holdDaysRemoved: 3, zone: 'Europe/Berlin' },
      evidence: { presented: 0, wanted: 3, day: 31, daysOnHold: 3, limit: 28 },
      sentence: 'No candidates presented by day 31 of the search, 3 of them on hold (slate of three)',
    });
  });
});

describe('the pipeline is thin', () => {
  const assessed = (count: number) =>
    people(...Array.from({ length: count }, (): ['assessed', null] => ['assessed', null]));

  it.each<[string, Partial<SearchFacts>, string, string | null]>([
    ['not before day 21 begins', { candidacies: assessed(2) }, '2026-10-25T22:59:59Z', null],
    [
      'as day 21 begins, on the morning after summer time',
      { candidacies: assessed(2) },
      '2026-10-25T23:00:00Z',
      'watch from 2026-10-25T23:00:00.000Z',
    ],
    ['not with three at assessed', { candidacies: assessed(3) }, '2026-11-20T09:00:00Z', null],
    [
      'with three of whom one is only engaged',
      { candidacies: [...assessed(2), ...people(['engaged', null])] },
      '2026-11-20T09:00:00Z',
      'watch from 2026-10-25T23:00:00.000Z',
    ],
    [
      'when the third has left, whatever the slate was',
      { candidacies: assessed(2), arrivals: gone(4) },
      '2026-11-20T09:00:00Z',
      'watch from 2026-10-25T23:00:00.000Z',
    ],
    [
      'two days later after two on hold',
      { candidacies: [], holds: [{ from: at('2026-10-12T09:00:00Z'), to: at('2026-10-14T09:00:00Z') }] },
      '2026-11-20T09:00:00Z',
      'watch from 2026-10-27T23:00:00.000Z',
    ],
    ['not in a closed search', { status: 'closed', candidacies: [] }, '2026-11-20T09:00:00Z', null],
  ])('%s', (_, over, moment, expected) => {
    expect(standsFrom(aSearch(over), 'thin_pipeline', moment)).toBe(expected);
  });

  it('says how many there are', () => {
    const facts = aSearch({ candidacies: assessed(1), arrivals: { ...gone(0), assessedKey: 'move-4' } });

    expect(flagOf(facts, 'thin_pipeline', '2026-10-28T09:00:00Z')).toMatchObject({
      episodeKey: 'move-4',
      sentence: 'One candidate at assessed or later on day 23 of the search (three needed)',
      evidence: { active: 1, wanted: 3, day: 23, limit: 21 },
    });
  });
});

describe('the decision maker is silent', () => {
  const spoke = (moment: string) => ({ decisionMakerAt: at(moment), decisionMakerKey: 'call-1' });

  it.each<[string, Partial<SearchFacts>, string, string | null]>([
    [
      'not before the tenth working day after the call ends',
      spoke('2026-11-05T09:00:00Z'),
      '2026-11-19T16:59:59Z',
      null,
    ],
    [
      'from the end of the tenth',
      spoke('2026-11-05T09:00:00Z'),
      '2026-11-19T17:00:00Z',
      'watch from 2026-11-19T17:00:00.000Z',
    ],
    [
      'counted from the opening where nobody ever called',
      {},
      '2026-10-19T16:00:00Z',
      'watch from 2026-10-19T16:00:00.000Z',
    ],
    [
      'counted from a reopening, not from the call before it',
      { ...spoke('2026-11-05T09:00:00Z'), episodeOpenedAt: at('2026-11-16T09:00:00Z') },
      '2026-11-30T16:59:59Z',
      null,
    ],
    [
      'later over a day on hold',
      {
        ...spoke('2026-11-05T09:00:00Z'),
        holds: [{ from: at('2026-11-10T09:00:00Z'), to: at('2026-11-11T09:00:00Z') }],
      },
      '2026-11-20T17:00:00Z',
      'watch from 2026-11-20T17:00:00.000Z',
    ],
    [
      'also with an offer out',
      { ...spoke('2026-11-05T09:00:00Z'), status: 'offer' },
      '2026-11-20T17:00:00Z',
      'watch from 2026-11-19T17:00:00.000Z',
    ],
  ])('%s', (_, over, moment, expected) => {
    expect(standsFrom(aSearch(over), 'decision_maker_silent', moment)).toBe(expected);
  });

  it.each<[string, Partial<SearchFacts>, string, string]>([
    [
      'a call',
      spoke('2026-11-05T09:00:00Z'),
      'call-1',
      'No conversation with the decision maker since Thu 5 Nov (11 working days, limit 10)',
    ],
    [
      'the opening',
      {},
      'episode-1',
      'No conversation with the decision maker since the search opened on Mon 5 Oct (34 working days, limit 10)',
    ],
  ])('belongs to %s and says so', (_, over, episodeKey, sentence) => {
    expect(flagOf(aSearch(over), 'decision_maker_silent', '2026-11-20T12:00:00Z')).toMatchObject({
      episodeKey,
      sentence,
    });
  });
});
