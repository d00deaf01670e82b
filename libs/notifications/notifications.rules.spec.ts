import { localDate } from '@app/platform/time/local-date.js';
import { digestDue, modesOf, nextDigest, refusedModes, settingsOf } from './notifications.rules.js';
import type { NoticeMode, Person, ReminderKind } from './notifications.types.js';

const berlin = {
  zone: 'Europe/Berlin',
  workingDays: [1, 2, 3, 4, 5],
  holidays: [{ date: localDate('2026-12-25'), name: 'Christmas' }],
  version: 1,
};
const partner: Person = {
  firmId: 'f',
  userId: 'u',
  name: 'Ada',
  email: 'ada@firm.example',
  role: 'partner',
  timeZone: 'Europe/Berlin',
  createdAt: new Date('2026-01-01T00:00:00Z'),
  firmName: 'Firm',
  simulated: false,
  times: { quietFrom: '20:00', quietTo: '07:00', digestAt: '07:30', workingDaysOnly: true },
  modes: modesOf({}),
  calendar: berlin,
  absent: false,
};
const at = (text: string) => new Date(text);
const wanting = (modes: Partial<Record<ReminderKind, NoticeMode>>): Person => ({ ...partner, modes: modesOf(modes) });

describe('the digest of a day', () => {
  const early: Person = { ...partner, times: { ...partner.times, digestAt: '02:30' } };

  it.each<[string, Person, string, string | null]>([
    ['comes at its time', partner, '2026-11-16T06:30:00Z', '2026-11-16'],
    ['not before', partner, '2026-11-16T06:29:59Z', null],
    ['not on a Saturday', partner, '2026-11-21T12:00:00Z', null],
    ['not on a holiday', partner, '2026-12-25T12:00:00Z', null],
    ['not while somebody is away', { ...partner, absent: true }, '2026-11-16T07:00:00Z', null],
    ['not once it is off', wanting({ daily_digest: 'off' }), '2026-11-16T07:00:00Z', null],
    [
      'by the local date',
      { ...partner, calendar: { ...berlin, zone: 'Pacific/Auckland' } },
      '2026-11-15T18:30:00Z',
      '2026-11-16',
    ],
  ])('%s', (_title, person, now, date) => {
    expect(digestDue(person, at(now))?.date ?? null).toBe(date);
  });

  it.each([
    // 02:30 does not exist in Berlin on 29 March 2026 and comes twice on 25 October; both are Sundays there
    ['2026-03-28T12:00:00Z', [7], '2026-03-29T01:00:00.000Z'],
    ['2026-10-24T12:00:00Z', [7], '2026-10-25T00:30:00.000Z'],
    ['2026-12-24T12:00:00Z', [5, 6], '2026-12-26T01:30:00.000Z'],
  ])('after %s on weekdays %j is at %s', (now, workingDays, moment) => {
    expect(nextDigest({ ...early, calendar: { ...berlin, workingDays } }, at(now))?.dueAt.toISOString()).toBe(moment);
  });

  it.each<[string, Person, string]>([
    ['when it comes', partner, 'Your next digest comes Mon 23 Nov 07:30, if there is anything to report.'],
    [
      'that it waits for the end of quiet hours',
      early,
      'Your next digest comes Mon 23 Nov 07:00 once your quiet hours are over, if there is anything to report.',
    ],
    [
      'that it is off',
      wanting({ daily_digest: 'off' }),
      'You receive no digest; your reminders hold what it would say.',
    ],
  ])('is announced: %s', (_title, person, sentence) => {
    expect(settingsOf({ ...person, version: 1 }, at('2026-11-20T12:00:00Z')).nextDigest).toBe(sentence);
  });
});

describe('choices', () => {
  it('are the defaults until somebody chooses', () => {
    const { kinds } = settingsOf({ ...partner, version: 0 }, at('2026-11-20T12:00:00Z'));

    expect(Object.fromEntries(kinds.map(({ kind, mode }) => [kind, mode]))).toEqual({
      flag_raised: 'immediate',
      flag_escalated: 'immediate',
      window_closing: 'immediate',
      interview_tomorrow: 'immediate',
      interview_changed: 'immediate',
      interview_cancelled: 'immediate',
      offer_expiring: 'immediate',
      task_due: 'digest',
      check_in_due: 'digest',
      article14_due: 'digest',
      mentioned: 'immediate',
      daily_digest: 'immediate',
      pipeline_health: 'immediate',
    });
  });

  it('leave the Monday mail out for those who do not get it', () => {
    const { kinds } = settingsOf({ ...partner, role: 'researcher', version: 0 }, at('2026-11-20T12:00:00Z'));

    expect(kinds.map(({ kind }) => kind)).not.toContain('pipeline_health');
  });

  it('do not put a digest into the digest', () => {
    expect(refusedModes({ pipeline_health: 'digest' })).toMatch(/sent on their own/);
    expect(refusedModes({ task_due: 'digest', daily_digest: 'off' })).toBeNull();
  });
});
