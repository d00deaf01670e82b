import { calendarFile } from './calendar-file.js';
import type { MailFrame, NoticeItem } from './mails.types.js';
import { noticesMail } from './notices-mail.js';

const frame: MailFrame = {
  now: new Date('2026-11-23T08:00:00Z'),
  publicUrl: 'https://crm.firm.example',
  recipientName: 'Recipient Sample',
  firmName: 'Firm',
  simulated: false,
  timeZone: 'Europe/Berlin',
  unsubscribeUrl: null,
};
const startsAt = new Date('2026-11-24T09:00:00Z');
const interview = (n: number): NoticeItem => ({
  kind: 'interview_tomorrow',
  severity: null,
  group: 'Chief Quux Officer, Client Zeta',
  about: 'Zaphira Candidate',
  sentence: 'Second interview',
  nextStep: null,
  path: `/searches/s-${n}`,
  at: startsAt,
  event: {
    uid: `interview-${n}@firm.example`,
    sequence: 2,
    startsAt,
    endsAt: new Date('2026-11-24T10:00:00Z'),
    place: 'Room 1; second floor, left',
    title: 'Interview, second round',
    cancelled: false,
  },
});

describe('the calendar file of an interview', () => {
  it('is published, in UTC, with a UID that stays and a sequence that grows, without names', () => {
    const [file] = calendarFile(frame, [interview(0)]);
    const lines = String(file?.content).split('\r\n');

    expect(file).toMatchObject({
      filename: 'interview.ics',
      contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
    });
    expect(lines).toEqual(
      expect.arrayContaining([
        'METHOD:PUBLISH',
        'UID:interview-0@firm.example',
        'DTSTAMP:20261123T080000Z',
        'SEQUENCE:2',
        'DTSTART:20261124T090000Z',
        'DTEND:20261124T100000Z',
        'SUMMARY:Interview\\, second round',
        'LOCATION:Room 1\\; second floor\\, left',
      ]),
    );
    expect(String(file?.content)).not.toMatch(/Zaphira|Zeta|Quux|ATTENDEE|ORGANIZER/);
  });

  it('has no character that no calendar reads, and ends its last line', () => {
    const event = interview(0).event;
    const place = 'Room\u0007 1\r\nsecond\u000b floor\u0085\tleft';
    const [file] = calendarFile(frame, [{ ...interview(0), event: event && { ...event, place } }]);
    const text = String(file?.content);

    expect(text).toContain('LOCATION:Room 1\\nsecond floor\tleft\r\n');
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\0-\u0008\u000a-\u001f\u007f-\u009f]/);
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  });

  it('holds every interview, also those the mail only counts', async () => {
    const { attachments } = await noticesMail(
      frame,
      Array.from({ length: 30 }, (_, n) => interview(n)),
    );

    expect(attachments.map(({ filename }) => filename)).toEqual(['interviews.ics']);
    expect(String(attachments[0]?.content).match(/BEGIN:VEVENT/g)).toHaveLength(30);
  });

  it('is missing where nothing is to be entered', () => {
    expect(calendarFile(frame, [{ ...interview(0), event: null }])).toEqual([]);
  });
});
