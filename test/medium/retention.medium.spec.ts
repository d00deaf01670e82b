import type { DataSource } from 'typeorm';
import { RetentionRepository } from '@app/retention/retention.repository.js';
import { RetentionService } from '@app/retention/retention.service.js';
import { Database } from '@app/platform/database/database.js';
import { newId } from '@app/platform/database/id.js';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
import { openTestDatabase } from './database.js';

let dataSource: DataSource;
let firm: TestFirm;
let retention: RetentionService;
beforeAll(async () => {
  dataSource = await openTestDatabase();
  retention = new RetentionService(new Database(dataSource), new RetentionRepository());
});
afterAll(() => dataSource.destroy());
beforeEach(async () => {
  firm = await aFirm(dataSource);
});

const count = async (sql: string, ...values: unknown[]): Promise<number> =>
  (await dataSource.query(`select count(*)::int as count from ${sql}`, values))[0].count;

/** An import that ended days ago, or is still under way, with a refused row and what is left of a file. */
async function anImport(daysAgo: number | null): Promise<string> {
  const [runId, fileId] = [newId(), newId()];
  const at = daysAgo === null ? null : new Date(Date.now() - daysAgo * 86_400_000);
  await dataSource.query(
    `insert into import_run (firm_id, id, state, check_only, progress, finished_at) values ($1, $2, $3, false, $4, $5)`,
    [firm.id, runId, at ? 'done' : 'waiting', { files: [{ name: 'candidates.csv', refused: 1 }] }, at],
  );
  await dataSource.query(
    `insert into import_refusal (firm_id, id, run_id, file, row_number, sentence, cells) values ($1, $2, $3, 'candidates.csv', 2, 'x', '{}')`,
    [firm.id, newId(), runId],
  );
  await dataSource.query(`insert into stored_file (firm_id, id, name) values ($1, $2, 'candidates.csv')`, [
    firm.id,
    fileId,
  ]);
  await dataSource.query(
    `insert into stored_file_chunk (firm_id, file_id, position, bytes) values ($1, $2, 0, 'abc')`,
    [firm.id, fileId],
  );
  await dataSource.query(
    `insert into import_file (firm_id, id, run_id, name, file_id) values ($1, $2, $3, 'candidates.csv', $4)`,
    [firm.id, newId(), runId, fileId],
  );
  return runId;
}

describe('what nobody needs any more', () => {
  it('ends 30 days after an import: the rows it refused; a day after it: what is left of its files', async () => {
    const [old, recent, running] = [await anImport(31), await anImport(29), await anImport(null)];
    await retention.end();

    const refusals = (runId: string) => count('import_refusal where firm_id = $1 and run_id = $2', firm.id, runId);
    const chunks = (runId: string) =>
      count(
        `stored_file_chunk c join import_file f on f.firm_id = c.firm_id and f.file_id = c.file_id
         where f.firm_id = $1 and f.run_id = $2`,
        firm.id,
        runId,
      );
    expect([await refusals(old), await refusals(recent), await refusals(running)]).toEqual([0, 1, 1]);
    expect([await chunks(old), await chunks(recent), await chunks(running)]).toEqual([0, 0, 1]);
  });

  it('ends a day after its last use: a session that was not to be remembered; and sign-ups nobody confirmed', async () => {
    const { id } = firm.users.partner;
    for (const [key, remembered] of [
      ['idle', false],
      ['kept', true],
    ] as const) {
      await dataSource.query(
        `insert into auth."session" ("id", "expiresAt", "token", "updatedAt", "userId", "remembered", "lastUsedAt")
         values ($1, now() + interval '1 day', $1, now(), $2, $3, now() - interval '25 hours')`,
        [`${key}-${firm.id}`, id, remembered],
      );
    }
    await dataSource.query(
      `insert into pending_sign_up (token_hash, email, name, firm_name, country, time_zone, expires_at)
       values ($1, 'a@b.example', 'A', 'B', 'DE', 'Europe/Berlin', now() - interval '25 hours')`,
      [`old-${firm.id}`],
    );
    await retention.end();

    const left = await dataSource.query(`select "id" from auth."session" where "id" in ($1, $2)`, [
      `idle-${firm.id}`,
      `kept-${firm.id}`,
    ]);
    expect(left).toEqual([{ id: `kept-${firm.id}` }]);
    expect(await count('pending_sign_up where token_hash = $1', `old-${firm.id}`)).toBe(0);
  });

  it('ends a day after they ran out: sessions, tokens and counts of failed sign-ins', async () => {
    const { id } = firm.users.partner;
    for (const [key, expires] of [
      ['old', `now() - interval '25 hours'`],
      ['new', `now() - interval '1 hour'`],
    ] as const) {
      await dataSource.query(
        `insert into auth."session" ("id", "expiresAt", "token", "updatedAt", "userId") values ($1, ${expires}, $1, now(), $2)`,
        [`${key}-${firm.id}`, id],
      );
      await dataSource.query(
        `insert into auth."verification" ("id", "identifier", "value", "expiresAt", "createdAt", "updatedAt")
         values ($1, $1, 'v', ${expires}, now(), now())`,
        [`${key}-${firm.id}`],
      );
      await dataSource.query(
        `insert into auth.attempt (key, count, starts_at, next_at, ends_at)
         values ($1, 1, ${expires}, ${expires}, ${expires})`,
        [`${key}-${firm.id}`],
      );
    }
    await retention.end();

    for (const [table, column] of [
      ['auth."session"', '"id"'],
      ['auth."verification"', '"id"'],
      ['auth.attempt', 'key'],
    ]) {
      const left = await dataSource.query(`select ${column} as key from ${table} where ${column} like $1`, [
        `%-${firm.id}`,
      ]);
      expect(left).toEqual([{ key: `new-${firm.id}` }]);
    }
    expect(await count('auth."session" where "userId" = $1', id)).toBe(2);
  });

  it('ends a day after somebody has joined: the memory of their link; one taken back is remembered', async () => {
    const { partner, consultant, researcher } = firm.users;
    for (const [userId, column, hours] of [
      [partner.id, 'used_at', 25],
      [consultant.id, 'used_at', 23],
      [researcher.id, 'taken_back_at', 999],
    ]) {
      await dataSource.query(
        `insert into invitation (firm_id, id, user_id, asked_at, ${column})
         values ($1, $2, $3, now(), now() - make_interval(hours => $4))`,
        [firm.id, newId(), userId, hours],
      );
    }
    await retention.end();

    const left = await dataSource.query<{ id: string }[]>('select user_id as id from invitation where firm_id = $1', [
      firm.id,
    ]);
    expect(left.map(({ id }) => id).sort()).toEqual([consultant.id, researcher.id].sort());
  });
});
