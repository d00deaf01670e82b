import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { CalendarFile, Interview } from './interviews.types.js';

/** An interview for somebody's calendar. A calendar is often shared, so names stand in it only for the search's team. */
export function calendarFile(interview: Interview, { named, now }: { named: boolean; now: Date }): CalendarFile {
  const { id, startsAt, endsAt, place, withWhom, candidate, search, cancelledAt, version } = interview;
  const calendar = ical({ prodId: '-//Searchlight//Interviews//EN', method: ICalCalendarMethod.PUBLISH });
  calendar.createEvent({
    id: `interview-${id}`,
    sequence: version - 1,
    stamp: now,
    start: startsAt,
    end: endsAt,
    summary: named ? `Interview: ${candidate.name}, ${search.title}` : 'Interview',
    location: named ? place : null,
    description: named && withWhom ? `With ${withWhom}` : null,
    status: cancelledAt ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  return { name: `interview-${id}.ics`, text: calendar.toString() };
}
