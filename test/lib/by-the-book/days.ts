import { Temporal } from 'temporal-polyfill';

/** A local date, as `2026-03-02`. Dates compare as text. */
export type Day = string;

export interface Office {
  zone: string;
  /** ISO weekdays, 1 is Monday */
  workingDays: ReadonlySet<number>;
  /** of the office, and the client's own */
  holidays: ReadonlySet<Day>;
  /** those that are the client's alone */
  ofClient: ReadonlySet<Day>;
}

export interface Hold {
  start: number;
  end: number | null;
}

const DAY = 86_400_000;

/** CLOCKS, "Two kinds of clock": the first moment of a date, also where midnight is skipped or comes twice. */
export const dayBegins = (day: Day, zone: string) =>
  Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone }).epochMilliseconds;

export const dayOf = (moment: number, zone: string): Day =>
  Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone).toPlainDate().toString();

export const later = (day: Day, days: number): Day => new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);

/** CLOCKS: "the end of the working day, six in the evening at the office". */
const evening = (day: Day, zone: string) =>
  Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: '18:00' }).epochMilliseconds;

/** CLOCKS: "A hold is paused from its first day up to the day of resuming, which counts again." */
export function pausedDays(holds: readonly Hold[], zone: string, asOf: number): (day: Day) => boolean {
  const spans = holds
    .filter(({ start }) => start <= asOf)
    .map(({ start, end }) => [dayOf(start, zone), end === null ? '9999' : dayOf(end, zone)] as const);
  return (day) => spans.some(([first, resumed]) => first <= day && day < resumed);
}

/** The days of one office with the holds of one search taken out. */
export class Diary {
  constructor(
    readonly office: Office,
    private readonly paused: (day: Day) => boolean,
  ) {}

  private isWeekday(day: Day): boolean {
    return this.office.workingDays.has(new Date(Date.parse(day)).getUTCDay() || 7);
  }

  private isWorking(day: Day): boolean {
    return this.isWeekday(day) && !this.office.holidays.has(day);
  }

  /** CLOCKS, "The forecast": D(d, n), the n-th working day after d, days on hold left out. */
  nth(day: Day, n: number): Day {
    let at = this.counted(day);
    for (let left = n; left > 0;) {
      at = later(at, 1);
      if (this.isWorking(at) && !this.paused(at)) left--;
    }
    return at;
  }

  /** CLOCKS: a fact on a weekend or a holiday counts as on the next working day. */
  private counted(day: Day): Day {
    let at = day;
    while (!this.isWorking(at)) at = later(at, 1);
    return at;
  }

  /** CLOCKS: "Stalled after N working days". */
  deadline(since: number, n: number): number {
    return evening(this.nth(dayOf(since, this.office.zone), n), this.office.zone);
  }

  /** CLOCKS: as day n of the search begins, days on hold taken out, the opening date costs nothing. */
  dayOfSearch(opening: number, n: number): number {
    let at = dayOf(opening, this.office.zone);
    for (let left = n; left > 0;) {
      at = later(at, 1);
      if (!this.paused(at)) left--;
    }
    return dayBegins(at, this.office.zone);
  }

  dateOf(moment: number): Day {
    return dayOf(moment, this.office.zone);
  }

  /** CLOCKS, "The numbers of a flag": the working days passed. */
  passed(since: number, asOf: number): number {
    const [from, today] = [this.counted(dayOf(since, this.office.zone)), dayOf(asOf, this.office.zone)];
    return between(from, today).filter((day) => this.isWorking(day) && !this.paused(day)).length;
  }

  /** CLOCKS, "The basis": how the n-th working day after a fact is counted. */
  basis(since: number, n: number) {
    const { zone, ofClient, holidays } = this.office;
    const localDate = dayOf(since, zone);
    const [from, to] = [this.counted(localDate), this.nth(localDate, n)];
    const working = between(from, to).filter((day) => this.isWorking(day));
    return {
      progressAt: new Date(since).toISOString(),
      localDate,
      zone,
      workingDays: n,
      holidaysSkipped: between(later(localDate, -1), to)
        .filter((day) => this.isWeekday(day) && holidays.has(day))
        .map((day) => `${day} ${ofClient.has(day) ? 'client' : 'office'}`),
      holdDaysRemoved: working.filter((day) => this.paused(day)).length,
      countedDays: working.filter((day) => !this.paused(day)),
    };
  }

  /** CLOCKS: of the dates after that of one moment, up to and including that of another, how many were paused. */
  daysOnHold(from: number, to: number): number {
    const { zone } = this.office;
    return between(dayOf(from, zone), dayOf(to, zone)).filter((day) => this.paused(day)).length;
  }
}

/** The dates after one, up to and including another. */
export function between(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let day = later(from, 1); day <= to; day = later(day, 1)) days.push(day);
  return days;
}

/** Local midnights between two moments. */
export const midnights = (from: number, to: number, zone: string): number =>
  (Date.parse(dayOf(to, zone)) - Date.parse(dayOf(from, zone))) / DAY;
