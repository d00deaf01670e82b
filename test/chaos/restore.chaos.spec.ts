import { newId } from '@app/platform/database/id.js';
import { ensureBuilt } from '../../tools/lib/build.mjs';
import { runToEnd } from '../../tools/lib/stack.mjs';
import { ask, backupFolder, brokenIn, PASSPHRASE } from '../lib/backups.js';
import { type App, ChaosStage } from '../lib/chaos-stage.js';
import { Movers } from '../lib/movers.js';
import { emptyDatabase } from '../lib/own-database.js';
import { until } from '../lib/until.js';
import { TEST_AUTH_SECRET } from '../medium/api.js';
import fs from 'node:fs';

/** The full sizes are in tools/chaos.mjs. */
const MOVES = Number(process.env.CHAOS_RESTORE_MOVES ?? 60);
const OWED = Number(process.env.CHAOS_RESTORE_OWED ?? 20);

const folder = backupFolder();
let stage: ChaosStage;
beforeAll(async () => {
  await ensureBuilt(['api', 'worker', 'cli']);
  stage = await ChaosStage.open();
  await stage.clear();
}, 240_000);
afterAll(async () => {
  await stage.close();
  folder.remove();
});

const say = (what: string, counts: object): void => console.log(`${what}: ${JSON.stringify(counts)}`);

/** A command of the operator's, as it is deployed. */
async function command(databaseUrl: string, ...words: string[]) {
  const secret = { AUTH_SECRET: TEST_AUTH_SECRET, MAIL_FROM: 'Searchlight <searchlight@firm.example>' };
  const began = Date.now();
  const ended = await runToEnd(['dist/apps/cli/main.js', ...words, '--json'], {
    ...{ PATH: process.env.PATH, DATABASE_URL: databaseUrl },
    ...secret,
  });
  if (ended.status !== 0) throw new Error(ended.stderr);
  return { ...JSON.parse(ended.stdout), ms: Date.now() - began };
}

const halvesIn = (databaseUrl: string, firmId: string) =>
  ask<{ moves: number; audited: number; announced: number; versions: number }>(
    databaseUrl,
    `select (select count(*)::int from stage_move m where m.firm_id = $1 and m.at > now() - interval '1 hour') as moves,
            (select count(*)::int from audit_entry where firm_id = $1 and action = 'pipeline.candidacy_moved') as audited,
            (select count(*)::int from outbox where firm_id = $1 and fact = 'pipeline.candidacy_moved') as announced,
            (select sum(version - 1)::int from candidacy where firm_id = $1) as versions`,
    [firmId],
  );

const statesIn = async (databaseUrl: string): Promise<Record<string, number>> =>
  Object.fromEntries(
    (
      await ask<{ state: string; count: number }>(
        databaseUrl,
        'select state, count(*)::int as count from delivery group by 1',
      )
    ).map(({ state, count }) => [state, count]),
  );

describe('a firm that is backed up while it works', () => {
  it('is there again after a restore: nothing half done, sessions go on, no mail twice', async () => {
    const passphrase = folder.file('passphrase');
    fs.writeFileSync(passphrase, `${PASSPHRASE}\n`);
    const sealed = ['--passphrase-file', passphrase];
    const [api, worker] = await Promise.all([stage.start('api'), stage.start('worker')]);
    const movers = await Movers.of(stage, () => api);
    await stage.owe(OWED);
    await until(() => movers.acknowledged.size >= MOVES / 2);
    await until(() => stage.mail.received.length > OWED / 2);

    const before = movers.acknowledged.size;
    const backup = await command(stage.databaseUrl, 'backup', folder.file('night.backup'), ...sealed);
    const during = movers.acknowledged.size - before;
    // what falls due and is sent after the backup, by the system that is then lost
    await stage.owe(OWED);
    await until(() => stage.mail.received.length >= OWED + OWED / 2);
    await until(() => movers.acknowledged.size >= MOVES + before);
    await movers.stop();
    await Promise.all([stage.end(worker), stage.end(api, 'SIGKILL')]);
    const sentByTheLost = stage.mail.received.length;

    const to = await emptyDatabase(stage.databaseUrl);
    const restored = await command(to.url, 'restore', folder.file('night.backup'), ...sealed);

    const [halves] = await halvesIn(to.url, stage.firm.id);
    const heldMails = await statesIn(to.url);
    const counts = {
      ...{ rows: restored.rows, tables: Object.keys(restored.tables).length, bytes: backup.bytes },
      ...{ backupMs: backup.ms, restoreMs: restored.ms, movesDuringBackup: during, halves, mails: heldMails },
    };
    say('P18 restored', counts);
    expect(await brokenIn(to.url)).toEqual([]);
    expect(halves).toEqual({
      moves: halves?.moves,
      audited: halves?.moves,
      announced: halves?.moves,
      versions: halves?.moves,
    });
    expect(halves?.moves).toBeGreaterThanOrEqual(before);
    expect(heldMails).not.toHaveProperty('pending');
    expect(heldMails).not.toHaveProperty('claimed');

    const second = await Promise.all([startOn(to.url, 'api'), startOn(to.url, 'worker')]);
    expect(await statusOf(second[0], '/api/me')).toBe(200);
    await announceIn(to.url);
    await until(async () => (await unrelayedIn(to.url)) === 0);
    await Promise.all(second.map((app) => stage.end(app)));
    expect(stage.mail.received).toHaveLength(sentByTheLost);
    await to.drop();
  }, 600_000);
});

const startOn = (databaseUrl: string, name: 'api' | 'worker'): Promise<App> =>
  stage.start(name, { DATABASE_URL: databaseUrl });

async function statusOf({ url }: App, path: string): Promise<number> {
  return (await fetch(`${url}${path}`, { headers: { cookie: stage.firm.cookie('partner') } })).status;
}

/** Wakes the worker for all that it would do by itself within a minute. */
async function announceIn(databaseUrl: string): Promise<void> {
  for (const fact of ['stalls.flags_raised', 'deliveries.resent'])
    await ask(databaseUrl, 'insert into outbox (firm_id, id, fact, subject_id) values ($1, $2, $3, $2)', [
      ...[stage.firm.id, newId(), fact],
    ]);
}

const unrelayedIn = async (databaseUrl: string): Promise<number> =>
  (await ask(databaseUrl, 'select 1 from outbox where relayed_at is null')).length;
