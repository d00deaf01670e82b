// @ts-check
import Holidays from 'date-holidays';

export const DAY = 86_400_000;
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** @param {number} day days since 1970-01-01 */
export const isoDate = (day) => new Date(day * DAY).toISOString().slice(0, 10);

/** @param {string} date YYYY-MM-DD */
export const dayOf = (date) => Date.parse(`${date}T00:00:00Z`) / DAY;

/** @param {number} n */
const two = (n) => String(n).padStart(2, '0');

/** @param {string} zone @returns {(utc: number) => number} offset of the zone in minutes */
function offsetReader(zone) {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  return (utc) => {
    const part = Object.fromEntries(format.formatToParts(utc).map(({ type, value }) => [type, Number(value)]));
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = part;
    return (Date.UTC(year, month - 1, day, hour, minute) - utc) / 60_000;
  };
}

/** The working days of one office between two dates, counted, and its wall clock. */
export class OfficeCalendar {
  /**
   * @param {{ country: string, region: string, zone: string, workingDays: readonly string[] }} office
   * @param {number} firstDay @param {number} lastDay
   */
  constructor(office, firstDay, lastDay) {
    this.firstDay = firstDay;
    /** @type {Map<number, string>} */
    this.holidays = new Map();
    const state = office.region.split('-')[1];
    const book = state ? new Holidays(office.country, state) : new Holidays(office.country);
    for (let year = yearOf(firstDay); year <= yearOf(lastDay); year++) {
      for (const holiday of book.getHolidays(year, 'en')) {
        if (holiday.type !== 'public') continue;
        const start = dayOf(holiday.date.slice(0, 10));
        const length = Math.max(1, Math.round((holiday.end.getTime() - holiday.start.getTime()) / DAY));
        for (let day = start; day < start + length; day++) this.holidays.set(day, holiday.name);
      }
    }
    /** @type {number[]} */
    this.workdays = [];
    /** @type {number[]} offset in minutes at noon: all our working hours lie on the same side of a clock change */
    this.offsets = [];
    const offset = offsetReader(office.zone);
    for (let day = firstDay; day <= lastDay; day++) {
      const weekday = /** @type {string} */ (WEEKDAYS[(day + 4) % 7]);
      if (office.workingDays.includes(weekday) && !this.holidays.has(day)) this.workdays.push(day);
      this.offsets.push(offset(day * DAY + DAY / 2));
    }
  }

  /** @param {number} index @returns {number} the day of a working day's number */
  day(index) {
    const day = this.workdays[index];
    if (day === undefined) throw new Error(`working day ${index} is outside the calendar`);
    return day;
  }

  /** @param {number} day @returns {number} number of the first working day on or after it */
  indexFrom(day) {
    let low = 0;
    let high = this.workdays.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (/** @type {number} */ (this.workdays[middle]) < day) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** @param {number} day @param {number} minute of the local day @returns {string} ISO 8601 with offset */
  moment(day, minute) {
    const offset = this.offsets[day - this.firstDay] ?? 0;
    const size = Math.abs(offset);
    const zone = `${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
    return `${isoDate(day)}T${two(Math.floor(minute / 60))}:${two(minute % 60)}:00${zone}`;
  }
}

/** @param {number} day */
function yearOf(day) {
  return new Date(day * DAY).getUTCFullYear();
}
