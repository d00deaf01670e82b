import type { TodayItem } from '../../../lib/answers';
import { nameOf, todayGroups } from './today-groups';

const flag = (
  flagId: string,
  group: TodayItem['group'],
  of: string | null,
  more: Partial<TodayItem> = {},
): TodayItem => ({
  flagId,
  group,
  rule: 'no_progress',
  severity: 'watch',
  sentence: 'No movement since Thu 5 Nov',
  nextStep: 'Call the client.',
  ways: [],
  since: '2026-11-05T09:00:00Z',
  deadline: '2026-11-12T17:00:00Z',
  search: { id: 's', title: 'Chief AI Officer', clientName: 'Halden Bank' },
  candidacy: of === null ? null : { id: of, candidateId: `p-${of}`, candidateName: `Simulated ${of}` },
  window: null,
  acknowledged: false,
  escalated: false,
  snoozedUntil: null,
  assignedTo: null,
  handedOn: null,
  ...more,
});

describe('what is to do today', () => {
  it('is one thing per card or search, in the groups and the order of the server', () => {
    const groups = todayGroups([
      flag('1', 'save', 'a'),
      flag('2', 'save', 'a'),
      flag('3', 'save', 'b'),
      flag('4', 'ours', null),
      flag('5', 'lost', 'c'),
    ]);

    expect(groups.map(({ name, things }) => [name, things.map(nameOf)])).toEqual([
      ['save', ['Simulated a', 'Simulated b']],
      ['ours', ['Chief AI Officer']],
      ['lost', ['Simulated c']],
    ]);
    expect(groups[0]?.things[0]?.flags.map(({ flagId }) => flagId)).toEqual(['1', '2']);
  });

  it('says first what is stalled', () => {
    const [group] = todayGroups([flag('1', 'save', 'a'), flag('2', 'save', 'a', { severity: 'stalled' })]);

    expect(group?.things[0]?.first.flagId).toBe('2');
  });

  it('is nothing without flags', () => {
    expect(todayGroups([])).toEqual([]);
  });
});
