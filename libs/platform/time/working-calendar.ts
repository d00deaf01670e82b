import { dateOf, dayOf, type LocalDate, type LocalDay, NEVER, plusDays, weekdayOf } from './local-date.js';
import { endOfLocalWorkingDay, localDayOf, startOfLocalDay } from './zone.js';

export interface Holiday {
  readonly date: LocalDate;
  readonly name: string | null;
}

/** The days on which a client does not work, on top of the office's. */
export interface ClientCalendar {
  readonly holidays: readonly Holiday[];
  readonly version: number;
}

/** Share one object between all searches of an office and client: what is derived from it is kept per object. */
export interface OfficeCalendar {
  /** IANA name */
  readonly zone: string;
  /** ISO weekdays, 1 = Monday */
  readonly workingDays: readonly number[];
  readonly holidays: readonly Holiday[];
  readonly version: number;
  readonly client?: ClientCalendar | null;
}

/** A holiday and whose it is; one that both keep is the office's. */
export interface SkippedHoliday extends Holiday {
  readonly calendar: 'office' | 'client';
}

/** A pause agreed with the client, in local dates [from, to): its first day is paused, the day of resuming counts again. */
export interface Hold {
  readonly from: Date;
  readonly to: Date | null;
}

/** Why a deadline is where it is. Dates are the office's. */
export interface DeadlineBasis {
  readonly progressAt: Date;
  readonly localDate: LocalDate;
  readonly zone: string;
  readonly calendarVersion: number;
  /** null where the client has no calendar of its own */
  readonly clientCalendarVersion: number | null;
  readonly workingDays: number;
  readonly holidaysSkipped: readonly SkippedHoliday[];
  readonly holdDaysRemoved: number;
  readonly countedDays: readonly LocalDate[];
}

export interface Deadline {
  readonly at: Date;
  readonly basis: DeadlineBasis;
}

/** A calendar without enough working days in this many days has no deadline. */
const HORIZON_DAYS = 20 * 366;
/** More working days than there are in the horizon. */
const LONGEST = 10_000;

interface CompiledCalendar {
  /** indexed by ISO weekday */
  readonly works: readonly boolean[];
  readonly holidays: ReadonlyMap<LocalDay, SkippedHoliday>;
  /** what has been asked for without holds, by day and length */
  readonly deadlines: Map<number, number | null>;
  readonly latestStarts: Map<number, LocalDay | null>;
}

interface DaySpan {
  readonly from: LocalDay;
  readonly to: LocalDay;
}

export type DayKind = 'counts' | 'weekend' | 'holiday' | 'held';

const compiled = new WeakMap<OfficeCalendar, CompiledCalendar>();

export function isWorkingDay(date: LocalDate, calendar: OfficeCalendar): boolean {
  return works(dayOf(date), compile(calendar));
}

/** The date itself when it is a working day, else the next one; null when the calendar has none. */
export function nextWorkingDay(date: LocalDate, calendar: OfficeCalendar): LocalDate | null {
  const day = firstWorkingDay(dayOf(date), compile(calendar));
  return day === null ? null : dateOf(day);
}

/** The n-th working day after a date; a date that is not a working day counts as the next one. */
export function addWorkingDays(date: LocalDate, n: number, calendar: OfficeCalendar): LocalDate | null {
  const day = dayAfterWorking(dayOf(date), n, compile(calendar), []);
  return day === null ? null : dateOf(day);
}

/** The working days after `from` up to and including `to`; a `from` that is not a working day counts as the next one. */
export function workingDaysBetween(from: LocalDate, to: LocalDate, calendar: OfficeCalendar): number {
  return countWorkingDays(dayOf(from), dayOf(to), compile(calendar), []);
}

/** The working days used up since some progress, days on hold taken out: what is compared with a budget. */
export function workingDaysSince(
  progressAt: Date,
  now: Date,
  calendar: OfficeCalendar,
  holds: readonly Hold[],
): number {
  const { zone } = calendar;
  return countWorkingDays(
    localDayOf(progressAt, zone),
    localDayOf(now, zone),
    compile(calendar),
    heldSpans(holds, zone),
  );
}

/**
 * The end of the working day `n` working days after the local date of the progress. Progress on a non-working day
 * counts as on the next working day; working days on hold do not count. Null while a hold without an end stands before it.
 */
export function deadlineAfter(
  progressAt: Date,
  n: number,
  calendar: OfficeCalendar,
  holds: readonly Hold[],
): Deadline | null {
  const at = deadlineInstant(progressAt, n, calendar, holds);
  return at === null ? null : { at, basis: deadlineBasis(progressAt, n, calendar, holds) };
}

/**
 * The deadline without its basis, for the sweep: it decides a hundred deadlines for every one it has to explain. Many
 * people of an office made their last progress on the same day, so without holds most have been decided before.
 */
export function deadlineInstant(
  progressAt: Date,
  n: number,
  calendar: OfficeCalendar,
  holds: readonly Hold[],
): Date | null {
  const { zone } = calendar;
  const days = compile(calendar);
  const from = localDayOf(progressAt, zone);
  if (holds.length > 0) return endOf(dayAfterWorking(from, n, days, heldSpans(holds, zone)), zone);
  const asked = from * LONGEST + n;
  let at = n < LONGEST ? days.deadlines.get(asked) : null;
  if (at === undefined) {
    at = endOf(dayAfterWorking(from, n, days, NOT_HELD), zone)?.getTime() ?? null;
    days.deadlines.set(asked, at);
  }
  return at === null ? null : new Date(at);
}

const endOf = (day: LocalDay | null, zone: string): Date | null =>
  day === null ? null : endOfLocalWorkingDay(day, zone);

export function deadlineBasis(
  progressAt: Date,
  n: number,
  calendar: OfficeCalendar,
  holds: readonly Hold[],
): DeadlineBasis {
  const { zone, version, client } = calendar;
  const days = compile(calendar);
  const held = heldSpans(holds, zone);
  const localDay = localDayOf(progressAt, zone);
  const base = firstWorkingDay(localDay, days) ?? localDay;
  const last = dayAfterWorking(localDay, n, days, held) ?? localDay;
  const holidaysSkipped: SkippedHoliday[] = [];
  const countedDays: LocalDate[] = [];
  let holdDaysRemoved = 0;
  for (let day = localDay; day <= last; day++) {
    const kind = kindOf(day, days, held);
    const holiday = days.holidays.get(day);
    if (kind === 'holiday' && holiday) holidaysSkipped.push(holiday);
    if (kind === 'held' && day > base) holdDaysRemoved++;
    if (kind === 'counts' && day > base) countedDays.push(dateOf(day));
  }
  return {
    progressAt,
    localDate: dateOf(localDay),
    zone,
    calendarVersion: version,
    clientCalendarVersion: client?.version ?? null,
    workingDays: n,
    holidaysSkipped,
    holdDaysRemoved,
    countedDays,
  };
}

/** What a local date is to a working-day clock. */
export interface ExplainedDay {
  readonly date: LocalDate;
  readonly kind: DayKind;
  readonly holiday: SkippedHoliday | null;
}

/** Every local date of a stretch, both ends included, for whoever wants to count after us. */
export function explainDays(
  from: LocalDate,
  to: LocalDate,
  calendar: OfficeCalendar,
  holds: readonly Hold[],
): ExplainedDay[] {
  const days = compile(calendar);
  const held = heldSpans(holds, calendar.zone);
  const [first, last] = [dayOf(from), dayOf(to)];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => {
    const day = plusDays(first, i);
    return { date: dateOf(day), kind: kindOf(day, days, held), holiday: days.holidays.get(day) ?? null };
  });
}

/**
 * The last local day from which `n` working days still end by a target day; the next day is the first that is too late.
 * Null when the calendar has no such day.
 */
export function latestStartDay(
  targetDay: LocalDay,
  n: number,
  calendar: OfficeCalendar,
  holds: readonly Hold[],
): LocalDay | null {
  const days = compile(calendar);
  if (holds.length > 0) return dayBeforeWorking(targetDay, n, days, heldSpans(holds, calendar.zone));
  const asked = targetDay * LONGEST + n;
  let day = n < LONGEST ? days.latestStarts.get(asked) : null;
  if (day === undefined) {
    day = dayBeforeWorking(targetDay, n, days, NOT_HELD);
    days.latestStarts.set(asked, day);
  }
  return day;
}

/** The local day on which `n` working days after a local day end; null when a hold without an end stands before it. */
export function dayAfterWorkingDays(
  from: LocalDay,
  n: number,
  calendar: OfficeCalendar,
  holds: readonly Hold[],
): LocalDay | null {
  return dayAfterWorking(from, n, compile(calendar), heldSpans(holds, calendar.zone));
}

/**
 * The local midnight that begins the n-th calendar day after a moment's own, days on hold taken out. Null while a hold
 * without an end stands before it.
 */
export function calendarDeadline(from: Date, n: number, zone: string, holds: readonly Hold[]): Date | null {
  const held = heldSpans(holds, zone);
  let day = localDayOf(from, zone);
  for (let left = n; left > 0; left--) {
    do day++;
    while (isHeld(day, held) && !isHeldForGood(day, held));
    if (isHeldForGood(day, held)) return null;
  }
  return startOfLocalDay(day, zone);
}

/** Local midnights since a moment, days on hold taken out. */
export function calendarDaysSince(from: Date, now: Date, zone: string, holds: readonly Hold[]): number {
  const [first, last] = [localDayOf(from, zone), localDayOf(now, zone)];
  return Math.max(0, last - first) - heldDaysBetween(first, last, heldSpans(holds, zone));
}

/** Local days on hold after the day of one moment, up to and including the day of another. */
export function holdDaysBetween(from: Date, to: Date, zone: string, holds: readonly Hold[]): number {
  return heldDaysBetween(localDayOf(from, zone), localDayOf(to, zone), heldSpans(holds, zone));
}

function heldDaysBetween(first: LocalDay, last: LocalDay, held: readonly DaySpan[]): number {
  let count = 0;
  for (let day = plusDays(first, 1); held.length > 0 && day <= last; day++) if (isHeld(day, held)) count++;
  return count;
}

const isHeldForGood = (day: LocalDay, held: readonly DaySpan[]): boolean =>
  held.some(({ from, to }) => to === NEVER && day >= from);

function dayAfterWorking(from: LocalDay, n: number, days: CompiledCalendar, held: readonly DaySpan[]): LocalDay | null {
  const base = firstWorkingDay(from, days);
  if (base === null) return null;
  const horizon = base + HORIZON_DAYS;
  let day = base;
  for (let left = n; left > 0; left--) {
    do day++;
    while (day <= horizon && !(works(day, days) && !isHeld(day, held)));
    if (day > horizon) return null;
  }
  return day;
}

function dayBeforeWorking(
  target: LocalDay,
  n: number,
  days: CompiledCalendar,
  held: readonly DaySpan[],
): LocalDay | null {
  let counted = 0;
  for (let day = target; day > target - HORIZON_DAYS; day--) {
    const isWorking = works(day, days);
    if (isWorking && counted >= n) return day;
    if (isWorking && !isHeld(day, held)) counted++;
  }
  return null;
}

function countWorkingDays(from: LocalDay, to: LocalDay, days: CompiledCalendar, held: readonly DaySpan[]): number {
  const base = firstWorkingDay(from, days) ?? to;
  let count = 0;
  for (let day = plusDays(base, 1); day <= to; day++) {
    if (works(day, days) && !isHeld(day, held)) count++;
  }
  return count;
}

function firstWorkingDay(from: LocalDay, days: CompiledCalendar): LocalDay | null {
  for (let day = from; day <= from + HORIZON_DAYS; day++) {
    if (works(day, days)) return day;
  }
  return null;
}

function kindOf(day: LocalDay, days: CompiledCalendar, held: readonly DaySpan[]): DayKind {
  if (days.works[weekdayOf(day)] !== true) return 'weekend';
  if (days.holidays.has(day)) return 'holiday';
  return isHeld(day, held) ? 'held' : 'counts';
}

function works(day: LocalDay, days: CompiledCalendar): boolean {
  return days.works[weekdayOf(day)] === true && !days.holidays.has(day);
}

function isHeld(day: LocalDay, held: readonly DaySpan[]): boolean {
  for (const span of held) {
    if (day >= span.from && day < span.to) return true;
  }
  return false;
}

const NOT_HELD: readonly DaySpan[] = [];

function heldSpans(holds: readonly Hold[], zone: string): readonly DaySpan[] {
  if (holds.length === 0) return NOT_HELD;
  return holds.map(({ from, to }) => ({
    from: localDayOf(from, zone),
    to: to ? localDayOf(to, zone) : NEVER,
  }));
}

const dated = (holidays: readonly Holiday[], calendar: SkippedHoliday['calendar']) =>
  holidays.map((holiday): [LocalDay, SkippedHoliday] => [dayOf(holiday.date), { ...holiday, calendar }]);

function compile(calendar: OfficeCalendar): CompiledCalendar {
  const known = compiled.get(calendar);
  if (known) return known;
  const made: CompiledCalendar = {
    works: Array.from({ length: 8 }, (_, weekday) => calendar.workingDays.includes(weekday)),
    holidays: new Map([...dated(calendar.client?.holidays ?? [], 'client'), ...dated(calendar.holidays, 'office')]),
    deadlines: new Map(),
    latestStarts: new Map(),
  };
  compiled.set(calendar, made);
  return made;
}
