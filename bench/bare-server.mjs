// @ts-check
// The yardstick: Node's http and pg, the statements of our own repositories (`statements.mjs`) in the same order, and
// nothing else. No login, no validation, no rules; days are counted in UTC and everything is allowed.
// usage: bare-server.mjs <database url> <port> <pool size> <firm id> <user id>
import { createServer } from 'node:http';
import pg from 'pg';
import { v7 as newId } from 'uuid';
import { STATEMENTS } from './statements.mjs';

const [databaseUrl, port, poolSize, firmId, userId] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: databaseUrl, max: Number(poolSize), application_name: 'bare' });

const DAY = 86_400_000;
const WINDOW_DAYS = 28;
const VIEWER = [firmId, false, userId];

/** @param {keyof typeof STATEMENTS} name @param {unknown[]} values */
const prepared = (name, values) => ({ name, text: STATEMENTS[name], values });

async function candidates() {
  const { rows } = await pool.query(prepared('candidates_first_51', VIEWER));
  const items = rows.slice(0, 50);
  const { name, id } = items[49];
  return { items, next: Buffer.from(JSON.stringify([name, id])).toString('base64url') };
}

/** @param {string} searchId */
async function board(searchId) {
  const header = (await pool.query(prepared('board_header', [...VIEWER, searchId]))).rows[0];
  const { rows } = await pool.query(prepared('board_cards', [firmId, searchId]));
  const { stages, clientId, clientName, leadId, leadName, timeZone, episodeOpenedAt, endedCount, closedAt } = header;
  const { id, title, status, health, reason, nextStep } = header;
  const now = Date.now();
  const allowed = allowedPerStage(stages);
  return {
    search: {
      ...{ id, title, status, health, reason, nextStep },
      client: { id: clientId, name: clientName },
      lead: { id: leadId, name: leadName },
      day: days(episodeOpenedAt, closedAt ?? now),
      officeTimeZone: timeZone,
      allowed: { addCandidates: true },
    },
    stages,
    cards: rows.map((row) => card(row, allowed, now)),
    placed: header.placed ?? [],
    endedCount,
  };
}

/** @param {string} candidacyId @param {{ version: number, toStageId: string }} input */
async function move(candidacyId, { version, toStageId }) {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const { id: searchId } = (await client.query(prepared('search_lock_of', [...VIEWER, candidacyId]))).rows[0];
    const candidacy = (await client.query(prepared('candidacy_lock', [firmId, candidacyId]))).rows[0];
    if (candidacy.version !== version) throw new Error('stale version');
    const stage = (/** @type {string} */ id) => candidacy.stages.find((/** @type {{ id: string }} */ s) => s.id === id);
    const to = stage(toStageId);
    const forward = to.position > stage(candidacy.stageId).position;
    const [moveId, at] = [newId(), new Date(Math.max(Date.now(), candidacy.lastMoveAt.getTime() + 1))];
    const change = [firmId, candidacyId, moveId, searchId, candidacy.stageId, toStageId, at, userId, null, forward];
    await client.query(prepared('candidacy_move', [...change, to.kind !== 'sourcing', to.kind]));
    const detail = JSON.stringify({ searchId, moveId, fromStageId: candidacy.stageId, toStageId });
    const entry = [firmId, newId(), userId, 'pipeline.candidacy_moved', 'candidacy', candidacyId, detail];
    await client.query(prepared('fact_insert', [...entry, newId(), searchId]));
    const row = (await client.query(prepared('candidacy_card', [...VIEWER, candidacyId]))).rows[0];
    await client.query('commit');
    return card(row, allowedPerStage(row.stages), Date.now());
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

/** @param {any} row @param {Map<string, object>} allowed @param {number} now */
function card(row, allowed, now) {
  const { id, version, stageId, stageSince, windowOpenedAt: openedAt, offerExtendedAt, flags } = row;
  const day = openedAt && days(openedAt, offerExtendedAt ?? now);
  const state = offerExtendedAt ? 'stopped' : day < 21 ? 'open' : day < WINDOW_DAYS ? 'closing' : 'closed';
  return {
    id,
    version,
    stageId,
    stageSince,
    daysInStage: days(stageSince, now),
    candidate: { id: row.candidateId, name: row.name, title: row.title, employer: row.employer },
    window: openedAt && { openedAt, day, closesAt: new Date(+openedAt + WINDOW_DAYS * DAY), state },
    flags: flags ?? [],
    allowed: allowed.get(stageId),
  };
}

/** @param {{ id: string, kind: string }[]} stages @returns {Map<string, object>} */
function allowedPerStage(stages) {
  const reached = stages.filter(({ kind }) => kind !== 'offer' && kind !== 'placed').map(({ id }) => id);
  const outcomes = ['withdrawn', 'rejected'];
  return new Map(stages.map(({ id }) => [id, { moveTo: reached.filter((to) => to !== id), outcomes, offer: true }]));
}

/** @param {Date | number} from @param {Date | number} to */
const days = (from, to) => Math.floor(+to / DAY) - Math.floor(+from / DAY);

/** @param {import('node:http').IncomingMessage} request */
async function bodyOf(request) {
  let text = '';
  for await (const chunk of request) text += chunk;
  return JSON.parse(text);
}

/** @param {import('node:http').IncomingMessage} request */
async function answer(request) {
  const [, what, id = ''] = (request.url ?? '').split('/');
  if (what === 'candidates') return candidates();
  if (what === 'board') return board(id);
  return move(id, await bodyOf(request));
}

createServer((request, response) => {
  answer(request).then(
    (body) => {
      const text = JSON.stringify(body);
      response.writeHead(request.method === 'POST' ? 201 : 200, {
        'content-type': 'application/json; charset=utf-8',
        'content-length': Buffer.byteLength(text),
      });
      response.end(text);
    },
    (/** @type {Error} */ error) => response.writeHead(500).end(error.message),
  );
}).listen(Number(port), '127.0.0.1', () => process.send?.('listening'));
