import { spawn } from 'node:child_process';
import net from 'node:net';
import pg from 'pg';
import { migrate } from '@app/platform/migrate/migrate.js';
import { standsBefore } from '@app/platform/migrate/reach.js';
import { DEFINITIONS } from '@app/schema/schema.sql.js';
import { addDoctor } from '../../apps/cli/src/commands/doctor.js';
import { addMigrate } from '../../apps/cli/src/commands/migrate.js';
import { ensureBuilt } from '../../tools/lib/build.mjs';
import { freePort } from '../../tools/lib/postgres.mjs';
import { runCommand } from '../lib/command.js';
import { emptyDatabase, ownDatabase, type OwnDatabase } from '../lib/own-database.js';
import { TEST_AUTH_SECRET } from './api.js';

const PROCESSES = ['api', 'worker', 'cli'] as const;
type Process = (typeof PROCESSES)[number];

/** One of the processes as it is deployed, until it has ended by itself. */
async function start(name: Process, settings: Record<string, string>) {
  const words = name === 'cli' ? ['migrate'] : [];
  const port = String(await freePort());
  const child = spawn(process.execPath, [`dist/apps/${name}/main.js`, ...words], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      PATH: process.env.PATH,
      ...{ AUTH_SECRET: TEST_AUTH_SECRET, PORT: port, WORKER_HEALTH_PORT: port, LOG_LEVEL: 'silent' },
      ...settings,
    },
  });
  let said = '';
  child.stderr.on('data', (text) => (said += text));
  const status = await new Promise((resolve) => child.once('close', resolve));
  return { status, said };
}

async function newerDatabase(): Promise<OwnDatabase> {
  const own = await ownDatabase();
  const client = new pg.Client({ connectionString: own.url });
  await client.connect();
  await client.query(`insert into migrations ("timestamp", name) values (99999, 'FromTheFuture99999')`);
  await client.end();
  return own;
}

beforeAll(() => ensureBuilt([...PROCESSES]), 240_000);

describe('a process that cannot start', () => {
  it.each(PROCESSES)('names each wrong setting of the %s in a sentence, without a stack', async (name) => {
    const settings = { DATABASE_URL: 'db/searchlight', AUTH_SECRET: 'x'.repeat(32), PUBLIC_URL: 'ftp://firm.example' };

    const { status, said } = await start(name, settings);

    expect(status).toBe(name === 'cli' ? 2 : 1);
    expect(said.trimEnd().split('\n')).toEqual([
      'Searchlight cannot start:',
      expect.stringMatching(/^ {2}DATABASE_URL must look like postgres:/),
      expect.stringMatching(/^ {2}AUTH_SECRET has only 1 different characters/),
      expect.stringMatching(/^ {2}PUBLIC_URL must be an http\(s\) address/),
    ]);
  });

  it.each(PROCESSES)('says which migrations the %s does not know, and what to do', async (name) => {
    const { url, drop } = await newerDatabase();

    const { status, said } = await start(name, { DATABASE_URL: url });

    expect(status).toBe(1);
    expect(said).toMatch(
      /^Searchlight cannot start: .* newer version; .* FromTheFuture99999\. Start the newer version, or/,
    );
    expect(said.trimEnd().split('\n')).toHaveLength(1);
    await drop();
  });

  it.each(PROCESSES)('does not wait for a database that refuses the %s', async (name) => {
    const { url, drop } = await emptyDatabase();
    await drop();

    const { status, said } = await start(name, { DATABASE_URL: url });

    expect(status).toBe(name === 'cli' ? 3 : 1);
    expect(said).toMatch(/annot reach the database at 127\.0\.0\.1:\d+\/own_\w+: database "own_\w+" does not exist\n$/);
  });

  it('says whose port is taken', async () => {
    const { url, drop } = await ownDatabase();
    const other = net.createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as net.AddressInfo;

    for (const name of ['api', 'worker'] as const) {
      const settings = { DATABASE_URL: url, PORT: String(port), WORKER_HEALTH_PORT: String(port) };
      const { status, said } = await start(name, settings);

      expect({ name, status, said }).toEqual({
        ...{ name, status: 1 },
        said: `Searchlight cannot start: port ${port} on 127.0.0.1 is taken by another program (HOST, PORT, WORKER_HEALTH_PORT)\n`,
      });
    }
    other.close();
    await drop();
  });

  it('waits for a database that does not answer yet, but not for ever', async () => {
    const waits: string[] = [];
    const nobody = `postgres://u:p@127.0.0.1:${await freePort()}/none`;

    const start = standsBefore(nobody, { patienceMs: 1_500, onWait: (sentence) => waits.push(sentence) });

    await expect(start).rejects.toThrow(/^Searchlight cannot start: cannot reach the database at .*ECONNREFUSED/);
    expect(waits).toEqual([expect.stringContaining('Trying for 1.5 s')]);
  });
});

describe('a database of a newer version', () => {
  it('is not migrated', async () => {
    const { url, drop } = await newerDatabase();

    await expect(migrate(url, DEFINITIONS)).rejects.toThrow('this one does not know FromTheFuture99999');
    await drop();
  });

  it('is a finding of the doctor, who still looks at everything else', async () => {
    const { url, drop } = await newerDatabase();
    Object.assign(process.env, { DATABASE_URL: url, AUTH_SECRET: TEST_AUTH_SECRET });

    const { status, printed } = await runCommand([addDoctor, addMigrate], ['doctor', '--json']);

    const checks: { check: string; ok: boolean; detail: string }[] = JSON.parse(printed).checks;
    expect(status).toBe(1);
    expect(checks.filter(({ ok }) => !ok)).toEqual([
      { check: 'migrations', ok: false, detail: expect.stringContaining('FromTheFuture99999') },
    ]);
    expect(checks.map(({ check }) => check)).toEqual(expect.arrayContaining(['version', 'clock', 'queue tables']));
    await drop();
  });
});
