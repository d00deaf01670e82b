import type { Role } from '@app/identity/identity.types.js';
import type { OfficeCalendar } from '@app/platform/time/working-calendar.js';
import { localDate } from '@app/platform/time/local-date.js';
import {
  allowedFlagActions,
  decideAcknowledging,
  decideAssigning,
  decideSnoozing,
  episodeFigures,
  mayHandle,
  median,
  notOpenRefusal,
  whyCalendar,
} from './flags.rules.js';
import type { LockedFlag } from './flags.types.js';

const flag = (stands: Partial<LockedFlag> = {}): LockedFlag => ({
  id: 'flag',
  searchId: 'search',
  state: 'open',
  acknowledgedBy: null,
  acknowledgeReason: null,
  snoozedUntil: null,
  assignedTo: null,
  zone: 'Europe/Berlin',
  onTeam: true,
  isOwner: false,
  ...stands,
});

describe('who takes a flag in hand', () => {
  it.each<[Role, string, boolean, boolean, boolean]>([
    ['consultant', 'on the team', true, false, true],
    ['researcher', 'on the team', true, false, true],
    ['researcher', 'whom it was given to', false, true, true],
    ['partner', 'of another search', false, false, true],
    ['admin', 'of another search', false, false, true],
    ['consultant', 'of another search', false, false, false],
    ['researcher', 'of another search', false, false, false],
  ])('a %s %s', (role, _, onTeam, isOwner, may) => {
    expect(mayHandle({ role }, { onTeam, isOwner })).toBe(may);
  });

  it('may take back and wake only what was acknowledged and snoozed', () => {
    const allowed = (acknowledged: boolean, snoozed: boolean) =>
      allowedFlagActions({ role: 'partner' }, flag(), { state: 'open', acknowledged, snoozed });

    expect(allowed(false, false)).toEqual({
      acknowledge: true,
      takeBack: false,
      snooze: true,
      wake: false,
      assign: true,
    });
    expect(allowed(true, true)).toEqual({
      acknowledge: false,
      takeBack: true,
      snooze: true,
      wake: true,
      assign: true,
    });
  });

  it.each(['suspended', 'cleared'] as const)('does nothing with one that is %s', (state) => {
    const allowed = allowedFlagActions({ role: 'partner' }, flag(), { state, acknowledged: true, snoozed: true });

    expect(Object.values(allowed)).toEqual([false, false, false, false, false]);
    expect(notOpenRefusal({ state })).toMatchObject({ code: 'flag_not_standing' });
  });
});

describe('acknowledging', () => {
  it.each([
    ['for the first time', flag(), { reason: 'Client on holiday' }],
    ['again, word for word', flag({ acknowledgedBy: 'me', acknowledgeReason: 'Client on holiday' }), { nothing: true }],
    [
      'with another reason',
      flag({ acknowledgedBy: 'me', acknowledgeReason: 'Waiting' }),
      { refused: { code: 'flag_acknowledged' } },
    ],
    [
      'what somebody else acknowledged',
      flag({ acknowledgedBy: 'them', acknowledgeReason: 'Client on holiday' }),
      { refused: { code: 'flag_acknowledged' } },
    ],
  ])('%s', (_, flag, decided) => {
    expect(decideAcknowledging(flag, 'me', 'Client on holiday')).toMatchObject(decided);
  });
});

describe('snoozing', () => {
  const now = new Date('2026-11-20T23:30:00Z'); // Saturday half past midnight in Berlin

  it.each([
    ['until yesterday', '2026-11-20', 'snooze_date_refused'],
    ['until today at the office, though UTC still has yesterday', '2026-11-21', 'snooze_date_refused'],
    ['for 61 days', '2027-01-21', 'snooze_date_refused'],
  ])('%s is refused', (_, until, code) => {
    expect(decideSnoozing(flag(), localDate(until), now)).toMatchObject({ refused: { code } });
  });

  it.each([
    ['until tomorrow', '2026-11-22', 'Europe/Berlin', '2026-11-21T23:00:00Z'],
    ['for 60 days', '2027-01-20', 'Europe/Berlin', '2027-01-19T23:00:00Z'],
    ['in New York, where it is still Friday', '2026-11-21', 'America/New_York', '2026-11-21T05:00:00Z'],
    ['over the end of daylight saving', '2026-11-23', 'Pacific/Auckland', '2026-11-22T11:00:00Z'],
  ])('%s ends as the day begins at the office', (_, until, zone, at) => {
    expect(decideSnoozing(flag({ zone }), localDate(until), now)).toEqual({ until: new Date(at) });
  });

  it('until the day it is snoozed to already changes nothing', () => {
    const snoozed = flag({ snoozedUntil: new Date('2026-11-21T23:00:00Z') });

    expect(decideSnoozing(snoozed, localDate('2026-11-22'), now)).toEqual({ nothing: true });
  });
});

describe('assigning', () => {
  it.each([
    ['to a colleague', flag(), 'anna', { maySeeSearch: true, hasLeft: false }, { userId: 'anna' }],
    ['back to the lead', flag({ assignedTo: 'anna' }), null, null, { userId: null }],
    [
      'to whom it is assigned',
      flag({ assignedTo: 'anna' }),
      'anna',
      { maySeeSearch: true, hasLeft: false },
      { nothing: true },
    ],
    ['to nobody when nobody has it', flag(), null, null, { nothing: true }],
    ['to nobody of this firm', flag(), 'stranger', null, { refused: { code: 'unknown_assignee' } }],
    [
      'to somebody who has left',
      flag(),
      'anna',
      { maySeeSearch: true, hasLeft: true },
      { refused: { code: 'unknown_assignee', sentence: expect.stringContaining('have left') } },
    ],
    [
      'to whom the search is hidden',
      flag(),
      'anna',
      { maySeeSearch: false, hasLeft: false },
      { refused: { code: 'unknown_assignee' } },
    ],
  ])('%s', (_, flag, userId, assignee, decided) => {
    expect(decideAssigning(flag, userId, assignee)).toMatchObject(decided);
  });
});

describe('the days of a flag', () => {
  const calendar: OfficeCalendar = {
    zone: 'Europe/Berlin',
    workingDays: [1, 2, 3, 4, 5],
    holidays: [{ date: localDate('2026-11-18'), name: 'Day of Repentance' }],
    version: 1,
    client: { holidays: [{ date: localDate('2026-11-19'), name: 'Works outing' }], version: 1 },
  };
  const holds = [{ from: new Date('2026-11-16T08:00:00Z'), to: new Date('2026-11-17T08:00:00Z') }];
  const basis = { zone: 'Europe/Berlin', localDate: '2026-11-13', countedDays: ['2026-11-17', '2026-11-20'] };
  const decided = { basis, since: new Date('2026-11-13T10:00:00Z'), deadline: new Date('2026-11-20T17:00:00Z') };

  it('are numbered as the basis counted them, and go on by the calendar after the limit', () => {
    const { days } = whyCalendar(decided, { calendar, holds }, new Date('2026-11-24T10:00:00Z'));

    expect(days.map(({ date, kind, name, keptBy, number }) => [date.slice(8), kind, name, keptBy, number])).toEqual([
      ['13', 'counts', null, null, null],
      ['14', 'weekend', null, null, null],
      ['15', 'weekend', null, null, null],
      ['16', 'held', null, null, null],
      ['17', 'counts', null, null, 1],
      ['18', 'holiday', 'Day of Repentance', 'office', null],
      ['19', 'holiday', 'Works outing', 'client', null],
      ['20', 'counts', null, null, 2],
      ['21', 'weekend', null, null, null],
      ['22', 'weekend', null, null, null],
      ['23', 'counts', null, null, 3],
      ['24', 'counts', null, null, 4],
    ]);
  });

  it.each([
    ['of a market window count on hold too', {}, 7],
    ['after an opening leave days on hold out', { holdDaysRemoved: 1 }, 6],
  ])('%s', (_, more, counted) => {
    const counting = { zone: 'Europe/Berlin', localDate: '2026-11-13', calendarDays: 7, ...more };

    const { days } = whyCalendar(
      { ...decided, basis: counting },
      { calendar, holds },
      new Date('2026-11-20T10:00:00Z'),
    );

    expect(days.filter(({ number }) => number !== null)).toHaveLength(counted);
  });
});

describe('how long flags took', () => {
  it.each([
    [[], null],
    [[4], 4],
    [[5, 1], 3],
    [[9, 0, 2], 2],
    [[1, 2, 4, 10], 3],
  ])('the median of %j is %j', (values, middle) => {
    expect(median(values)).toBe(middle);
  });

  it('is told rule by rule, from those that were acknowledged or cleared', () => {
    const episode = (rule: 'pace' | 'no_progress', acknowledgedAfter: number | null, clearedAfter: number | null) => ({
      rule,
      acknowledgedAfter,
      clearedAfter,
    });

    expect(
      episodeFigures([episode('pace', 0, 3), episode('no_progress', null, null), episode('pace', null, 6)]),
    ).toEqual([
      { rule: 'pace', raised: 2, acknowledged: 1, medianToAcknowledge: 0, cleared: 2, medianToClear: 4.5 },
      { rule: 'no_progress', raised: 1, acknowledged: 0, medianToAcknowledge: null, cleared: 0, medianToClear: null },
    ]);
  });
});
