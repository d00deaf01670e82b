import { Temporal } from 'temporal-polyfill';
import {
  dateOf,
  dayOf,
  formatDay,
  type LocalDate,
  type LocalDay,
  MS_PER_DAY,
  plusDays,
  weekdayOf,
} from './local-date.js';

/** Business closes at this local hour; every working-day deadline falls here. */
export const END_OF_WORKING_DAY_HOUR = 18;

const MS_PER_HOUR = 3_600_000;
const MS_PER_MINUTE = 60_000;
/** No zone has ever been further than this from UTC. */
const WIDEST_OFFSET_MS = 16 * MS_PER_HOUR;

/** A stretch of time during which a zone keeps one offset: [from, to). */
interface Segment {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
}

interface KnownZone {
  last: Segment | undefined;
  readonly segments: Segment[];
}

// Temporal costs milliseconds per transition, so it is asked once per zone and stretch and never again.
const zones = new Map<string, KnownZone>();

/** What the tz database has renamed since Node's names were fixed. */
const RENAMED: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Louisville': 'America/Kentucky/Louisville',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

/**
 * The IANA name of a zone, as it is kept; null where it is none. Node takes names of its own besides, which neither the
 * tz database nor Temporal has. Whether Postgres has it too is asked of Postgres.
 */
export function zoneOf(name: string): string | null {
  if (!/^(?!SystemV\/)[A-Z]/i.test(name)) return null;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    const zone = new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone;
    return RENAMED[zone] ?? zone;
  } catch {
    return null;
  }
}

/** How far a zone's clocks are ahead of UTC, in milliseconds. */
export const offsetAt = (at: Date, zone: string): number => segmentAt(zone, at.getTime()).offset;

/** The day of a wall time read as if it were UTC. */
const dayAt = (wall: number): LocalDay => Math.floor(wall / MS_PER_DAY) as LocalDay;

/** The local calendar day of an instant, as days since 1970-01-01. */
export function localDayOf(at: Date, zone: string): LocalDay {
  const ms = at.getTime();
  return dayAt(ms + segmentAt(zone, ms).offset);
}

/** The local calendar date of an instant, `YYYY-MM-DD`. */
export function localDateOf(at: Date, zone: string): LocalDate {
  return dateOf(localDayOf(at, zone));
}

/** ISO weekday of an instant in a zone, 1 = Monday. */
export function localWeekdayOf(at: Date, zone: string): number {
  return weekdayOf(localDayOf(at, zone));
}

/** The first instant of a local date. Where midnight does not exist it is the first minute that does; of two midnights, the first. */
export function startOfDay(date: LocalDate, zone: string): Date {
  return startOfLocalDay(dayOf(date), zone);
}

export function startOfLocalDay(day: LocalDay, zone: string): Date {
  return new Date(firstInstantAt(day * MS_PER_DAY, zone));
}

/** The first instant after a local date, and so the end of what is valid through it. */
export function endOfDay(date: LocalDate, zone: string): Date {
  return startOfLocalDay(plusDays(dayOf(date), 1), zone);
}

/** The last instant of a local date: when something happened of which only the date is known, and which ended something. */
export function lastMomentOf(date: LocalDate, zone: string): Date {
  return new Date(endOfDay(date, zone).getTime() - 1);
}

/** 18:00 local, by the same rule for times that do not exist or occur twice. */
export function endOfWorkingDay(date: LocalDate, zone: string): Date {
  return endOfLocalWorkingDay(dayOf(date), zone);
}

export function endOfLocalWorkingDay(day: LocalDay, zone: string): Date {
  return atLocalHour(day, END_OF_WORKING_DAY_HOUR, zone);
}

/** A full hour on the zone's clocks, by the same rule. */
export function atLocalHour(day: LocalDay, hour: number, zone: string): Date {
  return new Date(firstInstantAt(day * MS_PER_DAY + hour * MS_PER_HOUR, zone));
}

/** Any minute of a local day, 0 to 1440, by the same rule. */
export function atLocalMinute(day: LocalDay, minute: number, zone: string): Date {
  return new Date(firstInstantAt(day * MS_PER_DAY + minute * MS_PER_MINUTE, zone));
}

/** "Thu 5 Nov", and with the year where now is in another: "Fri 1 Jan 2027". */
export const formatLocalDay = (at: Date, zone: string, now: Date): string =>
  formatDay(localDayOf(at, zone), localDayOf(now, zone));

/** "Thu 5 Nov 18:00", with the year by the same rule. */
export const formatLocalMoment = (at: Date, zone: string, now: Date): string =>
  `${formatLocalDay(at, zone, now)} ${formatLocalTime(at, zone)}`;

/** "18:00" */
export const formatLocalTime = (at: Date, zone: string): string =>
  new Date(at.getTime() + segmentAt(zone, at.getTime()).offset).toISOString().slice(11, 16);

/**
 * The earliest instant whose local clock shows the wanted wall time or, in a gap, something later. `wall` is the wall
 * time read as if it were UTC.
 */
function firstInstantAt(wall: number, zone: string): number {
  let segment = segmentAt(zone, wall - WIDEST_OFFSET_MS);
  for (;;) {
    const at = Math.max(wall - segment.offset, segment.from);
    if (at < segment.to) return at;
    segment = segmentAt(zone, segment.to);
  }
}

function segmentAt(zone: string, ms: number): Segment {
  let known = zones.get(zone);
  if (known?.last && ms >= known.last.from && ms < known.last.to) return known.last;
  if (!known) zones.set(zone, (known = { last: undefined, segments: [] }));
  known.last = known.segments.find(({ from, to }) => ms >= from && ms < to) ?? learnSegment(known, zone, ms);
  return known.last;
}

function learnSegment(known: KnownZone, zone: string, ms: number): Segment {
  const at = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
  const next = at.getTimeZoneTransition('next');
  // "previous" looks strictly before, and ms itself may be the first moment of its stretch
  const previous = at.add({ milliseconds: 1 }).getTimeZoneTransition('previous');
  const segment: Segment = {
    from: previous?.epochMilliseconds ?? -Infinity,
    to: next?.epochMilliseconds ?? Infinity,
    offset: at.offsetNanoseconds / 1_000_000,
  };
  known.segments.push(segment);
  return segment;
}
