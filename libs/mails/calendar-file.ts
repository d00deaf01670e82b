import ical, { ICalCalendarMethod } from 'ical-generator';
import { PRODUCT } from './mail-page.js';
import type { Attachment, MailFrame, NoticeItem } from './mails.types.js';

/**
 * One calendar file with every appointment, published rather than sent as an invitation: nobody is asked to answer,
 * and no name of an attendee leaves. The UID stays and SEQUENCE grows, so a later version replaces the earlier one.
 */
export function calendarFile(frame: Pick<MailFrame, 'publicUrl'>, items: readonly NoticeItem[]): readonly Attachment[] {
  const calendar = ical({ prodId: { company: PRODUCT, product: PRODUCT, language: 'EN' } });
  calendar.method(ICalCalendarMethod.PUBLISH);
  for (const { event, path } of items) {
    if (!event) continue;
    calendar.createEvent({
      id: event.uid,
      sequence: event.sequence,
      start: event.startsAt,
      end: event.endsAt,
      summary: event.title,
      location: event.place,
      url: frame.publicUrl + path,
    });
  }
  const count = calendar.length();
  if (count === 0) return [];
  return [
    {
      filename: count === 1 ? 'interview.ics' : 'interviews.ics',
      contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
      content: Buffer.from(calendar.toString(), 'utf8'),
    },
  ];
}
