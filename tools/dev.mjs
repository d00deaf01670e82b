// @ts-check
// `npm run dev`: the simulated firm while one works on the code. Api and worker start anew on every change, the web page
// keeps itself up to date. One terminal; Ctrl-C ends everything.
import { spawn } from 'node:child_process';
import path from 'node:path';
import readline from 'node:readline';
import { createLogger, createServer } from 'vite';
import { LOGINS, PASSWORD } from './lib/demo-firm.mjs';
import { lineOf } from './lib/log-lines.mjs';
import { sentenceOf, takeFolder } from './lib/one-at-a-time.mjs';
import { openDemoFirm } from './lib/open-firm.mjs';
import { freeOr, ROOT, startStack } from './lib/stack.mjs';
import { watchApps } from './lib/watch.mjs';

/** @typedef {Awaited<ReturnType<typeof startStack>>} Stack @typedef {import('./lib/watch.mjs').Build} Build */

const DIST = 'dist/dev';
/** A process that a debugger holds does not end by itself. */
const PATIENCE_MS = 1_000;
/** What has to be in the database before the new code runs on it. */
const OF_THE_SCHEMA = /(database[\\/]migrations[\\/]|\.sql\.ts$)/;
/** The next one gets ready once the one that was asked for is up. */
const AFTER_THE_START_MS = 3_000;
const STANDBY = path.join(import.meta.dirname, 'lib/standby.mjs');

const began = performance.now();
const dataDir = path.resolve(process.env.SEARCHLIGHT_DATA_DIR ?? path.join(ROOT, '.cache/dev'));
/** @type {(() => Promise<unknown>)[]} what was begun last ends first */
const endings = [];
/** @type {Set<string>} */
const ending = new Set();
/** @type {Map<string, import('node:child_process').ChildProcess>} the next of each app, with its packages loaded */
const standbys = new Map();
let stopping = false;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop(0));
try {
  await run();
} catch (error) {
  if (!stopping) {
    console.error(sentenceOf(error, dataDir));
    await stop(1);
  }
}

async function run() {
  const turn = await takeFolder(dataDir);
  const builds = await firstBuild();
  const webPort = await freeOr(Number(process.env.WEB_PORT ?? 5173));
  const url = `http://127.0.0.1:${webPort}`;
  const inspect = { api: await freeOr(9229), worker: await freeOr(9230) };
  const starting = startStack({
    dataDir,
    dist: DIST,
    durable: false,
    port: await freeOr(Number(process.env.PORT ?? 3000)),
    mailPort: await freeOr(Number(process.env.MAILBOX_PORT ?? 8025)),
    env: { SIGN_UP: 'open', PUBLIC_URL: url, NODE_ENV: 'development', LOG_LEVEL: process.env.LOG_LEVEL ?? 'info' },
    launch: (app, main, env) => launch(app, main, env, inspect[/** @type {'api' | 'worker'} */ (app)]),
  });
  endings.unshift(() =>
    starting.then(
      (stack) => endApps(stack, ['api', 'worker']).then(() => stack.stop()),
      () => undefined, // run() has said it
    ),
  );
  const stack = await starting;
  if (stopping) return;
  const web = await serveWeb(webPort, stack.url);
  endings.unshift(() => web.close());
  await openDemoFirm(stack, dataDir, { url, apiReady: () => turn.tell(url) });
  console.log(`
  Searchlight is running for development (ready in ${since(began)})

    ${url}     the web page, always up to date
    ${stack.url}     the api; /api/docs tells what it answers
    ${stack.mailbox.url}     the mail that was sent

  Sign in as ${Object.values(LOGINS).join(', ')}
  with the password ${PASSWORD}
  Debuggers attach to port ${inspect.api} (api) and ${inspect.worker} (worker). Ctrl-C ends everything.
  Data stays in ${path.relative(process.cwd(), dataDir)}; delete that folder to start afresh.
`);
  await builds.each((build) => restart(stack, build));
}

/** Builds and goes on watching; what does not build is shown, and waited for. */
async function firstBuild() {
  /** @type {Build | null} */
  let pending = null;
  let wake = () => {};
  const watching = watchApps(DIST, {
    built: (build) => {
      pending = pending
        ? { ...build, apps: [...pending.apps, ...build.apps], changed: [...pending.changed, ...build.changed] }
        : build;
      wake();
    },
    broken: (errors) => say('build', `${errors}\nThis does not build. What ran goes on; waiting for a change.`),
  });
  endings.unshift(() => watching.stop());
  const another = async () => {
    while (!pending) await new Promise((resolve) => (wake = () => resolve(undefined)));
    const build = /** @type {Build} */ (pending);
    pending = null;
    return build;
  };
  await another();
  return {
    /** @param {(build: Build) => Promise<void>} handle */
    each: async (handle) => {
      for (;;) await handle(await another());
    },
  };
}

/** @param {Stack} stack @param {Build} build */
async function restart(stack, build) {
  if (build.changed.some((file) => OF_THE_SCHEMA.test(file))) {
    const { status, stdout, stderr } = await stack.cli(['migrate']);
    if (stdout + stderr) say('migrate', (stdout + stderr).trimEnd());
    if (status !== 0) return say('dev', 'The database could not be migrated. What ran goes on; waiting for a change.');
  }
  const apps = ['api', 'worker'].filter((app) => build.apps.includes(app));
  if (apps.length === 0 || stopping) return;
  await endApps(stack, apps);
  if (stopping) return;
  for (const app of apps) stack.start(app);
  if (apps.includes('api')) {
    const ready = await stack.ready().then(
      () => true,
      () => false,
    );
    if (!ready) return say('dev', 'The api does not start; waiting for a change.');
  }
  say('dev', `${apps.join(' and ')} started anew, ${since(build.began)} after the change`);
}

/** @param {Stack} stack @param {string[]} apps */
async function endApps(stack, apps) {
  for (const app of apps) ending.add(app);
  await Promise.all(apps.map((app) => stack.end(app, 'SIGTERM', PATIENCE_MS)));
  for (const app of apps) ending.delete(app);
}

/** @param {string} app @param {string} main @param {NodeJS.ProcessEnv} env @param {number} port of its debugger */
function launch(app, main, env, port) {
  const standby = () => {
    const child = spawn(process.execPath, [STANDBY, main, String(port)], {
      cwd: ROOT,
      env,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      detached: process.platform !== 'win32', // Ctrl-C reaches only us, who end it in order
    });
    for (const stream of [child.stdout, child.stderr])
      readline.createInterface({ input: /** @type {import('node:stream').Readable} */ (stream) }).on('line', (line) => {
        const text = lineOf(line);
        if (text) say(app, text);
      });
    child.once('exit', (status, signal) => {
      if (standbys.get(app) === child) standbys.delete(app);
      else if (!ending.has(app) && !stopping)
        say(app, `ended by itself (${signal ?? status}); it starts again with the next change`);
    });
    return child;
  };
  const child = standbys.get(app) ?? standby();
  standbys.delete(app);
  child.send('start');
  setTimeout(() => stopping || standbys.has(app) || standbys.set(app, standby()), AFTER_THE_START_MS);
  return child;
}

/** @param {number} port @param {string} apiUrl */
async function serveWeb(port, apiUrl) {
  const log = createLogger('info', { allowClearScreen: false });
  let last = '';
  const told = (/** @type {string} */ text) => {
    const line = /http proxy error/.test(text) ? 'The api is not up.' : text;
    if (line !== last) say('web', line);
    last = line;
  };
  const web = await createServer({
    configFile: path.join(ROOT, 'apps/web/vite.config.ts'),
    customLogger: { ...log, info: told, warn: told, error: told },
    server: { port, host: '127.0.0.1', strictPort: true, proxy: { '/api': apiUrl } },
  });
  return web.listen();
}

/** @param {number} status */
async function stop(status) {
  if (stopping) return;
  stopping = true;
  console.log('\nStopping.');
  for (const child of standbys.values()) child.kill('SIGKILL');
  for (const end of endings) await end().catch((error) => console.error(error));
  process.exit(status);
}

/** @param {number} moment */
function since(moment) {
  return `${((performance.now() - moment) / 1000).toFixed(1)} s`;
}

/** @param {string} who @param {string} text */
function say(who, text) {
  for (const line of text.split('\n')) console.log(`${`[${who}]`.padEnd(9)} ${line}`);
}
