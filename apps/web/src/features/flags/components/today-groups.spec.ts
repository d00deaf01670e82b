import type { TodayItem } from '../../../lib/answers';
import { todayGroups } from './today-groups';

const item = (flagId: string, searchId: string, candidacyId: string | null): TodayItem => ({
  flagId,
  rule: 'stage_overdue',
  severity: 'watch',
  sentence: 'In Presented for 4 working days',
  nextStep: 'Ring the client.',
  since: '2026-11-10T00:00:00Z',
  deadline: '2026-11-18T00:00:00Z',
  search: { id: searchId, title: 'VP MLOps', clientName: 'Example Energy' },
  candidacy: candidacyId ? { id: candidacyId, candidateName: 'A Person' } : null,
  window: null,
  acknowledged: false,
  escalated: false,
  snoozedUntil: null,
  assignedTo: null,
});

describe('Today', () => {
  it('shows a card once with all its flags, where its most pressing one stands', () => {
    const groups = todayGroups([
      item('a', 's', 'c1'),
      item('b', 's', null),
      item('c', 's', 'c2'),
      item('d', 's', 'c1'),
    ]);

    expect(groups.map(({ flags }) => flags.map(({ flagId }) => flagId))).toEqual([['a', 'd'], ['b'], ['c']]);
  });
});
