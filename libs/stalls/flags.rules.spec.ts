import type { Role } from '@app/identity/identity.types.js';
import {
  allowedFlagActions,
  decideAcknowledging,
  decideAssigning,
  decideSnoozing,
  mayHandle,
  standingRefusal,
} from './flags.rules.js';
import type { LockedFlag } from './stalls.types.js';

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
    expect(standingRefusal({ state })).toMatchObject({ code: 'flag_not_standing' });
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
  ])('%s', (_, standing, decided) => {
    expect(decideAcknowledging(standing, 'me', 'Client on holiday')).toMatchObject(decided);
  });
});

describe('snoozing', () => {
  const now = new Date('2026-11-20T23:30:00Z'); // Saturday half past midnight in Berlin

  it.each([
    ['until yesterday', '2026-11-20', 'snooze_date_refused'],
    ['until today at the office, though UTC still has yesterday', '2026-11-21', 'snooze_date_refused'],
    ['for 61 days', '2027-01-21', 'snooze_date_refused'],
  ])('%s is refused', (_, until, code) => {
    expect(decideSnoozing(flag(), until, now)).toMatchObject({ refused: { code } });
  });

  it.each([
    ['until tomorrow', '2026-11-22', 'Europe/Berlin', '2026-11-21T23:00:00Z'],
    ['for 60 days', '2027-01-20', 'Europe/Berlin', '2027-01-19T23:00:00Z'],
    ['in New York, where it is still Friday', '2026-11-21', 'America/New_York', '2026-11-21T05:00:00Z'],
    ['over the end of daylight saving', '2026-11-23', 'Pacific/Auckland', '2026-11-22T11:00:00Z'],
  ])('%s ends as the day begins at the office', (_, until, zone, at) => {
    expect(decideSnoozing(flag({ zone }), until, now)).toEqual({ until: new Date(at) });
  });

  it('until the day it is snoozed to already changes nothing', () => {
    const snoozed = flag({ snoozedUntil: new Date('2026-11-21T23:00:00Z') });

    expect(decideSnoozing(snoozed, '2026-11-22', now)).toEqual({ nothing: true });
  });
});

describe('assigning', () => {
  it.each([
    ['to a colleague', flag(), 'anna', { maySeeSearch: true }, { userId: 'anna' }],
    ['back to the lead', flag({ assignedTo: 'anna' }), null, null, { userId: null }],
    ['to whom it is assigned', flag({ assignedTo: 'anna' }), 'anna', { maySeeSearch: true }, { nothing: true }],
    ['to nobody when nobody has it', flag(), null, null, { nothing: true }],
    ['to nobody of this firm', flag(), 'stranger', null, { refused: { code: 'unknown_assignee' } }],
    [
      'to whom the search is hidden',
      flag(),
      'anna',
      { maySeeSearch: false },
      { refused: { code: 'unknown_assignee' } },
    ],
  ])('%s', (_, standing, userId, assignee, decided) => {
    expect(decideAssigning(standing, userId, assignee)).toMatchObject(decided);
  });
});
