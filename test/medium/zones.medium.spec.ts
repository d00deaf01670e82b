import type { DataSource } from 'typeorm';
import { knowsZone } from '@app/platform/time/known-zones.js';
import { zoneOf } from '@app/platform/time/zone.js';
import { zonesApart } from '@app/platform/time/zones-apart.js';
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
