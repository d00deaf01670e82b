import { lastMondayMorning, mondayMailDue, verdictOn } from './reminders.rules.js';
import type { DeliveryForm, Recipient, Verdict } from './reminders.types.js';

const partner: Recipient = {
  userId: 'u',
  name: 'Ada',
  email: 'ada@firm.example',
  role: 'partner',
  timeZone: 'Europe/Berlin',
  createdAt: new Date('2026-01-01T00:00:00Z'),
  firmName: 'Firm',
  simulated: false,
};
const at = (text: string) => new Date(text);

describe('whether a mail that has fallen due still goes out', () => {
  const dueAt = at('2026-11-16T06:00:00Z');
  it.each<[DeliveryForm, string, number, Verdict]>([
    // form, now, reminders that still stand, verdict
    ['notices', '2026-11-16T06:00:00Z', 1, { send: true }],
    ['notices', '2026-11-16T06:00:00Z', 0, { cancelled: true }],
    ['notices', '2026-11-17T06:00:00Z', 0, { cancelled: true }],
    ['notices', '2026-11-17T06:00:00.001Z', 0, { missed: true }],
    ['notices', '2026-11-20T06:00:00Z', 3, { send: true }],
    ['pipeline_health', '2026-11-16T06:00:00Z', 0, { send: true }],
    ['pipeline_health', '2026-11-17T06:00:00Z', 0, { send: true }],
    ['pipeline_health', '2026-11-17T06:00:00.001Z', 0, { missed: true }],
  ])('%s at %s with %i that still stand: %j', (form, now, standing, verdict) => {
    expect(verdictOn({ form, dueAt, now: at(now), standing, recipient: partner })).toEqual(verdict);
  });

  it('does not send the Monday mail to somebody who is no partner any more', () => {
    const due = { form: 'pipeline_health', dueAt, now: dueAt, standing: 0 } as const;

    expect(verdictOn({ ...due, recipient: { ...partner, role: 'consultant' } })).toEqual({ cancelled: true });
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
