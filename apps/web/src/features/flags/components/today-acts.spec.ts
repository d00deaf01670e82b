import type { TodayItem } from '../../../lib/answers';
import { dayNumber } from '../../../lib/dates';
import { changesOf, snoozeDays, undoOf } from './today-acts';

const flag = (flagId: string, more: Partial<TodayItem> = {}): TodayItem =>
  ({ flagId, acknowledged: false, assignedTo: null, ...more }) as TodayItem;

describe('what is done with the flags of a row', () => {
  const flags = [flag('known', { acknowledged: true, assignedTo: { id: 'u1', name: 'Simulated' } }), flag('new')];

  it('is done with each of them, and acknowledged only once', () => {
    const acknowledge = { verb: 'acknowledge', reason: 'The client is away' } as const;

    expect(changesOf(flags, acknowledge)).toEqual([{ ...acknowledge, flagId: 'new' }]);
    expect(changesOf(flags, { verb: 'snooze', until: '2026-12-01' }).map(({ flagId }) => flagId)).toEqual([
      'known',
      'new',
    ]);
  });

  it('is undone as each of them was before', () => {
    expect(undoOf(flags, { verb: 'acknowledge', reason: 'x' })).toEqual([{ flagId: 'new', verb: 'take_back' }]);
    expect(undoOf(flags, { verb: 'snooze', until: '2026-12-01' }).map(({ verb }) => verb)).toEqual(['wake', 'wake']);
    expect(undoOf(flags, { verb: 'assign', userId: 'u2' })).toEqual([
      { flagId: 'known', verb: 'assign', userId: 'u1' },
      { flagId: 'new', verb: 'assign', userId: null },
    ]);
    expect(undoOf(flags, { verb: 'wake' })).toEqual([]);
  });
});

describe('the usual days to look again', () => {
  it.each([
    ['2026-11-28', 'a Saturday', ['2026-11-29', '2026-11-30', '2026-12-05', '2026-12-28']],
    ['2026-11-29', 'a Sunday: tomorrow is Monday', ['2026-11-30', '2026-12-06', '2026-12-29']],
    ['2026-11-30', 'a Monday: the next one is in a week', ['2026-12-01', '2026-12-07', '2026-12-30']],
    ['2026-12-01', 'a Tuesday', ['2026-12-02', '2026-12-07', '2026-12-08', '2026-12-31']],
  ])('on %s, %s', (date, _, days) => {
    const today = dayNumber(new Date(`${date}T12:00:00Z`), 'UTC');

    expect(snoozeDays(today).map(({ until }) => until)).toEqual(days);
  });
});
