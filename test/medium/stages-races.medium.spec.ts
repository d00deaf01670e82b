import { Readable } from 'node:stream';
import { ImportsService } from '@app/imports/imports.service.js';
import type { StagesRecord } from '@app/stage-edits/stage-edits.types.js';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
import { until } from '../lib/until.js';
import { openTestApi, type TestApi } from './api.js';

let api: TestApi;
let firm: TestFirm;
let imports: ImportsService;
beforeAll(async () => {
  api = await openTestApi();
  imports = api.app.get(ImportsService);
});
afterAll(() => api.close());
beforeEach(async () => {
  firm = await aFirm(api.dataSource);
});

const partner = () => api.request(firm.cookie('partner'));
const stages = async () => (await partner().get('/api/stages')).body as StagesRecord;
const labels = async () => (await stages()).items.map(({ label }) => label);

/** Imports `stages.csv`, and does `meanwhile` once its rows are written and not yet committed. */
async function importWhile(text: string, meanwhile: () => Promise<void>): Promise<void> {
  const name = `pause_${firm.id.replaceAll('-', '')}`;
  await api.dataSource.query(`
    create function ${name}() returns trigger language plpgsql as $$
      begin perform pg_advisory_xact_lock_shared(hashtext('${name}')); return null; end $$;
    create trigger ${name} after insert or update on stage for each row when (new.firm_id = '${firm.id}') execute function ${name}();
  `);
  const other = api.dataSource.createQueryRunner();
  await other.startTransaction();
  try {
    const [{ pid }] = await other.query('select pg_backend_pid() as pid, pg_advisory_xact_lock(hashtext($1))', [name]);
    const file = { name: 'stages.csv' as const, bytes: Readable.from([Buffer.from(text)]) };
    const uploads = async function* () {
      yield await Promise.resolve(file);
    };
    const { id } = await imports.start(firm.actor('partner'), uploads(), false);
    const running = imports.run(firm.id, id);
    const waiting = (on: number) =>
      api.dataSource.query<{ pid: number }[]>(
        'select pid from pg_stat_activity where $1 = any (pg_blocking_pids(pid))',
        [on],
      );
    await until(async () => (await waiting(pid)).length > 0);
    const [importing] = await waiting(pid);
    const done = meanwhile();
    await until(async () => (await waiting(importing?.pid ?? 0)).length > 0);
    await other.commitTransaction();
    await Promise.all([running, done]);
  } finally {
    if (other.isTransactionActive) await other.rollbackTransaction();
    await other.release();
    await api.dataSource.query(`drop trigger ${name} on stage; drop function ${name}()`);
  }
}

const HEADER = 'stage,label,kind,position,budget_working_days\n';

describe('an import and an edit of the stages', () => {
  it.each([
    ['changes one', `${HEADER}presented,Slate,presented,4,4\n`, 'Slate'],
    ['adds one', `${HEADER}case_study,Case study,assessed,9,2\n`, 'Case study'],
  ])('take turns: an edit of what an import %s meanwhile sees it first', async (_, text, imported) => {
    const { version, items } = await stages();
    const wanted = items.map(({ id, label, kind, budgetWorkingDays }) => ({
      ...{ id, kind, budgetWorkingDays },
      label: label === 'Contacted' ? 'Called' : label,
    }));
    let answer: { status: number; body: { code?: string; current?: StagesRecord } } | undefined;

    await importWhile(text, async () => {
      answer = await partner().patch('/api/stages').send({ version, stages: wanted });
    });

    expect([answer?.status, answer?.body.code]).toEqual([409, 'stale_version']);
    expect(answer?.body.current?.items.map(({ label }) => label)).toContain(imported);
    expect(await labels()).toContain(imported);
    expect(await labels()).not.toContain('Called');
  });
});
