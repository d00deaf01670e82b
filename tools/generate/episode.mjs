// @ts-check
import { STAGE } from './roles.mjs';

/**
 * The stretch of working days in which a search is worked on. Steps are numbered by *active* working days since the
 * opening, so that days of a hold never carry one.
 * @typedef {{ startA: number, length: number, running: boolean }} Hold
 * @typedef {{ a: number, stage: number }} Step
 * @typedef {{ a: number, outcome: string, by: string, reason: string }} End
 * @typedef {{ decision: string | undefined, a: number | undefined }} OfferFate
 * @typedef {{ steps: Step[], end?: End, offer?: OfferFate, feedbackA?: number, special?: boolean,
 *   marketDays?: number }} Draft
 *   a candidacy to be; `special` people appear in one search only; `marketDays`: in the market so long before contact
 */
export class Episode {
  /**
   * @param {import('./calendar.mjs').OfficeCalendar} calendar
   * @param {number} openIndex number of the working day it opens on
   * @param {number} lastA last active day on which anything happens
   * @param {Hold | undefined} hold
   */
  constructor(calendar, openIndex, lastA, hold) {
    this.calendar = calendar;
    this.openIndex = openIndex;
    this.lastA = lastA;
    this.hold = hold;
  }

  /** @param {number} a */
  day(a) {
    const held = this.hold && a >= this.hold.startA ? this.hold.length : 0;
    return this.calendar.day(this.openIndex + a + held);
  }
}

/** @typedef {import('./random.mjs').Random} Random */

/** Working days people spend in each stage before they go on. @type {readonly (readonly [number, number])[]} */
const STAY = [
  [1, 7],
  [1, 5],
  [2, 6],
  [2, 6],
  [2, 7],
  [2, 5],
];
/** The same where everybody hurries. @type {readonly (readonly [number, number])[]} */
const BRISK = [
  [1, 4],
  [1, 3],
  [1, 3],
  [1, 3],
  [2, 3],
  [1, 2],
];
/** Chance to go on from each stage. */
const PASS = [0.92, 0.8, 0.74, 0.7, 0.5];

/**
 * The steps of somebody who entered `stage` on active day `a`, written backwards.
 * @param {Random} random @param {number} stage @param {number} a @param {boolean} [brisk]
 * @returns {Step[]}
 */
export function pathTo(random, stage, a, brisk = false) {
  const steps = [{ a, stage }];
  let at = a;
  for (let s = stage - 1; s >= 0; s--) {
    const [low, high] = /** @type {readonly [number, number]} */ ((brisk ? BRISK : STAY)[s]);
    at -= random.int(low, high);
    steps.unshift({ a: at, stage: s });
  }
  // In a young search the early stages were passed faster: one a day, from the opening on.
  return steps.map((step, i) => (i < steps.length - 1 ? { ...step, a: Math.max(step.a, i) } : step));
}

/**
 * As `pathTo`, with the first contact on a given day and the stages between spread evenly.
 * @param {Random} random @param {number} stage @param {number} a @param {number} contactA
 * @returns {Step[]}
 */
export function pathBetween(random, stage, a, contactA) {
  const steps = [{ a: Math.max(0, contactA - random.int(1, 5)), stage: STAGE.sourced }];
  for (let s = STAGE.contacted; s <= stage; s++) {
    const share = stage === STAGE.contacted ? 0 : (s - 1) / (stage - 1);
    steps.push({ a: contactA + Math.floor((a - contactA) * share), stage: s });
  }
  return steps;
}

/** @type {Record<number, (readonly [readonly [string, string, string], number])[]>} outcome, by whom, why */
const ENDINGS = {
  0: [
    [['rejected', 'firm', 'not_a_fit'], 5],
    [['withdrawn', 'candidate', 'not_interested'], 4],
  ],
  1: [
    [['withdrawn', 'candidate', 'not_interested'], 5],
    [['rejected', 'firm', 'not_a_fit'], 3],
    [['withdrawn', 'candidate', 'no_longer_available'], 1],
    [['withdrawn', 'candidate', 'compensation'], 1],
  ],
  2: [
    [['rejected', 'firm', 'not_a_fit'], 8],
    [['withdrawn', 'candidate', 'took_another_offer'], 1],
    [['withdrawn', 'candidate', 'relocation'], 1],
  ],
  3: [
    [['rejected', 'client', 'client_declined'], 8],
    [['withdrawn', 'candidate', 'took_another_offer'], 2],
    [['withdrawn', 'candidate', 'process_too_slow'], 1],
    [['withdrawn', 'candidate', 'no_longer_available'], 1],
  ],
  4: [
    [['rejected', 'client', 'client_declined'], 7],
    [['withdrawn', 'candidate', 'took_another_offer'], 3],
    [['withdrawn', 'candidate', 'process_too_slow'], 1],
    [['withdrawn', 'candidate', 'no_longer_available'], 1],
    [['withdrawn', 'candidate', 'compensation'], 1],
  ],
  5: [
    [['rejected', 'client', 'client_declined'], 4],
    [['withdrawn', 'candidate', 'took_another_offer'], 4],
    [['withdrawn', 'candidate', 'counter_offer'], 1],
  ],
};

/**
 * How a candidacy that stands in `stage` ends.
 * @param {Random} random @param {number} stage @param {number} a @returns {End}
 */
export function endIn(random, stage, a) {
  const [outcome, by, reason] = random.weighted(ENDINGS[stage] ?? []);
  return { a, outcome, by, reason };
}

/**
 * Somebody who came in some day and dropped out again, unless the episode ended first.
 * @param {Random} random @param {Episode} episode @param {number} lastStart @param {number} [furthest]
 * @returns {Draft}
 */
export function dropOut(random, episode, lastStart, furthest = STAGE.finalist) {
  let a = random.int(0, Math.max(0, Math.min(lastStart, episode.lastA - 1)));
  const steps = [{ a, stage: STAGE.sourced }];
  for (let s = 0; s < furthest && random.chance(PASS[s] ?? 0); s++) {
    const [low, high] = /** @type {readonly [number, number]} */ (STAY[s]);
    // One in twenty-five is presented without an assessment of its own.
    const skips = s === STAGE.contacted && furthest > STAGE.assessed && random.chance(0.04);
    const next = a + random.int(low, high);
    if (next >= episode.lastA) break;
    a = next;
    if (skips) s++;
    steps.push({ a, stage: s + 1 });
  }
  const stage = /** @type {Step} */ (steps[steps.length - 1]).stage;
  const endA = a + random.int(1, 8);
  if (endA > episode.lastA) return { steps };
  return { steps, end: endIn(random, stage, endA) };
}

/** The decided or pending offer made to somebody on active day `a`.
 * @param {Random} random @param {number} a @param {string | undefined} decision @param {number} decidedA
 * @returns {Draft}
 */
export function offered(random, a, decision, decidedA) {
  const steps = pathTo(random, STAGE.offer, a);
  const offer = { decision, a: decision ? decidedA : undefined };
  if (decision === undefined) return { steps, offer, special: true };
  if (decision === 'accepted') {
    const end = { a: decidedA, outcome: 'placed', by: 'client', reason: '' };
    return { steps: [...steps, { a: decidedA, stage: STAGE.placed }], end, offer, special: true };
  }
  const why = random.pick(['took_another_offer', 'counter_offer', 'compensation']);
  const end =
    decision === 'rescinded'
      ? { a: decidedA, outcome: 'rejected', by: 'client', reason: 'offer_rescinded' }
      : {
          a: decidedA,
          outcome: 'withdrawn',
          by: 'candidate',
          reason: decision === 'expired' ? 'no_longer_available' : why,
        };
  return { steps, offer, end, special: true };
}
