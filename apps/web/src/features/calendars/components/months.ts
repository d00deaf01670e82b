const DAY = 86_400_000;

export const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
export const MONTHS = Array.from({ length: 12 }, (_, month) =>
  new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, month, 1)),
);

const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** ISO weekday of a date, 1 = Monday. */
export const weekdayOf = (date: string): number => ((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;

/** The weeks of a month, Monday first; days of other months are left out. */
export function weeksOf(year: number, month: number): (string | null)[][] {
  const count = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const days = Array.from({ length: count }, (_, day) => iso(Date.UTC(year, month, day + 1)));
  const cells = [...Array<null>(weekdayOf(days[0] ?? '') - 1).fill(null), ...days];
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (__, day) => cells[week * 7 + day] ?? null),
  );
}

export const plusDays = (date: string, days: number): string => iso(Date.parse(`${date}T00:00:00Z`) + days * DAY);
