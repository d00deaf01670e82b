// @ts-check
// How fast due reminders leave: one worker, two workers, on both queue backends, beside a bare loop over nodemailer. Once
// to a mail server that accepts at once, where the processors are the limit, and once to one that takes its time, where the
// number of mails under way is.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { must } from '../tools/lib/demo-firm.mjs';
import { startRedis } from '../tools/lib/redis.mjs';
import { startStack } from '../tools/lib/stack.mjs';
import { withDatabase } from './firm.mjs';
import { median, table } from './lib.mjs';

const MAILS = 5_000;
const FIRMS = 100;
const CONNECTIONS = 8;
const ROUNDS = 3;
/** Between the final dot and the 250. */
const THINKING_MS = 50;
const PATIENCE_MS = 180_000;
/** The mails of this bench; the workers find other things due meanwhile. */
const PLANNED = 'id in (select id from stall_flag)';

/** @param {string} dataDir */
export async function measureMails(dataDir) {
  const sink = fork(path.join(import.meta.dirname, 'mail-sink.mjs'));
  const [{ port }] = await once(sink, 'message');
  const redis = await startRedis();
  const stack = await startStack({
    dataDir,
    env: {
      SMTP_URL: `smtp://127.0.0.1:${port}`,
      MAIL_CONNECTIONS: String(CONNECTIONS),
      DATABASE_POOL: '10',
      NODE_ENV: 'production',
    },
  });
  try {
    await must(stack, ['migrate']);
    await withDatabase(stack, async (db) => {
      await fill(db);
      await plan(db);
      const backends = [{ name: 'Postgres', url: '' }, ...(redis ? [{ name: 'Redis', url: redis.url }] : [])];
      /** @type {Map<string, { thinkingMs: number, speeds: number[], seconds: number[], busy: number[] }>} */
      const rows = new Map();
      const note = async (
        /** @type {string} */ what,
        /** @type {number} */ thinkingMs,
        /** @type {() => Promise<{ speed: number, withStart: number }>} */ measure,
      ) => {
        const before = processors();
        const { speed, withStart } = await measure();
        const busy = busyShare(before, processors());
        const row = rows.get(what) ?? { thinkingMs, speeds: [], seconds: [], busy: [] };
        row.speeds.push(speed);
        row.seconds.push(withStart);
        row.busy.push(busy);
        rows.set(what, row);
        process.stderr.write(`${what}: ${Math.round(speed)} mails per second, ${percent(busy)} of the processors\n`);
      };
      for (let round = 0; round < ROUNDS; round += 1) {
        for (const thinkingMs of [0, THINKING_MS]) {
          const server = thinkingMs ? `, server takes ${thinkingMs} ms` : '';
          for (const { name, url } of backends) {
            for (const workers of [1, 2]) {
              const what = `${name}, ${workers} worker${workers > 1 ? 's' : ''}${server}`;
              await note(what, thinkingMs, () => run(stack, db, sink, { redisUrl: url, workers, thinkingMs }));
            }
          }
          await note(`bare nodemailer loop${server}`, thinkingMs, () => bare(sink, port, thinkingMs));
        }
        process.stderr.write(`round ${round + 1} of ${ROUNDS}\n`);
      }
      const speedOf = (/** @type {string} */ what) => median(rows.get(what)?.speeds ?? []);
      const printed = [...rows].map(([what, { thinkingMs, speeds, seconds, busy }]) => ({
        [`${MAILS.toLocaleString('en')} due reminders`]: what,
        'mails per second': Math.round(median(speeds)),
        'seconds with the start': median(seconds).toFixed(1),
        'slowest run': Math.max(...seconds).toFixed(1),
        'of the bare loop': (
          median(speeds) / speedOf(`bare nodemailer loop${thinkingMs ? `, server takes ${thinkingMs} ms` : ''}`)
        ).toFixed(2),
        'processors busy': percent(median(busy)),
      }));
      process.stdout.write(`\n${table(printed)}\n`);
      for (const { name } of backends) {
        for (const server of ['', `, server takes ${THINKING_MS} ms`]) {
          const [one, two] = [speedOf(`${name}, 1 worker${server}`), speedOf(`${name}, 2 workers${server}`)];
          process.stdout.write(`${name}${server}: two workers are ${(two / one).toFixed(2)} times as fast as one\n`);
          if (median(rows.get(`${name}, 1 worker${server}`)?.seconds ?? []) > 60) process.exitCode = 1;
        }
      }
    });
  } finally {
    await stack.stop();
    await redis?.stop();
    sink.kill();
  }
}

/** Simulated firms where everybody leads one stalled search. @param {import('pg').Client} db */
async function fill(db) {
  const { rows } = await db.query('select count(*)::int as count from search');
  if (rows[0].count >= MAILS) return;
  await db.query(`
    with f as (insert into firm (id, name, simulated) select gen_random_uuid(), 'Bench ' || n || ' (simulated)', true from generate_series(1, ${FIRMS}) n returning id),
    o as (insert into office (firm_id, id, key, country, time_zone) select id, gen_random_uuid(), 'main', 'DE', 'Europe/Berlin' from f returning firm_id, id),
    c as (insert into client (firm_id, id, name) select id, gen_random_uuid(), 'Simulated client' from f returning firm_id, id),
    u as (insert into firm_user (firm_id, id, email, name, role, office_id, auth_user_id)
          select firm_id, gen_random_uuid(), 'consultant-' || n || '-' || firm_id || '@searchlight.example', 'Simulated ' || n, 'consultant', id,
                 'login-' || n || '-' || firm_id
          from o, generate_series(1, ${MAILS / FIRMS}) n returning firm_id, id),
    w as (insert into reminder_setting (firm_id, user_id, quiet_from, quiet_to, digest_at, working_days_only)
          select firm_id, id, '00:00', '00:00', '07:30', false from u)
    insert into search (firm_id, id, ref, client_id, title, role_key, office_id, lead_user_id, status, opened_at, episode_id,
                        episode_opened_at, last_progress_at, progress_key)
    select u.firm_id, gen_random_uuid(), 'S-' || u.id, c.id, 'Chief AI Officer', 'caio', o.id, u.id, 'open', now() - interval '20 days',
           u.id, now() - interval '20 days', now() - interval '20 days', u.id
    from u join c using (firm_id) join o using (firm_id)`);
  await db.query(`
    insert into search_episode (firm_id, id, search_id, opened_at) select firm_id, episode_id, id, opened_at from search`);
  await db.query(`
    insert into stall_flag (firm_id, id, rule, severity, search_id, subject_id, episode_key, state, since, deadline, basis,
                            evidence, sentence, next_step)
    select firm_id, gen_random_uuid(), 'no_progress', 'stalled', id, id, progress_key, 'open', now(), now(), '{}', '{}',
           'No movement since Thu 5 Nov.', 'Call the client.' from search`);
  await db.query('vacuum analyze');
}

/** What the planner makes of these flags: one reminder and one mail for each. @param {import('pg').Client} db */
async function plan(db) {
  const { rows } = await db.query('select count(*)::int as count from delivery');
  if (rows[0].count >= MAILS) return;
  await db.query(`
    with d as (
      insert into delivery (firm_id, id, form, recipient_id, message_id, due_at, not_before)
      select s.firm_id, f.id, 'notices', s.lead_user_id, '<em.' || f.id || '@searchlight.example>', now(), now() + interval '1 day'
      from stall_flag f join search s on s.firm_id = f.firm_id and s.id = f.search_id where f.rule = 'no_progress'
      returning firm_id, id, recipient_id
    )
    insert into reminder (firm_id, id, kind, recipient_id, subject_type, subject_id, search_id, occurrence_key, due_at, mode, delivery_id)
    select d.firm_id, gen_random_uuid(), 'flag_raised', d.recipient_id, 'flag', f.id, f.search_id, 'flag/' || f.id, f.raised_at,
           'immediate', d.id
    from d join stall_flag f on f.firm_id = d.firm_id and f.id = d.id`);
  await db.query('vacuum analyze');
}

/**
 * Mails per second from the first accepted to the last, so without the start of the processes, which is given beside it;
 * everything had fallen due before.
 * @param {import('./firm.mjs').Stack} stack @param {import('pg').Client} db @param {import('node:child_process').ChildProcess} sink
 * @param {{ redisUrl: string, workers: number, thinkingMs: number }} how
 */
async function run(stack, db, sink, { redisUrl, workers, thinkingMs }) {
  await db.query('delete from delivery_attempt');
  await db.query(
    `update delivery set state = 'pending', due_at = now(), not_before = now(), attempts = 0, fence = 0, lease_until = null,
            data_started_at = null, finished_at = null where ${PLANNED}`,
  );
  await db.query('update reminder set due_at = now(), cancelled_at = null');
  await db.query('vacuum analyze delivery');
  sink.send({ thinkingMs, wanted: MAILS });
  const began = performance.now();
  const running = Array.from({ length: workers }, () => worker(stack, redisUrl));
  const open = async () =>
    Number(
      (
        await db.query(
          `select count(*)::int as count from delivery where state in ('pending', 'claimed') and ${PLANNED}`,
        )
      ).rows[0].count,
    );
  await until(async () => (await open()) === 0);
  const withStart = (performance.now() - began) / 1000;
  await Promise.all(running.map(end));
  const { rows } = await db.query(`select count(*)::int as count from delivery where state = 'sent' and ${PLANNED}`);
  const { taken, seconds } = await ask(sink);
  if (rows[0].count !== MAILS || taken < MAILS) throw new Error(`${taken} mails arrived, ${rows[0].count} are sent`);
  return { speed: (MAILS - 1) / seconds, withStart };
}

/** @param {import('node:child_process').ChildProcess} sink @param {number} port @param {number} thinkingMs */
async function bare(sink, port, thinkingMs) {
  const { sample } = await ask(sink);
  sink.send({ thinkingMs, wanted: MAILS });
  const script = path.join(import.meta.dirname, 'mail-bare.mjs');
  const child = fork(script, [`smtp://127.0.0.1:${port}`, String(MAILS), String(CONNECTIONS), sample.slice(0, 20_000)]);
  const began = performance.now();
  await once(child, 'message');
  const withStart = (performance.now() - began) / 1000;
  const { seconds } = await ask(sink);
  return { speed: (MAILS - 1) / seconds, withStart };
}

/** @param {import('node:child_process').ChildProcess} sink @returns {Promise<{ taken: number, sample: string, seconds: number }>} */
async function ask(sink) {
  const answered = once(sink, 'message');
  sink.send('count');
  return (await answered)[0];
}

/** Milliseconds all processors of this machine have had, and have had nothing to do in. */
function processors() {
  const times = os
    .cpus()
    .map(({ times: { user, nice, sys, irq, idle } }) => ({ idle, all: user + nice + sys + irq + idle }));
  return {
    idle: times.reduce((sum, { idle }) => sum + idle, 0),
    all: times.reduce((sum, { all }) => sum + all, 0),
  };
}

/** @param {{ idle: number, all: number }} before @param {{ idle: number, all: number }} after */
function busyShare(before, after) {
  return 1 - (after.idle - before.idle) / (after.all - before.all);
}

/** @param {number} share */
function percent(share) {
  return `${Math.round(100 * share)} %`;
}

/** @param {import('./firm.mjs').Stack} stack @param {string} redisUrl */
function worker(stack, redisUrl) {
  return stack.another('worker', { WORKER_HEALTH_PORT: '0', ...(redisUrl ? { REDIS_URL: redisUrl } : {}) });
}

/** @param {import('node:child_process').ChildProcess} child */
async function end(child) {
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}

/** @param {() => Promise<boolean>} condition */
async function until(condition) {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('the mails do not get out');
    await pause(100);
  }
}
