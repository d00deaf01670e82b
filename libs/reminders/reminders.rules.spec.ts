import { modesOf } from '@app/notifications/notifications.rules.js';
import type { NoticeMode, Person, ReminderKind } from '@app/notifications/notifications.types.js';
import { localDate } from '@app/platform/time/local-date.js';
import { lastMondayMorning, mailStateOf, mondayMailDue, rulingOn } from './reminders.rules.js';
import type { DueReminder, Ruling } from './reminders.types.js';

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
const told = (id: string, kind: ReminderKind = 'flag_raised', more: Partial<DueReminder> = {}): DueReminder => ({
  id,
  deliveryId: 'd',
  kind,
  dueAt: at('2026-11-16T09:00:00Z'),
  valid: true,
  ...more,
});
const gone = (id: string, kind?: ReminderKind) => told(id, kind, { valid: false });

describe('whether what somebody is to hear still goes out', () => {
  const ruling = (verdict: Ruling['verdict'], more: Partial<Ruling> = {}): Ruling => ({
    verdict,
    cancel: [],
    toDigest: [],
    missed: [],
    ...more,
  });
  const SEND = { send: true } as const;
  const CANCELLED = { cancelled: true } as const;
  const MISSED = { missed: true } as const;

  it.each<[string, Person, string, DueReminder[], Ruling]>([
    ['at once', partner, '2026-11-16T09:00:30Z', [told('a')], ruling(SEND)],
    ['not when its reason is gone', partner, '2026-11-16T09:00:30Z', [gone('a')], ruling(CANCELLED, { cancel: ['a'] })],
    [
      'with the gone ones left out',
      partner,
      '2026-11-16T09:00:30Z',
      [told('a'), gone('b')],
      ruling(SEND, { cancel: ['b'] }),
    ],
    ['up to a day late', partner, '2026-11-17T09:00:00Z', [told('a')], ruling(SEND)],
    [
      'later than that with the next digest',
      partner,
      '2026-11-17T09:00:00.001Z',
      [told('a')],
      ruling(MISSED, { toDigest: ['a'], missed: ['a'] }),
    ],
    [
      'only the late ones with the digest',
      partner,
      '2026-11-17T09:01:00Z',
      [told('a'), told('b', 'task_due', { dueAt: at('2026-11-17T08:00:00Z') })],
      ruling(MISSED, { toDigest: ['a', 'b'], missed: ['a'] }),
    ],
    [
      'not in the evening',
      partner,
      '2026-11-16T19:00:00Z',
      [told('a')],
      ruling({ notBefore: at('2026-11-17T06:00:00Z') }),
    ],
    [
      'not at the weekend',
      partner,
      '2026-11-21T10:00:00Z',
      [told('a', 'interview_tomorrow', { dueAt: at('2026-11-21T09:00:00Z') })],
      ruling({ notBefore: at('2026-11-23T06:00:00Z') }),
    ],
    [
      'on Monday what came on Friday night, as if on time',
      partner,
      '2026-11-23T06:00:00Z',
      [told('a', 'flag_escalated', { dueAt: at('2026-11-20T21:00:00Z') })],
      ruling(SEND),
    ],
    [
      'not once that kind is off',
      wanting({ flag_raised: 'off' }),
      '2026-11-16T09:00:30Z',
      [told('a')],
      ruling(CANCELLED, { cancel: ['a'] }),
    ],
    [
      'in the digest once that kind is in it',
      wanting({ flag_raised: 'digest' }),
      '2026-11-16T09:00:30Z',
      [told('a')],
      ruling(CANCELLED, { toDigest: ['a'] }),
    ],
    [
      'one now, one in the digest, one not at all',
      wanting({ task_due: 'digest', check_in_due: 'off' }),
      '2026-11-16T09:00:30Z',
      [told('a'), told('b', 'task_due'), told('c', 'check_in_due')],
      ruling(SEND, { cancel: ['c'], toDigest: ['b'] }),
    ],
  ])('%s', (_title, person, now, reminders, wanted) => {
    expect(rulingOn({ form: 'notices', dueAt: at('2026-11-16T09:00:00Z'), now: at(now) }, person, reminders)).toEqual(
      wanted,
    );
  });

  it.each<[string, Person, string, DueReminder[], Ruling]>([
    [
      'a digest with something in it is sent',
      partner,
      '2026-11-16T06:30:00Z',
      [told('own', 'daily_digest'), told('a', 'task_due')],
      ruling(SEND),
    ],
    [
      'one with nothing in it is not',
      partner,
      '2026-11-16T06:30:00Z',
      [told('own', 'daily_digest'), gone('a', 'task_due')],
      ruling(CANCELLED, { cancel: ['a'] }),
    ],
    [
      'one that was switched off leaves what is in it',
      wanting({ daily_digest: 'off' }),
      '2026-11-16T06:30:00Z',
      [told('own', 'daily_digest'), told('a', 'task_due')],
      ruling(CANCELLED, { toDigest: ['a'] }),
    ],
    [
      'one of somebody who is away leaves it too',
      { ...partner, absent: true },
      '2026-11-16T06:30:00Z',
      [told('a', 'task_due')],
      ruling(CANCELLED, { toDigest: ['a'] }),
    ],
    [
      'one that is a day late leaves it to the next',
      partner,
      '2026-11-17T06:30:01Z',
      [told('a', 'task_due')],
      ruling(MISSED, { toDigest: ['a'] }),
    ],
  ])('%s', (_title, person, now, reminders, wanted) => {
    expect(
      rulingOn({ form: 'daily_digest', dueAt: at('2026-11-16T06:30:00Z'), now: at(now) }, person, reminders),
    ).toEqual(wanted);
  });

  it.each<[string, Person, string, Ruling['verdict']]>([
    ['is sent', partner, '2026-11-16T06:00:00Z', SEND],
    ['is sent a day late', partner, '2026-11-17T06:00:00Z', SEND],
    ['is missed later than that', partner, '2026-11-17T06:00:00.001Z', MISSED],
    [
      'is not sent to somebody who is no partner any more',
      { ...partner, role: 'consultant' },
      '2026-11-16T06:00:00Z',
      CANCELLED,
    ],
    [
      'is not sent to somebody who switched it off',
      wanting({ pipeline_health: 'off' }),
      '2026-11-16T06:00:00Z',
      CANCELLED,
    ],
    ['is not sent to somebody who is away', { ...partner, absent: true }, '2026-11-16T06:00:00Z', CANCELLED],
  ])('the Monday mail %s', (_title, person, now, verdict) => {
    expect(
      rulingOn({ form: 'pipeline_health', dueAt: at('2026-11-16T06:00:00Z'), now: at(now) }, person, []).verdict,
    ).toEqual(verdict);
  });
});

describe('what became of the mail', () => {
  const row = { mode: 'immediate', cancelledAt: null, missedAt: null, deliveryState: null } as const;

  it.each([
    [row, 'waits'],
    [{ ...row, mode: 'off' }, 'no_mail'],
    [{ ...row, deliveryState: 'sent' }, 'sent'],
    [{ ...row, deliveryState: 'uncertain' }, 'uncertain'],
    [{ ...row, deliveryState: 'failed' }, 'not_sent'],
    [{ ...row, missedAt: at('2026-11-16T09:00:00Z') }, 'missed'],
    [{ ...row, missedAt: at('2026-11-16T09:00:00Z'), deliveryState: 'sent' }, 'sent'],
    [{ ...row, deliveryState: 'pending', cancelledAt: at('2026-11-16T09:00:00Z') }, 'cancelled'],
  ] as const)('%j: %s', (mail, state) => {
    expect(mailStateOf(mail)).toBe(state);
  });
});

describe('the last Monday 07:00', () => {
  it.each([
    // zone, now, date, moment
    ['Europe/Berlin', '2026-11-16T06:00:00Z', '2026-11-16', '2026-11-16T06:00:00.000Z'],
    ['Europe/Berlin', '2026-11-16T05:59:59Z', '2026-11-09', '2026-11-09T06:00:00.000Z'],
    ['Europe/Berlin', '2026-11-22T23:30:00Z', '2026-11-16', '2026-11-16T06:00:00.000Z'],
    ['Europe/Berlin', '2026-07-13T05:00:00Z', '2026-07-13', '2026-07-13T05:00:00.000Z'],
    // the Monday after the clocks went forward, and after they went back
    ['Europe/Berlin', '2026-03-30T05:00:00Z', '2026-03-30', '2026-03-30T05:00:00.000Z'],
    ['Europe/Berlin', '2026-10-26T06:00:00Z', '2026-10-26', '2026-10-26T06:00:00.000Z'],
    // it is Monday there while it is Sunday in UTC, and still Sunday there while it is Monday in UTC
    ['Pacific/Kiritimati', '2026-11-15T17:00:00Z', '2026-11-16', '2026-11-15T17:00:00.000Z'],
    ['Pacific/Auckland', '2026-11-15T18:00:00Z', '2026-11-16', '2026-11-15T18:00:00.000Z'],
    ['America/Los_Angeles', '2026-11-16T08:30:00Z', '2026-11-09', '2026-11-09T15:00:00.000Z'],
    ['Asia/Kolkata', '2026-11-16T01:30:00Z', '2026-11-16', '2026-11-16T01:30:00.000Z'],
    // the day before lost its midnight; Monday morning did not move
    ['America/Santiago', '2026-09-07T10:00:00Z', '2026-09-07', '2026-09-07T10:00:00.000Z'],
    ['Africa/Cairo', '2026-04-27T04:00:00Z', '2026-04-27', '2026-04-27T04:00:00.000Z'],
    // half-hour daylight saving
    ['Australia/Lord_Howe', '2026-10-04T20:00:00Z', '2026-10-05', '2026-10-04T20:00:00.000Z'],
  ])('in %s at %s is that of %s', (zone, now, date, moment) => {
    const monday = lastMondayMorning(at(now), zone);

    expect(monday.date).toBe(date);
    expect(monday.dueAt.toISOString()).toBe(moment);
  });

  it.each([
    ['a partner at 07:00', partner, '2026-11-16T06:00:00Z', '2026-11-16'],
    ['an admin at noon', { ...partner, role: 'admin' }, '2026-11-16T11:00:00Z', '2026-11-16'],
    ['a partner a day late', partner, '2026-11-17T06:00:00Z', '2026-11-16'],
    ['a partner more than a day late', partner, '2026-11-17T06:00:01Z', null],
    ['a consultant', { ...partner, role: 'consultant' }, '2026-11-16T06:00:00Z', null],
    ['somebody who came at noon', { ...partner, createdAt: at('2026-11-16T11:00:00Z') }, '2026-11-16T12:00:00Z', null],
  ] as const)('is due for %s', (_who, recipient, now, date) => {
    expect(mondayMailDue(recipient, at(now))?.date ?? null).toBe(date);
  });
});
