import fc from 'fast-check';
import { isQuiet } from '@app/platform/time/quiet-hours.js';
import { DEFAULT_MODES, digestDue, modesOf, quietHoursOf } from '@app/notifications/notifications.rules.js';
import {
  NOTICE_MODES,
  type NoticeMode,
  type Person,
  type ReminderKind,
} from '@app/notifications/notifications.types.js';
import { rulingOn } from './reminders.rules.js';
import type { DueReminder } from './reminders.types.js';

const START = Date.parse('2026-10-19T00:00:00Z');
const MINUTE = 60_000;
const KINDS = Object.keys(DEFAULT_MODES) as ReminderKind[];

interface Thing extends Omit<DueReminder, 'deliveryId'> {
  valid: boolean;
  mode: NoticeMode;
  mail: string | null;
}

/** The planner, the claim and a mail server that takes everything, as far as one person sees of them. */
class OnePerson {
  person: Person = {
    firmId: 'f',
    userId: 'u',
    name: 'Ada',
    email: 'ada@firm.example',
    role: 'partner',
    timeZone: 'Europe/Berlin',
    createdAt: new Date(0),
    firmName: 'Firm',
    simulated: false,
    times: { quietFrom: '20:00', quietTo: '07:00', digestAt: '07:30', workingDaysOnly: true },
    modes: modesOf({}),
    calendar: { zone: 'Europe/Berlin', workingDays: [1, 2, 3, 4, 5], holidays: [], version: 1 },
    absent: false,
  };
  readonly things: Thing[] = [];
  readonly told: string[] = [];
  readonly toldAt: Date[] = [];
  readonly digestDays: string[] = [];
  private readonly mails = new Map<string, { form: 'notices' | 'daily_digest'; dueAt: Date; notBefore: Date }>();

  add(now: Date, kind: ReminderKind): void {
    const mode = this.person.modes[kind];
    this.things.push({ id: `t${this.things.length}`, kind, dueAt: now, valid: true, mode, mail: null });
  }

  plan(now: Date): void {
    const waiting = this.things.filter(({ mode, mail }) => mode === 'immediate' && mail === null);
    if (waiting.length > 0) this.open('notices', `n${now.getTime()}`, now, waiting);
    const later = this.things.filter(({ mode, mail }) => mode === 'digest' && mail === null);
    const digest = later.length > 0 ? digestDue(this.person, now) : null;
    if (digest && !this.digestDays.includes(digest.date)) {
      this.digestDays.push(digest.date);
      this.open('daily_digest', digest.date, digest.dueAt, later);
    }
  }

  deliver(now: Date): void {
    for (const [id, mail] of this.mails) {
      if (mail.notBefore > now) continue;
      const inside = this.things.filter((thing) => thing.mail === id);
      const reminders = inside.map((thing) => ({ ...thing, deliveryId: id }));
      const { verdict, cancel, toDigest } = rulingOn(
        { form: mail.form, dueAt: mail.dueAt, now },
        this.person,
        reminders,
      );
      for (const thing of inside) {
        if (cancel.includes(thing.id)) Object.assign(thing, { mail: 'cancelled' });
        if (toDigest.includes(thing.id)) Object.assign(thing, { mail: null, mode: 'digest' });
      }
      if ('notBefore' in verdict) {
        mail.notBefore = verdict.notBefore;
        continue;
      }
      this.mails.delete(id);
      if (!('send' in verdict)) continue;
      this.toldAt.push(now);
      this.told.push(...inside.filter((thing) => thing.mail === id).map((thing) => thing.id));
    }
  }

  private open(form: 'notices' | 'daily_digest', id: string, dueAt: Date, things: Thing[]): void {
    this.mails.set(id, { form, dueAt, notBefore: dueAt });
    for (const thing of things) thing.mail = id;
  }
}

type Step = (person: OnePerson, now: Date) => void;

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.constantFrom(...KINDS).map(
    (kind): Step =>
      (person, now) =>
        person.add(now, kind),
  ),
  fc.constant<Step>((person, now) => person.plan(now)),
  fc.constant<Step>((person, now) => person.deliver(now)),
  fc.nat(50).map((i): Step => (person) => {
    const thing = person.things[i];
    if (thing) thing.valid = !thing.valid;
  }),
  fc.tuple(fc.constantFrom(...KINDS), fc.constantFrom(...NOTICE_MODES)).map(
    ([kind, mode]): Step =>
      (person) =>
        void (person.person = { ...person.person, modes: { ...person.person.modes, [kind]: mode } }),
  ),
  fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 23 }), fc.boolean())
    .map(([from, to, workingDaysOnly]): Step => (person) => {
      const [quietFrom, quietTo] = [from, to].map((hour) => `${String(hour).padStart(2, '0')}:00`) as [string, string];
      person.person = { ...person.person, times: { ...person.person.times, quietFrom, quietTo, workingDaysOnly } };
    }),
  fc.boolean().map(
    (absent): Step =>
      (person) =>
        void (person.person = { ...person.person, absent }),
  ),
);

describe('whatever happens in whatever order', () => {
  it('nobody is told a thing twice, nor in quiet hours, nor gets two digests a day', () => {
    let told = 0;
    fc.assert(
      fc.property(fc.array(fc.tuple(step, fc.nat(150)), { minLength: 40, maxLength: 150 }), (steps) => {
        const person = new OnePerson();
        let now = START;
        for (const [act, minutes] of steps) {
          const before = person.toldAt.length;
          act(person, new Date(now));
          for (const at of person.toldAt.slice(before)) expect(isQuiet(at, quietHoursOf(person.person))).toBe(false);
          now += minutes * MINUTE;
        }

        expect(new Set(person.told).size).toBe(person.told.length);
        expect(new Set(person.digestDays).size).toBe(person.digestDays.length);
        told += person.told.length;
      }),
      { numRuns: 500, seed: 20261121 },
    );
    expect(told).toBeGreaterThan(500);
  });
});
