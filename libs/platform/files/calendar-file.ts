import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';

/** One appointment, the same wherever it is written down: the same `uid`, and a `sequence` that grows with every change. */
export interface CalendarEntry {
  readonly uid: string;
  readonly sequence: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly title: string;
  readonly place: string | null;
  readonly description?: string | null;
  readonly url?: string;
  /** It will not take place. */
  readonly cancelled: boolean;
}

export interface CalendarFile {
  readonly name: string;
  readonly method: 'PUBLISH' | 'CANCEL';
  readonly text: string;
}

/**
 * Calendar files with each of these once: one with what stands, one with what is cancelled, because a file has one method
 * (RFC 5546). Published rather than sent as an invitation: nobody is asked to answer, and no name of an attendee leaves.
 * Whoever has an earlier version has it replaced or taken out. A cancellation has to name an organizer: this installation.
 */
export function calendarFiles(
  entries: readonly CalendarEntry[],
  { name, now, publicUrl }: { name: string; now: Date; publicUrl: string },
): CalendarFile[] {
  const latest = new Map<string, CalendarEntry>();
  for (const entry of entries) {
    const other = latest.get(entry.uid);
    if (!other || other.sequence <= entry.sequence) latest.set(entry.uid, entry);
  }
  const all = [...latest.values()];
  const stillOn = all.filter(({ cancelled }) => !cancelled);
  const cancelled = all.filter((entry) => entry.cancelled);
  return [
    ...(stillOn.length > 0 ? [fileOf(stillOn, { name, method: 'PUBLISH', now, publicUrl })] : []),
    ...(cancelled.length > 0
      ? [fileOf(cancelled, { name: `${name}-cancelled`, method: 'CANCEL', now, publicUrl })]
      : []),
  ];
}

function fileOf(
  entries: readonly CalendarEntry[],
  { name, method, now, publicUrl }: { name: string; method: CalendarFile['method']; now: Date; publicUrl: string },
): CalendarFile {
  const calendar = ical({
    prodId: { company: 'Searchlight', product: 'Searchlight', language: 'EN' },
    method: ICalCalendarMethod[method],
  });
  for (const { uid, sequence, startsAt, endsAt, title, place, description, url, cancelled } of entries) {
    calendar.createEvent({
      id: uid,
      sequence,
      stamp: now,
      start: startsAt,
      end: endsAt,
      summary: written(title),
      location: writtenIf(place),
      description: writtenIf(description),
      url: url ?? null,
      ...(cancelled ? { organizer: { name: 'Searchlight', email: `searchlight@${new URL(publicUrl).hostname}` } } : {}),
      status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  }
  return { name: `${name}.ics`, method, text: `${calendar.toString()}\r\n` };
}

/** RFC 5545, 3.1: a text has no control character but the tab; a line break is written as `\\n`. */
const written = (text: string): string => text.replace(/\r\n?/g, '\n').replace(/[\0-\x08\x0b-\x1f\x7f-\x9f]/g, '');

const writtenIf = (text: string | null | undefined): string | null => (text ? written(text) : null);
