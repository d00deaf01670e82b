import { randomUUID } from 'node:crypto';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
import { type OwnDatabase, ownDatabase } from '../lib/own-database.js';
import { openTestApi, type TestApi } from './api.js';

let own: OwnDatabase;
let api: TestApi;
let firm: TestFirm;
beforeAll(async () => {
  own = await ownDatabase();
  api = await openTestApi({ DATABASE_URL: own.url });
  firm = await aFirm(api.dataSource);
  await api.dataSource.query('create table raised (state text not null)');
  await api.dataSource.query(
    `create function refuse_task() returns trigger language plpgsql as $$
     declare wanted text := (select state from raised);
     begin
       if wanted is not null then raise exception 'words of the database' using errcode = wanted; end if;
       return new;
     end $$`,
  );
  await api.dataSource.query('create trigger refuse before insert on task for each row execute function refuse_task()');
});
afterAll(async () => {
  await api.close();
  await own.drop();
});

/** From now on Postgres refuses new tasks with this state; null: it takes them again. */
const refuseWith = async (state: string | null) => {
  await api.dataSource.query('delete from raised');
  if (state) await api.dataSource.query('insert into raised (state) values ($1)', [state]);
};
const addTask = (key: string = randomUUID()) =>
  api
    .request(firm.cookie('consultant'))
    .post('/api/tasks')
    .set('Idempotency-Key', key)
    .send({ title: 'Call back', dueAt: '2030-01-01T09:00:00Z' });
const tasks = () => api.dataSource.query('select 1 from task where firm_id = $1', [firm.id]);

describe('a database that cannot take a change', () => {
  afterEach(() => refuseWith(null));

  it.each([
    ['whose disk is full', '53100'],
    ['that is out of memory', '53200'],
    ['that has no connection left', '53300'],
    ['at the end of its settings', '53400'],
    ['that cannot read or write', '58030'],
    ['whose files are gone', '58P01'],
    ['that is being shut down', '57P01'],
    ['that has crashed', '57P02'],
    ['that is starting', '57P03'],
    ['that ran out of time', '57014'],
    ['that waited too long for a lock', '55P03'],
    ['that is a standby', '25006'],
    ['whose line broke', '08006'],
    ['that found somebody in the way every time', '40P01'],
  ])('%s has it sent again: %s', async (_, state) => {
    await refuseWith(state);
    const before = await tasks();
    const answer = await addTask();

    expect(answer.type).toBe('application/problem+json');
    expect(answer.body).toMatchObject({ status: 503, code: 'unavailable' });
    expect(answer.headers['retry-after']).toBe('5');
    expect(answer.text).not.toContain('words of the database');
    expect(await tasks()).toEqual(before);
  });

  it('acts once when it is sent again with the same key', async () => {
    const key = randomUUID();
    await refuseWith('53100');
    expect((await addTask(key)).status).toBe(503);
    await refuseWith(null);
    const before = await tasks();

    expect((await addTask(key)).status).toBe(201);
    expect((await addTask(key)).status).toBe(201);
    expect(await tasks()).toHaveLength(before.length + 1);
  });

  it.each(['54000', '54001'])('because the value is more than it can hold says so: %s', async (state) => {
    await refuseWith(state);

    expect((await addTask()).body).toMatchObject({ status: 400, code: 'bad_request' });
  });
});
