import { Readable } from 'node:stream';
import { ImporterService } from '@app/merges/importer.service.js';
import { ImportsService } from '@app/imports/imports.service.js';
import type { ImportFileName } from '@app/import-files/import-files.types.js';
import type { Actor, Role } from '@app/identity/identity.types.js';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
import { until } from '../lib/until.js';
import { openTestApi, type TestApi } from './api.js';

let api: TestApi;
let firm: TestFirm;
let imports: ImportsService;
let actor: Actor;
beforeAll(async () => {
  api = await openTestApi();
  imports = api.app.get(ImportsService);
});
afterAll(() => api.close());
beforeEach(async () => {
  firm = await aFirm(api.dataSource);
  actor = firm.actor('partner');
});

const PERSON = { name: 'Zoë Example', email: 'zoe@mail.example' };
const THEIR_ROWS = `candidate_ref,name,email\nP-1,${PERSON.name},${PERSON.email}\nP-2,Ana Other,ana@mail.example\n`;

const as = (role: Role) => api.request(firm.cookie(role));
const rows = (sql: string, ...more: unknown[]) => api.dataSource.query(sql, [firm.id, ...more]);
const people = () => rows(`select name from candidate where firm_id = $1 and erased_at is null order by name`);
const add = async (): Promise<string> => (await as('researcher').post('/api/candidates').send(PERSON)).body.id;
const erase = (id: string) =>
  as('partner')
    .post('/api/erasures')
    .send({
      ...{ person: { kind: 'candidate', id }, reason: 'their_request', requestedOn: '2026-11-20' },
      confirm: PERSON.name,
    });

async function* uploads(files: Partial<Record<ImportFileName, string>>, between = async () => undefined as unknown) {
  for (const [name, text] of Object.entries(files)) {
    yield { name, bytes: Readable.from([Buffer.from(text)]) };
    await between();
  }
}

/** Erases, and does `meanwhile` when the erasure is under way and can get no further. */
async function eraseWhile(id: string, meanwhile: () => Promise<void>): Promise<number> {
  await as('consultant').post('/api/activities').send({ kind: 'note', candidateId: id, text: 'knows the market' });
  const other = api.dataSource.createQueryRunner();
  await other.startTransaction();
  try {
    const [{ pid }] = await other.query('select pg_backend_pid() as pid');
    await other.query('select 1 from activity where firm_id = $1 for update', [firm.id]);
    const erasing = erase(id).then(({ status }) => status);
    const waits = `select 1 from pg_stat_activity where $1 = any (pg_blocking_pids(pid))`;
    await until(async () => (await api.dataSource.query(waits, [pid])).length > 0);
    await meanwhile();
    await other.commitTransaction();
    return await erasing;
  } finally {
    if (other.isTransactionActive) await other.rollbackTransaction();
    await other.release();
  }
}

describe('an erasure and an import of the same firm', () => {
  it('take turns: what is uploaded meanwhile waits, and its rows about the person are refused', async () => {
    const id = await add();
    let runId = '';
    const status = await eraseWhile(id, async () => {
      runId = (await imports.start(actor, uploads({ 'candidates.csv': THEIR_ROWS }), false)).id;
      await imports.run(firm.id, runId);
      expect((await imports.find(actor, runId)).state).toBe('waiting');
    });
    await imports.run(firm.id, runId);

    expect(status).toBe(201);
    const run = await imports.find(actor, runId);
    expect([run.state, run.files[0]]).toMatchObject(['done', { rows: 2, kept: 1, refused: 1 }]);
    expect(await people()).toEqual([{ name: 'Ana Other' }]);
  });

  it('take turns: a folder is refused meanwhile, in a sentence', async () => {
    const id = await add();
    const folder = () =>
      imports.importFolder({
        ...{ firmName: firm.name, simulated: false, checkOnly: false },
        source: { names: new Set(['candidates.csv']), open: () => Readable.from([Buffer.from(THEIR_ROWS)]) },
        listener: { began: async () => undefined, refused: async () => undefined, progressed: () => undefined },
      });
    const status = await eraseWhile(id, async () => {
      await expect(folder()).rejects.toMatchObject({
        code: 'import_running',
        message: expect.stringMatching(/erased\. Try again/),
      });
    });
    await folder();

    expect(status).toBe(201);
    expect(await people()).toEqual([{ name: 'Ana Other' }]);
  });

  it('take turns: no erasure begins while anything is read into the firm, a check without a run too', async () => {
    const id = await add();
    await api.app.get(ImporterService).withLock(firm.id, async () => {
      const { status, body } = await erase(id);
      expect([status, body.code]).toEqual([409, 'import_under_way']);
    });

    expect((await erase(id)).status).toBe(201);
  });

  it('leaves what is on its way in as it was sent: all of it is read, but for the rows about the person', async () => {
    const id = await add();
    const statuses: number[] = [];
    const files = { 'candidates.csv': THEIR_ROWS, 'clients.csv': 'client_ref,name\nC-1,Acme\n' };
    const sending = uploads(files, async () => {
      if (statuses.length === 0) statuses.push((await erase(id)).status);
    });
    const { id: runId } = await imports.start(actor, sending, false);
    await imports.run(firm.id, runId);

    expect(statuses).toEqual([201]);
    const run = await imports.find(actor, runId);
    expect([run.state, run.files.map(({ rows: read, kept }) => [read, kept])]).toEqual([
      'done',
      [
        [1, 1],
        [2, 1],
      ],
    ]);
    expect(await people()).toEqual([{ name: 'Ana Other' }]);
    expect(await rows('select 1 from stored_file_chunk where firm_id = $1')).toEqual([]);
  });

  it('takes out the bytes of a file that nobody is going to read', async () => {
    const id = await add();
    const { id: runId } = await imports.start(actor, uploads({ 'candidates.csv': THEIR_ROWS }), false);
    await rows(`update import_run set state = 'failed' where firm_id = $1 and id = $2`, runId);

    expect((await erase(id)).status).toBe(201);
    expect(await rows('select 1 from stored_file_chunk where firm_id = $1')).toEqual([]);
  });
});

describe('an import whose file has lost a part', () => {
  it('is not done: it is tried again, and what it read of that file is not kept', async () => {
    const text = `candidate_ref,name\n${Array.from({ length: 60_000 }, (_, i) => `P-${i},Person Number${i}\n`).join('')}`;
    const { id: runId } = await imports.start(actor, uploads({ 'candidates.csv': text }), false);
    await rows('delete from stored_file_chunk where firm_id = $1 and position = 1');
    await expect(imports.run(firm.id, runId)).rejects.toThrow('is not whole');

    const run = await imports.find(actor, runId);
    expect([run.state, run.problem]).toEqual([
      'waiting',
      expect.stringContaining('Nothing from the file it was reading was kept'),
    ]);
    expect(await people()).toEqual([]);
    await imports.cancel(actor, runId);
  });
});
