import ICAL from 'ical.js';
import { offerExpiredSentence, paceSentence, windowClosingSentence } from '@app/clocks/sentences.rules.js';
import { marketWindow } from '@app/limits/market-window.rules.js';
import { dateOf, dayOf, formatDay, localDate, type LocalDay, plusDays } from '@app/platform/time/local-date.js';
import { atLocalHour, endOfDay, lastMomentOf, localDayOf, startOfDay } from '@app/platform/time/zone.js';
import { ODD_DAYS, onTheWall } from '../../test/lib/midnights.js';
import { calendarFile } from './calendar-file.js';
import { clientFeedbackMail } from './client-feedback-mail.js';
import type { HealthContent, MailFrame, NoticeItem } from './mails.types.js';
import { healthMail } from './monday-mail.js';
import { digestMail, noticesMail } from './notices-mail.js';

const now = new Date('2026-01-05T08:00:00Z');
const frameIn = (timeZone: string): MailFrame => ({
  now,
  publicUrl: 'https://crm.firm.example',
  recipientName: 'Recipient Sample',
  firmName: 'Firm',
  simulated: false,
  timeZone,
  unsubscribeUrl: null,
});
const notice = (given: Partial<NoticeItem> & Pick<NoticeItem, 'kind'>): NoticeItem => ({
  severity: null,
  group: 'Chief AI Officer, Client',
  about: 'Candidate Sample',
  sentence: 'Something is due',
  nextStep: null,
  path: '/searches/s',
  at: null,
  event: null,
  ...given,
});
const interviewAt = (startsAt: Date, minutes: number): NoticeItem =>
  notice({
    kind: 'interview_tomorrow',
    event: {
      ...{ uid: 'interview@searchlight', sequence: 1, place: null, title: 'Interview', cancelled: false, startsAt },
      endsAt: new Date(startsAt.getTime() + minutes * 60_000),
    },
  });
const LIMITS = { windowWatchDay: 21, windowCloseDay: 28 };

describe.each(ODD_DAYS)('in a mail to %s, %s', (zone, day, begins) => {
  const date = localDate(day);
  const inWords = (of: LocalDay) => formatDay(of, localDayOf(now, zone));
  const named = inWords(dayOf(date));
  const saying = { zone, now };
  const [before, after] = [plusDays(dayOf(date), -1), plusDays(dayOf(date), 1)];
  const [begun, over] = [startOfDay(date, zone), endOfDay(date, zone)];

  it('begins where its clocks first show it', () => {
    expect(begun.toISOString()).toBe(begins);
  });

  it('is the date on which a window closes that opened 28 days before, in sentence, reminder and Monday mail', async () => {
    const openedAt = atLocalHour(plusDays(dayOf(date), -28), 15, zone);
    const facts = { openedAt, offerExtendedAt: null, endedAt: null };
    const last = marketWindow(facts, LIMITS, zone, new Date(begun.getTime() - 1));
    const closed = marketWindow(facts, LIMITS, zone, begun);
    const health: HealthContent = {
      at: now,
      counts: { onTrack: 0, atRisk: 1, stalled: 0, onHold: 0 },
      searches: [],
      windowsThisWeek: [
        { candidacyId: 'c', searchId: 's', searchTitle: 'Seat', candidateName: 'Candidate Sample', window: last! },
      ],
      timeToOffer: { sentence: 'Too few to say' },
      changes: null,
    };

    const monday = await healthMail(frameIn(zone), health, begun);
    const reminder = await noticesMail(frameIn(zone), [
      notice({ kind: 'window_closing', at: last!.closesAt, on: last!.closesOn }),
    ]);

    expect([last?.state, last?.day, closed?.state, closed?.day]).toEqual(['closing', 27, 'closed', 28]);
    expect([last?.closesOn, last?.closesAt]).toEqual([date, begun]);
    expect(windowClosingSentence(dayOf(date), 27, 28, saying)).toContain(`Window closes ${named} (day 27 of 28)`);
    expect(monday.text).toContain(`Closes ${named}`);
    expect(monday.subject).toContain(`Pipeline health, ${named}`);
    expect(reminder.text).toContain(`Window closes ${named}`);
  });

  it('is the last day of an offer that is valid through it', async () => {
    const expires = (at: Date) => notice({ kind: 'offer_expiring', at: new Date(at.getTime() - 1) });

    const [through, until] = await Promise.all(
      [over, begun].map((at) => noticesMail(frameIn(zone), [expires(at)]).then(({ text }) => text)),
    );

    expect(through).toContain(`Offer expires ${named} 23:59`);
    expect(until).toContain(`Offer expires ${inWords(before)} 23:59`);
    expect(offerExpiredSentence(new Date(over.getTime() - 1), saying)).toContain(named);
    expect(offerExpiredSentence(lastMomentOf(dateOf(before), zone), saying)).toContain(inWords(before));
  });

  it('is the target date, the day of a digest, of a check-in, of a task and of a presentation', async () => {
    const frame = frameIn(zone);
    const due = [
      notice({ kind: 'check_in_due', at: begun, on: date }),
      notice({ kind: 'task_due', at: begun }),
      notice({ kind: 'article14_due', at: begun, on: date }),
    ];

    const digest = await digestMail(frame, { date, items: due });
    const asked = await clientFeedbackMail(frame, {
      ...{ people: 1, leadName: 'Lead', leadEmail: 'lead@firm.example', searchTitle: 'Seat', windowDays: 28 },
      presentedOn: begun,
    });

    expect(digest.subject).toMatch(new RegExp(`^${named}: `));
    for (const what of ['Check-in due', 'Task due', 'Article 14 notice due'])
      expect(digest.text).toContain(`${what} ${named}`);
    expect(asked.text).toContain(`On ${named} we presented`);
    expect(paceSentence(null, dayOf(date), 'target', saying)).toContain(named);
  });

  it('has interviews at the times of its clocks, and as long as they are', async () => {
    const starts = [
      begun,
      new Date(begun.getTime() - 30 * 60_000),
      new Date(begun.getTime() + 30 * 60_000),
      new Date(begun.getTime() - 60 * 60_000),
      atLocalHour(after, 0, zone),
    ];
    for (const startsAt of starts) {
      for (const minutes of [45, 60, 24 * 60]) {
        const item = interviewAt(startsAt, minutes);
        const endsAt = item.event!.endsAt;
        const [from, to] = [startsAt, endsAt].map((at) => onTheWall(at, zone).split(' ') as [string, string]);
        const said = (await noticesMail(frameIn(zone), [item])).text;
        const span =
          /Interview (\w{3} \d+ \w{3} \d\d:\d\d) to (?:(\w{3} \d+ \w{3}) )?(\d\d:\d\d)(?: \((\d+) minutes\))?/;
        const [, begin, ending, time, length] = span.exec(said) ?? [];

        expect(begin).toBe(`${inWords(dayOf(localDate(from![0])))} ${from![1]}`);
        expect([ending ?? inWords(dayOf(localDate(from![0]))), time]).toEqual([
          inWords(dayOf(localDate(to![0]))),
          to![1],
        ]);
        // where the clocks change in between, the two times do not say it
        const told = (Date.parse(`${to!.join('T')}Z`) - Date.parse(`${from!.join('T')}Z`)) / 60_000;
        expect(Number(length ?? told)).toBe(minutes);

        const [file] = calendarFile(frameIn(zone), [item]);
        const read = ICAL.Component.fromString(String(file?.content)).getFirstSubcomponent('vevent')!;
        const event = new ICAL.Event(read);
        expect([event.startDate.toJSDate(), event.endDate.toJSDate()]).toEqual([startsAt, endsAt]);
        expect(event.startDate.isDate).toBe(false);
      }
    }
  });
});
