// @ts-check
// How fast we are beside a bare server that runs the same SQL on the same database, in the same minutes.
// usage: npm run bench -- [--rounds 9] [--seconds 2] [--data <directory>] [--large] [--mails]
import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from '../tools/lib/build.mjs';
import { freePort } from '../tools/lib/postgres.mjs';
import { ROOT, startStack } from '../tools/lib/stack.mjs';
import { ensureFirm, findBoard, quiet, signIn, withDatabase } from './firm.mjs';
import { load, median, table } from './lib.mjs';
import { measureLarge } from './large.mjs';
import { measureMails } from './mails.mjs';
import { moveCards, pickCards } from './moves.mjs';
import { megabytesOf, readyTimes } from './processes.mjs';

const LOWEST_RATIO = 0.5;
const POOL = '10';
const FIRST_MOVES = 1000;
const WARM_UP_SECONDS = 4;

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '9' },
    seconds: { type: 'string', default: '2' },
    data: { type: 'string', default: path.join(ROOT, '.cache/bench') },
    large: { type: 'boolean', default: false },
    mails: { type: 'boolean', default: false },
  },
});
const [rounds, seconds] = [Number(options.rounds), Number(options.seconds)];

/** @typedef {'ours' | 'bare'} Name */
/** @typedef {import('./moves.mjs').Server & { boardPath: string, listPath: string }} Server */
/** @type {readonly [Name, Name]} */
const NAMES = ['ours', 'bare'];

await ensureBuilt(['api', 'worker', 'cli']);
if (options.mails) {
  await measureMails(`${options.data}-mails`);
  process.exit();
}
const stack = await startStack({ dataDir: options.data, env: { DATABASE_POOL: POOL } });
try {
  await ensureFirm(stack, options.data);
  const ready = await readyTimes(stack, 3);
  stack.start('worker');
  await withDatabase(stack, (db) => compare(db, ready));
} finally {
  await stack.stop();
}
if (options.large) await measureLarge(`${options.data}-large`);

/** @param {import('pg').Client} db @param {number[]} ready */
async function compare(db, ready) {
  const { firmId, userId, searchId } = await findBoard(db);
  await quiet(db);
  const bare = await startBare(firmId, userId);
  try {
    /** @type {Record<Name, Server>} */
    const servers = {
      ours: {
        url: stack.url,
        headers: { cookie: await signIn(stack), origin: stack.url },
        boardPath: `/api/searches/${searchId}/board`,
        listPath: '/api/candidates',
        movePath: (id) => `/api/candidacies/${id}/moves`,
      },
      bare: {
        url: bare.url,
        headers: {},
        boardPath: `/board/${searchId}`,
        listPath: '/candidates',
        movePath: (id) => `/move/${id}`,
      },
    };
    const cards = await pickCards(db, firmId);
    const moves = await movesPerRun(db, servers, cards);
    /** @type {Record<string, (name: Name) => Promise<number>>} */
    const measures = {
      'board of 200 cards': (name) => get(servers[name], servers[name].boardPath, seconds),
      'list of 50 candidates': (name) => get(servers[name], servers[name].listPath, seconds),
      'move of a card': (name) => moveCards(db, servers[name], cards, moves[name]),
      'move of a card, with a key': (name) =>
        moveCards(db, { ...servers[name], once: name === 'ours' }, cards, moves[name]),
    };
    const rows = await alternate(measures);
    print(rows);
    process.stdout.write(
      `\napi ready after ${Math.round(median(ready))} ms (median of ${ready.length})\n` +
        `resident after the load: api ${megabytesOf(stack.pid('api'))} MB, worker ${megabytesOf(stack.pid('worker'))} MB\n`,
    );
  } finally {
    bare.process.kill();
  }
}

/**
 * Both servers inside every round, the first one changing, so that whatever else the machine does befalls both.
 * @param {Record<string, (name: Name) => Promise<number>>} measures
 */
async function alternate(measures) {
  /** @type {Map<string, Record<Name, number>[]>} */
  const results = new Map();
  for (let round = 0; round < rounds; round++) {
    for (const [what, measure] of Object.entries(measures)) {
      const result = { ours: 0, bare: 0 };
      for (const name of round % 2 ? NAMES : NAMES.toReversed()) result[name] = await measure(name);
      results.set(what, [...(results.get(what) ?? []), result]);
    }
    process.stderr.write(`round ${round + 1} of ${rounds}\n`);
  }
  return results;
}

/** @param {Map<string, Record<Name, number>[]>} results */
function print(results) {
  const rows = [...results].map(([what, runs]) => {
    const ratios = runs.map(({ ours, bare }) => ours / bare);
    if (median(ratios) < LOWEST_RATIO) process.exitCode = 1;
    return {
      'requests per second': what,
      ours: Math.round(median(runs.map(({ ours }) => ours))),
      bare: Math.round(median(runs.map(({ bare }) => bare))),
      ratio: median(ratios).toFixed(2),
      lowest: Math.min(...ratios).toFixed(2),
      highest: Math.max(...ratios).toFixed(2),
    };
  });
  process.stdout.write(`${table(rows)}\n`);
}

/** @param {Server} server @param {string} target @param {number} duration */
function get(server, target, duration) {
  return load({ url: `${server.url}${target}`, headers: server.headers, duration });
}

/** Warms both servers up, and learns how many moves fill a run. @param {import('pg').Client} db @param {Record<Name, Server>} servers @param {import('./moves.mjs').MovingCard[]} cards */
async function movesPerRun(db, servers, cards) {
  const moves = { ours: 0, bare: 0 };
  for (const name of NAMES) {
    await get(servers[name], servers[name].boardPath, WARM_UP_SECONDS);
    await get(servers[name], servers[name].listPath, WARM_UP_SECONDS);
    await moveCards(db, servers[name], cards, FIRST_MOVES);
    moves[name] = Math.round((await moveCards(db, servers[name], cards, FIRST_MOVES)) * seconds);
  }
  return moves;
}

/** @param {string} firmId @param {string} userId */
async function startBare(firmId, userId) {
  const port = String(await freePort());
  const script = path.join(import.meta.dirname, 'bare-server.mjs');
  const child = fork(script, [stack.postgres.url, port, POOL, firmId, userId]);
  await once(child, 'message');
  return { process: child, url: `http://127.0.0.1:${port}` };
}
