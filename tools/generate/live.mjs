// @ts-check
import { STAGE } from './roles.mjs';
import { Episode, dropOut, endIn, offered, pathBetween, pathTo } from './episode.mjs';

/** @typedef {import('./episode.mjs').Draft} Draft */
/** @typedef {import('./random.mjs').Random} Random */
/** @typedef {import('./plan.mjs').Situation} Situation */

/**
 * How a search stands today. `age`: calendar days since the opening. `quiet`: working days since anything happened.
 * `team`: stages in which somebody is active and moving. `talked`: working days since the decision maker was spoken to.
 * @type {Record<Situation, { age: readonly [number, number], quiet?: readonly [number, number], team: number[],
 *   talked?: readonly [number, number], sourced?: readonly [number, number] }>}
 */
const SITUATIONS = {
  sourcing: { age: [4, 10], team: [], sourced: [7, 12] },
  engaging: { age: [13, 19], team: [1, 1, 2, 1, 2] },
  presenting: { age: [31, 44], team: [4, 3, 3, 2, 1, 2] },
  offer_out: { age: [38, 54], team: [5, 4, 3, 2] },
  window_closing: { age: [33, 52], team: [3, 2, 1] },
  overdue: { age: [30, 45], team: [4, 3, 3, 1] },
  client_silent: { age: [31, 44], team: [2, 2, 1] },
  contact_silent: { age: [32, 50], team: [4, 3, 2, 1], talked: [12, 15] },
  no_progress: { age: [48, 100], quiet: [6, 11], team: [5, 4, 3, 2, 1], talked: [8, 14] },
  window_closed: { age: [58, 90], team: [4, 3, 2, 1] },
  slate_late: { age: [34, 52], team: [2, 2, 1, 1] },
  offer_pending: { age: [50, 62], team: [4, 3, 2] },
  old: { age: [110, 160], quiet: [13, 28], team: [5, 3, 2], talked: [15, 30] },
  on_hold: { age: [40, 75], quiet: [4, 14], team: [5, 4, 3, 2], talked: [5, 15] },
  board: { age: [60, 60], team: [] },
};

/** Working days ago that somebody may have entered each stage without being late today. */
const FRESH = [8, 2, 3, 3, 3, 2, 1];

/** The spread of a very full board over the stages. @type {(readonly [number, number])[]} */
const BOARD = [
  [0, 70],
  [1, 45],
  [2, 35],
  [3, 25],
  [4, 15],
  [5, 10],
];

/**
 * An episode that still runs, laid out backwards from today.
 * @param {Random} random
 * @param {import('./calendar.mjs').OfficeCalendar} calendar
 * @param {import('./plan.mjs').SearchPlan & { situation: Situation }} plan
 * @param {number} today the day the firm is looked at; everything happens before it
 */
export function openEpisode(random, calendar, plan, today) {
  const { situation } = plan;
  const rule = SITUATIONS[situation];
  const yesterday = calendar.indexFrom(today) - 1;
  const age = random.int(...rule.age) + (plan.declined ? 25 : 0);
  const openIndex = Math.min(calendar.indexFrom(today - age), yesterday - 2);
  const length = yesterday - openIndex;
  const quiet = rule.quiet ? random.int(...rule.quiet) : 0;
  const running = situation === 'on_hold';
  const hold = running
    ? { startA: length + 1 - quiet, length: quiet, running }
    : plan.held
      ? { startA: random.int(12, 22), length: random.int(5, 12), running }
      : undefined;
  const lastA = length - (hold ? hold.length : 0);
  const episode = new Episode(calendar, openIndex, lastA, hold);
  /** The last day on which somebody moved. */
  const movedA = running ? lastA : lastA - quiet;
  const { drafts, fresh, windowed } = moving(random, episode, movedA, today);

  for (const stage of rule.team) fresh(stage);
  for (let i = random.int(...(rule.sourced ?? [2, 5])); i > 0; i--) fresh(STAGE.sourced);
  if (age > 27 && situation !== 'slate_late' && situation !== 'board') slate(random, episode, drafts);
  if (plan.declined) drafts.push(offered(random, movedA - 14, 'declined', movedA - random.int(9, 11)));
  /** @param {number} stage @param {...number} back somebody in it without a word since so many working days */
  const waiting = (stage, ...back) =>
    drafts.push(...back.map((days) => ({ steps: pathTo(random, stage, lastA - days, true) })));

  if (situation === 'offer_out') drafts.push(offered(random, lastA, undefined, 0));
  if (situation === 'offer_pending') drafts.push(offered(random, lastA - random.int(6, 8), undefined, 0));
  if (situation === 'window_closing') {
    windowed(STAGE.clientInterview, 22, 24);
    windowed(STAGE.finalist, 24, 26);
  }
  if (situation === 'window_closed') for (const stage of [3, 4, 5]) windowed(stage, 31, 46);
  if (situation === 'overdue') waiting(STAGE.assessed, 5, 6);
  if (situation === 'client_silent') waiting(STAGE.presented, 3, 3, 4);
  // Whoever does not speak with the client, or has nobody to present, leaves people waiting too.
  if (situation === 'contact_silent') waiting(STAGE.contacted, 3);
  if (situation === 'slate_late') waiting(STAGE.assessed, 9);
  if (situation === 'board') {
    while (drafts.length < plan.people) fresh(random.weighted(BOARD));
    drafts.length = plan.people;
  }
  const furthest = situation === 'slate_late' ? STAGE.assessed : STAGE.finalist;
  while (drafts.length < plan.people) {
    const gone = movedA < 9 ? undefined : goneBy(random, episode, movedA, furthest);
    if (gone) drafts.push(gone);
    else fresh(STAGE.sourced);
  }
  const talkedA = lastA + 1 - (rule.talked ? random.int(...rule.talked) : random.int(1, 4));
  return { episode, drafts, talkedA: Math.min(talkedA, movedA) };
}

/** Somebody who came and went before the last day of movement. @param {Random} random @param {Episode} episode
 * @param {number} movedA @param {number} furthest @returns {Draft} */
function goneBy(random, episode, movedA, furthest) {
  const draft = dropOut(random, episode, movedA - 4, furthest);
  const steps = draft.steps.filter((step) => step.a < movedA);
  if (draft.end && draft.end.a <= movedA && steps.length === draft.steps.length) return draft;
  const last = /** @type {import('./episode.mjs').Step} */ (steps[steps.length - 1]);
  return { steps, end: endIn(random, last.stage, Math.min(last.a + 3, movedA)) };
}

/** Ways to add people who are active today. @param {Random} random @param {Episode} episode @param {number} movedA @param {number} today */
function moving(random, episode, movedA, today) {
  /** @type {Draft[]} */
  const drafts = [];
  return {
    drafts,
    /** @param {number} stage somebody in it who got there in time and whose window is young */
    fresh(stage) {
      const back = random.int(0, (FRESH[stage] ?? 1) - 1);
      const a = Math.max(stage, movedA - back);
      let steps = pathTo(random, stage, a, true);
      const contact = steps[1];
      if (contact && episode.day(movedA) - episode.day(contact.a) > 16) {
        steps = pathBetween(random, stage, a, Math.max(1, a - Math.max(stage, 9)));
      }
      drafts.push({ steps, feedbackA: Math.min(movedA, a + 1) });
    },
    /** @param {number} stage somebody in it whose window opened between `low` and `high` calendar days ago
     * @param {number} low @param {number} high */
    windowed(stage, low, high) {
      const a = movedA - random.int(0, 1);
      let contactA = a - stage;
      while (contactA > 1 && today - episode.day(contactA) < random.int(low, high)) contactA--;
      const draft = {
        steps: pathBetween(random, stage, a, contactA),
        feedbackA: Math.min(movedA, a + 1),
        special: true,
      };
      // Some had told us that they were looking before we first spoke.
      drafts.push(low > 30 && random.chance(0.8) ? { ...draft, marketDays: random.int(3, 9) } : draft);
    },
  };
}

/** Three or four people presented within the first 26 days, all out again. @param {Random} random @param {Episode} episode @param {Draft[]} drafts */
function slate(random, episode, drafts) {
  let by = Math.min(18, episode.lastA - 3);
  while (by > 5 && episode.day(by) - episode.day(0) > 26) by--;
  for (let i = random.int(3, 4); i > 0; i--) {
    const a = Math.max(4, by - random.int(0, 4));
    const steps = pathTo(random, STAGE.presented, a, true);
    const interviewA = a + random.int(2, 3);
    const interviewed = interviewA < episode.lastA - 1 && random.chance(0.6);
    if (interviewed) steps.push({ a: interviewA, stage: STAGE.clientInterview });
    const last = interviewed ? interviewA : a;
    const endA = Math.min(last + random.int(2, 5), episode.lastA);
    drafts.push({ steps, end: endIn(random, interviewed ? STAGE.clientInterview : STAGE.presented, endA) });
  }
}
