import { DataSource } from 'typeorm';
import { dataSourceOptions } from '@app/platform/database/data-source.js';
import { newId } from '@app/platform/database/id.js';
import { migrations } from '@app/platform/database/migrations.js';
import { emptyDatabase } from '../lib/own-database.js';

const AT = migrations.findIndex(({ name }) => name.startsWith('MarketDays'));

describe('days on the market that were kept as moments', () => {
  it('are the days that were meant, and windows open as those begin where their search is', async () => {
    const { url, drop } = await emptyDatabase();
    const run = async (some: typeof migrations, work: (dataSource: DataSource) => Promise<void>) => {
      const options = { ...dataSourceOptions({ DATABASE_URL: url, DATABASE_POOL: 1 }), migrations: some };
      const dataSource = await new DataSource(options).initialize();
      await dataSource.runMigrations({ transaction: 'each' });
      await work(dataSource).finally(() => dataSource.destroy());
    };
    const firm = newId();
    const cases = [
      ['at midnight in Berlin', '2026-11-09T23:00:00Z', '2026-11-10'],
      ['at midnight in Auckland', '2026-11-09T11:00:00Z', '2026-11-10'],
      ['in the morning', '2026-11-10T08:30:00Z', '2026-11-10'],
      ['before midnight in Berlin', '2026-11-10T22:30:00Z', '2026-11-10'],
      ['never', null, null],
    ] as const;

    await run(migrations.slice(0, AT), async ({ manager }) => {
      await manager.query('insert into firm (id, name) values ($1, $2)', [firm, 'Firm']);
      for (const [key, zone] of [
        ['main', 'Europe/Berlin'],
        ['second', 'Pacific/Auckland'],
      ]) {
        await manager.query('insert into office (firm_id, id, key, country, time_zone) values ($1, $2, $3, $4, $5)', [
          ...[firm, newId(), key, 'DE', zone],
        ]);
      }
      for (const [name, at] of cases)
        await manager.query(
          'insert into candidate (firm_id, id, ref, name, in_market_since) values ($1, $2, $3, $3, $4)',
          [...[firm, newId(), name, at]],
        );
      // a day in Berlin, for a search that is run from Auckland, whose window opened with it
      await manager.query(`set session_replication_role = replica`);
      await manager.query(
        `insert into search (firm_id, id, ref, client_id, title, role_key, office_id, lead_user_id, status, opened_at,
                             episode_id, episode_opened_at, last_progress_at, progress_key)
         select firm_id, $2, 'S', $2, 'Simulated', 'caio', id, $2, 'open', '2026-10-01', $2, '2026-10-01', '2026-10-01', $2
         from office where firm_id = $1 and key = 'second'`,
        [firm, newId()],
      );
      await manager.query(
        `insert into candidacy (firm_id, id, search_id, candidate_id, stage_id, stage_since, stage_key, last_progress_at,
                                progress_key, window_opened_at, window_key)
         select s.firm_id, $2, s.id, p.id, $2, '2026-11-11', $2, '2026-11-11', $2, p.in_market_since, $2
         from search s join candidate p on p.firm_id = s.firm_id and p.name = 'at midnight in Berlin'
         where s.firm_id = $1`,
        [firm, newId()],
      );
      await manager.query('reset session_replication_role');
    });
    await run(migrations.slice(0, AT + 1), async ({ manager }) => {
      const rows: { name: string; day: string | null }[] = await manager.query(
        'select name, in_market_since::text as day from candidate where firm_id = $1',
        [firm],
      );
      const days = new Map(rows.map(({ name, day }) => [name, day]));
      expect(cases.map(([name]) => [name, days.get(name)])).toEqual(cases.map(([name, , day]) => [name, day]));
      expect(await manager.query('select window_opened_at as opened from candidacy')).toEqual([
        { opened: new Date('2026-11-09T11:00:00Z') },
      ]);
    });
    await drop();
  });
});
