import { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import { knowsZone } from '@app/platform/time/known-zones.js';
import { startOfDay, zoneOf } from '@app/platform/time/zone.js';
import { zonesApart } from '@app/platform/time/zones-apart.js';
import { localDate } from '@app/platform/time/local-date.js';
import { aFirm } from '../factories/firm.factory.js';
import { openTestDatabase } from './database.js';

let dataSource: DataSource;
beforeAll(async () => {
  dataSource = await openTestDatabase();
});
afterAll(() => dataSource.destroy());

/** An office that somebody gave this zone past everything that asks. */
async function anOfficeIn(zone: string): Promise<void> {
  const { id } = await aFirm(dataSource);
  await dataSource.query('update office set time_zone = $2 where firm_id = $1', [id, zone]);
}

describe('a time zone', () => {
  it('that is kept is one that Postgres knows', async () => {
    const zones = Intl.supportedValuesOf('timeZone').map((name) => zoneOf(name) ?? `none: ${name}`);
    const rows: { name: string }[] = await dataSource.query('select name from pg_timezone_names');
    const known = new Set(rows.map(({ name }) => name));

    expect(zones.filter((zone) => !known.has(zone))).toEqual([]);
    expect(zones.length).toBeGreaterThan(400);
  });

  it.each([
    ['Europe/Berlin', true],
    ['PST', false],
    ['Europe/Bonn', false],
    ['ABC5', false],
  ])('is asked of Postgres: %s, %s', async (zone, known) => {
    expect(await knowsZone(dataSource.manager, zone)).toBe(known);
  });
});

describe('the start of a day', () => {
  it('is one moment for Postgres and for us, where there is no midnight and where there are two', async () => {
    const days: { zone: string; day: string; at: string }[] = [];
    for (const name of Intl.supportedValuesOf('timeZone')) {
      const zone = zoneOf(name) ?? name;
      let at: Temporal.ZonedDateTime | null = Temporal.PlainDate.from('2020-01-01').toZonedDateTime(zone);
      while ((at = at.getTimeZoneTransition('next')) && at.year <= 2040) {
        for (const shift of [-1, 0, 1]) {
          const day = at.toPlainDate().add({ days: shift }).toString();
          days.push({ zone, day, at: startOfDay(localDate(day), zone).toISOString() });
        }
      }
    }
    const rows: { zone: string; day: string; theirs: Date; ours: Date; same: boolean }[] = await dataSource.query(
      `select x.zone, x.day::text, start_of_day(x.day, x.zone) as theirs, x.at as ours,
              (x.at at time zone x.zone)::date = x.day
                and ((x.at - interval '1 ms') at time zone x.zone)::date = x.day - 1 as same
       from jsonb_to_recordset($1::jsonb) x (zone text, day date, at timestamptz)`,
      [JSON.stringify(days)],
    );
    const told = rows.filter(({ same }) => same);

    expect(told.filter(({ theirs, ours }) => theirs.getTime() !== ours.getTime())).toEqual([]);
    // where the two databases say different things of a zone, neither is the measure of the other
    expect(told.length).toBeGreaterThan(0.98 * days.length);
    expect(told.length).toBeGreaterThan(10_000);
  });

  it.each([
    ['America/Santiago', '2026-09-06', '2026-09-06T04:00:00.000Z'],
    ['Asia/Beirut', '2026-03-29', '2026-03-28T22:00:00.000Z'],
    ['America/Havana', '2026-11-01', '2026-11-01T04:00:00.000Z'],
    ['Asia/Kathmandu', '2026-11-01', '2026-10-31T18:15:00.000Z'],
  ])('in %s, %s is %s', async (zone, day, at) => {
    const [row] = await dataSource.query('select start_of_day($1, $2) as at', [day, zone]);

    expect(row.at.toISOString()).toBe(at);
  });
});

describe('two databases of time zones', () => {
  it('agree about Berlin', async () => {
    await anOfficeIn('Europe/Berlin');

    expect(
      (await zonesApart(dataSource.manager, new Date())).filter((sentence) => sentence.includes('Europe/Berlin')),
    ).toEqual([]);
  });

  it('that do not are told apart, with who decides', async () => {
    // POSIX has the other sign, and Postgres reads what is no name of a zone so; both know this one
    const reader = {
      query: (sql: string) => dataSource.query(sql.replace('at time zone z.name', `at time zone 'Etc/GMT+5'`)),
    };
    await anOfficeIn('Europe/Berlin');

    expect(await zonesApart(reader, new Date())).toContainEqual(
      expect.stringMatching(
        /^Europe\/Berlin on \d{4}-\d\d-\d\d: UTC\+0[12]:00 for Node \(tz \w+\), UTC-05:00 for PostgreSQL\. PostgreSQL decides/,
      ),
    );
  });

  it('of which one does not know an office’s are told apart too', async () => {
    await anOfficeIn('PST');

    expect(await zonesApart(dataSource.manager, new Date())).toContain('Node does not know the time zone PST');
  });
});
