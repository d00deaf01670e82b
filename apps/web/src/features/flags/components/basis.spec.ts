import { basisDetails, evidenceDetails } from './basis';

const now = new Date('2026-11-21T10:00:00Z');

describe('how a flag was decided, in words', () => {
  it('reads the basis of a working-day deadline', () => {
    const details = basisDetails(
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

    expect(details).toEqual([
      { label: 'Last progress', value: 'Thu 12 Nov 2026, 11:00 (Europe/Berlin)' },
      { label: 'Counted from', value: 'Thu 12 Nov' },
      { label: 'Limit', value: '5 working days' },
      { label: 'Days counted', value: 'Fri 13 Nov, Mon 16 Nov' },
      { label: 'Holidays skipped', value: 'Wed 18 Nov (Day of Repentance)' },
      { label: 'Days on hold excluded', value: 'none' },
      { label: 'Time zone', value: 'Europe/Berlin' },
    ]);
  });

  it('says the evidence by the names that its rule gives it, in their order', () => {
    const details = evidenceDetails(
      { furthestStage: 'client_interview', stageKind: 'assessed', budget: 4, expired: false, nothing: null },
      [
        { key: 'budget', label: 'Budget, working days' },
        { key: 'furthestStage', label: 'Furthest stage reached' },
        { key: 'expired', label: 'Expired' },
        { key: 'nothing', label: 'Nothing' },
      ],
      'Europe/Berlin',
      now,
    );

    expect(details).toEqual([
      { label: 'Budget, working days', value: '4' },
      { label: 'Furthest stage reached', value: 'Client interview' },
      { label: 'Expired', value: 'no' },
    ]);
  });

  it('writes dates as dates', () => {
    const names = [
      { key: 'forecast', label: 'First offer at the earliest' },
      { key: 'limit', label: 'Latest day for it' },
    ];

    expect(evidenceDetails({ limit: '2026-10-18', forecast: '2026-11-23' }, names, 'Europe/Berlin', now)).toEqual([
      { label: 'First offer at the earliest', value: 'Mon 23 Nov' },
      { label: 'Latest day for it', value: 'Sun 18 Oct' },
    ]);
  });
});
