// @ts-check
// Moves of cards, to and fro between two stages. Each connection has a card of its own in a search of its own.
import { randomUUID } from 'node:crypto';
import { load, CONNECTIONS } from './lib.mjs';
import { quiet } from './firm.mjs';

/** @typedef {{ id: string, version: number, at: string, stages: [string, string] }} MovingCard */
/** `once`: each move with a key of its own, as the web app sends it. @typedef {{ url: string, movePath: (id: string) => string, headers: Record<string, string>, once?: boolean }} Server */

/** @param {import('pg').Client} db @param {string} firmId @returns {Promise<MovingCard[]>} */
export async function pickCards(db, firmId) {
  const { rows } = await db.query(
    `select distinct on (s.id) c.id, c.version, c.stage_id as at, pair.stages
     from (
       select array_agg(p.id order by p.position) as stages
       from (select id, position from stage where firm_id = $1 and kind in ('engaged', 'assessed') order by position limit 2) p
     ) pair
     join candidacy c on c.firm_id = $1 and c.outcome is null and c.stage_id = any (pair.stages)
     join search s on s.firm_id = c.firm_id and s.id = c.search_id
     where s.status = 'open' and not s.confidential and s.ref <> 'SRCH-BOARD'
     order by s.id, c.id limit $2`,
    [firmId, CONNECTIONS],
  );
  if (rows.length < CONNECTIONS) throw new Error('there are not enough cards to move');
  return rows;
}

/**
 * Makes exactly `amount` moves, none in flight when it ends, waits until all that followed is done, and counts what
 * they left in the database. Answers moves per second.
 * @param {import('pg').Client} db @param {Server} server @param {MovingCard[]} cards @param {number} amount
 */
export async function moveCards(db, server, cards, amount) {
  const before = await counts(db);
  const waiting = [...cards];
  const rate = await load({
    url: server.url,
    amount,
    setupClient: (client) => client.setRequests([requestsFor(server, /** @type {MovingCard} */ (waiting.pop()))]),
  });
  await quiet(db);
  const after = await counts(db);
  for (const [what, count] of Object.entries(after)) {
    const written = count - (before[what] ?? 0);
    if (written !== amount) throw new Error(`${amount} moves were acknowledged and left ${written} rows in ${what}`);
  }
  return rate;
}

/** @param {Server} server @param {MovingCard} card @returns {import('autocannon').Request} */
function requestsFor(server, card) {
  const other = () => (card.at === card.stages[0] ? card.stages[1] : card.stages[0]);
  return {
    method: 'POST',
    path: server.movePath(card.id),
    headers: { ...server.headers, 'content-type': 'application/json' },
    setupRequest: (request) => ({
      ...request,
      headers: { ...request.headers, ...(server.once ? { 'idempotency-key': randomUUID() } : {}) },
      body: JSON.stringify({ version: card.version, toStageId: other() }),
    }),
    onResponse: (status, body) => {
      if (status !== 201) return;
      const { version, stageId } = JSON.parse(body);
      Object.assign(card, { version, at: stageId });
    },
  };
}

/** @param {import('pg').Client} db @returns {Promise<Record<string, number>>} */
async function counts(db) {
  const fact = 'pipeline.candidacy_moved';
  const { rows } = await db.query(
    `select (select count(*)::int from audit_entry where action = $1) as audit_entry,
            (select count(*)::int from outbox where fact = $1 and relayed_at is not null) as outbox,
            (select count(*)::int from stage_move where voids_id is null) as stage_move`,
    [fact],
  );
  return rows[0];
}
