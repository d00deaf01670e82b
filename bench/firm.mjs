// @ts-check
// The firm the load runs against: generated, brought in through the import, and kept for the next run.
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { FIRM, LOGINS, must, PASSWORD } from '../tools/lib/demo-firm.mjs';
import { generateFirm } from '../tools/generate/generate.mjs';

/** @typedef {Awaited<ReturnType<typeof import('../tools/lib/stack.mjs').startStack>>} Stack */

/** @param {Stack} stack @param {string} dataDir */
export async function ensureFirm(stack, dataDir) {
  await must(stack, ['migrate']);
  const done = path.join(dataDir, 'firm.loaded');
  if (fs.existsSync(done)) return;
  const folder = path.join(dataDir, 'medium-firm');
  await generateFirm({ size: 'medium', seed: 1, out: folder });
  await must(stack, ['import', folder, '--firm', FIRM, '--simulated']);
  await must(stack, ['user', 'set-password', '--firm', FIRM, '--email', LOGINS.partner, '--password-stdin'], PASSWORD);
  await withDatabase(stack, (db) => db.query('vacuum analyze'));
  fs.writeFileSync(done, '');
}

/** The partner, their search with 200 live candidacies, and a session. @param {Stack} stack */
export async function signIn(stack) {
  const answer = await fetch(`${stack.url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: stack.url },
    body: JSON.stringify({ email: LOGINS.partner, password: PASSWORD }),
  });
  if (!answer.ok) throw new Error(`signing in was answered with ${answer.status}: ${await answer.text()}`);
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

/** @param {pg.Client} db @returns {Promise<{ firmId: string, userId: string, searchId: string }>} */
export async function findBoard(db) {
  const { rows } = await db.query(
    `select u.firm_id as "firmId", u.id as "userId", s.id as "searchId"
     from firm_user u join search s on s.firm_id = u.firm_id and s.ref = 'SRCH-BOARD' where u.email = $1`,
    [LOGINS.partner],
  );
  if (rows.length !== 1) throw new Error('the firm of the benchmark is not there');
  return rows[0];
}

/** Every fact told, every job done, nothing due: whatever comes next is measured alone. @param {pg.Client} db */
export async function quiet(db) {
  const deadline = Date.now() + 300_000;
  for (;;) {
    const { rows } = await db.query(
      `select (select count(*) from outbox where relayed_at is null)
            + (select count(*) from bullmq.job where state in ('waiting', 'active'))
            + (select count(*) from search_check where next_check_at <= now())
            + (select count(*) from delivery where state = 'claimed' or (state = 'pending' and not_before <= now())) as due`,
    );
    if (Number(rows[0].due) === 0) return;
    if (Date.now() > deadline) throw new Error(`after five minutes ${rows[0].due} things are still due`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** @template T @param {Stack} stack @param {(db: pg.Client) => Promise<T>} work */
export async function withDatabase(stack, work) {
  const db = new pg.Client({ connectionString: stack.postgres.url });
  await db.connect();
  try {
    return await work(db);
  } finally {
    await db.end();
  }
}
