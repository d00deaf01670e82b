import { Logger, type LoggerService } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { ImportsService } from '@app/imports/imports.service.js';
import { Config } from '@app/platform/config/config.js';
import { dataSourceOptions } from '@app/platform/database/data-source.js';
import { newId } from '@app/platform/database/id.js';
import { PlanningService } from '@app/reminders/planning.service.js';
import { addHealth } from '../../apps/cli/src/commands/health.js';
import { addSweep } from '../../apps/cli/src/commands/sweep.js';
import { inspectDatabase } from '../../apps/cli/src/doctor.repository.js';
import { Consumers } from '../../apps/worker/src/consumers.js';
import { SCHEDULES } from '../../apps/worker/src/schedules.js';
import { WorkerModule } from '../../apps/worker/src/worker.module.js';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
import { History } from '../factories/history.factory.js';
import { aFlag } from '../factories/flag.factory.js';
import { runCommand } from '../lib/command.js';
import { mailAtAnyHour } from '../lib/loud.js';
import { MailServer } from '../lib/mail-server.js';
import { ownDatabase } from '../lib/own-database.js';
import { TEST_AUTH_SECRET } from './api.js';

/** Every scheduled job either meets a poisoned firm below, or goes through no firms. */
const JOBS: Readonly<Record<string, 'poisoned' | 'one statement that computes nothing from what a firm wrote'>> = {
  'stalls.sweep': 'poisoned',
  'reminders.plan': 'poisoned',
  'deliveries.deliver_due': 'poisoned',
  'deliveries.release_expired': 'one statement that computes nothing from what a firm wrote',
  'imports.run_waiting': 'poisoned',
  'imports.sweep_uploads': 'one statement that computes nothing from what a firm wrote',
  'invitations.send_owed': 'poisoned',
  'retention.end': 'poisoned',
};

const MONDAY = new Date('2026-11-23T12:00:00Z');
const WAITING = Buffer.from('name,candidate_ref\nAna Sample,P-1\n');

let database: Awaited<ReturnType<typeof ownDatabase>>;
let dataSource: DataSource;
let mail: MailServer;
let worker: TestingModule;
let broken: TestFirm;
let sound: TestFirm;
const said: string[] = [];

beforeAll(async () => {
  database = await ownDatabase();
  dataSource = await new DataSource(dataSourceOptions({ DATABASE_URL: database.url, DATABASE_POOL: 5 })).initialize();
  mail = await MailServer.start();
  const config = Object.assign(new Config(), {
    DATABASE_URL: database.url,
    AUTH_SECRET: 'only-for-tests-only-for-tests-only-for-tests',
    SMTP_URL: mail.url,
    SMTP_REQUIRE_TLS: 'no',
    MAIL_FROM: 'Searchlight <searchlight@firm.example>',
    PUBLIC_URL: 'https://searchlight.example',
    WORKER_HEALTH_PORT: 0,
    LOG_LEVEL: 'silent',
  });
  worker = await Test.createTestingModule({ imports: [WorkerModule] })
    .overrideProvider(Config)
    .useValue(config)
    .compile();
  await worker.init();
  const take = (...words: unknown[]): void => void said.push(JSON.stringify(words));
  Logger.overrideLogger({ log: take, warn: take, error: take } satisfies LoggerService);
});

/** The broken one comes first wherever firms come in the order of their ids. */
beforeEach(async () => {
  await dataSource.query('truncate firm cascade');
  broken = await aFirm(dataSource);
  sound = await aFirm(dataSource);
  for (const firm of [broken, sound]) await mailAtAnyHour(dataSource, firm.id);
  await dataSource.query(`update reminder_setting set digest_at = '00:00'`);
  await dataSource.query(`update office set working_days = '{1,2,3,4,5,6,7}'`);
});

afterAll(async () => {
  await worker.close();
  await mail.stop();
  await dataSource.destroy();
  await database.drop();
  Logger.overrideLogger(true);
});

const run = (job: (typeof SCHEDULES)[number]['job']['name']) => worker.get(Consumers).run(job);
const inZone = (firm: TestFirm, zone: string) =>
  dataSource.query('update office set time_zone = $2 where firm_id = $1', [firm.id, zone]);
const count = async (sql: string, firm: TestFirm): Promise<number> =>
  (await dataSource.query(`select count(*)::int as count from ${sql}`, [firm.id]))[0].count;

async function findings(): Promise<string[]> {
  const { checks } = await inspectDatabase(database.url);
  return checks.filter(({ check, ok }) => check === 'firms' && !ok).map(({ detail }) => detail);
}

/** Whatever cannot be done for a firm is refused by a trigger, as by a row that nobody foresaw. */
async function refusing(table: string, event: string, firm: TestFirm): Promise<() => Promise<unknown>> {
  const row = event.startsWith('delete') ? 'old' : 'new';
  await dataSource.query(
    `drop function if exists poison cascade;
     create function poison() returns trigger language plpgsql as $$
     begin raise exception 'Ana Sample'; end $$;
     create trigger poison before ${event} on ${table} for each row
       when (${row}.firm_id = '${firm.id}') execute function poison()`,
  );
  return () => dataSource.query('drop function poison cascade');
}

const aSearch = async (firm: TestFirm): Promise<string> =>
  (await History.of(dataSource, firm)).search({ openedAt: '2026-10-01T09:00:00Z' });

const aDueTask = (firm: TestFirm) =>
  dataSource.query(
    `insert into task (firm_id, id, title, assignee_id, due_at)
     values ($1, $2, 'Call the referees', $3, now() - interval '1 minute')`,
    [firm.id, newId(), firm.users.consultant.id],
  );

/** The flag that is told by a mail. */
async function anOwedMail(firm: TestFirm): Promise<void> {
  await aFlag(dataSource, firm.id, await aSearch(firm));
  await worker.get(PlanningService).planFirm(firm.id);
  await dataSource.query(`update delivery set not_before = now() - interval '1 second' where firm_id = $1`, [firm.id]);
}

describe('a firm whose records are broken', () => {
  it('is met by every scheduled job that goes through the firms', () => {
    expect(Object.keys(JOBS).sort()).toEqual(SCHEDULES.map(({ job }) => job.name).sort());
  });

  it('keeps no other from being swept, and the doctor names it until it is mended', async () => {
    for (const firm of [broken, sound]) await aSearch(firm);
    await inZone(broken, 'Nowhere/Land');

    await expect(run('stalls.sweep')).rejects.toThrow('1 firms could not be swept');

    expect(await count('stall_flag where firm_id = $1', sound)).toBeGreaterThan(0);
    expect(await findings()).toEqual([
      expect.stringMatching(`^passed over: ${broken.id} by sweep since .* \\(1 time, `),
    ]);

    await inZone(broken, 'Europe/Berlin');
    await run('stalls.sweep');
    expect(await count('stall_flag where firm_id = $1', broken)).toBeGreaterThan(0);
    expect(await findings()).toEqual([]);
  });

  it('keeps no other from being planned for', async () => {
    for (const firm of [broken, sound]) await aDueTask(firm);
    const drop = await refusing('reminder', 'insert', broken);

    await run('reminders.plan');

    expect(await count('reminder where firm_id = $1', sound)).toBeGreaterThan(0);
    expect(await count('reminder where firm_id = $1', broken)).toBe(0);
    expect(await findings()).toEqual([expect.stringContaining(`${broken.id} by planning`)]);
    const lines = said.filter((line) => line.includes(`the firm ${broken.id} was passed over by: planning`));
    expect(lines).toHaveLength(1);
    expect(said.join('\n')).not.toContain('Ana Sample');
    await drop();
    await run('reminders.plan');
    expect(await count('reminder where firm_id = $1', broken)).toBeGreaterThan(0);
    expect(await findings()).toEqual([]);
  });

  it('keeps no other from its digest', async () => {
    for (const firm of [broken, sound]) await aDueTask(firm);
    await inZone(broken, 'Nowhere/Land');

    await run('reminders.plan');

    expect(await count(`delivery where form = 'daily_digest' and firm_id = $1`, sound)).toBe(1);
    expect(await findings()).toEqual([expect.stringContaining(`${broken.id} by planning`)]);
  });

  it('keeps no other from its Monday mail', async () => {
    await dataSource.query(`update firm_user set created_at = '2026-01-01'`);
    await inZone(broken, 'Nowhere/Land');

    expect(await worker.get(PlanningService).planHealthMails(MONDAY)).toBe(2);

    expect(await count(`delivery where form = 'pipeline_health' and firm_id = $1`, sound)).toBe(2);
    expect(await findings()).toEqual([expect.stringContaining(`${broken.id} by monday_mails`)]);
  });

  it('keeps no other from its mails, though its own cannot be judged; they go out when it is mended', async () => {
    for (const firm of [broken, sound]) await anOwedMail(firm);
    await inZone(broken, 'Nowhere/Land');

    expect(await run('deliveries.deliver_due')).toMatchObject({ sent: 1 });

    expect(await count(`delivery where state = 'sent' and firm_id = $1`, sound)).toBe(1);
    expect(await count(`delivery where state = 'pending' and not_before > now() and firm_id = $1`, broken)).toBe(1);
    expect(await findings()).toEqual([expect.stringContaining(`${broken.id} by deliveries`)]);

    await inZone(broken, 'Europe/Berlin');
    await dataSource.query(`update delivery set not_before = now() where state = 'pending'`);
    expect(await run('deliveries.deliver_due')).toMatchObject({ sent: 1 });
    expect(await findings()).toEqual([]);
  });

  it('keeps no other from its mails in the same run, however many of its own cannot be written', async () => {
    await dataSource.query(`update firm_user set created_at = '2026-01-01', role = 'partner' where firm_id = $1`, [
      broken.id,
    ]);
    await aSearch(broken);
    await worker.get(PlanningService).planHealthMails(MONDAY);
    // an office where nobody sits: only the report goes there
    const office = newId();
    await dataSource.query(
      `insert into office (firm_id, id, key, country, time_zone) values ($1, $2, 'other', 'DE', 'Nowhere/Land')`,
      [broken.id, office],
    );
    await dataSource.query('update search set office_id = $2 where firm_id = $1', [broken.id, office]);
    await dataSource.query(
      `insert into delivery (firm_id, id, form, recipient_id, message_id, due_at, not_before)
       select firm_id, gen_random_uuid(), form, recipient_id, gen_random_uuid()::text, now(), now() - interval '1 hour'
       from delivery, generate_series(1, 10)`,
    );
    await dataSource.query(
      `insert into reminder (firm_id, id, kind, recipient_id, subject_type, subject_id, occurrence_key, due_at, mode, delivery_id)
       select firm_id, gen_random_uuid(), 'pipeline_health', recipient_id, 'user', recipient_id, id, due_at, 'own', id
       from delivery d where not exists (select 1 from reminder r where r.delivery_id = d.id)`,
    );
    await dataSource.query(`update delivery set due_at = now(), not_before = now() - interval '1 hour'`);
    await anOwedMail(sound);

    await run('deliveries.deliver_due');

    expect(await count(`delivery where state = 'pending' and attempts > 0 and firm_id = $1`, broken)).toBeGreaterThan(
      40,
    );
    expect(await count(`delivery where state = 'sent' and firm_id = $1`, sound)).toBe(1);
    expect(await findings()).toEqual([expect.stringContaining(`${broken.id} by deliveries`)]);
  });

  it('keeps no other from its import', async () => {
    const runs = new Map<TestFirm, string>();
    for (const firm of [broken, sound]) {
      const uploads = async function* () {
        yield { name: 'candidates.csv', bytes: [WAITING] as unknown as AsyncIterable<Buffer> };
      };
      const { id } = await worker.get(ImportsService).start(firm.actor('partner'), uploads() as never, false);
      runs.set(firm, id);
    }
    await dataSource.query(`update import_run set progress = '{"files": 7}' where firm_id = $1`, [broken.id]);

    await expect(run('imports.run_waiting')).rejects.toThrow();

    expect(await count(`import_run where state = 'done' and firm_id = $1`, sound)).toBe(1);
    expect(await count('candidate where firm_id = $1', sound)).toBe(1);
    expect(await findings()).toEqual([expect.stringContaining(`${broken.id} by imports`)]);
  });

  it('keeps no other from its invitations', async () => {
    for (const firm of [broken, sound]) {
      await dataSource.query(`update firm_user set auth_user_id = null where firm_id = $1 and role = 'researcher'`, [
        firm.id,
      ]);
      await dataSource.query(
        `insert into invitation (firm_id, id, user_id, invited_by, asked_at) values ($1, $2, $3, $4, now())`,
        [firm.id, newId(), firm.users.researcher.id, firm.users.admin.id],
      );
    }
    const drop = await refusing('invitation', 'update of token_hash', broken);

    expect(await run('invitations.send_owed')).toBe(1);
    await drop();

    expect(await count('invitation where sent_at is not null and firm_id = $1', sound)).toBe(1);
    expect(await findings()).toEqual([expect.stringContaining(`${broken.id} by invitations`)]);
  });

  it('keeps no other, and nothing else, from ending what is over', async () => {
    for (const firm of [broken, sound]) {
      const runId = newId();
      await dataSource.query(
        `insert into import_run (firm_id, id, state, check_only, progress, finished_at)
         values ($1, $2, 'done', false, '{}', now() - interval '40 days')`,
        [firm.id, runId],
      );
      await dataSource.query(
        `insert into import_refusal (firm_id, id, run_id, file, row_number, sentence, cells)
         values ($1, $2, $3, 'candidates.csv', 2, 'x', '{}')`,
        [firm.id, newId(), runId],
      );
    }
    await dataSource.query(`update auth."session" set "expiresAt" = now() - interval '9 days'`);
    const drop = await refusing('import_refusal', 'delete', broken);

    await run('retention.end');
    await drop();

    expect(await count('import_refusal where firm_id = $1', sound)).toBe(0);
    expect(await count('import_refusal where firm_id = $1', broken)).toBe(1);
    expect(await dataSource.query('select 1 from auth."session"')).toEqual([]);
    expect(await findings()).toEqual([expect.stringContaining(`${broken.id} by retention`)]);
  });

  it.each([
    ['health', addHealth, 'searches'],
    ['sweep', addSweep, 'flags'],
  ])('is named by the command %s, which prints what it has of the others', async (name, add, key) => {
    for (const firm of [broken, sound]) await aSearch(firm);
    await inZone(broken, 'Nowhere/Land');
    Object.assign(process.env, { DATABASE_URL: database.url, AUTH_SECRET: TEST_AUTH_SECRET });

    const { status, printed } = await runCommand([add], [name, '--json']);

    const answer = JSON.parse(printed);
    expect(status).toBe(1);
    expect(answer.passed_over).toEqual([{ firm: broken.name, id: broken.id, error: 'RangeError' }]);
    expect(answer[key].length).toBeGreaterThan(0);
    expect(new Set(answer[key].map(({ firm }: { firm: string }) => firm))).toEqual(new Set([sound.name]));
  });
});
