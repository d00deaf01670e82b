// @ts-check
import { Episode, dropOut, offered } from './episode.mjs';

/** @typedef {import('./episode.mjs').Draft} Draft */
/** @typedef {import('./random.mjs').Random} Random */

/** @param {number} days calendar days as working days */
export const working = (days) => Math.round((days * 5) / 7);

/**
 * An episode that is over: when it closed, and everybody who was in it.
 * @param {Random} random
 * @param {import('./calendar.mjs').OfficeCalendar} calendar
 * @param {import('./plan.mjs').Ending} ending
 * @param {(workingDays: number) => number} openIndexFor the working day it opens on, given how many it lasts
 * @param {number} people
 * @param {boolean} held
 */
export function closedEpisode(random, calendar, ending, openIndexFor, people, held) {
  /** @type {Draft[]} */
  const drafts = [];
  let closeA = Math.max(12, working(ending.closeDays));
  if (ending.offerDays !== undefined) {
    const offerA = Math.max(14, working(ending.offerDays));
    const decidedA = offerA + (ending.decision === 'expired' ? 7 : random.int(2, 7));
    drafts.push(offered(random, offerA, ending.decision, decidedA));
    closeA = Math.max(closeA, decidedA);
    if (ending.reason === 'placed' && ending.decision !== 'accepted') {
      const secondA = decidedA + random.int(3, 12);
      closeA = secondA + random.int(2, 7);
      drafts.push(offered(random, secondA, 'accepted', closeA));
    } else if (ending.reason !== 'placed') {
      closeA = Math.max(closeA, decidedA + random.int(2, 10));
    }
  }
  const heldDays = random.int(4, 14);
  const startA = Math.max(2, Math.floor(closeA * (0.15 + random.next() * 0.4)));
  const hold = held ? { startA, length: heldDays, running: false } : undefined;
  const openIndex = openIndexFor(closeA + (hold ? heldDays : 0));
  const episode = new Episode(calendar, openIndex, closeA, hold);
  while (drafts.length < people) drafts.push(dropOut(random, episode, Math.floor(closeA * 0.7)));
  const reason = ending.reason === 'placed' ? 'position_filled' : 'search_closed';
  for (const draft of drafts) draft.end ??= { a: closeA, outcome: 'rejected', by: 'firm', reason };
  return { episode, drafts, closeReason: ending.reason };
}
