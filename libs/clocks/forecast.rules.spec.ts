import { dateOf, localDate } from '@app/platform/time/local-date.js';
import { forecastDay } from './forecast.rules.js';
import type { CandidacyFacts, SearchFacts } from './clocks.types.js';
import { aCandidacy, aSearch, at, berlin, flagOf, standsFrom } from '../../test/lib/facts.js';

/** In a stage of three working days since Monday 2 November 2026, with six more to the offer: Friday 13 November. */
const onTheWay = (over: Partial<CandidacyFacts> = {}) =>
  aCandidacy({ stageKind: 'presented', stageBudgetDays: 3, budgetAheadDays: 6, ...over });
const wanted = (targetDate: string | null, over: Partial<SearchFacts> = {}): SearchFacts =>
  aSearch({ targetDate: targetDate === null ? null : localDate(targetDate), candidacies: [onTheWay()], ...over });

const forecast = (facts: SearchFacts, moment: string): string | null => {
  const day = forecastDay(facts, at(moment));
  return day === null ? null : dateOf(day);
};

describe('the first offer is to be expected', () => {
  it.each<[string, SearchFacts, string, string]>([
    ['after the rest of the stage and the stages ahead', wanted(null), '2026-11-02T12:00:00Z', '2026-11-13'],
    ['on the same day while the stage is within its budget', wanted(null), '2026-11-05T12:00:00Z', '2026-11-13'],
    ['later by each working day over the budget', wanted(null), '2026-11-09T12:00:00Z', '2026-11-17'],
    ['as late on a Saturday as on the Monday after it', wanted(null), '2026-11-07T12:00:00Z', '2026-11-17'],
    [
      'when the first of two gets there',
      wanted(null, { candidacies: [onTheWay(), onTheWay({ budgetAheadDays: 2 })] }),
      '2026-11-02T12:00:00Z',
      '2026-11-09',
    ],
    [
      'after the whole window where nobody is in the search',
      wanted(null, { candidacies: [] }),
      '2026-11-02T12:00:00Z',
      '2026-11-30',
    ],
    [
      'later over holidays of the client',
      wanted(null, {
        calendar: { ...berlin, client: { version: 1, holidays: [{ date: localDate('2026-11-10'), name: null }] } },
      }),
      '2026-11-02T12:00:00Z',
      '2026-11-16',
    ],
    [
      'later by the working days of a hold',
      wanted(null, { holds: [{ from: at('2026-11-03T09:00:00Z'), to: at('2026-11-05T09:00:00Z') }] }),
      '2026-11-05T12:00:00Z',
      '2026-11-17',
    ],
  ])('%s', (_, facts, moment, expected) => {
    expect(forecast(facts, moment)).toBe(expected);
  });
});

const finalist = (openedAt: string) =>
  onTheWay({ stageKind: 'finalist', budgetAheadDays: 0, windowOpenedAt: at(openedAt), windowKey: 'w' });

describe('the pace is too slow', () => {
  it.each<[string, SearchFacts, string, string | null]>([
    ['not when the forecast is the target date', wanted('2026-11-13'), '2026-11-05T16:00:00Z', null],
    [
      'from the day on which the target can no longer be met',
      wanted('2026-11-13'),
      '2026-11-05T23:00:00Z',
      'watch from 2026-11-05T23:00:00.000Z',
    ],
    [
      'from the move on where its budget alone is too much',
      wanted('2026-11-12'),
      '2026-11-02T12:00:00Z',
      'watch from 2026-11-02T09:00:00.000Z',
    ],
    ['not without a target date', wanted(null), '2027-11-05T12:00:00Z', null],
    [
      'not while one of two is in time',
      wanted('2026-11-12', { candidacies: [onTheWay(), onTheWay({ budgetAheadDays: 5 })] }),
      '2026-11-05T12:00:00Z',
      null,
    ],
    [
      'once the last of two is late',
      wanted('2026-11-12', { candidacies: [onTheWay(), onTheWay({ budgetAheadDays: 5 })] }),
      '2026-11-06T12:00:00Z',
      'watch from 2026-11-05T23:00:00.000Z',
    ],
    [
      'from 20 working days before the target where nobody is in the search',
      wanted('2026-11-30', { candidacies: [] }),
      '2026-11-03T12:00:00Z',
      'watch from 2026-11-02T23:00:00.000Z',
    ],
    [
      'from the opening where the target never left enough time',
      wanted('2026-10-20', { candidacies: [] }),
      '2026-10-05T12:00:00Z',
      'watch from 2026-10-05T08:00:00.000Z',
    ],
    ['not while an offer is out', wanted('2026-11-12', { status: 'offer' }), '2026-12-05T12:00:00Z', null],
    [
      'not while on hold',
      wanted('2026-11-12', { status: 'on_hold', holds: [{ from: at('2026-11-03T09:00:00Z'), to: null }] }),
      '2026-12-05T12:00:00Z',
      null,
    ],
    // the finalist's three working days end on Thu 5 November; the window of 9 October closes on Fri 6 November
    [
      'not when the only finalist gets an offer before the window closes',
      wanted(null, { candidacies: [finalist('2026-10-09T09:00:00Z')] }),
      '2026-11-05T12:00:00Z',
      null,
    ],
    [
      'when the last finalist’s window is over before',
      wanted(null, { candidacies: [finalist('2026-10-09T09:00:00Z')] }),
      '2026-11-06T12:00:00Z',
      'watch from 2026-11-05T23:00:00.000Z',
    ],
    [
      'not when another finalist’s window stays open',
      wanted(null, { candidacies: [finalist('2026-10-09T09:00:00Z'), finalist('2026-10-20T09:00:00Z')] }),
      '2026-11-06T12:00:00Z',
      null,
    ],
  ])('%s', (_, facts, moment, expected) => {
    expect(standsFrom(facts, 'pace', moment)).toBe(expected);
  });

  it('says which day the forecast is held against', () => {
    expect(flagOf(wanted('2026-11-13'), 'pace', '2026-11-09T12:00:00Z')).toMatchObject({
      episodeKey: 'episode-1',
      sentence: 'First offer Tue 17 Nov at the earliest, after the target date of Fri 13 Nov',
      evidence: { forecast: '2026-11-17', limit: '2026-11-13', limitKind: 'target', activeCandidacies: 1 },
      basis: { workingDays: 6, localDate: '2026-11-06' },
    });
    const windows = wanted(null, { candidacies: [finalist('2026-10-09T09:00:00Z')] });
    expect(flagOf(windows, 'pace', '2026-11-06T12:00:00Z')?.sentence).toBe(
      "First offer Fri 6 Nov at the earliest, too late: the last finalist's window closed on Fri 6 Nov",
    );
  });

  it.each<[string, SearchFacts, string, string]>([
    [
      'a target date of next year by its year',
      wanted('2027-01-04', { candidacies: [onTheWay({ budgetAheadDays: 60 })] }),
      '2026-11-09T12:00:00Z',
      'First offer Mon 1 Feb 2027 at the earliest, after the target date of Mon 4 Jan 2027',
    ],
    [
      'one of last year, once this year has come',
      wanted('2026-12-31'),
      '2027-01-05T12:00:00Z',
      'First offer Wed 13 Jan at the earliest, after the target date of Thu 31 Dec 2026',
    ],
    [
      'a window that will not have closed when it is said',
      wanted(null, { candidacies: [{ ...finalist('2026-10-20T09:00:00Z'), budgetAheadDays: 10 }] }),
      '2026-11-16T12:00:00Z',
      "First offer Mon 30 Nov at the earliest, too late: the last finalist's window closes on Tue 17 Nov",
    ],
    [
      'a window that is over since last year',
      wanted(null, { candidacies: [finalist('2026-12-01T09:00:00Z')] }),
      '2027-01-05T12:00:00Z',
      "First offer Tue 5 Jan at the earliest, too late: the last finalist's window closed on Tue 29 Dec 2026",
    ],
  ])('says %s', (_, facts, moment, sentence) => {
    expect(flagOf(facts, 'pace', moment)?.sentence).toBe(sentence);
  });
});
