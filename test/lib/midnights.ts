/** Days of 2026 that begin without midnight, or have two, and the first moment of each. */
export const ODD_DAYS = [
  // 00:00 to 01:00 is left out
  ['America/Santiago', '2026-09-06', '2026-09-06T04:00:00.000Z'],
  ['Africa/Cairo', '2026-04-24', '2026-04-23T22:00:00.000Z'],
  ['Asia/Beirut', '2026-03-29', '2026-03-28T22:00:00.000Z'],
  ['America/Havana', '2026-03-08', '2026-03-08T05:00:00.000Z'],
  // 00:00 to 01:00 comes twice
  ['America/Havana', '2026-11-01', '2026-11-01T04:00:00.000Z'],
  ['Atlantic/Azores', '2026-10-25', '2026-10-25T00:00:00.000Z'],
  // the clocks go back at midnight: 23:00 to 24:00 of the day before comes twice
  ['America/Santiago', '2026-04-05', '2026-04-05T04:00:00.000Z'],
  ['Africa/Cairo', '2026-10-30', '2026-10-29T22:00:00.000Z'],
  ['Asia/Beirut', '2026-10-25', '2026-10-24T22:00:00.000Z'],
] as const;

/** What the clock on the wall says, by the platform's own calendar. */
export const onTheWall = (at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(at);
