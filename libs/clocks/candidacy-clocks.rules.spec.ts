import { localDate } from '@app/platform/time/local-date.js';
import type { SearchFacts } from './clocks.types.js';
import { aCandidacy, anOffer, aSearch, at, berlin, flagOf, standsFrom } from '../../test/lib/facts.js';

/** The client's turn since Thursday 5 November 2026, ten in the morning. */
const waiting = (over: Partial<SearchFacts> = {}, since = '2026-11-05T09:00:00Z'): SearchFacts =>
  aSearch({ candidacies: [aCandidacy({ clientTurnAt: at(since), clientTurnKey: 'move-7' })], ...over });

describe('the client is silent', () => {
  it.each<[string, SearchFacts, string, string | null]>([
    ['not a second before the third working day ends', waiting(), '2026-11-10T16:59:59Z', null],
    ['watched from the end of the third', waiting(), '2026-11-10T17:00:00Z', 'watch from 2026-11-10T17:00:00.000Z'],
    ['still watched on the fifth', waiting(), '2026-11-12T16:59:59Z', 'watch from 2026-11-10T17:00:00.000Z'],
    ['stalled from the end of the fifth', waiting(), '2026-11-12T17:00:00Z', 'stalled from 2026-11-12T17:00:00.000Z'],
    [
      'counted from Monday when the turn came on a Saturday',
      waiting({}, '2026-11-07T09:00:00Z'),
      '2026-11-13T12:00:00Z',
      'watch from 2026-11-12T17:00:00.000Z',
    ],
    [
      'a day later over a holiday of the office',
      waiting({ calendar: { ...berlin, holidays: [{ date: localDate('2026-11-09'), name: 'Office day' }] } }),
      '2026-11-11T17:00:00Z',
      'watch from 2026-11-11T17:00:00.000Z',
    ],
    [
      'a day later over a holiday of the client',
      waiting({
        calendar: {
          ...berlin,
          client: { version: 2, holidays: [{ date: localDate('2026-11-09'), name: 'Client day' }] },
        },
      }),
      '2026-11-11T17:00:00Z',
      'watch from 2026-11-11T17:00:00.000Z',
    ],
    [
      'only once where office and client keep the same day',
      waiting({
        calendar: {
          ...berlin,
          holidays: [{ date: localDate('2026-11-09'), name: 'Office day' }],
          client: { version: 2, holidays: [{ date: localDate('2026-11-09'), name: 'Client day' }] },
        },
      }),
      '2026-11-11T17:00:00Z',
      'watch from 2026-11-11T17:00:00.000Z',
    ],
    [
      'two days later when the search was on hold for two',
      waiting({ holds: [{ from: at('2026-11-06T09:00:00Z'), to: at('2026-11-10T09:00:00Z') }] }),
      '2026-11-12T17:00:00Z',
      'watch from 2026-11-12T17:00:00.000Z',
    ],
    [
      'not while the search is on hold',
      waiting({ status: 'on_hold', holds: [{ from: at('2026-11-09T09:00:00Z'), to: null }] }),
      '2026-12-10T17:00:00Z',
      null,
    ],
    [
      'by the clocks of New York',
      waiting({ calendar: { ...berlin, zone: 'America/New_York' } }),
      '2026-11-10T23:00:00Z',
      'watch from 2026-11-10T23:00:00.000Z',
    ],
    [
      'over the end of summer time the working day ends an hour later in UTC',
      waiting({}, '2026-10-22T09:00:00Z'),
      '2026-10-27T17:00:00Z',
      'watch from 2026-10-27T17:00:00.000Z',
    ],
    ['not when nobody waits for the client', aSearch(), '2026-12-10T17:00:00Z', null],
  ])('%s', (_, facts, moment, expected) => {
    expect(standsFrom(facts, 'client_silent', moment)).toBe(expected);
  });

  it('says since when, by which numbers and what to do, and belongs to the fact that made it the client’s turn', () => {
    expect(flagOf(waiting(), 'client_silent', '2026-11-11T09:00:00Z')).toMatchObject({
      subjectType: 'candidacy',
      subjectId: 'candidacy-1',
      episodeKey: 'move-7',
      sentence: 'No answer from the client since Thu 5 Nov (4 working days, limit 3)',
      nextStep: 'Ring the client today for feedback on the interview and fix the next date.',
      evidence: { workingDays: 4, limit: 3, stalledAt: 5 },
      basis: { countedDays: ['2026-11-06', '2026-11-09', '2026-11-10'], clientCalendarVersion: null },
    });
  });

  it('names the calendar each skipped holiday came from, and both versions', () => {
    const calendar = {
      ...berlin,
      holidays: [{ date: localDate('2026-11-06'), name: 'Office day' }],
      client: { version: 7, holidays: [{ date: localDate('2026-11-09'), name: 'Client day' }] },
    };

    expect(flagOf(waiting({ calendar }), 'client_silent', '2026-11-13T09:00:00Z')?.basis).toMatchObject({
      calendarVersion: 4,
      clientCalendarVersion: 7,
      holidaysSkipped: [
        { date: '2026-11-06', name: 'Office day', calendar: 'office' },
        { date: '2026-11-09', name: 'Client day', calendar: 'client' },
      ],
    });
  });

  it('is told of each of two people by their own turn', () => {
    const facts = aSearch({
      candidacies: [
        aCandidacy({ clientTurnAt: at('2026-11-05T09:00:00Z'), clientTurnKey: 'a' }),
        aCandidacy({ candidacyId: 'candidacy-2', clientTurnAt: at('2026-11-09T09:00:00Z'), clientTurnKey: 'b' }),
      ],
    });

    expect(flagOf(facts, 'client_silent', '2026-11-11T09:00:00Z')?.subjectId).toBe('candidacy-1');
    expect(
      standsFrom({ ...facts, candidacies: facts.candidacies.slice(1) }, 'client_silent', '2026-11-11T09:00:00Z'),
    ).toBe(null);
  });
});

/** Extended on Thursday 5 November 2026. */
const offered = (expiresAt: string | null, over: Partial<SearchFacts> = {}): SearchFacts =>
  aSearch({ status: 'offer', offers: [anOffer({ expiresAt: expiresAt === null ? null : at(expiresAt) })], ...over });

describe('an offer hangs', () => {
  it.each<[string, SearchFacts, string, string | null]>([
    ['not a second before the fifth working day ends', offered(null), '2026-11-12T16:59:59Z', null],
    [
      'from the end of the fifth working day',
      offered(null),
      '2026-11-12T17:00:00Z',
      'stalled from 2026-11-12T17:00:00.000Z',
    ],
    [
      'from its expiry where that comes first',
      offered('2026-11-10T11:00:00Z'),
      '2026-11-10T11:00:00Z',
      'stalled from 2026-11-10T11:00:00.000Z',
    ],
    ['not before its expiry', offered('2026-11-10T11:00:00Z'), '2026-11-10T10:59:59Z', null],
    [
      'from the fifth working day where the expiry comes later',
      offered('2026-11-20T11:00:00Z'),
      '2026-11-13T09:00:00Z',
      'stalled from 2026-11-12T17:00:00.000Z',
    ],
    [
      'later over a client holiday',
      offered(null, {
        calendar: { ...berlin, client: { version: 1, holidays: [{ date: localDate('2026-11-11'), name: null }] } },
      }),
      '2026-11-13T17:00:00Z',
      'stalled from 2026-11-13T17:00:00.000Z',
    ],
    [
      'not while the search is on hold, expired or not',
      offered('2026-11-10T11:00:00Z', { status: 'on_hold', holds: [{ from: at('2026-11-06T09:00:00Z'), to: null }] }),
      '2026-12-01T09:00:00Z',
      null,
    ],
    ['not once it is decided', aSearch(), '2026-12-01T09:00:00Z', null],
  ])('%s', (_, facts, moment, expected) => {
    expect(standsFrom(facts, 'offer_pending', moment)).toBe(expected);
  });

  it.each<[string, string | null, string]>([
    ['undecided', null, 'Offer out since Thu 5 Nov and undecided (5 working days, limit 5)'],
    ['expired', '2026-11-10T11:00:00Z', 'Offer expired on Tue 10 Nov without a decision'],
  ])('%s, and says so', (_, expiresAt, sentence) => {
    expect(flagOf(offered(expiresAt), 'offer_pending', '2026-11-12T18:00:00Z')).toMatchObject({
      subjectType: 'offer',
      subjectId: 'offer-1',
      episodeKey: 'offer-1',
      sentence,
      evidence: { candidacyId: 'candidacy-1' },
    });
  });
});
