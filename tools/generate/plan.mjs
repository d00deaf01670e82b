// @ts-check
import { OFFICES, ROLES } from './roles.mjs';
import { stratifiedLognormal } from './random.mjs';

/**
 * @typedef {'sourcing' | 'engaging' | 'presenting' | 'offer_out' | 'window_closing' | 'overdue' | 'client_silent'
 *   | 'contact_silent' | 'no_progress' | 'window_closed' | 'slate_late' | 'offer_pending' | 'old' | 'on_hold'
 *   | 'board'} Situation how an open search stands today
 * @typedef {'placed' | 'internal_hire' | 'cancelled' | 'terminated' | 'unfilled'} CloseReason
 * @typedef {{ reason: CloseReason, offerDays: number | undefined, decision: string | undefined, closeDays: number }} Ending
 *   `decision` is that of the first offer; days count from the opening
 * @typedef {{ number: number, ref: string, office: number, role: import('./roles.mjs').Role, confidential: boolean,
 *   people: number, situation: Situation | undefined, ending: Ending | undefined, before: Ending | undefined,
 *   held: boolean, declined: boolean }} SearchPlan
 *   `before` is the episode that ended before the search was reopened
 */

/** Searches for a European Chief AI Officer are planned apart: few of them end in a placement, and late. */
export const SIZES = {
  demo: {
    offices: 3,
    staff: { partner: 1, consultant: 1, researcher: 0.7 },
    clients: 24,
    candidates: 600,
    months: 18,
    people: [15, 26],
    notes: 1,
    offerMean: 40,
    board: 0,
    caioEurope: { open: 4, onHold: 0, closed: 5 },
    other: { open: 14, onHold: 2, closed: 15 },
  },
  medium: {
    offices: 5,
    staff: { partner: 3, consultant: 8, researcher: 4 },
    clients: 600,
    candidates: 20_000,
    months: 36,
    people: [9, 17],
    notes: 0.7,
    offerMean: 46,
    board: 1,
    caioEurope: { open: 54, onHold: 5, closed: 121 },
    other: { open: 545, onHold: 55, closed: 1219 },
  },
  large: {
    offices: 10,
    staff: { partner: 6, consultant: 24, researcher: 8 },
    clients: 4000,
    candidates: 1_000_000,
    months: 36,
    people: [20, 30],
    notes: 0.25,
    offerMean: 46,
    board: 1,
    caioEurope: { open: 700, onHold: 20, closed: 130 },
    other: { open: 9299, onHold: 280, closed: 1570 },
  },
};

/** @typedef {keyof typeof SIZES} Size */
/** @typedef {import('./random.mjs').Random} Random */

/** @type {(readonly [Situation, number])[]} a third on track, a third at risk, a third stalled, with the list below */
const OPEN = [
  ['sourcing', 1],
  ['engaging', 1],
  ['presenting', 1],
  ['offer_out', 2],
  ['window_closing', 3],
  ['overdue', 1],
  ['client_silent', 1],
  ['contact_silent', 1],
  ['no_progress', 1],
  ['slate_late', 1],
  ['offer_pending', 1],
];
/** @type {(readonly [Situation, number])[]} */
const OPEN_CAIO_EUROPE = [
  ['presenting', 1],
  ['no_progress', 1],
  ['window_closed', 1],
  ['old', 1],
];
/** @type {(readonly [CloseReason, number])[]} */
const CLOSED = [
  ['placed', 10],
  ['cancelled', 2],
  ['internal_hire', 1],
  ['terminated', 1],
  ['unfilled', 1],
];
/** @type {(readonly ['early' | CloseReason, number])[]} `early` is a placement within ninety days */
const CLOSED_CAIO_EUROPE = [
  ['early', 1],
  ['placed', 1],
  ['cancelled', 1],
  ['internal_hire', 1],
  ['unfilled', 1],
];
/** @type {Partial<Record<'early' | CloseReason, readonly [number, number]>>} */
const EUROPEAN_CAIO_OFFER = { early: [58, 74], placed: [104, 150] };
/** @type {Record<CloseReason, readonly [number, number]>} */
const DAYS_TO_CLOSE = {
  placed: [0, 0],
  internal_hire: [28, 95],
  cancelled: [30, 110],
  terminated: [40, 120],
  unfilled: [110, 200],
};

/**
 * Whole numbers in the given proportions (largest remainder), in random order.
 * @template T @param {Random} random @param {number} count @param {readonly (readonly [T, number])[]} weighted
 * @returns {T[]}
 */
function quota(random, count, weighted) {
  const total = weighted.reduce((sum, [, weight]) => sum + weight, 0);
  const shares = weighted.map(([value, weight]) => ({ value, exact: (count * weight) / total }));
  const list = shares.flatMap(({ value, exact }) => Array(Math.floor(exact)).fill(value));
  const rest = shares.sort((a, b) => (b.exact % 1) - (a.exact % 1));
  for (let i = 0; list.length < count; i++) list.push(rest[i % rest.length]?.value);
  return random.shuffle(list);
}

/**
 * @param {Random} random @param {CloseReason} reason
 * @param {number} nth of the searches that end so
 * @param {number | undefined} offerDays from the opening to the first offer, where there may have been one
 * @returns {Ending}
 */
function ending(random, reason, nth, offerDays) {
  if (reason === 'placed' && offerDays !== undefined) {
    const decision = nth % 5 === 1 ? 'declined' : nth % 8 === 3 ? 'expired' : 'accepted';
    return { reason, offerDays, decision, closeDays: offerDays };
  }
  const closeDays = random.int(...DAYS_TO_CLOSE[reason]);
  const decision =
    reason === 'unfilled' ? 'declined' : reason === 'cancelled' && nth % 2 === 0 ? 'rescinded' : undefined;
  if (!decision || offerDays === undefined) return { reason, offerDays: undefined, decision: undefined, closeDays };
  return { reason, offerDays, decision, closeDays: Math.max(closeDays, offerDays + 20) };
}

/**
 * Every search of the firm before anything is simulated. The mixes are quotas, not chances, so that the smallest firm
 * has them too, whatever the seed.
 * @param {Random} random @param {Size} size
 * @returns {SearchPlan[]}
 */
export function planSearches(random, size) {
  const config = SIZES[size];
  const offices = OFFICES.slice(0, config.offices).map((office, i) => /** @type {const} */ ([i, office]));
  const europe = offices.filter(([, office]) => office.market === 'Europe').map(([i]) => i);
  const elsewhere = offices.filter(([, office]) => office.market !== 'Europe').map(([i]) => i);
  const [low = 0, high = 0] = config.people;
  const caio = /** @type {import('./roles.mjs').Role} */ (ROLES[0]);

  /** @type {Omit<SearchPlan, 'number' | 'ref' | 'confidential' | 'people'>[]} */
  const drafts = [];
  for (const stratum of /** @type {const} */ (['caioEurope', 'other'])) {
    const isCaio = stratum === 'caioEurope';
    const { open, onHold, closed } = config[stratum];
    const count = open + onHold + closed;
    const roles = isCaio
      ? Array(count).fill(caio)
      : quota(
          random,
          count,
          ROLES.map((role) => /** @type {const} */ ([role, role === caio ? 5 : role.weight])),
        );
    // A European Chief AI Officer search belongs to the other stratum, so here that seat is filled elsewhere.
    const seats = roles.map((role) =>
      random.pick(!isCaio && role === caio ? elsewhere : isCaio ? europe : offices.map(([i]) => i)),
    );
    const situations = quota(random, open, isCaio ? OPEN_CAIO_EUROPE : OPEN);
    const reasons = quota(random, closed, isCaio ? CLOSED_CAIO_EUROPE : CLOSED);
    const offerDays = isCaio
      ? reasons.map((reason) => EUROPEAN_CAIO_OFFER[reason] && random.int(...EUROPEAN_CAIO_OFFER[reason]))
      : stratifiedLognormal(random, closed, config.offerMean, 0.3);
    for (let i = 0; i < count; i++) {
      const base = { office: seats[i] ?? 0, role: roles[i] ?? caio, held: false, declined: false, before: undefined };
      const k = i - open - onHold;
      if (k < 0) {
        const situation = i < open ? (situations[i] ?? 'sourcing') : 'on_hold';
        const reopened =
          !isCaio && situation === 'window_closing' && drafts.filter((d) => d.situation === situation).length % 3 === 1;
        drafts.push({
          ...base,
          situation,
          ending: undefined,
          held: situation === 'old',
          declined: situation === 'window_closing' && !reopened,
          before: reopened ? ending(random, 'terminated', 0, undefined) : undefined,
        });
      } else {
        const reason = reasons[k] ?? 'placed';
        const nth = reasons.slice(0, k).filter((earlier) => earlier === reason).length;
        const placedAgain = !isCaio && reason === 'placed' && nth % 7 === 2;
        drafts.push({
          ...base,
          situation: undefined,
          ending: ending(random, reason === 'early' ? 'placed' : reason, nth, offerDays[k]),
          held: k % 4 === 1,
          before: placedAgain ? ending(random, 'cancelled', 0, undefined) : undefined,
        });
      }
    }
  }
  random.shuffle(drafts);
  const plans = drafts.map((draft, i) => ({
    ...draft,
    number: i + 1,
    ref: `SRCH-${String(i + 1).padStart(5, '0')}`,
    confidential: i % 10 === 4,
    people: random.int(low, high),
  }));
  if (config.board) {
    const number = plans.length + 1;
    const common = { held: false, declined: false, before: undefined, ending: undefined, confidential: false };
    plans.push({ ...common, number, ref: 'SRCH-BOARD', office: 0, role: caio, people: 200, situation: 'board' });
  }
  return plans;
}
