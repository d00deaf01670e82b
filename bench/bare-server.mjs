// @ts-check
// The yardstick: Node's http and pg, the statements of our own repositories in the same order, and nothing else. No
// login, no validation, no rules; days are counted in UTC and everything is allowed. What our repositories prepare is
// prepared here too.
// usage: bare-server.mjs <database url> <port> <pool size> <firm id> <user id>
import { createServer } from 'node:http';
import pg from 'pg';
import { v7 as newId } from 'uuid';

const [databaseUrl, port, poolSize, firmId, userId] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: databaseUrl, max: Number(poolSize), application_name: 'bare' });

const DAY = 86_400_000;
const WINDOW_DAYS = 28;
const VIEWER = [firmId, false, userId];

const MEMBER = `($2::boolean or not s.confidential or s.lead_user_id = $3::uuid or exists (
  select 1 from search_member m where m.firm_id = s.firm_id and m.search_id = s.id and m.user_id = $3::uuid))`;
const CARD = `c.id, c.version, c.stage_id as "stageId", c.stage_since as "stageSince", p.id as "candidateId", p.name, p.title,
  p.employer, c.window_opened_at as "windowOpenedAt", c.offer_extended_at as "offerExtendedAt", c.ended_at as "endedAt"`;
const FLAGS = `json_agg(json_build_object('id', o.id, 'rule', o.rule, 'severity', o.severity, 'sentence', o.sentence,
  'nextStep', o.next_step) order by o.severity, o.deadline, o.id)`;
const STAGES = `(
  select json_agg(json_build_object('id', st.id, 'key', st.key, 'label', st.label, 'kind', st.kind,
           'position', st.position, 'budgetWorkingDays', st.budget_working_days) order by st.position, st.id)
  from stage st where st.firm_id = $1)`;

const CANDIDATES = `
  with page as (select * from candidate c where c.firm_id = $1 and true order by c.name, c.id limit 51)
  select c.id, c.ref, c.name, c.title, c.employer, c.city, c.country, c.layer, c.signals, c.source, active."activeSearches"
  from page c
  cross join lateral (
    select count(*)::int as "activeSearches" from live_candidacy l
    where l.firm_id = $1 and l.candidate_id = c.id and l.search_status in ('open', 'on_hold', 'offer')
      and ($2::boolean or not l.search_confidential or exists (
        select 1 from search_team t where t.firm_id = $1 and t.search_id = l.search_id and t.user_id = $3::uuid))
  ) active order by c.name, c.id`;

const HEADER = `
  select s.id, s.title, s.status, s.client_id as "clientId", s.client_name as "clientName",
         s.lead_user_id as "leadId", s.lead_name as "leadName", s.time_zone as "timeZone",
         s.episode_opened_at as "episodeOpenedAt", s.closed_at as "closedAt",
         h.health, h.sentences[1] as reason, h.next_step as "nextStep", ${STAGES} as stages,
         (select count(*)::int from candidacy c
          where c.firm_id = $1 and c.search_id = $4 and c.outcome is not null) as "endedCount"
  from search_header s
  left join search_health h on h.firm_id = s.firm_id and h.search_id = s.id
  where s.firm_id = $1 and s.id = $4 and ${MEMBER}`;

const CARDS = `
  select ${CARD}, f.flags
  from candidacy c
  join candidate p on p.firm_id = c.firm_id and p.id = c.candidate_id
  left join (
    select o.candidacy_id, ${FLAGS} as flags from open_flag o
    where o.firm_id = $1 and o.search_id = $2 and o.candidacy_id is not null group by o.candidacy_id
  ) f on f.candidacy_id = c.id
  where c.firm_id = $1 and c.search_id = $2 and c.outcome is null
  order by c.stage_since, c.id`;

const ONE_CARD = `
  select ${CARD}, c.outcome, c.outcome_by as "outcomeBy", c.outcome_reason as "outcomeReason",
         s.id as "searchId", s.title as "searchTitle", s.status as "searchStatus", g.time_zone as "timeZone",
         ${STAGES} as stages,
         (select ${FLAGS} from open_flag o where o.firm_id = $1 and o.search_id = c.search_id and o.candidacy_id = c.id) as flags
  from candidacy c
  join candidate p on p.firm_id = c.firm_id and p.id = c.candidate_id
  join search s on s.firm_id = c.firm_id and s.id = c.search_id
  join office g on g.firm_id = s.firm_id and g.id = s.office_id
  where c.firm_id = $1 and c.id = $4 and ${MEMBER}`;

const SEARCH_OF = `
  select s.id as "searchId" from candidacy c join search s on s.firm_id = c.firm_id and s.id = c.search_id
  where c.firm_id = $1 and c.id = $4 and ${MEMBER}`;

const LOCK_SEARCH = `
  select s.id, s.ref, s.title, s.client_id as "clientId", s.office_id as "officeId",
         s.lead_user_id as "leadUserId", s.confidential, s.status, s.target_date::text as "targetDate",
         s.opened_at as "openedAt", s.closed_at as "closedAt", s.episode_id as "episodeId",
         s.episode_opened_at as "episodeOpenedAt", s.last_progress_at as "lastProgressAt",
         s.progress_key as "progressKey", s.version
  from search s where s.firm_id = $1 and s.id = $4 and ${MEMBER} for no key update of s`;

const LOCK_CANDIDACY = `
  select c.id, c.search_id as "searchId", c.candidate_id as "candidateId", c.stage_id as "stageId", c.outcome, c.version,
         (select max(m.at) from stage_move m
          where m.firm_id = $1 and m.candidacy_id = $2 and m.voids_id is null) as "lastMoveAt",
         ${STAGES} as stages
  from candidacy c where c.firm_id = $1 and c.id = $2 for no key update of c`;

const MOVE = `
  with moved as (
    insert into stage_move (firm_id, id, candidacy_id, search_id, from_stage_id, to_stage_id, at, by_user_id, reason)
    values ($1, $3, $2, $4, $5, $6, $7, $8, $9)
  )
  update candidacy c
  set stage_id = $6, stage_since = $7, stage_key = $3, version = c.version + 1,
      last_progress_at = case when $10 and (c.last_progress_at, c.progress_key) < ($7, $3) then $7 else c.last_progress_at end,
      progress_key = case when $10 and (c.last_progress_at, c.progress_key) < ($7, $3) then $3 else c.progress_key end,
      window_opened_at = case when c.window_key is null and $11 then least($7, start_of_day(p.in_market_since, o.time_zone)) else c.window_opened_at end,
      window_key = case when c.window_key is null and $11 then $3 else c.window_key end
  from candidate p, search s, office o
  where c.firm_id = $1 and c.id = $2 and p.firm_id = $1 and p.id = c.candidate_id
    and s.firm_id = $1 and s.id = c.search_id and o.firm_id = $1 and o.id = s.office_id`;

const PROGRESS = `
  with again as (update search_check set next_check_at = '-infinity' where firm_id = $1 and search_id = $2)
  update search set last_progress_at = greatest(last_progress_at, $3::timestamptz),
         progress_key = case when (last_progress_at, progress_key) < ($3::timestamptz, $4::uuid) then $4::uuid else progress_key end
  where firm_id = $1 and id = $2`;
const LOOK_AGAIN = `update search_check set next_check_at = '-infinity' where firm_id = $1 and search_id = $2`;
const AUDIT = `
  insert into audit_entry (firm_id, id, actor_id, action, subject_type, subject_id, detail)
  values ($1, $2, $3, $4, $5, $6, $7)`;
const ANNOUNCE = 'insert into outbox (firm_id, id, fact, subject_id) values ($1, $2, $3, $4)';

/** @param {string} name @param {string} text @param {unknown[]} values */
const prepared = (name, text, values) => ({ name, text, values });

async function candidates() {
  const { rows } = await pool.query(prepared('candidates', CANDIDATES, VIEWER));
  const items = rows.slice(0, 50);
  const { name, id } = items[49];
  return { items, next: Buffer.from(JSON.stringify([name, id])).toString('base64url') };
}

/** @param {string} searchId */
async function board(searchId) {
  const header = (await pool.query(prepared('header', HEADER, [...VIEWER, searchId]))).rows[0];
  const { rows } = await pool.query(prepared('cards', CARDS, [firmId, searchId]));
  const { stages, clientId, clientName, leadId, leadName, timeZone, episodeOpenedAt, endedCount, closedAt, ...search } =
    header;
  const now = Date.now();
  const allowed = allowedPerStage(stages);
  return {
    search: {
      ...search,
      client: { id: clientId, name: clientName },
      lead: { id: leadId, name: leadName },
      day: days(episodeOpenedAt, closedAt ?? now),
      officeTimeZone: timeZone,
      allowed: { addCandidates: true },
    },
    stages,
    cards: rows.map((row) => card(row, allowed, now)),
    endedCount,
  };
}

/** @param {string} candidacyId @param {{ version: number, toStageId: string }} input */
async function move(candidacyId, { version, toStageId }) {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const { searchId } = (await client.query(prepared('search', SEARCH_OF, [...VIEWER, candidacyId]))).rows[0];
    await client.query(prepared('lock_search', LOCK_SEARCH, [...VIEWER, searchId]));
    const candidacy = (await client.query(prepared('lock', LOCK_CANDIDACY, [firmId, candidacyId]))).rows[0];
    if (candidacy.version !== version) throw new Error('stale version');
    const stage = (/** @type {string} */ id) => candidacy.stages.find((/** @type {{ id: string }} */ s) => s.id === id);
    const to = stage(toStageId);
    const forward = to.position > stage(candidacy.stageId).position;
    const [moveId, at] = [newId(), new Date(Math.max(Date.now(), candidacy.lastMoveAt.getTime() + 1))];
    const change = [firmId, candidacyId, moveId, searchId, candidacy.stageId, toStageId, at, userId, null, forward];
    await client.query(prepared('move', MOVE, [...change, to.kind !== 'sourcing']));
    if (forward) await client.query(prepared('progress', PROGRESS, [firmId, searchId, at, moveId]));
    else await client.query(prepared('look_again', LOOK_AGAIN, [firmId, searchId]));
    const detail = JSON.stringify({ searchId, moveId, fromStageId: candidacy.stageId, toStageId });
    const fact = 'pipeline.candidacy_moved';
    await client.query(prepared('audit', AUDIT, [firmId, newId(), userId, fact, 'candidacy', candidacyId, detail]));
    await client.query(prepared('announce', ANNOUNCE, [firmId, newId(), fact, searchId]));
    const row = (await client.query(prepared('card', ONE_CARD, [...VIEWER, candidacyId]))).rows[0];
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
