// @ts-check
// A whole Searchlight on this machine: embedded PostgreSQL, api, worker and a mailbox that catches outgoing mail.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { startMailbox } from '../mailbox/mailbox.mjs';
import { freePort, rememberedSecret, startPostgres } from './postgres.mjs';

export const ROOT = path.resolve(import.meta.dirname, '../..');

/** The wanted port, or any free one where it is taken. @param {number} port */
export async function freeOr(port) {
  const server = net.createServer();
  const taken = await new Promise((resolve) => {
    server.once('error', () => resolve(true));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(false)));
  });
  return taken ? freePort() : port;
}

/** How a process is started that is neither of its own session nor writes into the log file. @typedef {(app: string, main: string, env: NodeJS.ProcessEnv) => import('node:child_process').ChildProcess} Launch */

/**
 * @param {{ dataDir: string, port?: number, mailPort?: number, durable?: boolean, redisUrl?: string, env?: Record<string, string>, dist?: string, launch?: Launch }} options
 *   `dist`: the folder of the builds
 */
export async function startStack({
  dataDir,
  port,
  mailPort,
  durable = true,
  redisUrl,
  env = {},
  dist = 'dist',
  launch,
}) {
  const postgres = await startPostgres({ dataDir, durable });
  const mailbox = await startMailbox({ httpPort: mailPort ?? 0, folder: path.join(dataDir, 'mails') });
  const httpPort = port ?? (await freePort());
  const url = `http://127.0.0.1:${httpPort}`;
  const settings = {
    ...process.env,
    DATABASE_URL: postgres.url,
    AUTH_SECRET: rememberedSecret(path.join(dataDir, 'auth.secret')),
    PUBLIC_URL: url,
    PORT: String(httpPort),
    WORKER_HEALTH_PORT: String(await freePort()),
    SMTP_URL: mailbox.smtpUrl,
    SMTP_REQUIRE_TLS: 'no',
    MAIL_FROM: 'Searchlight <searchlight@searchlight.example>',
    LOG_LEVEL: 'warn',
    // React renders mails twice as fast as in development
    NODE_ENV: 'production',
    ...(redisUrl ? { REDIS_URL: redisUrl } : {}),
    ...env,
  };
  /** @type {Map<string, import('node:child_process').ChildProcess>} */
  const running = new Map();
  /** @type {Set<import('node:child_process').ChildProcess>} */
  const others = new Set();
  const logFile = path.join(dataDir, 'searchlight.log');
  const log = fs.openSync(logFile, 'a');

  /** A process of its own session, so that Ctrl-C reaches only us and we end the others in order. @param {string} app */
  const start = (app) => {
    const main = `${dist}/apps/${app}/main.js`;
    const child = launch
      ? launch(app, main, settings)
      : spawn(process.execPath, [main], { cwd: ROOT, env: settings, stdio: ['ignore', log, log], detached: true });
    running.set(app, child);
    return child;
  };

  /** @param {string} app @param {NodeJS.Signals} signal @param {number} [patienceMs] after which it is killed */
  const end = async (app, signal = 'SIGTERM', patienceMs) => {
    const child = running.get(app);
    running.delete(app);
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    const timer = patienceMs && setTimeout(() => child.kill('SIGKILL'), patienceMs);
    await gone;
    if (timer) clearTimeout(timer);
  };

  /** One more of the same, with settings of its own. @param {string} app @param {Record<string, string>} own */
  const another = (app, own) => {
    const child = spawn(process.execPath, [`${dist}/apps/${app}/main.js`], {
      cwd: ROOT,
      env: { ...settings, ...own },
      stdio: ['ignore', log, log],
    });
    others.add(child);
    child.once('exit', () => others.delete(child));
    return child;
  };

  return {
    url,
    mailbox,
    postgres,
    env: settings,
    logFile,
    start,
    another,
    end,
    /** @param {string[]} args a command of the operator's command line @param {string} [input] what it reads */
    cli: (args, input) => runToEnd([`${dist}/apps/cli/main.js`, ...args], settings, input),
    pid: (/** @type {string} */ app) => running.get(app)?.pid,
    ready: () => waitFor(`${url}/health/ready`, () => running.get('api'), logFile),
    stop: async () => {
      for (const child of others) child.kill('SIGKILL');
      await Promise.all([...running.keys()].map((app) => end(app)));
      await mailbox.stop();
      await postgres.stop();
      fs.closeSync(log);
    },
  };
}

/**
 * @param {string[]} args @param {NodeJS.ProcessEnv} env @param {string} [input]
 * @returns {Promise<{ status: number, stdout: string, stderr: string }>}
 */
export function runToEnd(args, env, input = '') {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['pipe', 'pipe', 'pipe'] });
    // a command that does not read it has ended before it is written
    child.stdin.on('error', () => undefined).end(input);
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk) => (stdout += chunk));
    child.stderr.on('data', (chunk) => (stderr += chunk));
    child.once('error', reject);
    child.once('close', (status) => resolve({ status: status ?? 1, stdout, stderr }));
  });
}

/** @param {string} address @param {() => import('node:child_process').ChildProcess | undefined} process @param {string} logFile */
async function waitFor(address, process, logFile) {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline) {
    const answer = await fetch(address).catch(() => null);
    if (answer?.ok) return;
    if (process()?.exitCode != null) break;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`The api did not get ready; see ${logFile}`);
}
