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

/** Searches with three open flags each. */
async function flaggedSearches(count: number): Promise<void> {
  const { dataSource, firm, past } = office;
  const model = await past.search({ openedAt: '2026-10-01T09:00:00Z' });
  await dataSource.query(
    `insert into search select (jsonb_populate_record(s, jsonb_build_object(
       'id', gen_random_uuid(), 'ref', 'S-' || n, 'progress_key', gen_random_uuid()))).*
     from search s, generate_series(1, $3) n where s.firm_id = $1 and s.id = $2`,
    [firm.id, model, count],
  );
  await dataSource.query(
    `insert into stall_flag (firm_id, id, rule, severity, search_id, subject_id, episode_key, state, since, deadline, basis,
                             evidence, sentence, next_step)
     select firm_id, gen_random_uuid(), 'no_progress', 'stalled', id, gen_random_uuid(), progress_key, 'open', now(), now(), '{}',
            '{}', 'Nobody moved.', 'Call.'
     from search, generate_series(1, 3)
     where firm_id = $1 and id <> $2`,
    [firm.id, model],
  );
  await dataSource.query('vacuum analyze');
}

/** Pages the question reads, of all tables and indexes together. */
async function pagesRead(depth: number): Promise<number> {
  const runner = office.dataSource.createQueryRunner();
  const ask = () =>
    runner.query(
      `explain (analyze, buffers, format json) select * from owed_notice('${office.firm.id}', ${depth}, 10)`,
    );
  await ask();
  const [row] = await ask();
  await runner.release();
  const { Plan: plan } = row['QUERY PLAN'][0];
  return plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
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

  it('reads less than a page for ten open flags that have been told', async () => {
    await flaggedSearches(500);
    const told = await office.sender.planning.planFirm(office.firm.id);
    await office.dataSource.query('vacuum analyze');

    const pages = await pagesRead(0);

    expect(told).toBe(1_500);
    expect(pages).toBeLessThan(150);
  });
});
