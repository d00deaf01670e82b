import type { MarketWindow } from '@app/limits/limits.types.js';
import { localDate } from '@app/platform/time/local-date.js';
import { closingSoon, countGroups, dueRows } from './today.rules.js';
import type { DueFlag, TodayGroup } from './today.types.js';

const windowAt = (day: number, opened = '2026-03-02'): MarketWindow => ({
  openedAt: new Date(`${opened}T10:00:00Z`),
  day,
  days: 28,
  closesAt: new Date('2026-03-30T22:00:00Z'),
  closesOn: localDate('2026-03-30'),
  state: day < 21 ? 'open' : day < 28 ? 'closing' : 'closed',
});

const flag = (flagId: string, more: Partial<DueFlag> = {}): DueFlag => ({
  flagId,
  rule: 'no_progress',
  searchId: `search of ${flagId}`,
  candidacyId: null,
  deadline: new Date('2026-03-20T17:00:00Z'),
  window: null,
  acknowledged: false,
  mine: true,
  ...more,
});

describe('what a row of today is', () => {
  it.each<[string, TodayGroup, Partial<DueFlag>]>([
    ['nothing moved in a search', 'ours', {}],
    ['a window that has long to run', 'ours', { candidacyId: 'c', window: windowAt(20) }],
    ['a window that closes in a week', 'save', { candidacyId: 'c', window: windowAt(21) }],
    ['a window that closes tomorrow', 'save', { candidacyId: 'c', window: windowAt(27) }],
    ['a window that has closed', 'lost', { candidacyId: 'c', window: windowAt(28) }],
    ['a search whose first window closes this week', 'save', { window: windowAt(22) }],
    ['a search whose first window has closed', 'ours', { window: windowAt(30) }],
    ['the client has not answered', 'client', { rule: 'client_silent', candidacyId: 'c', window: windowAt(3) }],
    ['the client has not answered, and the window closes', 'save', { rule: 'client_silent', window: windowAt(25) }],
    ['somebody has acknowledged it', 'acknowledged', { acknowledged: true, candidacyId: 'c', window: windowAt(25) }],
  ])('%s: %s', (_, group, more) => {
    expect(dueRows([flag('f', more)]).map((row) => row.group)).toEqual([group]);
  });

  it('has all flags of a person together, acknowledged only when all of them are', () => {
    const of = { searchId: 's', candidacyId: 'c', window: windowAt(4) };

    const [row, ...more] = dueRows([
      flag('a', { ...of, acknowledged: true }),
      flag('b', of),
      flag('c', { searchId: 's' }),
    ]);

    expect(row).toMatchObject({ group: 'ours', flagIds: ['a', 'b'] });
    expect(more).toMatchObject([{ flagIds: ['c'] }]);
  });
});

describe('the order of the day', () => {
  it('is by group, then what is one’s own, then by window, then by deadline', () => {
    const of = (id: string, more: Partial<DueFlag>) => flag(id, { candidacyId: id, ...more });
    const rows = dueRows([
      of('acknowledged', { acknowledged: true, window: windowAt(27) }),
      of('lost', { window: windowAt(40) }),
      of('later', { deadline: new Date('2026-03-21T17:00:00Z') }),
      of('sooner', {}),
      of('of others', { mine: false, window: windowAt(1) }),
      of('client', { rule: 'client_silent' }),
      of('save second', { window: windowAt(22, '2026-03-04') }),
      of('save of others', { mine: false, window: windowAt(27, '2026-03-01') }),
      of('save first', { window: windowAt(24, '2026-03-02') }),
    ]);

    expect(rows.flatMap(({ flagIds }) => flagIds)).toEqual([
      'save first',
      'save second',
      'save of others',
      'client',
      'sooner',
      'later',
      'of others',
      'lost',
      'acknowledged',
    ]);
    expect(countGroups(rows)).toEqual({ save: 3, client: 1, ours: 3, lost: 1, acknowledged: 1 });
  });
});

describe('windows that close soon', () => {
  it('are counted once for each person, and for a search unless its first window is one of theirs', () => {
    const person = { searchId: 's', candidacyId: 'c', window: windowAt(24) };

    expect(
      closingSoon([flag('a', person), flag('b', person), flag('c', { searchId: 's', window: windowAt(24) })]),
    ).toBe(1);
    expect(closingSoon([flag('a', { window: windowAt(24) }), flag('b', { window: windowAt(10) })])).toBe(1);
  });
});
