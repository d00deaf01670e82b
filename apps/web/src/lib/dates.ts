/**
 * The one place of the web that turns moments into days and days into moments. A day is text, `2026-12-04`, or the number
 * of days since 1970-01-01; a moment is ISO 8601 or a `Date`. Between the two stands a zone.
 */
const DAY = 86_400_000;

type Moment = string | Date;
const asDate = (at: Moment): Date => (typeof at === 'string' ? new Date(at) : at);

const formats = new Map<string, Intl.DateTimeFormat>();
function format(zone: string, key: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const id = `${zone} ${key}`;
  const known = formats.get(id);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', { ...options, timeZone: zone });
  formats.set(id, made);
  return made;
}

function parts(at: Date, zone: string): Record<string, string> {
  const all = format(zone, 'parts', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  return Object.fromEntries(all.map(({ type, value }) => [type, value]));
}

/** The number of the local day a moment falls on; differences are calendar days in that zone. */
export function dayNumber(at: Moment, zone: string): number {
  const local = format(zone, 'iso', { year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(asDate(at));
  const part = (type: string): number => Number(local.find((entry) => entry.type === type)?.value);
  return Date.UTC(part('year'), part('month') - 1, part('day')) / DAY;
}

export const calendarDays = (from: Moment, to: Moment, zone: string): number =>
  dayNumber(to, zone) - dayNumber(from, zone);

/** "Fri 20 Nov", with the year when it is not the present one. */
export function day(at: Moment, zone: string, now: Date): string {
  const p = parts(asDate(at), zone);
  const short = `${p['weekday']} ${p['day']} ${p['month']}`;
  return p['year'] === parts(now, zone)['year'] ? short : `${short} ${p['year']}`;
}

/** "Fri 20 Nov 2026, 14:05 (Europe/Berlin)" */
export function exact(at: Moment, zone: string): string {
  const p = parts(asDate(at), zone);
  return `${p['weekday']} ${p['day']} ${p['month']} ${p['year']}, ${p['hour']}:${p['minute']} (${zone})`;
}

/** Minutes and hours within a day, then calendar days of the zone: "4 min ago", "yesterday", "in 3 days". */
export function relative(at: Moment, zone: string, now: Date): string {
  const date = asDate(at);
  const ms = date.getTime() - now.getTime();
  const minutes = Math.round(Math.abs(ms) / 60_000);
  const days = calendarDays(now, date, zone);
  // Two clocks never agree to the second: what has just been recorded is not in the future.
  if (minutes < 1 || (ms > 0 && minutes < 2)) return 'just now';
  if (minutes < 60) return ms < 0 ? `${minutes} min ago` : `in ${minutes} min`;
  if (days === 0) return hours(Math.round(minutes / 60), ms < 0);
  if (Math.abs(days) <= 45) return daysFromToday(days);
  return day(date, zone, now);
}

/** "today", "yesterday", "in 3 days" */
export function daysFromToday(days: number): string {
  if (days === 0) return 'today';
  if (Math.abs(days) === 1) return days < 0 ? 'yesterday' : 'tomorrow';
  return days < 0 ? `${-days} days ago` : `in ${days} days`;
}

const hours = (count: number, past: boolean): string => (past ? `${count} h ago` : `in ${count} h`);

/** A date without a clock ("2026-12-04") as "Fri 4 Dec", with the year when it is not the present one. */
export function plainDate(date: string, now: Date): string {
  return day(`${date.slice(0, 10)}T12:00:00Z`, 'UTC', now);
}

/** A date without a clock as the number of its day. */
export const numberOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY;

export const dateOf = (number: number): string => new Date(number * DAY).toISOString().slice(0, 10);

export const plusDays = (date: string, days: number): string => dateOf(numberOf(date) + days);

/** ISO weekday of a date, 1 = Monday. 1 January 1970 was a Thursday. */
export const weekdayOf = (date: string): number => ((((numberOf(date) + 3) % 7) + 7) % 7) + 1;

/** The dates of a month; January is 0. */
export function datesOf(year: number, month: number): string[] {
  const first = Date.UTC(year, month, 1) / DAY;
  return Array.from({ length: Date.UTC(year, month + 1, 1) / DAY - first }, (_, day) => dateOf(first + day));
}

const QUARTER_HOUR = 900_000;

/** A date picked in a form as the moment it begins in a zone, to be sent with an offset; where it has no midnight, the first there is. */
export function startOfDay(date: string, zone: string): string {
  let at = Date.parse(momentAt(date, '00:00', zone));
  while (localDate(new Date(at), zone) < date) at += QUARTER_HOUR;
  return new Date(at).toISOString();
}

/** A date picked in a form as the moment at which it is over: what is valid through it ends then. */
export const endOfDay = (date: string, zone: string): string => startOfDay(plusDays(date, 1), zone);

/** The last moment before something is over: its day is the last on which it is valid. */
export const lastMoment = (over: string): string => new Date(Date.parse(over) - 1).toISOString();

/** A date and a time of day typed into a form as the moment they mean in a zone. */
export function momentAt(date: string, time: string, zone: string): string {
  const guess = Date.parse(`${date}T${time.slice(0, 5)}:00Z`);
  const drift = guess - wallClock(new Date(guess), zone);
  const second = guess + drift;
  const settled = guess + (second - wallClock(new Date(second), zone));
  return new Date(settled).toISOString();
}

/** "2026-11-23", for a form. */
export const localDate = (at: Moment, zone: string): string => dateOf(dayNumber(at, zone));

/** The date so many days after today in a zone, however many hours its days have. */
export const dateIn = (days: number, now: Date, zone: string): string => dateOf(dayNumber(now, zone) + days);

export const yearIn = (at: Moment, zone: string): number => Number(localDate(at, zone).slice(0, 4));

/** Calendar days from today in a zone to a date; before it, less than none. */
export const daysUntil = (date: string, now: Date, zone: string): number => numberOf(date) - dayNumber(now, zone);

/** "14:05" */
export function clockTime(at: Moment, zone: string): string {
  const p = parts(asDate(at), zone);
  return `${p['hour']}:${p['minute']}`;
}

function wallClock(at: Date, zone: string): number {
  const local = format(zone, 'wall', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const part = (type: string): number => Number(local.find((entry) => entry.type === type)?.value);
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
}
