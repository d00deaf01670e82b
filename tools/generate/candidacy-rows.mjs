// @ts-check
import { isoDate } from './calendar.mjs';
import { contactRef } from './firm.mjs';
import { STAGE, STAGES, TEXTS } from './roles.mjs';

/**
 * Where a candidacy belongs; `notes` is the share of conversations that somebody wrote down.
 * @typedef {import('./episode.mjs').Draft} Draft
 * @typedef {{ plan: import('./plan.mjs').SearchPlan, office: import('./firm.mjs').Office,
 *   team: import('./searches.mjs').Team, random: import('./random.mjs').Random, client: number,
 *   episode: import('./episode.mjs').Episode, candidate: string, notes: number, closesAt: number }} Place
 * @typedef {{ a: number, minute: number }} Moment
 * @typedef {import('./csv.mjs').FirmOut} FirmWriter
 */

/** @param {Place} place @param {Moment} moment */
const written = ({ office, episode }, { a, minute }) => office.calendar.moment(episode.day(a), minute);

/**
 * Writes one candidacy with its moves, conversations and offer.
 * @param {FirmWriter} out @param {Draft} draft @param {Place} place
 */
export function writeCandidacy(out, draft, place) {
  const { plan, random, candidate } = place;
  const { steps, end, offer } = draft;
  const moments = steps.map(({ a }) => ({ a, minute: random.int(9 * 60 + 45, 17 * 60 + 10) }));
  const atClosing = end && (end.reason === 'position_filled' || end.reason === 'search_closed');
  const placed = steps.findIndex((step) => step.stage === STAGE.placed);
  /** @type {Moment | undefined} an accepted offer, the last move and the end are one moment */
  const ended =
    end && (moments[placed] ?? { a: end.a, minute: atClosing ? place.closesAt : random.int(10 * 60, 17 * 60 + 20) });

  out.write('candidacies', plan.ref, candidate, end?.outcome, end?.by, end?.reason, ended && written(place, ended));
  writeMoves(out, draft, place, moments);
  writeConversations(out, draft, place, moments, ended);
  const extended = moments[steps.findIndex((step) => step.stage === STAGE.offer)];
  if (offer && extended) writeOffer(out, place, extended, offer.decision, ended);
}

/** @param {FirmWriter} out @param {Draft} draft @param {Place} place @param {Moment[]} moments */
function writeMoves(out, { steps }, place, moments) {
  const { plan, team, random, candidate } = place;
  // A few moves are slips of the mouse, corrected soon after.
  const slip = steps.length > 1 && random.chance(0.035) ? random.int(0, steps.length - 1) : -1;
  for (const [i, { stage }] of steps.entries()) {
    const { a, minute } = /** @type {Moment} */ (moments[i]);
    const by = stage === STAGE.sourced ? team.researcher : stage >= STAGE.finalist ? team.lead : team.consultant;
    out.write('stage_moves', plan.ref, candidate, STAGES[stage]?.key, written(place, { a, minute }), by, undefined);
    if (i === slip && stage < STAGE.finalist) {
      const at = written(place, { a, minute: minute + 12 });
      out.write('stage_moves', plan.ref, candidate, STAGES[stage + 1]?.key, at, by, 'yes');
    }
  }
}

/**
 * @param {FirmWriter} out @param {Draft} draft @param {Place} place @param {Moment[]} moments
 * @param {Moment | undefined} ended
 */
function writeConversations(out, { steps, end, feedbackA }, place, moments, ended) {
  const { plan, team, random, client, candidate, notes } = place;
  const side = contactRef(client, 2);
  /** @param {string} kind @param {Moment} moment @param {readonly string[]} texts @param {string} [contact] */
  const said = (kind, moment, texts, contact) => {
    const by = kind === 'note' ? team.researcher : team.consultant;
    out.write('activities', plan.ref, candidate, contact, kind, written(place, moment), by, random.pick(texts));
  };
  const heard = (/** @type {number} */ stage) => stage >= STAGE.presented && stage < STAGE.offer;

  let standing = STAGE.sourced;
  for (const [i, { stage }] of steps.entries()) {
    const { a, minute } = /** @type {Moment} */ (moments[i]);
    const before = standing;
    standing = stage;
    if (!random.chance(notes)) continue;
    if (heard(before)) said('client_feedback', { a, minute: minute - 18 }, TEXTS.feedback, side);
    const mail = random.chance(0.3);
    if (stage === STAGE.contacted)
      said(mail ? 'email' : 'call', { a, minute: minute + 4 }, mail ? TEXTS.email : TEXTS.call);
    if (stage === STAGE.assessed) said('meeting', { a, minute: minute + 6 }, TEXTS.assessment);
    if (stage === STAGE.clientInterview) said('interview', { a, minute: minute + 8 }, TEXTS.interview);
    if (random.chance(0.06)) said('note', { a, minute: minute + 20 }, TEXTS.note);
  }
  const last = moments[moments.length - 1];
  if (!end && last && feedbackA && feedbackA > last.a && heard(standing)) {
    said('client_feedback', { a: feedbackA, minute: random.int(10 * 60, 17 * 60) }, TEXTS.feedback, side);
  }
  if (end && ended && random.chance(notes)) {
    const moment = { a: ended.a, minute: ended.minute - 10 };
    if (end.by === 'client' && heard(standing)) said('client_feedback', moment, TEXTS.declined, side);
    if (end.by === 'candidate') said('call', moment, TEXTS.withdrew);
  }
}

/**
 * @param {FirmWriter} out @param {Place} place @param {Moment} extended @param {string | undefined} decision
 * @param {Moment | undefined} decided
 */
function writeOffer(out, place, extended, decision, decided) {
  const { plan, office, random, candidate, episode } = place;
  const [low, high] = plan.role.usd;
  /** @param {number} amount */
  const thousands = (amount) => Math.round(amount / 1000) * 1000;
  const base = thousands((low + random.next() * (high - low)) * office.rate);
  const day = episode.day(extended.a);
  const decidedAt = decision && decided && written(place, decided);
  const lastDay = decision && decided ? Math.max(day + 14, episode.day(decided.a) + 1) : day + 7;
  const expiresAt = decision === 'expired' ? decidedAt : office.calendar.moment(lastDay, 18 * 60);
  out.write(
    'offers',
    // A candidacy has one offer here, so both references make a third.
    `OFF-${plan.ref.slice(5)}-${candidate.slice(5)}`,
    plan.ref,
    candidate,
    written(place, extended),
    expiresAt,
    decidedAt,
    decision,
    office.currency,
    base,
    thousands(base * (0.15 + random.next() * 0.2)),
    thousands(base * (0.3 + random.next() * 0.8)),
    random.weighted([
      [48, 7],
      [36, 2],
      [18, 1],
    ]),
    random.chance(0.6) ? thousands(base * (0.05 + random.next() * 0.1)) : 0,
    random.chance(0.25) ? random.int(8, 30) * 1000 : 0,
    decision === 'accepted' && decided ? isoDate(episode.day(decided.a) + random.int(45, 100)) : undefined,
  );
}
