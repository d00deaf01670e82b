import type { DataSource } from 'typeorm';
import { validate, version } from 'uuid';
import { openTestDatabase } from './database.js';

let dataSource: DataSource;
beforeAll(async () => {
  dataSource = await openTestDatabase();
});
afterAll(() => dataSource.destroy());

describe('an id that a statement makes', () => {
  it('is as newId would make it: UUID v7, of the moment, another for each row', async () => {
    const before = Date.now();
    const rows: { id: string; ms: string }[] = await dataSource.query(
      `select new_id() as id, extract(epoch from clock_timestamp()) * 1000 as ms from generate_series(1, 200)`,
    );
    const after = Math.ceil(Number(rows.at(-1)?.ms));

    for (const { id } of rows) {
      expect([validate(id), version(id)]).toEqual([true, 7]);
      const made = parseInt(id.replaceAll('-', '').slice(0, 12), 16);
      expect(made).toBeGreaterThanOrEqual(before - 1_000);
      expect(made).toBeLessThanOrEqual(after);
    }
    expect(new Set(rows.map(({ id }) => id)).size).toBe(200);
  });
});
