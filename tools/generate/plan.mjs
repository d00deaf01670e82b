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
 * @typedef {{ ref: string, office: number, role: import('./roles.mjs').Role, confidential: boolean,
 *   people: number, situation: Situation | undefined, ending: Ending | undefined, before: Ending | undefined,
 *   held: boolean, declined: boolean }} SearchPlan
 *   `before` is the episode that ended before the search was reopened
 */

/**
 * Searches for a European Chief AI Officer are planned apart: few of them end in a placement, and late.
 * @satisfies {Record<string, { people: [number, number], staff: Record<string, number> } & Record<string, unknown>>}
 */
export const SIZES = {
  sample: {
    domain: 'sample.example',
    offices: 1,
    staff: { partner: 2, consultant: 2, researcher: 1 },
    clients: 6,
    candidates: 70,
    months: 9,
    people: [8, 12],
    notes: 1,
    offerMean: 43,
    board: 0,
    caioEurope: { open: 1, onHold: 0, closed: 0 },
    other: { open: 8, onHold: 1, closed: 3 },
  },
  demo: {
    domain: 'searchlight.example',
    offices: 3,
    staff: { partner: 1, consultant: 1, researcher: 0.7 },
    clients: 24,
    candidates: 600,
    months: 18,
    people: [15, 26],
    notes: 1,
    offerMean: 43,
    board: 0,
    caioEurope: { open: 4, onHold: 0, closed: 5 },
    other: { open: 14, onHold: 2, closed: 15 },
  },
  medium: {
    domain: 'searchlight.example',
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
    domain: 'searchlight.example',
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

/** @type {(readonly [Situation, number])[]} of those that run, with the list below, a fifth to a quarter are stalled */
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
  ['presenting', 2],
  ['window_closed', 1],
  ['old', 1],
];
/** Whoever looks at a few searches is to see something of every rule, and how it looks when nothing is wrong. @type {(readonly [Situation, number])[]} */
const OPEN_SAMPLE = [
  ['engaging', 1],
  ['presenting', 1],
  ['window_closing', 1],
  ['client_silent', 1],
  ['contact_silent', 1],
  ['no_progress', 1],
  ['slate_late', 1],
  ['offer_pending', 1],
];
/** @type {(readonly [Situation, number])[]} */
const CAIO_EUROPE_SAMPLE = [['window_closed', 1]];
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
  internal_hire: [24, 60],
  cancelled: [20, 70],
  terminated: [28, 80],
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

/** Counts how often each thing was seen before. @template T @returns {(thing: T) => number} */
function ordinals() {
  /** @type {Map<T, number>} */
  const seen = new Map();
  return (thing) => {
    const before = seen.get(thing) ?? 0;
    seen.set(thing, before + 1);
    return before;
  };
}

/** @typedef {Pick<SearchPlan, 'situation' | 'ending' | 'before' | 'held' | 'declined'>} Course what becomes of a search */
const NOTHING_SPECIAL = { situation: undefined, ending: undefined, before: undefined, held: false, declined: false };

/** @param {Random} random @param {Situation} situation @param {number} nth @returns {Course} */
function runningCourse(random, situation, nth) {
  const reopened = situation === 'window_closing' && nth % 3 === 1;
  return {
    ...NOTHING_SPECIAL,
    situation,
    held: situation === 'old',
    declined: situation === 'window_closing' && !reopened,
    before: reopened ? ending(random, 'terminated', 0, undefined) : undefined,
  };
}

/** @param {Random} random @param {Size} size @returns {Course[]} */
function otherCourses(random, size) {
  const { other, offerMean } = SIZES[size];
  const nth = ordinals();
  const offerDays = stratifiedLognormal(random, other.closed, offerMean, 0.3);
  return [
    ...quota(random, other.open, size === 'sample' ? OPEN_SAMPLE : OPEN).map((situation) =>
      runningCourse(random, situation, nth(situation)),
    ),
    ...Array.from({ length: other.onHold }, () => runningCourse(random, 'on_hold', 0)),
    ...quota(random, other.closed, CLOSED).map((reason, i) => {
      const before = nth(reason);
      const again = reason === 'placed' && before % 7 === 2 ? ending(random, 'cancelled', 0, undefined) : undefined;
      const end = ending(random, reason, before, offerDays[i]);
      return { ...NOTHING_SPECIAL, ending: end, held: i % 4 === 1, before: again };
    }),
  ];
}

/** @param {Random} random @param {Size} size @returns {Course[]} */
function caioEuropeCourses(random, size) {
  const { open, onHold, closed } = SIZES[size].caioEurope;
  return [
    ...quota(random, open, size === 'sample' ? CAIO_EUROPE_SAMPLE : OPEN_CAIO_EUROPE).map((situation) =>
      runningCourse(random, situation, 0),
    ),
    ...Array.from({ length: onHold }, () => runningCourse(random, 'on_hold', 0)),
    ...quota(random, closed, CLOSED_CAIO_EUROPE).map((kind, i) => {
      const days = EUROPEAN_CAIO_OFFER[kind];
      const reason = kind === 'early' ? 'placed' : kind;
      return { ...NOTHING_SPECIAL, ending: ending(random, reason, 0, days && random.int(...days)), held: i % 4 === 1 };
    }),
  ];
}

/**
 * Every search of the firm before anything is simulated. The mixes are quotas, not chances, so that the smallest firm
 * has them too, whatever the seed.
 * @param {Random} random @param {Size} size
 * @returns {SearchPlan[]}
 */
export function planSearches(random, size) {
  const config = SIZES[size];
  const [low, high] = config.people;
  const caio = /** @type {import('./roles.mjs').Role} */ (ROLES[0]);
  const offices = OFFICES.slice(0, config.offices).map((office, i) => ({ i, european: office.market === 'Europe' }));
  const europe = offices.filter(({ european }) => european).map(({ i }) => i);
  const elsewhere = offices.filter(({ european }) => !european).map(({ i }) => i);
  // The first office is the largest.
  const anywhere = [0, ...offices.map(({ i }) => i)];

  const others = otherCourses(random, size);
  const roles = quota(random, others.length, ROLES.map(withFewerChiefs));
  const drafts = [
    ...caioEuropeCourses(random, size).map((course) => ({ ...course, role: caio, office: random.pick(europe) })),
    ...others.map((course, i) => {
      const role = roles[i] ?? caio;
      return { ...course, role, office: random.pick(role === caio && elsewhere.length > 0 ? elsewhere : anywhere) };
    }),
  ];
  const nth = ordinals();
  const plans = random.shuffle(drafts).map((draft, i) => ({
    ...draft,
    ref: `SRCH-${String(i + 1).padStart(5, '0')}`,
    confidential: nth(draft.office) % 9 === 2,
    people: random.int(low, high),
  }));
  if (config.board) plans.push({ ...runningCourse(random, 'board', 0), ...BOARD, role: caio });
  return plans;
}

/** The search with a very full board. */
const BOARD = { ref: 'SRCH-BOARD', office: 0, confidential: false, people: 200 };

/** European Chief AI Officers are planned apart, so here that seat is rarer. @param {import('./roles.mjs').Role} role */
const withFewerChiefs = (role) =>
  /** @type {const} */ ([role, role.key === 'chief_ai_officer' ? role.weight / 3 : role.weight]);
