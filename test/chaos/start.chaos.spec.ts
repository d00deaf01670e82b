import fs from 'node:fs';
import { migrate } from '@app/platform/migrate/migrate.js';
import { DEFINITIONS } from '@app/schema/schema.sql.js';
import { ensureBuilt } from '../../tools/lib/build.mjs';
import { ChaosStage, type App } from '../lib/chaos-stage.js';
import { emptyDatabase } from '../lib/own-database.js';
import { until } from '../lib/until.js';

let stage: ChaosStage;

beforeAll(async () => {
  await ensureBuilt(['api', 'worker']);
  stage = await ChaosStage.open();
}, 120_000);

afterAll(() => stage.close());

/** A worker on a database in which there is not a table. */
async function earlyWorker(): Promise<{ worker: App; url: string }> {
  const { url } = await emptyDatabase(stage.databaseUrl);
  const worker = await stage.spawn('worker', { DATABASE_URL: url });
  await until(() => worker.log().includes('waiting for the command migrate'));
  return { worker, url };
}

describe('a worker that is started before the database is migrated', () => {
  it('takes up its work once it is', async () => {
    const { worker, url } = await earlyWorker();
    expect(await stage.ready(worker)).toBe(false);

    await migrate(url, DEFINITIONS);

    await until(() => stage.ready(worker));
    expect(worker.process.exitCode).toBeNull();
  }, 60_000);

  it('ends at once when it is told to', async () => {
    const { worker } = await earlyWorker();

    expect(await stage.end(worker)).toBeLessThan(5_000);
  }, 60_000);
});

/** Every write to it fails as on a full disk. */
const FULL = '/dev/full';
const onLinux = fs.existsSync(FULL) ? it : it.failing;

describe('a process whose log has nowhere to go', () => {
  onLinux.each([['api'], ['worker']] as const)(
    '%s does its work all the same',
    async (name) => {
      const full = fs.openSync(FULL, 'w');
      const app = await stage.spawn(name, {}, full);
      fs.closeSync(full);
      await until(() => stage.ready(app));

      for (let i = 0; i < 50; i += 1) await fetch(`${app.url}/api/me`);

      expect(await stage.ready(app)).toBe(true);
      expect(app.process.exitCode).toBeNull();
      expect(await stage.end(app)).toBeLessThan(15_000);
    },
    60_000,
  );
});
