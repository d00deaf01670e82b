import { basisFacts, evidenceFacts } from './basis';

const now = new Date('2026-11-21T10:00:00Z');

describe('how a flag was decided, in words', () => {
  it('reads the basis of a working-day deadline', () => {
    const facts = basisFacts(
      {
        progressAt: '2026-11-12T10:00:00Z',
        localDate: '2026-11-12',
        zone: 'Europe/Berlin',
        workingDays: 5,
        holidaysSkipped: [{ date: '2026-11-18', name: 'Day of Repentance' }],
        holdDaysRemoved: 0,
        countedDays: ['2026-11-13', '2026-11-16'],
      },
      now,
    );

    expect(facts).toEqual([
      { label: 'Last progress', value: 'Thu 12 Nov 2026, 11:00 (Europe/Berlin)' },
      { label: 'Counted from', value: 'Thu 12 Nov' },
      { label: 'Limit', value: '5 working days' },
      { label: 'Days counted', value: 'Fri 13 Nov, Mon 16 Nov' },
      { label: 'Holidays skipped', value: 'Wed 18 Nov (Day of Repentance)' },
      { label: 'Days on hold excluded', value: 'none' },
      { label: 'Time zone', value: 'Europe/Berlin' },
    ]);
  });

  it('names the evidence, and spells out what it was given no words for', () => {
    const facts = evidenceFacts(
      { budget: 4, furthestStage: 'client_interview', stageKind: 'assessed', workingDaysUsed: 6, nothing: null },
      'Europe/Berlin',
      now,
    );

    expect(facts).toEqual([
      { label: 'Budget, working days', value: '4' },
      { label: 'Furthest stage reached', value: 'Client interview' },
      { label: 'Working days used', value: '6' },
    ]);
  });

  it('says of each rule what its numbers are, and dates as dates', () => {
    const facts = evidenceFacts(
      { forecast: '2026-11-23', limit: '2026-10-18', limitKind: 'target', candidacyId: 'x' },
      'Europe/Berlin',
      now,
      'pace',
    );

    expect(facts).toEqual([
      { label: 'First offer expected', value: 'Mon 23 Nov' },
      { label: 'Latest day for it', value: 'Sun 18 Oct' },
    ]);
    expect(evidenceFacts({ limit: 28, day: 47 }, 'Europe/Berlin', now, 'slate_late')).toEqual([
      { label: 'Day the slate is due', value: '28' },
      { label: 'Day of the search', value: '47' },
    ]);
  });
});
