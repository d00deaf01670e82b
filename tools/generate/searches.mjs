// @ts-check
import { isoDate } from './calendar.mjs';
import { candidateRef } from './candidates.mjs';
import { clientRef, contactRef } from './firm.mjs';
import { closedEpisode } from './history.mjs';
import { openEpisode } from './live.mjs';
import { writeCandidacy } from './candidacy-rows.mjs';
import { TEXTS } from './roles.mjs';

/**
 * @typedef {import('./episode.mjs').Draft} Draft
 * @typedef {import('./episode.mjs').Episode} Episode
 * @typedef {{ episode: Episode, drafts: Draft[], talkedA?: number, closeReason?: string }} Told one episode of a search
 * @typedef {{ lead: string, consultant: string, researcher: string }} Team
 */

const CLOSES_AT = 17 * 60 + 50;

/**
 * Simulates one search and writes everything about it.
 * @param {import('./csv.mjs').FirmOut} out
 * @param {import('./plan.mjs').SearchPlan} plan
 * @param {{ random: import('./random.mjs').Random, office: import('./firm.mjs').Office,
 *   pool: import('./candidates.mjs').CandidatePool, today: number, months: number, notes: number }} world
 */
export function writeSearch(out, plan, world) {
  const { random, office, pool, today } = world;
  const { calendar } = office;
  const yesterday = calendar.indexFrom(today) - 1;
  const earliest = calendar.indexFrom(today - Math.round(world.months * 30.4));

  /** @type {Told[]} */
  const told = [];
  if (plan.situation) {
    told.push(openEpisode(random, calendar, { ...plan, situation: plan.situation }, today));
  } else if (plan.ending) {
    const before = plan.before ? 90 : 0;
    const latest = yesterday - 1;
    const open = (/** @type {number} */ length) =>
      Math.max(earliest, random.int(Math.min(earliest + before, latest - length), latest - length));
    told.push(closedEpisode(random, calendar, plan.ending, open, plan.people, plan.held));
  }
  const last = /** @type {Told} */ (told[told.length - 1]);
  if (plan.before) {
    const gap = random.int(8, 30);
    const open = (/** @type {number} */ length) => last.episode.openIndex - gap - length;
    told.unshift(closedEpisode(random, calendar, plan.before, open, Math.ceil(plan.people / 2), false));
  }
  const first = /** @type {Told} */ (told[0]);

  const team = teamOf(random, office);
  const client = random.pick(office.clients);
  /** @param {Told} one */
  const openedAt = (one) => calendar.moment(one.episode.day(0), 8 * 60 + 30);
  /** @param {Told} one */
  const closedAt = (one) => one.closeReason && calendar.moment(one.episode.day(one.episode.lastA), CLOSES_AT);
  out.write(
    'searches',
    plan.ref,
    clientRef(client),
    plan.role.title,
    plan.role.key,
    office.key,
    team.lead,
    `${team.consultant};${team.researcher}`,
    random.weighted([
      ['retained', 75],
      ['container', 15],
      ['contingent', 10],
    ]),
    plan.confidential ? 'yes' : 'no',
    openedAt(first),
    isoDate(last.episode.day(0) + 90),
    closedAt(first),
    first.closeReason,
    office.market,
  );
  if (told.length > 1) out.write('reopenings', plan.ref, openedAt(last), closedAt(last), last.closeReason);

  /** @type {Set<number>} */
  const present = new Set();
  for (const one of told) {
    writeHold(out, plan, one.episode, random);
    const talks = plan.situation ? 1 : world.notes;
    talkWithClient(out, plan, one, random, client, team, talks);
    for (const draft of one.drafts) {
      const index = pool.pick(random, plan.role, office.market, present, draft.special === true);
      if (draft.marketDays && draft.steps[1]) {
        pool.inMarketSince.set(index, isoDate(one.episode.day(draft.steps[1].a) - draft.marketDays));
      }
      const active = draft.end === undefined;
      writeCandidacy(out, draft, {
        ...{ plan, office, team, random, client, episode: one.episode },
        candidate: candidateRef(index),
        notes: active ? Math.max(world.notes, 0.5) : world.notes,
        closesAt: CLOSES_AT,
      });
    }
  }
}

/** @param {import('./random.mjs').Random} random @param {import('./firm.mjs').Office} office @returns {Team} */
function teamOf(random, office) {
  return {
    lead: random.pick(office.staff.partner ?? []),
    consultant: random.pick(office.staff.consultant ?? []),
    researcher: random.pick(office.staff.researcher ?? []),
  };
}

/**
 * @param {import('./csv.mjs').FirmOut} out @param {import('./plan.mjs').SearchPlan} plan @param {Episode} episode
 * @param {import('./random.mjs').Random} random
 */
function writeHold(out, plan, episode, random) {
  const { hold, calendar } = episode;
  if (!hold) return;
  const startedAt = calendar.moment(episode.day(hold.startA - 1), CLOSES_AT);
  const endedAt = hold.running ? undefined : calendar.moment(episode.day(hold.startA), 8 * 60 + 30);
  const reason = random.pick(['Budget under review', 'Reorganisation at the client', 'Decision maker on leave']);
  out.write('holds', plan.ref, startedAt, endedAt, reason);
}

/**
 * The decision maker is spoken to about once a week, while the search is alive.
 * @param {import('./csv.mjs').FirmOut} out @param {import('./plan.mjs').SearchPlan} plan @param {Told} one
 * @param {import('./random.mjs').Random} random @param {number} client @param {Team} team @param {number} share
 */
function talkWithClient(out, plan, one, random, client, team, share) {
  const { episode } = one;
  const until = one.talkedA ?? episode.lastA - 1;
  for (let a = until; a >= 1; a -= random.int(4, 7)) {
    if (a !== until && !random.chance(share)) continue;
    const at = episode.calendar.moment(episode.day(a), random.int(9 * 60 + 5, 9 * 60 + 35));
    const kind = random.pick(['call', 'meeting', 'email']);
    out.write('activities', plan.ref, undefined, contactRef(client), kind, at, team.lead, random.pick(TEXTS.client));
  }
}
