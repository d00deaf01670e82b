// @ts-check
// A firm with a million candidates: how long it takes to bring in, in how much memory, and what a sweep of it costs.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { generateFirm } from '../tools/generate/generate.mjs';
import { FIRM, must } from '../tools/lib/demo-firm.mjs';
import { ROOT, startStack } from '../tools/lib/stack.mjs';
import { quiet, withDatabase } from './firm.mjs';
import { median, table } from './lib.mjs';
import { megabytesOf } from './processes.mjs';

const IDLE_SWEEPS = 5;
const AGAIN = 5;

/** The question a sweep answers, for one rule and without calendars: who has not moved for a week? */
const BARE_QUESTION = `
  select s.id from search s
  where s.status in ('open', 'offer') and not exists (
    select 1 from candidacy c join stage_move m on m.firm_id = c.firm_id and m.candidacy_id = c.id
    where c.firm_id = s.firm_id and c.search_id = s.id and c.outcome is null and m.at > now() - interval '7 days')`;
const BARE_DUE = 'select distinct firm_id from search_check where next_check_at <= now() order by firm_id';

/** @param {string} dataDir emptied first: an import into an empty database is what is measured */
export async function measureLarge(dataDir) {
  const folder = `${dataDir}-files`;
  const done = path.join(folder, 'rows.json');
  if (!fs.existsSync(done)) {
    const rows = await generateFirm({ size: 'large', seed: 1, out: folder });
    fs.writeFileSync(done, JSON.stringify(rows));
  }
  /** @type {Record<string, number>} */
  const rows = JSON.parse(fs.readFileSync(done, 'utf8'));
  const total = Object.values(rows).reduce((sum, count) => sum + count, 0);

  fs.rmSync(dataDir, { recursive: true, force: true });
  const stack = await startStack({ dataDir });
  try {
    await must(stack, ['migrate']);
    const { seconds, megabytes } = await importFolder(stack, folder);
    process.stdout.write(
      `\nimport of ${total.toLocaleString('en')} rows: ${Math.round(seconds)} s, ` +
        `${Math.round(total / seconds).toLocaleString('en')} rows/s, at most ${megabytes} MB resident\n`,
    );
    await withDatabase(stack, async (db) => {
      await db.query('vacuum analyze');
      process.stdout.write(`\n${table(await sweeps(stack, db))}\n`);
    });
  } finally {
    await stack.stop();
  }
}

/** @param {import('./firm.mjs').Stack} stack @param {string} folder */
async function importFolder(stack, folder) {
  const began = performance.now();
  const child = spawn(process.execPath, ['dist/apps/cli/main.js', 'import', folder, '--firm', FIRM, '--simulated'], {
    cwd: ROOT,
    env: stack.env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let [megabytes, running] = [0, true];
  /** @type {Promise<number | null>} */
  const ended = new Promise((resolve) => child.once('close', resolve));
  void ended.then(() => (running = false));
  while (running) {
    await Promise.race([ended, pause(250)]);
    if (running) megabytes = Math.max(megabytes, megabytesOf(child.pid));
  }
  const status = await ended;
  if (status !== 0) throw new Error(`the import ended with status ${status}`);
  return { seconds: (performance.now() - began) / 1000, megabytes };
}

/**
 * How long sweeps take: the first of a process, with nothing on record; later ones of the same process with nothing on
 * record again; and with nothing due. A worker that starts may sweep twice at once, for its timer and for the queue, so the
 * clock runs from the first transaction that raises flags to the last that leaves something due, whoever sweeps.
 * @param {import('./firm.mjs').Stack} stack @param {import('pg').Client} db
 */
async function sweeps(stack, db) {
  const question = await timed(() => db.query(BARE_QUESTION));
  const nobody = await timed(() => db.query(BARE_DUE));
  const { rows } = await db.query('select count(*) as due from search_check where next_check_at <= now()');
  const due = rows[0].due;
  stack.start('worker');
  const first = await swept(db);
  await quiet(db);
  const { rows: flags } = await db.query('select count(*) as count from stall_flag');
  const raised = `${Number(flags[0].count).toLocaleString('en')} flags raised`;
  /** @type {number[]} */
  const again = [];
  while (again.length < AGAIN) {
    await db.query('truncate stall_flag, flag_action, reminder, delivery, delivery_attempt cascade');
    await db.query(
      `update search_check k set next_check_at = '-infinity' from search s
       where s.firm_id = k.firm_id and s.id = k.search_id and s.status in ('open', 'offer', 'on_hold')`,
    );
    await db.query('analyze stall_flag, reminder, delivery, search_check');
    await wake(db);
    again.push(await swept(db));
    await quiet(db);
  }
  const before = (await sweepTimes(db)).length;
  for (let i = 0; i < IDLE_SWEEPS; i++) {
    await wake(db);
    await quiet(db);
  }
  const idle = (await sweepTimes(db)).slice(before);
  return [
    {
      'milliseconds for a sweep': `every one of ${due} searches due, ${raised}, first of a process`,
      ours: first,
      'bare SQL': question,
    },
    {
      'milliseconds for a sweep': `every running search due, as many flags raised, later of a process`,
      ours: `${median(again)} (${again.join(', ')})`,
      'bare SQL': question,
    },
    { 'milliseconds for a sweep': 'nothing due', ours: median(idle), 'bare SQL': nobody },
  ];
}

/** Milliseconds of a sweep of all that is due, once nothing is. @param {import('pg').Client} db @returns {Promise<number>} */
async function swept(db) {
  for (;;) {
    const { rows } = await db.query(
      `select exists (select 1 from search_check where next_check_at <= now()) as due,
              extract(epoch from clock_timestamp() - (select min(raised_at) from stall_flag)) * 1000 as ms`,
    );
    if (!rows[0].due) return Math.round(Number(rows[0].ms));
    await pause(20);
  }
}

/** @param {import('pg').Client} db */
const wake = (db) =>
  db.query(
    `insert into outbox (firm_id, id, fact, subject_id) select id, gen_random_uuid(), 'searches.search_changed', id from firm limit 1`,
  );

/** @param {import('pg').Client} db @returns {Promise<number[]>} */
async function sweepTimes(db) {
  const { rows } = await db.query(
    `select finished_at_ms - processed_at_ms as ms from bullmq.job
     where name = 'stalls.sweep' and state = 'completed' order by finished_at_ms`,
  );
  return rows.map(({ ms }) => Number(ms));
}

/** The median of five, in milliseconds. @param {() => Promise<unknown>} work */
async function timed(work) {
  /** @type {number[]} */
  const times = [];
  while (times.length < 5) {
    const began = performance.now();
    await work();
    times.push(performance.now() - began);
  }
  return Math.round(median(times) * 10) / 10;
}
