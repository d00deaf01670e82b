import { aFirm } from '../factories/firm.factory.js';
import { ownDatabase } from '../lib/own-database.js';
import { aMailingFirm, type MailingFirm } from '../lib/reminders.js';

let database: Awaited<ReturnType<typeof ownDatabase>>;
let office: MailingFirm;

beforeAll(async () => {
  database = await ownDatabase();
});

beforeEach(async () => {
  office = await aMailingFirm(database.url);
});

afterEach(() => office.stop());

afterAll(() => database.drop());

/** Tasks of one person that fell due a minute ago. */
const dueTasks = (firmId: string, assigneeId: string, count: number) =>
  office.dataSource.query(
    `insert into task (firm_id, id, title, assignee_id, due_at)
     select $1, gen_random_uuid(), 'Call the referees', $2, now() - interval '1 minute' from generate_series(1, $3)`,
    [firmId, assigneeId, count],
  );

/** Not counting autovacuum. */
async function timesAnalyzed(): Promise<number> {
  const [{ times }] = await office.dataSource.query(
    `select analyze_count::int as times from pg_stat_user_tables where relname = 'reminder'`,
  );
  return times;
}

describe('planning', () => {
  it('of a firm with very much due does not keep another from hearing of its one task in the same run', async () => {
    const other = await aFirm(office.dataSource);
    await dueTasks(office.firm.id, office.firm.users.consultant.id, 5_000);
    await dueTasks(other.id, other.users.consultant.id, 1);

    await office.sender.planning.plan();

    const planned = await office.dataSource.query(
      `select firm_id as firm, count(*)::int as reminders
       from reminder where kind = 'task_due' group by firm_id`,
    );
    expect(planned).toEqual(
      expect.arrayContaining([
        { firm: office.firm.id, reminders: 5_000 },
        { firm: other.id, reminders: 1 },
      ]),
    );
  });

  it('of more than ever before is followed by the statistics that its statements are planned by', async () => {
    const before = await timesAnalyzed();
    await dueTasks(office.firm.id, office.firm.users.consultant.id, 2_001);

    await office.sender.planning.planFirm(office.firm.id);

    expect(await timesAnalyzed()).toBe(before + 1);
  });

  it('that a fact asks for waits while a backlog of searches is swept, and that of every minute does not', async () => {
    const searchId = await office.flaggedSearch();
    await office.dataSource.query(
      `insert into search (firm_id, id, ref, client_id, title, role_key, office_id, lead_user_id, status, opened_at,
                           episode_id, episode_opened_at, last_progress_at, progress_key)
       select firm_id, gen_random_uuid(), 'COPY-' || n, client_id, title, role_key, office_id, lead_user_id, status, opened_at,
              episode_id, episode_opened_at, last_progress_at, progress_key
       from search s, generate_series(1, 500) n where s.id = $1`,
      [searchId],
    );
    const { planning } = office.sender;
    const { id } = office.firm;

    expect(await planning.planWhenSwept(id)).toBe(0);
    await office.dataSource.query(
      `update search_check set next_check_at = null where firm_id = $1 and search_id = $2`,
      [id, searchId],
    );
    expect(await planning.planWhenSwept(id)).toBe(1);

    await office.flaggedSearch();
    await office.dataSource.query(`update search_check set next_check_at = '-infinity' where firm_id = $1`, [id]);
    expect(await planning.planWhenSwept(id)).toBe(0);
    expect((await planning.plan()).notices).toBe(1);
  });
});
